/// Writing fields of a CSV file.
extension [UInt8] {
  /// Appends `text` as one field: between quotes when it holds the delimiter, a quote, a line break,
  /// or begins or ends with a blank.
  public mutating func append(field text: String, dialect: CSVDialect) {
    let bytes = Array(text.utf8)
    let needsQuotes =
      bytes.contains {
        $0 == dialect.delimiter || $0 == CSVRecords.quote || $0 == 0x0A || $0 == 0x0D
      } || bytes.first == 0x20 || bytes.last == 0x20
    guard needsQuotes else {
      append(contentsOf: bytes)
      return
    }
    append(CSVRecords.quote)
    for byte in bytes {
      if byte == CSVRecords.quote { append(CSVRecords.quote) }
      append(byte)
    }
    append(CSVRecords.quote)
  }

  /// Appends fields with delimiters between them and a line feed.
  public mutating func append(record fields: some Sequence<String>, dialect: CSVDialect) {
    var isFirst = true
    for field in fields {
      if !isFirst { append(dialect.delimiter) }
      append(field: field, dialect: dialect)
      isFirst = false
    }
    append(0x0A)
  }
}
