internal import Areas
internal import Indicators
internal import Tabulation

/// All indicators of a level side by side: one row per area.
struct WideTable {
  /// One indicator's columns: the value under its id, then its class and status.
  struct Column {
    let map: IndicatorMap
    var id: String { map.layer.indicator.id }
    var className: String { id + "_klasse" }
    var statusName: String { id + "_status" }
    var decimals: Int { map.layer.indicator.decimals }
    /// Of a column with converted figures: how sure each is, as a fourth column.
    var grades: (name: String, words: [String])? {
      map.layer.conversion.map { (id + "_omgezet", $0.grades.map(\.word)) }
    }
    /// Of an index whose certainty was found out: the interval of the score, the grade and the word.
    var certaintyNames: [String] {
      map.layer.values.contains { $0.certainty != nil }
        ? ["laag", "hoog", "oordeel", "zekerheid"].map { "\(id)_\($0)" } : []
    }
    var names: [String] {
      [id, className, statusName] + certaintyNames + (grades.map { [$0.name] } ?? [])
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
    columns = maps.filter { $0.layer.level == layer.level }.map(Column.init)
  }

  /// The columns that name a row.
  static let identityNames = [
    "code", "naam", "niveau", "gemeentecode", "gemeentenaam", "peiljaar",
  ]
}
