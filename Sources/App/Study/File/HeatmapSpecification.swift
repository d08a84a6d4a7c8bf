public import Indicators

/// A heatmap that a study asks for.
public struct HeatmapSpecification: Sendable {
  /// Names the layers: `heatmap_<id>`.
  public var id: Located<String>
  /// What the records are, for legends.
  public var title: LocalizedText
  /// The id of the records.
  public var records: Located<String>
  /// The columns that must hold one of some words, by role; a word may end in `*`.
  public var conditions: [(column: String, words: [String])]
  /// The column with the weight of each record, by role.
  public var weight: String?
  /// The number of months through the peildatum that count; all days when nil.
  public var months: Int?
  /// Kernel, bandwidth, cells, edge, classes and what the points are.
  public var settings: HeatmapRequest
}
