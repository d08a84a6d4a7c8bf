internal import Bytes
internal import CSV

extension [UInt8] {
  /// Appends a record as it stands; one with too few or too many fields is brought to the width of the
  /// header, so that columns behind it keep their place and nothing is lost.
  mutating func append(
    record: Int, of records: CSVRecords, width: Int, dialect: CSVDialect
  ) {
    let fieldCount = records.fieldCount(record)
    if fieldCount <= width {
      append(copying: records.bytes.span.extracting(records.range(record)))
      for _ in fieldCount..<width { append(dialect.delimiter) }
      return
    }
    for field in 0..<(width - 1) {
      append(field: records.text(record, field), dialect: dialect)
      append(dialect.delimiter)
    }
    // All that is too much goes into the last column, as text, the quote that opens it included.
    var start = records.range(record, width - 1).lowerBound
    if start > records.range(record).lowerBound, records.bytes[start - 1] == UInt8(ascii: "\"") {
      start -= 1
    }
    let rest = records.bytes[start..<records.range(record).upperBound]
    append(field: String(decoding: rest, as: UTF8.self), dialect: dialect)
  }
}
