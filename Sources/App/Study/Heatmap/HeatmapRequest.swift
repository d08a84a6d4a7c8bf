internal import Areas
public import Disclosure
public import Heatmaps
internal import SpatialStatistics

/// All that is asked of a heatmap.
public struct HeatmapRequest: Sendable {
  /// How wide the kernel is.
  public enum Bandwidth: Hashable, Sendable {
    /// In metres.
    case metres(Double)
    /// Chosen by a rule in each gemeente; the median of these serves all.
    case rule(BandwidthRule)
  }

  /// The records: CSV, GeoJSON or GeoPackage.
  public var records: String
  /// A GeoPackage or GeoJSON files with areas, or a folder with label points.
  public var areas: [String]
  /// Names or codes; the five cities among the areas, or all, when empty.
  public var gemeenten: [String] = []
  /// The column with weights.
  public var weight: String?
  /// Columns that must hold one of some words.
  public var conditions: [(column: String, words: Set<String>)] = []
  /// The kernel.
  public var kernel: Kernel = .quartic
  /// The bandwidth.
  public var bandwidth: Bandwidth = .metres(500)
  /// The side of a cell in metres.
  public var cellSize: Double = 100
  /// The correction at the edge.
  public var edge: EdgeCorrection = .diggle
  /// Whether bandwidths follow the density.
  public var isAdaptive = false
  /// Whether the density is compared with that of inhabitants.
  public var isRelative = false
  /// What the points are.
  public var source: PointSource = .incidents
  /// How classes come about.
  public var breaks: PublishedGrid.Breaks = .chosen(.quantile, classes: 5)
  /// For whom the map is.
  public var audience: Audience = .openbaar
  /// Whether the records are made up.
  public var isSynthetic = false
  /// What the records are, for people.
  public var title = "Heatmap"
  /// The day to which the records refer, as `2024-12-31`; the end of the year of the areas if nil.
  public var peildatum: String?
  /// The language of legends.
  public var language: StudyLanguage = .nl

  /// Asks for a density with the usual settings.
  public init(records: String, areas: [String]) {
    self.records = records
    self.areas = areas
  }
}
