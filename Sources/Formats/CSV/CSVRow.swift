/// One record of a CSV file: where its fields stand in the bytes of its chunk.
///
/// A value that is filled again for each record, so that reading a million records makes no million
/// objects.
public struct CSVRow: Sendable {
  /// Where the record begins in the chunk.
  public internal(set) var start = 0
  /// Where the record ends in the chunk, line ending excluded.
  public internal(set) var end = 0
  /// The line of the chunk, counted from 0, on which the record begins.
  public internal(set) var line = 0
  var fields: [Field] = []

  struct Field: Sendable {
    var start: Int
    var end: Int
    var quoted: Bool
  }

  /// Makes an empty record to be filled by ``CSVScanner/next(_:)``.
  public init() {}

  /// The number of fields; a record with another number than the header is ragged.
  public var fieldCount: Int { fields.count }

  /// Whether the record holds nothing but one empty field: a blank line.
  public var isBlank: Bool { fields.count == 1 && start == end }

  /// Where the content of field `index` stands in the chunk: without the quotes around it, doubled
  /// quotes inside it still doubled.
  @inlinable
  public func range(_ index: Int) -> Range<Int> { rangeOfField(index) }

  @usableFromInline
  func rangeOfField(_ index: Int) -> Range<Int> { fields[index].start..<fields[index].end }

  /// The text of field `index`, quotes resolved, blanks around it kept.
  public func text(_ index: Int, in bytes: [UInt8]) -> String {
    let field = fields[index]
    guard field.quoted else {
      return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
    }
    var text: [UInt8] = []
    text.reserveCapacity(field.end - field.start)
    var index = field.start
    while index < field.end {
      text.append(bytes[index])
      if bytes[index] == CSVScanner.quote, index + 1 < field.end,
        bytes[index + 1] == CSVScanner.quote
      {
        index += 1
      }
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
