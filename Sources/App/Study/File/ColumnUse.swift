internal import Geocoding

/// Who looks at a column of records, and what it is read as.
public struct ColumnUse: Hashable, Sendable {
  /// The indicator, table or heatmap.
  public let user: String
  /// What the cells are, in words.
  public let cells: String

  init(_ user: String, _ kind: RecordColumn.Kind) {
    self.user = user
    cells =
      switch kind {
      case .category: "words"
      case .date: "days"
      case .number: "numbers"
      case .address: "an address"
      }
  }
}
