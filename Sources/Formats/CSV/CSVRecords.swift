/// The records of a chunk: where each field stands in its bytes.
///
/// RFC 4180 with what files in the wild add: any line ending (LF, CRLF, CR), a quote only opens a
/// field at its beginning, a field with text after its closing quote is taken literally, a quote that
/// never closes ends with the chunk, blank lines are no records.
/// - Complexity: one pass over the bytes; 8 bytes of memory a field and 12 a record.
public struct CSVRecords: Sendable {
  /// The bytes of the chunk, UTF-8.
  public let bytes: [UInt8]
  private var fields: [Field] = []
  private var firstFields: [UInt32] = [0]
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  static let quote = UInt8(ascii: "\"")
  private static let quotedMark: UInt32 = 1 << 31

  /// Where a field begins and ends, without quotes around it; the end has a mark when it had quotes.
  private struct Field: Sendable {
    let start: UInt32
    let markedEnd: UInt32
  }

  /// Splits whole records in UTF-8; of more than `most` records the rest is left out.
  public init(_ bytes: [UInt8], dialect: CSVDialect, most: Int = .max) {
    self.bytes = bytes
    let delimiter = dialect.delimiter
    let span = bytes.span
    let count = span.count
    fields.reserveCapacity(count / 8)
    var index = 0
    while index < count, starts.count < most {
      let start = index
      record: while true {
        let fieldStart = index
        if index < count, span[index] == Self.quote {
          fields.append(Self.quotedField(span, delimiter: delimiter, index: &index))
        } else {
          while index < count {
            let byte = span[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index += 1
          }
          fields.append(Field(start: UInt32(fieldStart), markedEnd: UInt32(index)))
        }
        guard index < count, span[index] == delimiter else { break record }
        index += 1
      }
      let end = index
      if index < count {
        let isCR = span[index] == 0x0D
        index += 1
        if isCR, index < count, span[index] == 0x0A { index += 1 }
      }
      if end == start {
        fields.removeLast()
      } else {
        starts.append(UInt32(start))
        ends.append(UInt32(end))
        firstFields.append(UInt32(fields.count))
      }
    }
  }

  /// Reads a field that begins with a quote and moves `index` to the place after it.
  private static func quotedField(
    _ bytes: Span<UInt8>, delimiter: UInt8, index: inout Int
  ) -> Field {
    let open = index
    index += 1
    while index < bytes.count {
      if bytes[index] == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
        index += 1
      }
      index += 1
    }
    let close = index
    if index < bytes.count { index += 1 }
    let afterQuote = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      index += 1
    }
    return index > afterQuote
      ? Field(start: UInt32(open), markedEnd: UInt32(index))
      : Field(start: UInt32(open + 1), markedEnd: UInt32(close) | quotedMark)
  }

  /// The number of records.
  public var count: Int { starts.count }

  /// The number of fields of a record; one with another number than the header is ragged.
  public func fieldCount(_ record: Int) -> Int {
    Int(firstFields[record + 1] - firstFields[record])
  }

  /// Where a record stands in the bytes, line ending excluded.
  public func range(_ record: Int) -> Range<Int> { Int(starts[record])..<Int(ends[record]) }

  /// Where the content of a field stands in the bytes: without the quotes around it, doubled quotes
  /// inside it still doubled.
  public func range(_ record: Int, _ field: Int) -> Range<Int> {
    let place = fields[Int(firstFields[record]) + field]
    return Int(place.start)..<Int(place.markedEnd & ~Self.quotedMark)
  }

  /// Whether the quote of the last field of a record never closes.
  public func isUnclosed(_ record: Int) -> Bool {
    let last = fields[Int(firstFields[record + 1]) - 1]
    return last.markedEnd & Self.quotedMark != 0
      && last.markedEnd & ~Self.quotedMark == ends[record]
  }

  /// The text of a field, quotes resolved, blanks around it kept.
  public func text(_ record: Int, _ field: Int) -> String {
    let range = range(record, field)
    let isQuoted = fields[Int(firstFields[record]) + field].markedEnd & Self.quotedMark != 0
    guard isQuoted else { return String(decoding: bytes[range], as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      text.append(bytes[index])
      // Inside quotes every quote is doubled.
      index += bytes[index] == Self.quote ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The records with nothing but their fields: each ended by a zero, and each record by 255, which text does not
  /// hold. Delimiters, quotes and line endings make no difference; doubled quotes stand once.
  public var plainBytes: [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count + count)
    for record in 0..<count {
      for field in Int(firstFields[record])..<Int(firstFields[record + 1]) {
        let end = Int(fields[field].markedEnd & ~Self.quotedMark)
        var index = Int(fields[field].start)
        if fields[field].markedEnd & Self.quotedMark == 0 {
          plain += bytes[index..<end]
        } else {
          while index < end {
            plain.append(bytes[index])
            index += bytes[index] == Self.quote ? 2 : 1
          }
        }
        plain.append(0)
      }
      plain.append(0xFF)
    }
    return plain
  }

  /// All fields of a record as text.
  public func texts(_ record: Int) -> [String] {
    (0..<fieldCount(record)).map { text(record, $0) }
  }
}
