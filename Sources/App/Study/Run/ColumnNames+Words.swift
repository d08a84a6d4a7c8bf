public import CSV

extension ColumnNames {
  /// The names for a sentence: `Its columns: id, soort.`
  public var sentence: String {
    let list = "Its columns: \(labels.joined(separator: ", "))."
    guard withheld > 0 else { return list }
    return list
      + " Names that may be values of a record are not repeated: perhaps there is no line with names."
  }
}
