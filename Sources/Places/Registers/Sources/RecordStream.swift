internal import Bytes
internal import CSV

/// The records of a CSV text of any length: some whole records at a time are in memory.
struct RecordStream {
  /// The names of the columns.
  let header: [String]
  let dialect: CSVDialect
  private var text: TextStream
  private var pending: [UInt8]
  private var isFirst = true
  private var atEnd = false
  private var rows = 0

  /// The longest record that is read, in bytes.
  static let recordLimit = 1 << 21

  /// Reads the header of the stream; `choose` takes the dialect by the headers that each would give.
  init(
    _ bytes: ByteStream,
    choose: ([(dialect: CSVDialect, header: [String])]) throws(RegisterSourceError) -> Int
  ) throws(RegisterSourceError) {
    text = TextStream(bytes)
    pending = []
    while !pending.contains(0x0A), !pending.contains(0x0D), pending.count < 1 << 16 {
      let block = try text.next()
      if block.isEmpty {
        atEnd = true
        break
      }
      pending += block
    }
    let head = Self.utf8(Array(pending.prefix(1 << 16)))
    guard !head.contains(0) else { throw .notText(path: bytes.name) }
    var found: [(dialect: CSVDialect, header: [String])] = []
    for delimiter in [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
      let dialect = CSVDialect(delimiter: delimiter)
      let records = CSVRecords(head, dialect: dialect, most: 1)
      guard records.count > 0 else { throw .empty(path: bytes.name) }
      found.append((dialect, records.texts(0).map(\.trimmed)))
    }
    let chosen = found[try choose(found)]
    header = chosen.header
    dialect = chosen.dialect
  }

  /// The next records, the header left out; nil at the end.
  mutating func next() throws(RegisterSourceError) -> (records: CSVRecords, first: Int)? {
    while true {
      // The first text may be less than a block; what is at hand is used before more is read.
      if !atEnd, !isFirst || pending.count < ByteStream.blockSize {
        let block = try text.next()
        if block.isEmpty { atEnd = true } else { pending += block }
      }
      let end =
        atEnd
        ? pending.count
        : ByteSurvey(pending, mark: UInt8(ascii: "\""))
          .endOfLastRecord(in: pending, dialect: dialect) ?? 0
      guard end > 0 else {
        if atEnd { return nil }
        guard pending.count <= Self.recordLimit else {
          throw .recordTooLong(path: text.bytes.name, row: rows + 1, limit: Self.recordLimit)
        }
        continue
      }
      var chunk = pending
      pending = Array(chunk[end...])
      chunk.removeLast(chunk.count - end)
      let survey = ByteSurvey(chunk, mark: 0)
      guard !survey.hasZero else { throw .notText(path: text.bytes.name) }
      if !survey.isASCII { chunk = Self.utf8(chunk) }
      let records = CSVRecords(chunk, dialect: dialect)
      let first = isFirst && records.count > 0 ? 1 : 0
      if records.count > 0 { isFirst = false }
      rows += records.count - first
      return (records, first)
    }
  }

  /// Whole lines as UTF-8: those that are not are Windows-1252.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    TextEncoding.isUTF8(bytes) ? bytes : TextEncoding.windows1252.utf8(bytes, skipping: 0)
  }
}
