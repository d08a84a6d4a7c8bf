/// What the hot and cold spots of successive periods make of an area.
///
/// The names and rules are those of the tool Emerging Hot Spot Analysis of Esri, as its documentation
/// words them, put into one table in which exactly one row fits every history. What is hot
/// in a row is cold for the category of the same name: both come from the same rows.
public enum EmergingCategory: String, Hashable, Sendable, CaseIterable {
  /// Hot in the last period, and never before.
  case new
  /// Hot in the last periods, two or more without a break, and never before those.
  case consecutive
  /// Hot in at least 90 % of the periods and in the last, ever more strongly.
  case intensifying
  /// Hot in at least 90 % of the periods and in the last, without a trend.
  case persistent
  /// Hot in at least 90 % of the periods and in the last, ever less strongly.
  case diminishing
  /// Hot in the last period and on and off before, never cold.
  case sporadic
  /// Hot in the last period and on and off before, and cold at some time.
  case oscillating
  /// Hot in at least 90 % of the periods, but not in the last, and not cold in the last either: that
  /// is a new cold spot.
  case historical
}

/// The category of an area and whether it is one of heat or of cold.
public struct EmergingPattern: Hashable, Sendable {
  /// The category.
  public let category: EmergingCategory
  /// Whether high values cluster; otherwise low ones.
  public let isHot: Bool

  /// Makes a pattern.
  public init(category: EmergingCategory, isHot: Bool) {
    self.category = category
    self.isHot = isHot
  }
}

/// What decides about the category of an area, seen from one side.
struct SpotHistory: Hashable, Sendable {
  /// Which share of the periods is hot.
  enum Share: Hashable, Sendable, CaseIterable { case under90, from90 }
  /// When the area was hot before the run with which the series ends.
  enum Before: Hashable, Sendable, CaseIterable { case never, sometimes }
  /// How the series ends.
  enum End: Hashable, Sendable, CaseIterable { case neither, cold, onePeriod, severalPeriods }
  /// Whether the heat changes over time.
  enum Trend: Hashable, Sendable, CaseIterable { case rising, none, falling }

  var end: End
  var share: Share
  var before: Before
  var wasCold: Bool
  var trend: Trend
}

/// A row of the table: what must hold; nil where it makes no difference.
struct EmergingRule: Sendable {
  let category: EmergingCategory
  let end: [SpotHistory.End]
  let share: SpotHistory.Share
  var before: SpotHistory.Before?
  var wasCold: Bool?
  var trend: SpotHistory.Trend?

  func fits(_ history: SpotHistory) -> Bool {
    end.contains(history.end) && share == history.share
      && before.map { $0 == history.before } ?? true
      && wasCold.map { $0 == history.wasCold } ?? true
      && trend.map { $0 == history.trend } ?? true
  }

  /// The table. A history that no row fits has no pattern.
  static let all: [EmergingRule] = [
    EmergingRule(category: .new, end: [.onePeriod], share: .under90, before: .never),
    EmergingRule(category: .consecutive, end: [.severalPeriods], share: .under90, before: .never),
    EmergingRule(
      category: .intensifying, end: [.onePeriod, .severalPeriods], share: .from90, trend: .rising),
    EmergingRule(
      category: .persistent, end: [.onePeriod, .severalPeriods], share: .from90,
      trend: SpotHistory.Trend.none),
    EmergingRule(
      category: .diminishing, end: [.onePeriod, .severalPeriods], share: .from90, trend: .falling),
    EmergingRule(
      category: .sporadic, end: [.onePeriod, .severalPeriods], share: .under90, before: .sometimes,
      wasCold: false),
    EmergingRule(
      category: .oscillating, end: [.onePeriod, .severalPeriods], share: .under90,
      before: .sometimes, wasCold: true),
    EmergingRule(category: .historical, end: [.neither], share: .from90),
  ]
}

/// The z-values of an area over successive periods, and what they make of it.
public struct EmergingHotSpots: Sendable {
  /// A period of an area.
  public struct Bin: Hashable, Sendable {
    /// The z-value of Gi* in the period.
    public let z: Double
    /// Its p-value, two-sided, adjusted for the number of tests.
    public let p: Double

    /// Makes a bin.
    public init(z: Double, p: Double) {
      self.z = z
      self.p = p
    }
  }

  /// The pattern; nil when there is none.
  public let pattern: EmergingPattern?
  /// The periods that are hot.
  public let hotCount: Int
  /// The periods that are cold.
  public let coldCount: Int
  /// Kendall's test on the z-values, or why it could not be done; a constant series has no trend.
  public let trend: Result<MannKendall, MannKendall.Failure>

  /// Why an area has no history.
  public enum Failure: Error, Hashable, Sendable {
    /// There are fewer periods than ``MannKendall/fewestValues``.
    case tooFewPeriods(Int)
    /// A z-value is not a number or a p-value not 0 to 1.
    case value(period: Int)
    /// The level of significance is not above 0 and below 1.
    case level(Double)
  }

  /// Classifies an area.
  ///
  /// A period is hot when z is above zero and p at most `level`, cold when z is below zero and p at
  /// most `level`. The trend is significant when its p is at most `trendLevel`.
  /// - Throws: ``Failure``.
  public init(_ bins: [Bin], level: Double = 0.05, trendLevel: Double = 0.05) throws(Failure) {
    guard bins.count >= MannKendall.fewestValues else { throw .tooFewPeriods(bins.count) }
    for value in [level, trendLevel] {
      guard value > 0, value < 1 else { throw .level(value) }
    }
    for (period, bin) in bins.enumerated() {
      guard bin.z.isFinite, (0...1).contains(bin.p) else { throw .value(period: period) }
    }
    let hot = bins.map { $0.z > 0 && $0.p <= level }
    let cold = bins.map { $0.z < 0 && $0.p <= level }
    do throws(MannKendall.Failure) {
      trend = .success(try MannKendall(bins.map { $0.z }))
    } catch {
      trend = .failure(error)
    }
    hotCount = hot.count { $0 }
    coldCount = cold.count { $0 }
    var direction = 0
    if case .success(let test) = trend, test.p <= trendLevel { direction = test.score.signum() }
    let asHot = Self.category(hot, cold, direction: direction)
    let asCold = Self.category(cold, hot, direction: -direction)
    pattern =
      asHot.map { EmergingPattern(category: $0, isHot: true) }
      ?? asCold.map { EmergingPattern(category: $0, isHot: false) }
  }

  /// The category from one side. No history has one from both: each needs the last period, or nine
  /// tenths of all and a last period that is neither.
  private static func category(
    _ hot: [Bool], _ cold: [Bool], direction: Int
  ) -> EmergingCategory? {
    let run = hot.reversed().prefix { $0 }.count
    let history = SpotHistory(
      end: run > 1 ? .severalPeriods : run == 1 ? .onePeriod : cold.last == true ? .cold : .neither,
      share: 10 * hot.count { $0 } >= 9 * hot.count ? .from90 : .under90,
      before: hot.dropLast(run).contains(true) ? .sometimes : .never,
      wasCold: cold.contains(true),
      trend: direction > 0 ? .rising : direction < 0 ? .falling : SpotHistory.Trend.none)
    return EmergingRule.all.first { $0.fits(history) }?.category
  }
}
