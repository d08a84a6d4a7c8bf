public import Bytes

/// A CSV file that was opened: its encoding, dialect and header are known, its records are read chunk
/// by chunk with ``chunks(ofSize:)``.
///
/// Read as analysts have them: `;`, `,` or tab; UTF-8 with or without byte order mark, UTF-16,
/// Windows-1252; quoted line breaks; gzip. Text in another encoding than UTF-8, and gzip, are held in
/// memory whole; UTF-8 files are not.
public struct CSVFile: Sendable {
  /// The path, or "-" for standard input.
  public let path: String
  /// How fields are separated.
  public let dialect: CSVDialect
  /// How the characters of the file are written.
  public let encoding: TextEncoding
  /// The names of the columns, blanks around them removed.
  public let header: [String]
  /// The bytes of the header line as UTF-8, without line ending.
  public let headerLine: [UInt8]
  /// The number of lines that the header takes.
  public let headerLineCount: Int
  /// Where the table stands in a file of another kind, for messages; nil for CSV.
  public let place: String?

  /// The size in bytes of all that follows the header, as UTF-8; 0 for records that are made while
  /// they are read.
  public var recordByteCount: Int { source.size - recordStart }
  /// The numbers of rows below a table in a file of another kind that are no records (totals,
  /// notes); known when the last record was read.
  public var leftOutRows: [Int] { source.maker?.leftOutRows ?? [] }

  let source: CSVSource
  let recordStart: Int

  /// The longest record that is read, in bytes.
  public static let recordLimit = 64 << 20
  /// The most that a compressed file may unpack to, in bytes.
  public static let unpackLimit = 8 << 30

  /// Opens a file and reads its header; `-` is standard input.
  ///
  /// The bytes are looked through once, for their encoding.
  /// - Parameter delimiter: the byte between fields, when it is known; found out otherwise.
  /// - Throws: ``CSVError``.
  public init(path: String, delimiter: UInt8? = nil) throws(CSVError) {
    let source: CSVSource
    do {
      source = try CSVSource.open(path: path)
    } catch {
      throw .file(error)
    }
    try self.init(source: source, path: path, delimiter: delimiter)
  }

  /// Takes the content of a file from memory.
  /// - Throws: ``CSVError``.
  public init(bytes: [UInt8], name: String, delimiter: UInt8? = nil) throws(CSVError) {
    let source = CSVSource(bytes: bytes)
    try self.init(source: source, path: name, delimiter: delimiter)
  }

  /// Takes the table of a file of another kind.
  /// - Parameters:
  ///   - path: the path of that file.
  ///   - place: where in it the table stands, for messages.
  ///   - header: the names of the columns, without blanks around them.
  ///   - maker: makes the records.
  public init(path: String, place: String?, header: [String], maker: any CSVRecordMaker) {
    self.path = path
    self.place = place
    self.header = header
    dialect = .semicolon
    encoding = .utf8
    source = CSVSource(maker: maker)
    var line: [UInt8] = []
    line.append(record: header, dialect: .semicolon)
    line.removeLast()
    headerLine = line
    headerLineCount = 1
    recordStart = 0
  }

  private init(source: CSVSource, path: String, delimiter: UInt8?) throws(CSVError) {
    var known = delimiter.map(CSVDialect.init)
    var reader = CSVChunkReader(
      source: source, path: path, from: 0, size: 1 << 16, firstLine: 1, dialect: known,
      isHeader: true)
    guard var first = try reader.next()?.bytes else { throw .empty(path: path) }
    let separator = Self.separatorLine(of: first)
    if let separator {
      known = known ?? CSVDialect(delimiter: separator.delimiter)
      first.removeFirst(separator.length)
    }
    let dialect = known ?? CSVDialect.sniff(first)
    let records = CSVRecords(first, dialect: dialect, most: 2)
    guard records.count > 0 else { throw .empty(path: path) }
    guard !records.isUnclosed(0) else {
      throw .unclosedQuote(path: path, line: separator == nil ? 1 : 2)
    }
    let header = records.range(0)
    self.path = path
    self.place = nil
    self.source = source
    self.dialect = dialect
    self.encoding = source.encoding
    self.header = records.texts(0).map(\.trimmed)
    guard !self.header.contains(where: Self.isValue) else { throw .noHeader(path: path) }
    self.headerLine = Array(first[header])
    var start = header.upperBound
    if start < first.count, first[start] == 0x0D { start += 1 }
    if start < first.count, first[start] == 0x0A { start += 1 }
    self.recordStart = start + (separator?.length ?? 0)
    self.headerLineCount =
      max(first[..<start].count { $0 == 0x0A }, 1) + (separator == nil ? 0 : 1)
  }

  /// What a first line `sep=;` says, which Excel writes and reads: the delimiter, and how long the line
  /// is.
  private static func separatorLine(of bytes: [UInt8]) -> (delimiter: UInt8, length: Int)? {
    guard bytes.starts(with: Array("sep=".utf8)), bytes.count > 5 else { return nil }
    let ending = bytes[5...].prefix { $0 == 0x0D || $0 == 0x0A }
    guard bytes[4] >= 0x20 || bytes[4] == 0x09, let first = ending.first else { return nil }
    let isPair = first == 0x0D && ending.count > 1 && ending[6] == 0x0A
    return (bytes[4], isPair ? 7 : 6)
  }

  /// Whether a cell of a first line is a value rather than the name of a column: an e-mail address, a
  /// postcode, a day, or a number that is no year.
  private static func isValue(_ cell: String) -> Bool {
    if cell.utf8.contains(UInt8(ascii: "@")) { return true }
    if cell.wholeMatch(of: /[1-9][0-9]{3} ?[A-Za-z]{2}/) != nil { return true }
    if cell.wholeMatch(of: /([0-9]{1,4}[-\/.]){2}[0-9]{1,4}/) != nil { return true }
    guard let number = DecimalNumber.parse(cell) ?? DecimalNumber.parse(cell, comma: true) else {
      return false
    }
    return !(1_900...2_100).contains(number)
  }

  /// The records in chunks of about `size` bytes, in order.
  public func chunks(ofSize size: Int = 1 << 20) -> CSVChunkReader {
    CSVChunkReader(
      source: source, path: path, from: recordStart, size: size, firstLine: headerLineCount + 1,
      dialect: dialect)
  }
}

extension String {
  /// The text without blanks, tabs and no-break spaces around it.
  public var trimmed: String {
    // Most cells begin and end with a visible character of ASCII.
    guard let first = utf8.first, let last = utf8.last else { return self }
    if 0x21..<0x80 ~= first, 0x21..<0x80 ~= last { return self }
    let blank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let start = firstIndex(where: { !blank($0) }),
      let end = lastIndex(where: { !blank($0) })
    else { return "" }
    return String(self[start...end])
  }
}
