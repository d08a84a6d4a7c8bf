internal import Areas
internal import Cartography
internal import Composites
internal import Disclosure
public import Indicators
internal import SpatialStatistics
internal import Tables
internal import Tabulation

/// How each number of an area came about, from published values alone.
public struct AreaExplanation: Sendable {
  /// A value of the area, or of an area that it lies in, on the same scale.
  public struct Compared: Sendable {
    /// The level of the area.
    public let level: String
    /// Its name.
    public let name: String
    /// Its value; nil without one.
    public let value: Double?
    /// Why there is none.
    public let status: IndicatorValue.Status
  }

  /// A figure of a source that went into an indicator.
  public struct Source: Sendable {
    /// What it counts, by the name of its column or as a description of a count.
    public let column: String
    /// What may be known of it; nil when it is missing.
    public let value: Double?
    /// The bounds, when only an interval is known.
    public let bounds: ClosedRange<Double>?
    /// Why it is missing, in words; nil when it is there.
    public let missing: LocalizedText?
    /// The source, with its year as the study gives it.
    public let source: String?
    /// Whether it is made up.
    public let isSynthetic: Bool
  }

  /// An indicator of the area.
  public struct Value: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// Its value and status.
    public let value: IndicatorValue
    /// The class on the map, counted from 1, and of how many; nil without one.
    public let classNumber: (number: Int, count: Int)?
    /// The areas that it lies in.
    public let compared: [Compared]
    /// What it was made of.
    public let sources: [Source]
  }

  /// What an indicator adds to an index.
  public struct Contribution: Sendable {
    /// The indicator, with its value in this area.
    public let value: Value
    /// Its share of the weight of the index, when all figures are there.
    public let weight: Double
    /// Its share of the weight in the score of this area; nil when it does not count in it.
    public let countedWeight: Double?
    /// Whether a higher number means less of the subject.
    public let isReversed: Bool
    /// Its score, 0 to 100; nil without one.
    public let score: Double?
    /// What it adds, with one decimal; nil without a score. With the start and the others it adds up to
    /// the score of the index as it is shown.
    public let points: Double?
    /// Why it takes no part in any area; nil when it does.
    public let leftOut: LocalizedText?
  }

  /// An index of the area.
  public struct Index: Sendable {
    /// The index as an indicator.
    public let value: Value
    /// The score of an area that has the median on every indicator, with one decimal.
    public let start: Double?
    /// What each indicator adds, largest first, those that add nothing for want of a figure last.
    public let contributions: [Contribution]
    /// The share of the weight that has a number.
    public let presentWeight: Double
    /// The least share for a score.
    public let neededWeight: Double
  }

  /// The code.
  public let code: String
  /// The name.
  public let name: String
  /// The level.
  public let level: String
  /// The gemeente.
  public let gemeentenaam: String
  /// The title of the study.
  public let title: LocalizedText
  /// The day to which the results refer.
  public let peildatum: String
  /// The edition of the areas.
  public let edition: String
  /// For whom the values are.
  public let audience: String
  /// What everything made from the study bears.
  public let stamps: [String]
  /// The indices.
  public let indices: [Index]
  /// The indicators of the study that are there at the level of the area.
  public let indicators: [Value]

  /// The sentence that stands under every explanation.
  public static let reach = LocalizedText(
    nl: "Deze getallen gaan over een gebied. Zij zeggen niets over wie er woont of werkt.",
    en: "These numbers are about an area. They say nothing about who lives or works there.")
}
