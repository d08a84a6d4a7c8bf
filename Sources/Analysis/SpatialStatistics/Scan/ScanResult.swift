/// A circle, or a circle over some periods, in which cases differ from what equal risk leads one to
/// expect.
public struct ScanCluster: Hashable, Sendable {
  /// The area at the middle.
  public let centre: Int
  /// The areas inside, nearest to the middle first.
  public let areas: [Int]
  /// The periods, counted from 0.
  public let periods: Range<Int>
  /// The distance from the middle to the point of the farthest area, in metres.
  public let radius: Double
  /// The cases inside.
  public let cases: Int
  /// The cases expected inside when the risk is the same everywhere.
  public let expected: Double
  /// The rate inside over the rate outside; infinite when all cases are inside.
  public let relativeRisk: Double
  /// The logarithm of the likelihood ratio.
  public let logLikelihoodRatio: Double
  /// The share of replicates, this map counted as one, in which some window has a ratio as large.
  /// For secondary clusters too it is the largest ratio that is compared with, which is on the safe
  /// side.
  public let p: Double
  /// The same by the Gumbel distribution fitted to the replicates, which goes below
  /// 1 / (replicates + 1).
  public let gumbelP: Double

  /// Whether there are more cases than expected.
  public var isHigh: Bool { Double(cases) > expected }
}

/// What a scan found.
public struct ScanResult: Sendable {
  /// Clusters without a common area, largest likelihood ratio first. The first is the most likely
  /// cluster, significant or not; empty when no window counts.
  public let clusters: [ScanCluster]
  /// The largest log likelihood ratio of each replicate.
  public let maxima: [Double]
  /// The number of windows that were looked at; the same set of areas around two middles is two.
  public let windowCount: Int
  /// The distribution fitted to ``maxima``.
  public let gumbel: GumbelDistribution
}

/// The distribution of the largest of many numbers.
public struct GumbelDistribution: Hashable, Sendable {
  /// Where it is highest.
  public let location: Double
  /// How wide it is; zero when all maxima are the same.
  public let scale: Double

  /// Fits by mean and standard deviation.
  ///
  /// Abrams, Kulldorff and Kleinman, Empirical/Monte Carlo p-values for spatial scan statistics, 2010,
  /// doi:10.1186/1476-072X-9-61. A single maximum, or none, gives scale 0.
  public init(maxima: [Double]) {
    let count = Double(maxima.count)
    let mean = maxima.isEmpty ? 0 : maxima.reduce(0, +) / count
    let squares = maxima.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = maxima.count < 2 ? 0 : (squares / (count - 1)).squareRoot()
    scale = deviation * 6.0.squareRoot() / .pi
    location = mean - 0.577_215_664_901_532_9 * scale
  }

  /// The probability of a number at least as large.
  public func upperTail(_ value: Double) -> Double {
    guard scale > 0 else { return value > location ? 0 : 1 }
    return -Real.expm1(-Real.exp(-(value - location) / scale))
  }
}
