/// Whether a series tends to rise or fall: Kendall's test against time, with Sen's slope as the size of
/// the change.
///
/// H. B. Mann, Nonparametric tests against trend, 1945, doi:10.2307/1907187; P. K. Sen, Estimates of the
/// regression coefficient based on Kendall's tau, 1968, doi:10.1080/01621459.1968.10480934. The test
/// takes the values of a series to be independent. Series of months or quarters with a season, and
/// series in which a high value is followed by a high one, reject too often: see
/// ``autocorrelation`` and the number of seasons. It describes the periods that were given, and says
/// nothing of later ones.
public struct MannKendall: Hashable, Sendable {
  /// The number of values, missing ones left out.
  public let count: Int
  /// Pairs that rise less pairs that fall; with seasons, pairs of the same season.
  public let score: Int
  /// Kendall's tau-b against time, from -1 to 1: the score over its largest possible value given
  /// the ties; with seasons without the correction for ties.
  public let tau: Double
  /// The variance of the score under the null, ties allowed for.
  public let variance: Double
  /// The standard normal deviate, corrected for continuity; 0 when the score is 0.
  public let z: Double
  /// The two-sided p-value.
  public let p: Double
  /// Whether ``p`` comes from the exact distribution of the score.
  public let isExact: Bool
  /// The median change per period.
  public let slope: Double
  /// The 95 % interval of the slope; nil when the values do not support one.
  public let slopeInterval: ClosedRange<Double>?
  /// The correlation of each value with the one before it, after the trend is taken off; nil when
  /// they are all on the line. Beyond ``autocorrelationLimit`` the p-value is too small.
  public let autocorrelation: Double?

  /// The autocorrelation that independent values pass once in twenty series.
  public var autocorrelationLimit: Double { 1.959_963_984_540_054 / Double(count).squareRoot() }

  /// The fewest values that are tested.
  public static let fewestValues = 4
  /// Up to this number of values the p-value is exact, with or without ties.
  public static let mostExact = 33

  /// Why a series cannot be tested.
  public enum Failure: Error, Hashable, Sendable {
    /// There are fewer values than ``MannKendall/fewestValues``, missing ones left out.
    case tooFewValues(Int)
    /// All values are the same.
    case constant
    /// A value is infinite or not a number.
    case notFinite(period: Int)
    /// A value is beyond ``StatisticsError/largest`` in size, so that sums of squares are no numbers.
    case tooLarge(period: Int)
    /// The number of seasons is below 1, or no season has two values.
    case seasons(Int)
  }

  /// Tests a series.
  ///
  /// - Parameters:
  ///   - values: one value per period, nil where it is missing; periods are of equal length.
  ///   - seasons: periods in a year when the series has a season, 1 otherwise. With seasons only
  ///     values of the same season are compared: Hirsch, Slack and Smith, Techniques of trend analysis
  ///     for monthly water quality data, 1982, doi:10.1029/WR018i001p00107; the p-value then is
  ///     normal.
  /// - Throws: ``Failure``.
  /// - Complexity: O(n² log n); the exact distribution O(n³), kept for series with the same ties.
  public init(_ values: [Double?], seasons: Int = 1) throws(Failure) {
    var distributions = ScoreDistributions()
    try self.init(values, seasons: seasons, distributions: &distributions)
  }

