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
  /// The number of months through the peildatum that count; all days when nil.
  public var months: Int?
  /// The kernel.
  public var kernel: Kernel = .quartic
  /// The bandwidth.
  public var bandwidth: Bandwidth = .metres(500)
  /// The side of a cell in metres; nil for 100, or more where the bandwidth needs it.
  public var cellSize: Double?
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
  /// Whether the number of records may be told, rounded: beside other counts of them it can tell what these hide.
  var tellsCount = true
  /// The language of legends.
  public var language: StudyLanguage = .nl

  /// What is wrong with the settings themselves, whatever the records are.
  var refusal: (any Error)? {
    guard source != .homes else { return GridRefusal.homeAddresses }
    if let cellSize, !(cellSize > 0 && cellSize.isFinite) {
      return HeatmapError.badCellSize(cellSize, bandwidth: .infinity)
    }
    guard !isAdaptive || edge != .uniform else { return HeatmapError.uniformWithAdaptive }
    if let rule = source.rule, let cellSize, cellSize < rule.minimumCellSize {
      return GridRefusal.cellTooSmall(
        cellSize, minimum: rule.minimumCellSize, bandwidth: rule.minimumBandwidth)
    }
    guard case .metres(let metres) = bandwidth else { return nil }
    guard metres > 0, metres.isFinite else { return HeatmapError.badBandwidth(metres) }
    if let rule = source.rule, metres < rule.minimumBandwidth {
      return GridRefusal.bandwidthTooSmall(metres, minimum: rule.minimumBandwidth)
    }
    let cellSize = cellSize(atBandwidth: metres)
    guard cellSize <= metres else {
      return HeatmapError.badCellSize(cellSize, bandwidth: metres)
    }
    guard let rule = source.rule else { return nil }
    let least = rule.smallestCell(atBandwidth: metres)
    return cellSize >= least
      ? nil : GridRefusal.cellTooSmall(cellSize, minimum: least, bandwidth: metres)
  }

  /// The side of a cell at a bandwidth.
  func cellSize(atBandwidth metres: Double) -> Double {
    if let cellSize { return cellSize }
    let least = source.rule?.smallestCell(atBandwidth: metres) ?? 0
    return max(100, (least / 50).rounded(.up) * 50)
  }

  /// Asks for a density with the usual settings.
  public init(records: String, areas: [String]) {
    self.records = records
    self.areas = areas
  }
}
