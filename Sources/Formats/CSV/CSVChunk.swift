public import Bytes

/// Some whole records of a CSV file.
public struct CSVChunk: Sendable {
  /// The bytes of the records, UTF-8.
  public let bytes: [UInt8]
  /// The line of the file on which the chunk begins, counted from 1.
  public let firstLine: Int
}

/// Reads a CSV file front to back in chunks that end where a record ends.
public struct CSVChunkReader: Sendable {
  private let source: CSVSource
  private let path: String
  private let size: Int
  private let dialect: CSVDialect?
  /// Whether only the header is wanted. What looks like an opening quote may then be none, while the
  /// delimiter is not known.
  private let isHeader: Bool
  private var offset: Int
  private var line: Int
  /// Records that are made while they are read; begun with the first chunk.
  private var stream: (any CSVRecordStream)?

  /// `dialect` is nil while it is still to be found out.
  init(
    source: CSVSource, path: String, from offset: Int, size: Int, firstLine: Int,
    dialect: CSVDialect?, isHeader: Bool = false
  ) {
    self.source = source
    self.path = path
    self.dialect = dialect
    self.isHeader = isHeader
    self.offset = offset
    self.size = size
    self.line = firstLine
  }

  /// The next chunk, or nil at the end of the file.
  /// - Throws: ``CSVError`` when the file cannot be read, holds a byte zero, a record does not end
  ///   within ``CSVFile/recordLimit``, or a quote never closes.
  public mutating func next() throws(CSVError) -> CSVChunk? {
    if let maker = source.maker { return try nextMade(by: maker) }
    guard offset < source.size else { return nil }
    var wanted = size
    while true {
      var bytes: [UInt8]
      do {
        bytes = try source.bytes(from: offset, count: wanted)
      } catch {
        throw .file(error)
      }
      guard !bytes.isEmpty else { return nil }
      let isLast = offset + bytes.count >= source.size
      let survey = ByteSurvey(bytes, mark: CSVRecords.quote)
      if survey.hasZero {
        let zero = bytes.firstIndex(of: 0) ?? 0
        throw .zeroByte(path: path, line: line + bytes[..<zero].count { $0 == 0x0A })
      }
      if isLast, !isHeader, let open = survey.unclosedQuote(in: bytes, dialect: dialect) {
        throw .unclosedQuote(path: path, line: line + bytes[..<open].count { $0 == 0x0A })
      }
      let end = isLast ? bytes.count : survey.endOfLastRecord(in: bytes, dialect: dialect)
      if let end {
        // What is cut off holds no line feed when records end in one.
        let cut = bytes[end...].count { $0 == 0x0A }
        if end < bytes.count { bytes.removeLast(bytes.count - end) }
        let chunk = CSVChunk(bytes: bytes, firstLine: line)
        offset += end
        line += survey.lineFeeds - cut
        return chunk
      }
      guard wanted < CSVFile.recordLimit else {
        throw .recordTooLong(path: path, line: line, limit: CSVFile.recordLimit)
      }
      wanted = min(wanted * 4, CSVFile.recordLimit)
    }
  }
}

extension CSVChunkReader {
  private mutating func nextMade(by maker: any CSVRecordMaker) throws(CSVError) -> CSVChunk? {
    if self.stream == nil { self.stream = try maker.start() }
    guard let stream else { return nil }
    guard let bytes = try stream.next(size: size) else { return nil }
    let chunk = CSVChunk(bytes: bytes, firstLine: line)
    line += ByteSurvey(bytes, mark: CSVRecords.quote).lineFeeds
    return chunk
  }
}

extension ByteSurvey {
  /// The place after the line ending of the last record that is whole, or nil when none is.
  ///
  /// `bytes` are those of the survey, from the beginning of a record on; its mark is the quote. Without
  /// dialect `;`, `,` and tab all separate fields.
  /// Of a line ending CR LF the LF may fall to the next chunk, as a blank line.
  public func endOfLastRecord(in bytes: [UInt8], dialect: CSVDialect?) -> Int? {
    guard hasMark else { return bytes.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } }
    return follow(bytes, dialect: dialect).end
  }

  /// The place of a quote that opens a field and closes nowhere in `bytes`, or nil when there is none.
  func unclosedQuote(in bytes: [UInt8], dialect: CSVDialect?) -> Int? {
    hasMark ? follow(bytes, dialect: dialect).open : nil
  }

  private func follow(
    _ bytes: [UInt8], dialect: CSVDialect?
  ) -> (end: Int?, open: Int?) {
    // Whether a quote opens a field depends on what stands before it, so the bytes are followed
    // from the start, as `CSVRecords` does. While the delimiter is not known, any that can be one
    // counts.
    let delimiters: (UInt8, UInt8, UInt8) =
      if let known = dialect?.delimiter { (known, known, known) } else { (0x3B, 0x2C, 0x09) }
    var end: Int?
    var open: Int?
    var fieldBegins = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if open != nil {
        guard byte == CSVRecords.quote else { continue }
        if index < bytes.count, bytes[index] == CSVRecords.quote {
          index += 1
        } else {
          open = nil
        }
      } else if byte == CSVRecords.quote {
        open = fieldBegins ? index - 1 : nil
        fieldBegins = false
      } else if byte == 0x0A || byte == 0x0D {
        end = index
        fieldBegins = true
      } else {
        fieldBegins = byte == delimiters.0 || byte == delimiters.1 || byte == delimiters.2
      }
    }
    return (end, open)
  }
}
