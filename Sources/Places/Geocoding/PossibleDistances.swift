internal import Geometry

/// How far the places that records may mean lie from the middle of those places, in metres.
///
/// Each record counts once, spread evenly over its places. Distances are kept to a decimetre below 100 m, to
/// a metre below 1 km, and to ten metres above: what comes of them does not depend on the order of records.
public struct PossibleDistances: Sendable {
  /// What one record counts, in parts that nearly every number of places divides well enough.
  private static let whole = UInt64(1) << 32

  /// The records of which the places are known.
  public private(set) var count = 0
  /// How much lies at each distance, in decimetres.
  private var weights: [Int: UInt64] = [:]

  init() {}

  /// Adds a record that may be at any of several places; without a place it is not counted, and with one it is
  /// no question of distance.
  mutating func add(_ places: [Position]) {
    guard !places.isEmpty else { return }
    count += 1
    guard places.count > 1 else {
      weights[0, default: 0] += Self.whole
      return
    }
    let number = Double(places.count)
    let middle = Position(
      x: places.reduce(0) { $0 + $1.x } / number, y: places.reduce(0) { $0 + $1.y } / number)
    let part = max(Self.whole / UInt64(places.count), 1)
    for place in places {
      let (east, north) = (place.x - middle.x, place.y - middle.y)
      weights[Self.rounded((east * east + north * north).squareRoot()), default: 0] += part
    }
  }

  mutating func add(_ other: PossibleDistances) {
    count += other.count
    weights.merge(other.weights, uniquingKeysWith: +)
  }

  private static func rounded(_ distance: Double) -> Int {
    if distance < 100 { return Int((distance * 10).rounded()) }
    if distance < 1_000 { return Int(distance.rounded()) * 10 }
    return Int((distance / 10).rounded()) * 100
  }

  /// The distance within which a share of what records may mean lies; nil without records.
  /// - Parameter share: above 0, up to 1.
  public func distance(within share: Double) -> Double? {
    let total = weights.values.reduce(0, +)
    var reached: UInt64 = 0
    for (distance, weight) in weights.sorted(by: { $0.key < $1.key }) {
      reached += weight
      if Double(reached) >= share * Double(total) { return Double(distance) / 10 }
    }
    return nil
  }

  /// The root of the mean of the squares of distances; nil without records.
  public var rootMeanSquare: Double? {
    guard !weights.isEmpty else { return nil }
    let total = weights.values.reduce(0, +)
    let squares = weights.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
      sum + Double(entry.value) * Double(entry.key * entry.key) / 100
    }
    return (squares / Double(total)).squareRoot()
  }
}
