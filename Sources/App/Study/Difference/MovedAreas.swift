internal import Geometry
internal import Topology

/// How much of an area lies elsewhere in another run.
struct MovedAreas {
  /// From which share an area counts as moved: below it CBS draws the same boundary with other nodes.
  static let least = 0.01

  private var shares: [String: Double] = [:]

  /// The share of both surfaces together that only one of them has: 0 the same, 1 nothing in common.
  ///
  /// Degrees will do: within an area their sizes hardly differ. A surface that cannot be laid over the
  /// other counts as moved altogether.
  mutating func share(
    _ code: String, _ first: MultiPolygon, _ second: MultiPolygon
  ) -> Double {
    if let known = shares[code] { return known }
    let share = Self.share(first, second)
    shares[code] = share
    return share
  }

  private static func share(_ first: MultiPolygon, _ second: MultiPolygon) -> Double {
    if first == second { return 0 }
    let engine = TopologyEngine()
    guard let a = try? engine.repaired(first), let b = try? engine.repaired(second),
      let common = try? engine.intersection(a, b).area
    else { return 1 }
    let both = a.area + b.area - common
    return both > 0 ? max(0, 1 - common / both) : 0
  }
}
