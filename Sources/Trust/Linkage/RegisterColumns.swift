internal import CSV
internal import Governance

/// The columns of a pseudonymous register.
struct RegisterColumns: Sendable {
  let file: CSVFile
  /// The names of the columns with letters and digits alone, in small letters.
  private let names: [String]

  init(_ file: CSVFile) {
    self.file = file
    names = file.header.map(RegisterColumn.plain)
  }

  /// The column with the first of these names that there is.
  func column(_ spellings: [String]) -> Int? {
    for spelling in spellings {
      let name = spelling.filter { $0 != "_" }
      if let found = names.firstIndex(of: name) { return found }
    }
    return nil
  }

  /// The same for a column that there must be, once.
  func needed(_ spellings: [String]) throws(LinkageError) -> Int {
    guard let column = column(spellings) else {
      throw .noColumn(path: file.path, wanted: spellings, known: file.columnNames)
    }
    guard names.lastIndex(of: names[column]) == column else {
      throw .columnTwice(path: file.path, column: names[column])
    }
    return column
  }

  /// Whether a column is one of tokens of something else, by its name and its values.
  private func areTokens(_ column: Int, of records: CSVRecords) -> Bool {
    names[column].hasSuffix("token")
      && (0..<records.count).allSatisfy { record in
        guard records.fieldCount(record) > column else { return true }
        let value = Array(records.text(record, column).trimmed.utf8)
        return value.isEmpty || Token(value.span) != nil
      }
  }

  /// Refuses a register with data of persons beside its tokens, as far as its first megabyte shows it, and one with
  /// columns that a linkage does not read, but for tokens of something else, such as of an address.
  func checkOthers(_ records: CSVRecords, except token: Int) throws(LinkageError) {
    for column in file.header.indices where column != token {
      var values: Set<String> = []
      for record in 0..<records.count where records.fieldCount(record) > column {
        let text = records.text(record, column).trimmed
        // Tokens of another kind, such as of an address, are none of persons.
        if text.utf8.count != Token.length { values.insert(text) }
      }
      guard let kind = PersonalData.kind(of: values.sorted(), header: file.header[column]) else {
        continue
      }
      throw .personalColumn(
        path: file.path, column: file.columnNames.labels[column], kind: kind)
    }
    for column in file.header.indices
    where RegisterColumn(named: names[column]) == nil && column != token
      && !areTokens(column, of: records)
    {
      throw .otherColumn(
        path: file.path, column: file.columnNames.labels[column], known: RegisterColumn.allNames)
    }
  }
}

/// One chunk of a register.
struct RegisterChunk: Sendable {
  let records: CSVRecords
  let firstLine: Int
  let path: String
  let fieldCount: Int

  init(_ chunk: CSVChunk, of file: CSVFile) {
    records = CSVRecords(chunk.bytes, dialect: file.dialect)
    firstLine = chunk.firstLine
    path = file.path
    fieldCount = file.header.count
  }

  /// Lends the content of a field without blanks around it.
  func withField<Result>(
    _ record: Int, _ column: Int, _ body: (Span<UInt8>) throws(LinkageError) -> Result
  ) throws(LinkageError) -> Result {
    let range = records.range(record, column)
    let bytes = records.bytes.span
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return try body(bytes.extracting(start..<end))
  }

  func text(_ record: Int, _ column: Int) -> String { records.text(record, column).trimmed }

  /// The token of a record.
  func token(_ record: Int, _ column: Int) throws(LinkageError) -> Token {
    let token = try withField(record, column) { (field) throws(LinkageError) in Token(field) }
    if let token { return token }
    let start = records.range(record).lowerBound
    let line = firstLine + records.bytes[..<start].count { $0 == 0x0A }
    switch Token.fault(text(record, column)) {
    case .citizenServiceNumber: throw .citizenServiceNumber(path: path, line: line)
    case .length(let length): throw .tokenLength(path: path, line: line, length: length)
    case .notHexadecimal: throw .notHexadecimal(path: path, line: line)
    }
  }

  /// A stretch of months, or nil when it cannot be read, ends before it begins, or has no beginning.
  func months(
    _ record: Int, from begin: Int, to end: Int?, in years: CountedYears
  ) throws(LinkageError) -> MonthSet? {
    let start = try withField(record, begin) { (field) throws(LinkageError) in
      RegisterMonth.read(field, isEnd: false)
    }
    guard let start else { return nil }
    guard let end else { return years.months(from: start, to: nil) }
    let last: Int?? = try withField(record, end) { (field) throws(LinkageError) in
      if field.isEmpty { return .some(nil) }
      return RegisterMonth.read(field, isEnd: true).map { .some($0) }
    }
    guard let last, last ?? start >= start else { return nil }
    return years.months(from: start, to: last)
  }
}
