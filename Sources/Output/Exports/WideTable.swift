internal import Areas
internal import Indicators
internal import Tabulation

/// All indicators of a level side by side: one row per area.
struct WideTable {
  /// One indicator's columns: the value under its id, then its class and status.
  struct Column {
    let map: IndicatorMap
    /// Why numbers are missing, where a source says so of any area.
    private let reasons: (name: String, words: [String])?
    /// Of converted figures: how sure each is.
    private let grades: (name: String, words: [String])?
    /// Of an index whose certainty was found out: the interval of the score, the grade and the word.
    let certaintyNames: [String]

    init(_ map: IndicatorMap) {
      self.map = map
      let layer = map.layer
      reasons =
        layer.values.contains { $0.missing != nil }
        ? (layer.indicator.id + "_reden", layer.values.map { $0.missing?.word ?? "" }) : nil
      grades = layer.conversion.map {
        (layer.indicator.id + "_omgezet", $0.grades.map(\.word))
      }
      certaintyNames =
        layer.values.contains { $0.certainty != nil }
        ? ["laag", "hoog", "oordeel", "zekerheid"].map { "\(layer.indicator.id)_\($0)" } : []
    }

    /// Whether there is a column that says why numbers are missing.
    var hasReasons: Bool { reasons != nil }
    /// The columns of words that come last; a word is empty where there is nothing to say.
    var words: [(name: String, words: [String])] { [reasons, grades].compactMap(\.self) }
    var id: String { map.layer.indicator.id }
    var className: String { id + "_klasse" }
    var statusName: String { id + "_status" }
    var decimals: Int { map.layer.indicator.decimals }
    var names: [String] {
      [id, className, statusName] + certaintyNames + words.map(\.name)
    }
  }

  let layer: AreaLayer
  let columns: [Column]
  let document: MapDocument
  /// Whether any of the columns is made up.
  let isSynthetic: Bool

  /// The columns that say the same of every row.
  var marks: [(name: String, value: MapDocument.Mark)] { document.marks(isSynthetic: isSynthetic) }

  /// Takes the maps that are of the layer's level.
  init(layer: AreaLayer, maps: [IndicatorMap], document: MapDocument) {
    self.layer = layer
    self.document = document
    isSynthetic = maps.contains { $0.layer.level == layer.level && $0.layer.isSynthetic }
    columns = maps.filter { $0.layer.level == layer.level }.map { Column($0) }
  }

  /// The columns that name a row.
  static let identityNames = [
    "code", "naam", "niveau", "gemeentecode", "gemeentenaam", "peiljaar",
  ]
}
