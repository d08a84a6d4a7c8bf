public import CSV
internal import Governance

/// Makes pseudonyms of the citizen service numbers in a file, at the holder of the key.
public struct TokenWriter {
  /// What became of the rows.
  public struct Counts: Hashable, Sendable {
    /// Rows with a token.
    public internal(set) var written = 0
    /// Rows without a citizen service number, or with one that fails the 11-test; they are left out.
    public internal(set) var withoutNumber = 0
    /// Rows with another number of fields than the header; they are left out.
    public internal(set) var ragged = 0
  }

  private let file: CSVFile
  private let key: PseudonymKey
  private let column: Int
  private let kept: [Int]

  /// The most different values of a kept column that are looked at for data of persons.
  private static let mostValues = 20_000

  /// Prepares.
  /// - Parameters:
  ///   - column: the one with citizen service numbers.
  ///   - kept: columns to copy beside the tokens; all others are left behind.
  /// - Throws: ``LinkageError`` for a column that is not there or may not be kept.
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
    var places: [Int] = []
    for name in kept {
      let own = try place(name)
      guard own != self.column, name.lowercased() != "token" else {
        throw .keptColumn(path: file.path, column: file.columnNames.labels[own])
      }
      places.append(own)
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
    var line: [UInt8] = []
    line.append(record: ["token"] + kept.map { file.header[$0] }, dialect: .semicolon)
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
          let value = records.text(record, source)
          if values[place].count < Self.mostValues { values[place].insert(value.trimmed) }
          bytes.append(CSVDialect.semicolon.delimiter)
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
      if let kind = PersonalData.kind(of: values[place].sorted(), header: file.header[source]) {
        throw LinkageError.personalColumn(
          path: file.path, column: file.columnNames.labels[source], kind: kind)
      }
    }
    guard counts.written > 0 else { throw LinkageError.nothingToCount(path: file.path) }
    return counts
  }
}
