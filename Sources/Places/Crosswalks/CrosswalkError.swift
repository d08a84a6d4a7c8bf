public import CSV

/// Why there is no crosswalk.
public enum CrosswalkError: Error, Sendable {
  /// The file could not be read as a table.
  case csv(CSVError)
  /// The file lacks a column.
  case missingColumn(path: String, column: String, known: [String])
  /// A row is not understood; the first below the header is 1.
  case badRow(path: String, row: Int)
  /// The same two areas stand on two rows.
  case twice(path: String, from: String, to: String)
  /// The shares of an area do not add up to 1.
  case shares(path: String, code: String, sum: Double)
  /// Rows are of different years or levels.
  case mixed(path: String)
  /// No address lies in areas of both sides.
  case noCommonAddress
  /// The addresses have no coordinates.
  case noPositions
}
