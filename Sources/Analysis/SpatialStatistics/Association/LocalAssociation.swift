/// A local statistic of each area, with its moments and permutations.
///
/// Shape: one element per area in each list, in the order of the graph; nil where the statistic has no
/// meaning: an area without neighbours. An area that has all others for neighbours, of one weight, has a
/// statistic but no z and no p-value, also with permutations: no order of the others changes it. It is no
/// test, and its label is ``ClusterLabel/undefined``.
public struct LocalAssociation: Sendable {
  /// The weighted sum of the values around each area: with row-standardised weights their mean. In the
  /// units of the values.
  public internal(set) var lag: [Double?]
  /// The statistic.
  public internal(set) var statistic: [Double?]
  /// What it is expected to be when the other areas' values are put anywhere.
  public internal(set) var expected: [Double?]
  /// Its variance then.
  public internal(set) var variance: [Double?]
  /// Its distance from what is expected, in standard deviations.
  public internal(set) var z: [Double?]
  /// What a permutation gave; empty counts when none were drawn.
  public internal(set) var permutations: [PermutationCount]
  /// With permutations: for how many areas was drawn in each round.
  public internal(set) var rounds: [Int]
  /// Whether the value of each area lies above the mean of its variable; nil when it equals it.
  public internal(set) var isHigh: [Bool?]
  /// Whether the surroundings lie above what the mean gives; nil as for ``lag``, or when equal.
  public internal(set) var isLagHigh: [Bool?]

  init(count: Int) {
    lag = [Double?](repeating: nil, count: count)
    statistic = lag
    expected = lag
    variance = lag
    z = lag
    permutations = [PermutationCount](repeating: PermutationCount(), count: count)
    rounds = []
    isHigh = [Bool?](repeating: nil, count: count)
    isLagHigh = isHigh
  }

  /// The p-values: of the permutations when there are any, else of z under the normal distribution.
  public func p(_ alternative: Alternative = .twoSided) -> [Double?] {
    zip(permutations, z).enumerated().map { area, pair in
      guard statistic[area] != nil else { return nil }
      return pair.0.p(alternative) ?? pair.1.map { Normal.p($0, alternative) }
    }
  }

  /// The p-values of z under the normal distribution.
  public func normalP(_ alternative: Alternative = .twoSided) -> [Double?] {
    z.map { $0.map { Normal.p($0, alternative) } }
  }

  /// Draws the permutations of a plan.
  mutating func draw(
    _ test: ConditionalTest, _ plan: PermutationPlan?
  ) async throws(StatisticsError) {
    guard let plan else { return }
    (permutations, rounds) = try await test.run(plan)
  }
}

/// The sign of a number, as above and below.
func above(_ value: Double) -> Bool? { value == 0 ? nil : value > 0 }
