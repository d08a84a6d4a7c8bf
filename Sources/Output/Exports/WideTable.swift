internal import Areas
internal import Indicators
internal import Tabulation

/// All indicators of a level side by side: one row per area.
struct WideTable {
  /// One indicator's columns: the value under its id, then its class and status. An object, since every row
  /// looks at every column, and a copy of all that a map holds costs more than the look.
  final class Column: Sendable {
    let map: IndicatorMap
    /// Whether there is a column that says why numbers are missing.
    let hasReasons: Bool
    /// The columns of words that come last; a word is empty where there is nothing to say.
    let words: [(name: String, words: [String])]
    /// Of an index whose certainty was found out: the interval of the score, the grade and the word.
    let certaintyNames: [String]

    init(_ map: IndicatorMap) {
      self.map = map
      let layer = map.layer
      let id = layer.indicator.id
      self.id = id
      className = id + "_klasse"
      statusName = id + "_status"
      decimals = layer.indicator.decimals
      // Why numbers are missing or without a class, where that is known of any area.
      hasReasons = layer.values.contains { $0.reasonWord != nil }
      var words: [(name: String, words: [String])] = []
      if hasReasons {
        words.append((id + "_reden", layer.values.map { $0.reasonWord ?? "" }))
      }
      // Of converted figures: how sure each is.
      if let grades = layer.conversion?.grades {
        words.append((id + "_omgezet", grades.map(\.word)))
      }
      self.words = words
      certaintyNames =
        layer.values.contains { $0.certainty != nil }
        ? ["laag", "hoog", "oordeel", "zekerheid"].map { "\(id)_\($0)" } : []
    }

    let id: String
    let className: String
    let statusName: String
    let decimals: Int
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
