/// How many records were placed, and how many were not by reason.
public struct PlacementCounts: Hashable, Sendable {
  private var counts: [MatchReason: Int] = [:]

  /// No records.
  public init() {}

  /// All records.
  public var total: Int { counts.values.reduce(0, +) }
  /// The records that have an area.
  public var placed: Int { counts.filter { $0.key.isPlaced }.values.reduce(0, +) }
  /// The number of records with `reason`.
  public subscript(reason: MatchReason) -> Int { counts[reason] ?? 0 }
  /// The reasons that occur, in the order of ``MatchReason``, plain placement left out.
  public var remarks: [(reason: MatchReason, count: Int)] {
    MatchReason.allCases.compactMap { reason in
      guard reason != .placed, let count = counts[reason] else { return nil }
      return (reason, count)
    }
  }

  mutating func add(_ reason: MatchReason, count: Int = 1) {
    counts[reason, default: 0] += count
  }

  /// Counts records that had an area under another reason.
  mutating func move(_ count: Int, to reason: MatchReason) {
    guard count > 0 else { return }
    add(reason, count: count)
    // Snapped records that fall away were placed too; the plain ones bear the difference.
    let plain = min(count, counts[.placed] ?? 0)
    counts[.placed, default: 0] -= plain
    if plain < count { counts[.snapped, default: 0] -= count - plain }
  }

  mutating func add(_ other: PlacementCounts) {
    for (reason, count) in other.counts { add(reason, count: count) }
  }
}