  init(_ values: [Double?], seasons: Int, distributions: inout ScoreDistributions) throws(Failure) {
    guard seasons >= 1 else { throw .seasons(seasons) }
    var points: [(period: Int, value: Double)] = []
    for (period, value) in values.enumerated() {
      guard let value else { continue }
      guard value.isFinite else { throw .notFinite(period: period) }
      guard abs(value) <= StatisticsError.largest else { throw .tooLarge(period: period) }
      points.append((period, value))
    }
    guard points.count >= Self.fewestValues else { throw .tooFewValues(points.count) }
    guard points.contains(where: { $0.value != points[0].value }) else { throw .constant }
    var score = 0
    var pairs = 0
    var variance = 0.0
    var slopes: [Double] = []
    for season in 0..<seasons {
      let own = seasons == 1 ? points : points.filter { $0.period % seasons == season }
      for later in own.indices {
        for earlier in own.indices.prefix(later) {
          let change = own[later].value - own[earlier].value
          score += change > 0 ? 1 : change < 0 ? -1 : 0
          slopes.append(change / Double(own[later].period - own[earlier].period))
        }
      }
      pairs += own.count * (own.count - 1) / 2
      variance += Self.variance(own.count, ties: Self.ties(own.map(\.value)))
    }
    guard !slopes.isEmpty else { throw .seasons(seasons) }
    slopes.sort()
    let ties = Self.ties(points.map(\.value))
    let tied = ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    count = points.count
    self.score = score
    self.variance = variance
    tau =
      seasons > 1
      ? Double(score) / Double(pairs)
      : Double(score) / (Double(pairs) * Double(pairs - tied)).squareRoot()
    z = score == 0 || variance == 0 ? 0 : Double(score - score.signum()) / variance.squareRoot()
    isExact = seasons == 1 && points.count <= Self.mostExact
    p =
      isExact
      ? distributions.twoSided(score: score, ties: ties)
      : min(1, Real.erfc(abs(z) / 2.0.squareRoot()))
    slope = Self.median(slopes)
    slopeInterval = Self.interval(slopes, variance: variance)
    autocorrelation = Self.autocorrelation(points, slope: slope)
  }

  /// The smallest p-value that a series can have: that of values which all differ and only rise.
  ///
  /// - Parameter counts: the number of values of each season; one number when there are none.
  public static func smallestP(counts: [Int]) -> Double {
    let values = counts.reduce(0, +)
    guard counts.count > 1 || values > mostExact else {
      // One of all orders rises, and one falls.
      return min(1, 2 / (1...max(values, 1)).reduce(1.0) { $0 * Double($1) })
    }
    let score = counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let variance = counts.reduce(0.0) { $0 + Self.variance($1, ties: []) }
    guard score > 0 else { return 1 }
    return min(1, Real.erfc(Double(score - 1) / variance.squareRoot() / 2.0.squareRoot()))
  }

  /// The sizes of the groups of equal values, single ones included, largest first.
  private static func ties(_ values: [Double]) -> [Int] {
    var sizes: [Int] = []
    var previous: Double?
    for value in values.sorted() {
      if value == previous { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
      previous = value
    }
    return sizes.sorted(by: >)
  }

  private static func variance(_ count: Int, ties: [Int]) -> Double {
    func term(_ n: Int) -> Double { Double(n) * Double(n - 1) * Double(2 * n + 5) }
    return (term(count) - ties.reduce(0) { $0 + term($1) }) / 18
  }

  private static func median(_ sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Sen's interval: the slopes that lie so far from the middle that the score could be chance.
  private static func interval(_ sorted: [Double], variance: Double) -> ClosedRange<Double>? {
    let reach = 1.959_963_984_540_054 * variance.squareRoot()
    let n = Double(sorted.count)
    let upper = min(Int(((n + reach) / 2).rounded(.toNearestOrEven)), sorted.count - 1)
    let lower = max(Int(((n - reach) / 2).rounded(.toNearestOrEven)) - 1, 0)
    return lower <= upper ? sorted[lower]...sorted[upper] : nil
  }

  /// The lag-one autocorrelation of what the trend leaves, over neighbouring periods.
  private static func autocorrelation(
    _ points: [(period: Int, value: Double)], slope: Double
  ) -> Double? {
    let rest = points.map { ($0.period, $0.value - slope * Double($0.period)) }
    let mean = rest.reduce(0) { $0 + $1.1 } / Double(rest.count)
    let squares = rest.reduce(0) { $0 + ($1.1 - mean) * ($1.1 - mean) }
    let size = points.reduce(0) { max($0, abs($1.value)) }
    guard squares > 1e-20 * size * size else { return nil }
    var products = 0.0
    for (a, b) in zip(rest, rest.dropFirst()) where b.0 == a.0 + 1 {
      products += (a.1 - mean) * (b.1 - mean)
    }
    return products / squares
  }
}
