/// What is counted of records.
public enum Measure: Hashable, Sendable {
  /// The number of records.
  case count
  /// The number of different words in a column; empty cells do not count.
  case distinct(column: String)
  /// The sum of a column of numbers; cells without a number count as nothing. Behind it stand the records with a
  /// number other than nought, or their ``Contributors`` where records say whose they are.
  case sum(column: String)
}
