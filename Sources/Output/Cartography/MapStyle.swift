/// How a map is drawn: its classes, its areas without class, and the words around it.
public struct MapStyle: Hashable, Sendable {
  /// What is shown.
  public var title: String
  /// The unit, denominator included.
  public var unit: String
  /// The column with values.
  public var field: String
  /// The column that says why there is a value, or none.
  public var statusField: String
  /// The classes, low first; none when there are no values.
  public var classes: [LegendClass]
  /// What cannot be missed: made-up data, for whom, schematic boundaries.
  public var stamps: [String]
  /// What the map says and does not say, source and date.
  public var abstract: String
  /// Digits after the point in the legend.
  public var decimals: Int
  /// The language of the legend.
  public var language: Language

  /// Makes a style.
  public init(
    title: String, unit: String, field: String = "waarde", statusField: String = "status",
    classes: [LegendClass], stamps: [String], abstract: String, decimals: Int, language: Language
  ) {
    self.title = title
    self.unit = unit
    self.field = field
    self.statusField = statusField
    self.classes = classes
    self.stamps = stamps
    self.abstract = abstract
    self.decimals = decimals
    self.language = language
  }

  /// The title with unit and stamps, as it stands above a legend.
  public var heading: String {
    (stamps.map { "[\($0)]" } + ["\(title) (\(unit))"]).joined(separator: " ")
  }

  /// The label of a class; the first one also bears the stamps, since a legend shows no title.
  func label(_ index: Int) -> String {
    let label = classes[index].label(decimals: decimals, language: language)
    return index == 0 && !stamps.isEmpty
      ? "\(label)  [\(stamps.joined(separator: ", "))]" : label
  }
}

/// Why an area has no class, as a legend shows it; the raw values are those of the data column.
enum UnclassedStatus: String, CaseIterable {
  case suppressed = "onderdrukt"
  case fewData = "weinig_gegevens"
  case noData = "geen_gegevens"

  func label(_ language: Language) -> String {
    switch (self, language) {
    case (.suppressed, .nl): "Onderdrukt (te weinig om te tonen)"
    case (.suppressed, .en): "Suppressed (too few to show)"
    case (.fewData, .nl): "Weinig gegevens"
    case (.fewData, .en): "Few data"
    case (.noData, .nl): "Geen gegevens"
    case (.noData, .en): "No data"
    }
  }

  /// Grey, and another hatch for each, so that they differ without colour too.
  var fill: (color: Color, qgis: String, mark: String) {
    switch self {
    case .suppressed: (Color(0x8C8C8C), "b_diagonal", "shape://slash")
    case .fewData: (Color(0x8C8C8C), "dense5", "shape://dot")
    case .noData: (Color(0xD9D9D9), "solid", "")
    }
  }
}
