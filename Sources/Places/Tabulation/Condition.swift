public import Geocoding

/// Which records are counted.
public enum Condition: Hashable, Sendable {
  /// The word in the column is one of these; a word that ends in `*` stands for every word that
  /// begins like it.
  case among(column: String, words: [String])
  /// The column holds a code of a classification of economic activities that is one of these, or lies
  /// below one that ends in `*`; see ``SectorCode``. Dots and blanks in a code mean nothing.
  case sector(column: String, codes: [String])
  /// The number in the column is `least` or more, and below `limit`; a cell without a number does not count.
  case number(column: String, least: Double?, below: Double?)
  /// At an address where at least `minimum` records stand of those that meet `conditions`.
  case sharedAddress(column: String, minimum: Int, among: [Condition])
  /// Running on `date`: begun on or before it and not ended on or before it. A record without end
  /// runs on; one without a readable beginning does not count.
  case active(start: String, end: String, on: RecordDate)
  /// Begun or ended in the period, both days included.
  case changed(start: String, end: String, in: DayPeriod)
  /// Begun in the period, both days included.
  case begun(start: String, in: DayPeriod)
  /// Ended in the period, both days included.
  case ended(end: String, in: DayPeriod)
  /// Dated in the period, both days included.
  case dated(column: String, in: DayPeriod)

  /// The columns that the condition looks at, and as what.
  public var columns: [(name: String, kind: RecordColumn.Kind)] {
    switch self {
    case .among(let column, _), .sector(let column, _): [(column, .category)]
    case .number(let column, _, _): [(column, .number)]
    case .sharedAddress(let column, _, let conditions):
      [(column, .address)] + conditions.flatMap(\.columns)
    case .active(let start, let end, _), .changed(let start, let end, _):
      [(start, .date), (end, .date)]
    case .dated(let column, _), .begun(let column, _), .ended(let column, _): [(column, .date)]
    }
  }
}
