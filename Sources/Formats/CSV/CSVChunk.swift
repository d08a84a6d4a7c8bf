internal import Bytes

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
  private var offset: Int
  private var line: Int

  init(source: CSVSource, path: String, from offset: Int, size: Int, firstLine: Int) {
    self.source = source
    self.path = path
    self.offset = offset
    self.size = size
    self.line = firstLine
  }

  /// The next chunk, or nil at the end of the file.
  /// - Throws: ``CSVError`` when the file cannot be read, holds a byte zero, or a record does not end
  ///   within ``CSVFile/recordLimit``.
  public mutating func next() throws(CSVError) -> CSVChunk? {
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
      let end = isLast ? bytes.count : survey.endOfLastRecord(in: bytes)
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
      wanted *= 4
    }
  }
}

extension ByteSurvey {
  /// The place after the line ending of the last record that is whole, or nil when none is.
  fileprivate func endOfLastRecord(in bytes: [UInt8]) -> Int? {
    let ending: UInt8 = lineFeeds > 0 ? 0x0A : 0x0D
    guard hasMark else { return bytes.lastIndex(of: ending).map { $0 + 1 } }
    // Whether a quote opens a field depends on what stands before it, so the bytes are followed
    // from the start; the delimiter is not known here, and any byte that can be one counts.
    var end: Int?
    var inQuotes = false
    var fieldBegins = true
    for index in bytes.indices {
      let byte = bytes[index]
      if inQuotes {
        if byte == CSVRecords.quote { inQuotes = false }
        continue
      }
      switch byte {
      case CSVRecords.quote:
        // Opens a field, or continues one after a doubled quote.
        if fieldBegins || (index > 0 && bytes[index - 1] == CSVRecords.quote) { inQuotes = true }
        fieldBegins = false
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"):
        fieldBegins = true
      case ending:
        end = index + 1
        fieldBegins = true
      default:
        fieldBegins = false
      }
    }
    return end
  }
}
