/// Events as a part of what was expected, with the limits of chance.
public struct StandardisedRatio: Hashable, Sendable {
  /// The number of events.
  public let observed: Double
  /// The number expected.
  public let expected: Double

  /// Observed over expected: 1 is as expected.
  public var ratio: Double { observed / expected }

  /// The largest number of events, counted or expected: exact limits take a time that grows with it.
  public static let largestCount = 1e9

  /// Makes a ratio of a whole number of events, not negative, and an expected number above 0, both at
  /// most ``largestCount``.
  /// - Throws: ``StatisticsError``: `negative` or `badParameter` for other numbers.
  public init(observed: Double, expected: Double) throws(StatisticsError) {
    guard observed >= 0 else { throw .negative(area: 0) }
    guard observed <= Self.largestCount, observed == observed.rounded() else {
      throw .badParameter(observed)
    }
    guard expected > 0, expected <= Self.largestCount else { throw .badParameter(expected) }
    self.observed = observed
    self.expected = expected
  }

  /// How the probability of the observed number itself is counted.
  public enum Interval: String, Hashable, Sendable, CaseIterable {
    /// In full (Garwood 1936, doi:10.1093/biomet/28.3-4.437): covers at least as often as it says.
    case exact
    /// For half (mid-P): shorter, covers about as often as it says.
    case midP = "mid-p"
  }

  /// The interval of ratios that the observed number does not contradict, under a Poisson distribution.
  ///
  /// Each limit leaves (1 − confidence) / 2. The lower limit is 0 without events.
  /// - Throws: ``StatisticsError/badParameter(_:)`` for a confidence that is not between 0 and 1.
  public func limits(
    confidence: Double = 0.95, _ interval: Interval = .exact
  ) throws(StatisticsError) -> ClosedRange<Double> {
    guard confidence > 0, confidence < 1 else { throw .badParameter(confidence) }
    let tail = (1 - confidence) / 2
    let part = interval == .midP ? 0.5 : 0
    let reach =
      observed + 10 * (observed + 1).squareRoot() + 40 - 4 * PoissonDistribution.logarithm(tail)
    let low =
      observed == 0
      ? 0
      : PoissonDistribution.solve(0...observed + 1) { mean in
        tail
          - (PoissonDistribution(mean: mean).atLeast(observed)
            - part * PoissonDistribution(mean: mean).exactly(observed))
      }
    let high = PoissonDistribution.solve(0...reach) { mean in
      PoissonDistribution(mean: mean).atMost(observed)
        - part * PoissonDistribution(mean: mean).exactly(observed) - tail
    }
    return (low / expected)...(high / expected)
  }

  /// The probability of a number as far from what is expected as this, at either side: twice the smaller
  /// tail, at most 1.
  public func p(_ interval: Interval = .exact) -> Double {
    let distribution = PoissonDistribution(mean: expected)
    let part = interval == .midP ? distribution.exactly(observed) / 2 : 0
    return min(
      1, 2 * min(distribution.atLeast(observed) - part, distribution.atMost(observed) - part))
  }

  /// Between which ratios an area with so much expected lies by chance alone: the limits of a funnel
  /// plot (Spiegelhalter 2005, doi:10.1002/sim.1970, with its interpolation between whole numbers).
  /// - Parameter coverage: the part of areas within, 0.95 and 0.998 by custom.
  /// - Throws: ``StatisticsError/badParameter(_:)``.
  public static func funnel(
    expected: Double, coverage: Double = 0.95
  ) throws(StatisticsError) -> ClosedRange<Double> {
    guard expected > 0, expected.isFinite else { throw .badParameter(expected) }
    guard coverage > 0, coverage < 1 else { throw .badParameter(coverage) }
    let distribution = PoissonDistribution(mean: expected)
    func limit(_ p: Double) -> Double {
      let quantile = distribution.quantile(p)
      let part = (distribution.atMost(quantile) - p) / distribution.exactly(quantile)
      return max(quantile - part, 0) / expected
    }
    let low = limit((1 - coverage) / 2)
    return low...max(low, limit((1 + coverage) / 2))
  }
}
