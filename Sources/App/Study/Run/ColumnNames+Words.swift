public import CSV

extension ColumnNames {
  /// The names for a sentence: `Its columns: id, soort.`
  public var sentence: String {
    let more = labels.count - Self.most
    let list =
      "Its columns: \(labels.prefix(Self.most).joined(separator: ", "))"
      + (more > 0 ? " and \(more) more." : ".")
    guard withheld > 0 else { return list }
    return list
      + " Names that may be values of a record are not repeated: perhaps there is no line with names."
  }

  /// How many names a sentence repeats.
  private static let most = 20
}
