public import CSV
internal import Governance

/// Makes pseudonyms of the citizen service numbers in a file, at the holder of the key.
public struct TokenWriter {
  /// What became of the rows.
  public struct Counts: Sendable {
    /// Rows with a token.
    public internal(set) var written = 0
    /// Rows without a citizen service number, or with one that fails the 11-test; they are left out.
    public internal(set) var withoutNumber = 0
    /// Rows with another number of fields than the header; they are left out.
    public internal(set) var ragged = 0
    /// For each column that is kept, by its name, how many cells a linkage could not read; they are left empty.
    public internal(set) var unread: [(column: String, cells: Int)] = []
  }

  private let file: CSVFile
  private let key: PseudonymKey
  private let column: Int
  private let kept: [(place: Int, kind: RegisterColumn)]

  /// The most different values of a kept column that are looked at for data of persons.
  private static let mostValues = 20_000
  /// The most schemes that a column may name.
  private static let mostSchemes = 50

  /// Prepares.
  /// - Parameters:
  ///   - column: the one with citizen service numbers.
  ///   - kept: columns to copy beside the tokens, of those that a linkage reads; all others are left behind.
  /// - Throws: ``LinkageError`` for a column that is not there or that a linkage does not read.
  public init(
    _ file: CSVFile, column: String, kept: [String], key: PseudonymKey
  ) throws(LinkageError) {
    self.file = file
    self.key = key
    func place(_ name: String) throws(LinkageError) -> Int {
      guard let place = file.header.firstIndex(of: name) else {
        throw .noColumn(path: file.path, wanted: [name], known: file.columnNames)
      }
      return place
    }
    self.column = try place(column)
    var places: [(place: Int, kind: RegisterColumn)] = []
    for name in kept {
      let own = try place(name)
      guard own != self.column, let kind = RegisterColumn(named: name) else {
        throw .otherColumn(
          path: file.path, column: file.columnNames.labels[own], known: RegisterColumn.allNames)
      }
      places.append((own, kind))
    }
    self.kept = places
  }

  /// Hands over the table with tokens in pieces. What was handed over is good only when this returns:
  /// that the column holds other things than numbers, and data of persons in a kept column, are found last.
  /// - Throws: ``LinkageError`` for these, and when no row has a number; or what `body` throws.
  public func write(
    _ body: ([UInt8]) throws -> Void
  ) throws -> Counts {
    var counts = Counts()
    var failing = 0
    var values = [Set<String>](repeating: [], count: kept.count)
    var filled = [Int](repeating: 0, count: kept.count)
    var unread = filled
    var line: [UInt8] = []
    line.append(record: ["token"] + kept.map { file.header[$0.place] }, dialect: .semicolon)
    try body(line)
    var reader = file.chunks()
    while let chunk = try reader.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      var bytes: [UInt8] = []
      for record in 0..<records.count {
        guard records.fieldCount(record) == file.header.count else {
          counts.ragged += 1
          continue
        }
        let number = records.text(record, column).trimmed
        guard let token = key.token(of: number) else {
          counts.withoutNumber += 1
          if !number.isEmpty { failing += 1 }
          continue
        }
        counts.written += 1
        bytes += token
        for (place, source) in kept.enumerated() {
          let value = records.text(record, source.place).trimmed
          if !value.isEmpty { filled[place] += 1 }
          bytes.append(CSVDialect.semicolon.delimiter)
          guard source.kind.reads(value) else {
            unread[place] += 1
            continue
          }
          if values[place].count < Self.mostValues { values[place].insert(value) }
          bytes.append(field: value, dialect: .semicolon)
        }
        bytes.append(0x0A)
      }
      try body(bytes)
    }
    // Of dates and codes one in eleven passes the 11-test: they would get tokens of nobody.
    guard counts.written >= failing else {
      throw LinkageError.fewNumbers(path: file.path, column: file.columnNames.labels[column])
    }
    for (place, source) in kept.enumerated() {
      let (header, label) = (file.header[source.place], file.columnNames.labels[source.place])
      if let kind = PersonalData.kind(of: values[place].sorted(), header: header) {
        throw LinkageError.personalColumn(path: file.path, column: label, kind: kind)
      }
      guard unread[place] * 2 <= filled[place],
        source.kind != .scheme
          || values[place].count <= Self.mostSchemes && !PostalAddresses.areAddresses(values[place])
      else {
        throw LinkageError.keptValues(path: file.path, column: label)
      }
      if unread[place] > 0 { counts.unread.append((label, unread[place])) }
    }
    guard counts.written > 0 else { throw LinkageError.nothingToCount(path: file.path) }
    return counts
  }
}
