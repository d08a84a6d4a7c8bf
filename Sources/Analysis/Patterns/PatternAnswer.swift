public import Areas
public import Indicators
public import Tabulation

/// The answer to a question about a pattern: what is known of every area, over all and per gemeente.
///
/// Holds published values, and what follows from them and from who is whose neighbour.
public struct PatternAnswer: Sendable {
  /// What the values are.
  public struct Subject: Hashable, Sendable {
    /// The id of the indicator, or of the table of counts.
    public let id: String
    /// Its name.
    public let name: LocalizedText
    /// The unit of the values.
    public let unit: LocalizedText
    /// Digits behind the comma that people see.
    public let decimals: Int
    /// What the values do not say.
    public let saysNot: LocalizedText
    /// The sources, sorted.
    public let sources: [String]
    /// Whether made-up numbers went in.
    public let isSynthetic: Bool
    /// The first and last period and their number, of a trend.
    public let periods: Periods?
    /// How the values were converted from other areas; nil when they were not.
    public var conversion: ColumnConversion?
    /// Whether areas with too few data are also scores that are too unsure for a class.
    public var hasUnsure = false
  }

  /// The periods of a trend.
  public struct Periods: Hashable, Sendable {
    /// The first.
    public let first: String
    /// The last.
    public let last: String
    /// How many there are.
    public let count: Int
    /// The number of seasons in a year that were told apart; 1 when none.
    public let seasons: Int
  }

  /// The question.
  public let question: PatternQuestion
  /// What the values are.
  public let subject: Subject
  /// The level of the areas.
  public let level: AreaLevel
  /// The codes of the areas, sorted.
  public let codes: [String]
  /// The gemeente of each area.
  public let gemeentecodes: [String]
  /// The value of each area; of a trend that of the last period. Nil when it takes no part.
  public let values: [Double?]
  /// Why an area has a value that takes part, or none.
  public let statuses: [IndicatorValue.Status]
  /// All areas compared with each other; nil when that was not asked for.
  public let whole: PatternMap?
  /// The areas of each gemeente compared among themselves; nil when that was not asked for.
  public let perCity: PatternMap?
}

/// What is known of every area when certain areas are compared with each other.
public struct PatternMap: Sendable {
  /// Whether each gemeente was compared by itself.
  public let isPerCity: Bool
  /// One per area; nil where the area has no value.
  public let cells: [PatternCell?]
  /// The comparisons, in the order of gemeenten; one when all areas are compared.
  public let parts: [PatternPart]
}

/// What is known of one area.
public struct PatternCell: Hashable, Sendable {
  /// I, G, or of a trend the median change per period; nil where it has no meaning.
  public var statistic: Double?
  /// Its distance from what chance gives, in standard deviations.
  public var z: Double?
  /// The two-sided p-value.
  public var p: Double?
  /// The p-value adjusted for the number of tests (Benjamini-Hochberg).
  public var adjusted: Double?
  /// What the area is.
  public var label: PatternLabel
}

/// Areas that were compared with each other.
public struct PatternPart: Sendable {
  /// Why areas could not be compared.
  public enum Refusal: Hashable, Sendable {
    /// More than half have no value that may be used.
    case mostWithoutValue
    /// So few have a value and neighbours; at least 4 are needed.
    case tooFewAreas(Int)
    /// All values are equal.
    case constant
    /// There are so few periods; at least 4 are needed.
    case tooFewPeriods(Int)
  }

  /// Whether and how far neighbours resemble each other: Moran's I.
  public struct Clustering: Hashable, Sendable {
    /// Moran's I: 0 when values lie anyhow, 1 when neighbours are alike.
    public let moran: Double
    /// What is expected by chance.
    public let expected: Double
    /// The distance from that in standard deviations.
    public let z: Double?
    /// The two-sided p-value of permutations of the whole map.
    public let p: Double?
    /// How many of those were drawn.
    public let permutations: Int
  }

  /// The gemeente; nil when all areas are compared.
  public let gemeentecode: String?
  /// The number of areas.
  public let areaCount: Int
  /// The codes of areas without a value that takes part, by reason.
  public let leftOut: [IndicatorValue.Status: [String]]
  /// The codes of areas with a value and without neighbours: left out too.
  public internal(set) var islands: [String] = []
  /// The number of links between neighbours; a pair has two.
  public internal(set) var linkCount = 0
  /// The number of parts of the map that no neighbours connect.
  public internal(set) var componentCount = 0
  /// Why there is no result; nil when there is.
  public internal(set) var refusal: Refusal?
  /// Of clusters, how far neighbours resemble each other.
  public internal(set) var clustering: Clustering?
  /// The number of tests: areas with a p-value.
  public internal(set) var testCount = 0
  /// The largest p-value that is significant; nil when none is.
  public internal(set) var cut: Double?
  /// How many areas have each label.
  public internal(set) var labelCounts: [PatternLabel: Int] = [:]

  /// The smallest p-value that a test could give, with so many permutations or periods; nil when nothing
  /// limits it.
  public internal(set) var smallestP: Double?

  /// The areas that differ from what chance would give.
  public var findingCount: Int {
    labelCounts.reduce(0) { $0 + ($1.key.isFinding ? $1.value : 0) }
  }

  /// Whether there are so few permutations or periods that a single area among so many could not be found
  /// significant, however extreme.
  public func isCoarse(significance: Double) -> Bool {
    smallestP.map { $0 * Double(testCount) > significance } ?? false
  }

  /// Whether there are so few that no number of areas could be.
  public func isHopeless(significance: Double) -> Bool {
    smallestP.map { $0 > significance } ?? false
  }
}
