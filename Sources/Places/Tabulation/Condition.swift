public import Geocoding

/// Which records are counted.
public enum Condition: Hashable, Sendable {
  /// The word in the column is one of these; a word that ends in `*` stands for every word that
  /// begins like it.
  case among(column: String, words: [String])
  /// Running on `date`: begun on or before it and not ended on or before it. A record without end
  /// runs on; one without a readable beginning does not count.
  case active(start: String, end: String, on: RecordDate)
  /// Begun or ended in the period, both days included.
  case changed(start: String, end: String, in: DayPeriod)
  /// Dated in the period, both days included.
  case dated(column: String, in: DayPeriod)

  /// The columns that the condition looks at, and as what.
  public var columns: [(name: String, kind: RecordColumn.Kind)] {
    switch self {
    case .among(let column, _): [(column, .category)]
    case .active(let start, let end, _), .changed(let start, let end, _):
      [(start, .date), (end, .date)]
    case .dated(let column, _): [(column, .date)]
    }
  }
}
