/// How often each area came at each place in the draws of an index.
struct PlaceCounts: Sendable {
  /// Places run from 0 to this.
  static let last = 1_000
  private static let width = last + 1
  /// The number of draws.
  private(set) var draws = 0
  private var counts: [UInt32]

  /// Before the first draw.
  init(areas: Int) { counts = Array(repeating: 0, count: areas * Self.width) }

  /// Adds a draw.
  /// - Parameter places: of each area, in thousandths.
  mutating func add(_ places: [Int]) {
    draws += 1
    for area in places.indices { counts[area * Self.width + places[area]] += 1 }
  }

  /// Adds the draws of another task.
  mutating func add(_ other: PlaceCounts) {
    draws += other.draws
    for cell in counts.indices { counts[cell] += other.counts[cell] }
  }

  /// How often the area came at each place.
  func of(_ area: Int) -> ArraySlice<UInt32> {
    counts[area * Self.width..<(area + 1) * Self.width]
  }

  /// The place that at least `share` of the draws do not exceed.
  func quantile(_ share: Double, area: Int) -> Int {
    let wanted = share * Double(draws)
    var sum = 0.0
    for (place, count) in of(area).enumerated() {
      sum += Double(count)
      if sum >= wanted, sum > 0 { return place }
    }
    return Self.last
  }
}
