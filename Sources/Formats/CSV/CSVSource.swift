internal import Archives
internal import Bytes

/// The bytes of a CSV file as UTF-8: in the file itself, or in memory when they had to be made.
struct CSVSource: Sendable {
  let encoding: TextEncoding
  private let storage: Storage

  private enum Storage: Sendable {
    case file(InputFile, start: Int)
    case memory([UInt8])
    case made(any CSVRecordMaker)
  }

  /// What makes the records, when they stand in a file of another kind.
  var maker: (any CSVRecordMaker)? {
    if case .made(let maker) = storage { maker } else { nil }
  }

  /// Opens a file: plain UTF-8 stays where it is, all else is unpacked and rewritten in memory.
  static func open(path: String) throws(FileError) -> CSVSource {
    let file = try InputFile(path: path == "-" ? "/dev/stdin" : path)
    let head = file.size > 0 ? try file.bytes(from: 0, count: 4) : []
    if file.size == 0 || Archives.isGzip(head) {
      var bytes = try InputFile.contents(of: file.path)
      if Archives.isGzip(bytes.prefix(2)) {
        bytes = try unpacked(bytes, path: path)
      }
      return CSVSource(bytes: bytes)
    }
    if try isASCII(file) { return CSVSource(encoding: .utf8, storage: .file(file, start: 0)) }
    let bytes = try file.bytes(from: 0, count: file.size)
    let (encoding, mark) = TextEncoding.detect(bytes)
    let storage: Storage =
      encoding == .utf8
      ? .file(file, start: mark) : .memory(encoding.utf8(bytes, skipping: mark))
    return CSVSource(encoding: encoding, storage: storage)
  }

  private static func unpacked(_ bytes: [UInt8], path: String) throws(FileError) -> [UInt8] {
    do {
      return try Archives.gunzip(bytes, limit: CSVFile.unpackLimit)
    } catch {
      switch error {
      case .damaged: throw .damagedArchive(path: path)
      case .tooLarge: throw .archiveTooLarge(path: path, limit: CSVFile.unpackLimit)
      }
    }
  }

  private init(encoding: TextEncoding, storage: Storage) {
    self.encoding = encoding
    self.storage = storage
  }

  init(bytes: [UInt8]) {
    let (encoding, mark) = TextEncoding.detect(bytes)
    self.encoding = encoding
    self.storage = .memory(encoding.utf8(bytes, skipping: mark))
  }

  init(maker: any CSVRecordMaker) {
    encoding = .utf8
    storage = .made(maker)
  }

  /// The size in bytes; of records that are made it is not known.
  var size: Int {
    switch storage {
    case .made: 0
    case .file(let file, let start): file.size - start
    case .memory(let bytes): bytes.count
    }
  }

  func bytes(from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    switch storage {
    case .file(let file, let start): return try file.bytes(from: start + offset, count: count)
    case .made: return []
    case .memory(let bytes): return Array(bytes[offset..<min(offset + count, bytes.count)])
    }
  }

  /// Whether a file holds plain ASCII text, the usual case, found without keeping it in memory.
  private static func isASCII(_ file: InputFile) throws(FileError) -> Bool {
    var offset = 0
    while offset < file.size {
      let block = try file.bytes(from: offset, count: 1 << 20)
      if block.isEmpty { break }
      if !ByteSurvey(block, mark: 0).isASCII { return false }
      // UTF-16 of plain text has zeros; `TextEncoding.detect` looks at those.
      if offset == 0, block.prefix(256).contains(0) { return false }
      offset += block.count
    }
    return true
  }
}
