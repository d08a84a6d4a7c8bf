/// How a CSV file separates its fields.
public struct CSVDialect: Hashable, Sendable {
  /// The byte between fields.
  public var delimiter: UInt8

  /// Makes a dialect; the quote is always `"`, doubled inside a quoted field.
  public init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  /// Fields separated by `;`, usual in Dutch files.
  public static let semicolon = CSVDialect(delimiter: UInt8(ascii: ";"))
  /// Fields separated by `,`.
  public static let comma = CSVDialect(delimiter: UInt8(ascii: ","))
  /// Fields separated by tabs.
  public static let tab = CSVDialect(delimiter: UInt8(ascii: "\t"))

  /// The dialect that fits the beginning of a file best.
  ///
  /// For each delimiter the records of the sample are split; the one that gives the header more than
  /// one field and the most records as many fields as the header wins, and of equals the one with
  /// more fields. A file with one column counts as ``semicolon``.
  static func sniff(_ sample: [UInt8]) -> CSVDialect {
    var best = (dialect: semicolon, agreement: -1.0, fields: 1)
    for dialect in [semicolon, tab, comma] {
      let records = CSVRecords(sample, dialect: dialect, most: 100)
      guard records.count > 0 else { return semicolon }
      let fields = records.fieldCount(0)
      guard fields > 1 else { continue }
      let rows = records.count
      let agreeing = (0..<rows).count { records.fieldCount($0) == fields }
      let agreement = Double(agreeing) / Double(rows)
      if agreement > best.agreement || (agreement == best.agreement && fields > best.fields) {
        best = (dialect, agreement, fields)
      }
    }
    return best.dialect
  }
}
