/// Splits the bytes of a chunk into records and fields.
///
/// RFC 4180 with what files in the wild add: any line ending (LF, CRLF, CR), a quote only opens a
/// field at its beginning, text after a closing quote is kept as it is, a quote that never closes
/// ends with the chunk.
/// - Complexity: one pass over the bytes.
public struct CSVScanner: Sendable {
  static let quote = UInt8(ascii: "\"")
  private let bytes: [UInt8]
  private let delimiter: UInt8
  /// Where the next record begins.
  private(set) var position: Int
  /// The lines passed so far.
  private(set) var line: Int

  /// Starts at the first byte; `bytes` are whole records in UTF-8.
  public init(bytes: [UInt8], dialect: CSVDialect) {
    self.bytes = bytes
    self.delimiter = dialect.delimiter
    self.position = 0
    self.line = 0
  }

  /// Fills `row` with the next record; false when there is none.
  public mutating func next(_ row: inout CSVRow) -> Bool {
    // A second reference, so that the span does not hold on to `self`.
    let held = self.bytes
    let bytes = held.span
    let count = bytes.count
    guard position < count else { return false }
    row.start = position
    row.line = line
    row.fields.removeAll(keepingCapacity: true)
    var index = position
    var fieldStart = index
    while true {
      if index < count, bytes[index] == Self.quote, index == fieldStart {
        index = quotedField(bytes, from: index, row: &row)
      } else {
        while index < count, !endsField(bytes[index]) { index += 1 }
        row.fields.append(.init(start: fieldStart, end: index, quoted: false))
      }
      if index < count, bytes[index] == delimiter {
        index += 1
        fieldStart = index
        continue
      }
      row.end = index
      if index < count {
        let isCR = bytes[index] == 0x0D
        index += 1
        if isCR, index < count, bytes[index] == 0x0A { index += 1 }
        line += 1
      }
      position = index
      return true
    }
  }

  @inline(__always)
  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  /// Reads a field that begins with a quote and gives the place after it.
  private mutating func quotedField(
    _ bytes: Span<UInt8>, from open: Int, row: inout CSVRow
  ) -> Int {
    var index = open + 1
    while index < bytes.count {
      if bytes[index] == Self.quote {
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          index += 1
        } else {
          break
        }
      } else if bytes[index] == 0x0A {
        line += 1
      }
      index += 1
    }
    let close = index
    if index < bytes.count { index += 1 }
    let afterQuote = index
    while index < bytes.count, !endsField(bytes[index]) { index += 1 }
    // Text after the closing quote: the field is taken literally, quotes and all.
    let literal = index > afterQuote
    row.fields.append(
      .init(start: literal ? open : open + 1, end: literal ? index : close, quoted: !literal))
    return index
  }
}
