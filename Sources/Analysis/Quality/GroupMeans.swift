/// What the people of a group and all others meet on average, where the group lives among others.
public struct GroupMeans: Hashable, Sendable {
  /// The mean of the values over the people of the group.
  public let group: Double
  /// The mean over all others.
  public let others: Double

  /// Takes means over people: each area counts for as many as live there.
  /// - Parameters:
  ///   - values: one per area.
  ///   - shares: the percentage of the inhabitants that is of the group, 0 to 100.
  ///   - inhabitants: how many people live there.
  /// - Returns: nil when nobody is of the group, or everybody.
  /// - Precondition: as many of each, all finite.
  public init?(_ values: [Double], shares: [Double], inhabitants: [Double]) {
    precondition(
      values.count == shares.count && values.count == inhabitants.count, "a number of each per area"
    )
    var (inGroup, sumOfGroup, inOthers, sumOfOthers) = (0.0, 0.0, 0.0, 0.0)
    for place in values.indices {
      let people = max(inhabitants[place], 0)
      let own = people * shares[place] / 100
      inGroup += own
      sumOfGroup += own * values[place]
      inOthers += people - own
      sumOfOthers += (people - own) * values[place]
    }
    guard inGroup > 0, inOthers > 0 else { return nil }
    group = sumOfGroup / inGroup
    others = sumOfOthers / inOthers
  }
}
