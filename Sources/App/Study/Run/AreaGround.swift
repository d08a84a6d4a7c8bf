internal import Areas
internal import Geometry
internal import Provenance

/// The ground of an area as the ledger keeps it: its surface and the box around it. Areas with the same surface and
/// box are not told apart.
struct AreaGround {
  /// How much the surfaces of nearly the same ground can differ, as a part of the larger.
  private static let surfaceTolerance = 0.05
  /// How far the edges of boxes of nearly the same ground can lie apart, as a part of the side of a square of the
  /// same surface.
  private static let edgeTolerance = 0.1

  /// How far the edges of boxes can lie apart that are the same but for the way in which they were written, in metres.
  private static let writtenEdge: Int64 = 1
  /// How much the surfaces of such areas can differ, in m² per metre of the side of a square of the same surface: less
  /// than a house in a buurt.
  private static let writtenSurface = 0.01

  /// The surface in m² and the smallest and largest easting and northing in metres, all whole; nil where there
  /// is none.
  private let numbers: [Int64?]

  init(_ area: Area) {
    let box = area.geometry.box
    numbers = [area.geometry.area, box.minX, box.minY, box.maxX, box.maxY].map { number in
      number.isFinite ? Int64(number.rounded()) : nil
    }
  }

  /// What an entry keeps; nil in the first that kept the ground of areas, which tell whether it is the same alone.
  init?(kept text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 5 else { return nil }
    numbers = parts.map { Int64($0) }
  }

  /// The way in which it is kept.
  var text: String { numbers.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ") }

  /// What stands for it in the first entries that kept the ground of areas.
  private var identifier: String {
    StableIdentifier(numbers.map { $0.map { "\($0)" } ?? "" }).text
  }

  /// Whether what an entry keeps is the same ground.
  func isSame(as kept: String) -> Bool { kept == text || kept == identifier }

  /// Whether what an entry keeps is the same ground but for boundaries that were drawn anew a little, or with
  /// fewer corners.
  func isNear(_ kept: String) -> Bool {
    guard let (own, other) = AreaGround(kept: kept).flatMap(both) else { return isSame(as: kept) }
    let surface = Double(max(own[0], other[0]))
    let differences = zip(own, other).map { Double(abs($0 - $1)) }
    return differences[0] <= surface * Self.surfaceTolerance
      && differences.dropFirst().allSatisfy { $0 <= surface.squareRoot() * Self.edgeTolerance }
  }

  /// Whether what an entry keeps is the same ground but for less than a metre.
  func isWithinAMetre(of kept: String) -> Bool {
    AreaGround(kept: kept).map(isWithinAMetre) ?? isSame(as: kept)
  }

  /// Whether both are the same ground but for less than a metre.
  func isWithinAMetre(of other: AreaGround) -> Bool {
    guard let (own, other) = both(other) else { return numbers == other.numbers }
    let side = Double(max(own[0], other[0])).squareRoot()
    return Double(abs(own[0] - other[0])) <= max(side * Self.writtenSurface, 1)
      && zip(own, other).dropFirst().allSatisfy { abs($0 - $1) <= Self.writtenEdge }
  }

  /// Whether the boxes have more in common than an edge.
  func overlaps(_ other: AreaGround) -> Bool {
    guard let (own, other) = both(other) else { return false }
    return [1, 2].allSatisfy { axis in
      min(own[axis + 2], other[axis + 2]) - max(own[axis], other[axis]) > Self.writtenEdge
    }
  }

  /// The numbers of both, where both have a ground.
  private func both(_ other: AreaGround) -> (own: [Int64], other: [Int64])? {
    let (own, other) = (numbers.compactMap(\.self), other.numbers.compactMap(\.self))
    return own.count == numbers.count && other.count == own.count ? (own, other) : nil
  }
}
