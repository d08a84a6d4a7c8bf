/// How the certainty of an index is found out.
public struct UncertaintyPlan: Hashable, Sendable {
  /// How often the index is computed with other figures and choices.
  public var draws: Int
  /// The seed of all draws.
  public var seed: UInt64
  /// Each weight is drawn between this share below and above itself, before they are divided by
  /// their sum.
  public var weightSpread: Double
  /// The ways to normalise of which one is drawn, beside the one that was used.
  public var normalisations: [Normalisation]
  /// The means of which one is drawn, beside the one that was used.
  public var aggregations: [Aggregation]

  /// Whether it is found out how much each choice accounts for; without it half of the work or
  /// more is saved, and nothing else changes.
  public var sharesChoices: Bool

  /// Makes a plan; what is left out is the standard.
  public init(
    draws: Int = 2_000, seed: UInt64 = 1, weightSpread: Double = 0.5,
    normalisations: [Normalisation] = [.robustZ, .z, .minMax, .percentile],
    aggregations: [Aggregation] = [.arithmetic, .geometric], sharesChoices: Bool = true
  ) {
    self.draws = draws
    self.seed = seed
    self.weightSpread = weightSpread
    self.normalisations = normalisations
    self.aggregations = aggregations
    self.sharesChoices = sharesChoices
  }

  /// How many pairs of draws the variance is divided with; none when it is not. They are draws like the
  /// others, and when they are more than ``draws``, the rest counts for the shares alone.
  public var basePairs: Int { sharesChoices ? max(256, draws / 10) : 0 }
}
