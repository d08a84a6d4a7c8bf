internal import CSV

/// The rows of a list that the user made, all in memory: such lists are short.
struct UserList {
  let path: String
  let header: [String]
  /// The names of the columns with letters and digits alone, in lower case.
  private let names: [String]
  /// The records; each row by its chunk and its place in it.
  let chunks: [CSVRecords]

  /// Reads a list.
  /// - Throws: ``UserListError`` when it has no rows; `CSVError`.
  init(_ file: CSVFile) throws {
    path = file.path
    header = file.header
    names = file.header.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    var chunks: [CSVRecords] = []
    var reader = file.chunks()
    while let chunk = try reader.next() {
      chunks.append(CSVRecords(chunk.bytes, dialect: file.dialect))
    }
    guard chunks.contains(where: { $0.count > 0 }) else {
      throw UserListError.noRows(path: file.path)
    }
    self.chunks = chunks
  }

  /// The column with one of these names, written with letters and digits alone.
  func column(_ spellings: String...) -> Int? {
    names.firstIndex { spellings.contains($0) }
  }

  /// Hands over the rows, the first as 1.
  /// - Throws: ``UserListError`` for a row with another number of fields than the header.
  func forEachRow(_ body: (Int, CSVRecords, Int) throws -> Void) throws {
    var row = 0
    for records in chunks {
      for record in 0..<records.count {
        row += 1
        guard records.fieldCount(record) == header.count else { throw fault(.ragged, row) }
        try body(row, records, record)
      }
    }
  }

  func fault(_ fault: UserListError.Fault, _ row: Int) -> UserListError {
    .row(path: path, row: row, fault)
  }

  /// The error for those of some columns that were not found.
  func missing(_ columns: KeyValuePairs<String, Int?>) -> UserListError {
    .missingColumns(
      path: path, wanted: columns.filter { $0.value == nil }.map(\.key), known: ColumnNames(header))
  }
}
