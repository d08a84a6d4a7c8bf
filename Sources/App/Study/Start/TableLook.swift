internal import Areas
internal import Bytes
internal import CSV
internal import Geocoding
internal import Governance
internal import Tables

/// What a table shows when one looks into it: its columns, and of each what its cells are.
struct TableLook {
  /// What the cells of a column are.
  struct Column {
    let name: String
    /// Cells that hold something.
    var filled = 0
    /// Cells that are numbers, bounds of numbers, or `x` for secret.
    var numbers = 0
    /// Cells that are days.
    var days = 0
    var firstDay: RecordDate?
    var lastDay: RecordDate?
    /// The different words, at most ``TableLook/wordLimit``.
    var words: Set<String> = []
    /// Cells with a word that another row has, among those looked at while there were fewer different ones.
    var repeated = 0
    var personal: PersonalData?
    /// Why the column may not be input, by its name or its words.
    var ground: BlockedColumns.Ground?

    /// Whether nine in ten cells are days.
    var holdsDays: Bool { filled > 0 && days * 10 >= filled * 9 }
    /// Whether nine in ten cells are numbers.
    var holdsNumbers: Bool { filled > 0 && numbers * 10 >= filled * 9 }
    /// The name as it is compared: small letters and digits only.
    var folded: String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
  }

  /// How many rows are looked at.
  static let rowLimit = 200_000
  static let wordLimit = 2_000

  let file: CSVFile
  private(set) var columns: [Column]
  private(set) var rows = 0
  /// Whether all rows were looked at.
  private(set) var isComplete = true
  /// Rows with another number of fields than the header.
  private(set) var ragged = 0
  /// The first records, for finding columns.
  private(set) var sample: CSVChunk?

  /// Looks into a table.
  init(_ file: CSVFile) throws {
    self.file = file
    columns = file.header.map { Column(name: $0) }
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      if sample == nil { sample = chunk }
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        guard rows < Self.rowLimit else {
          isComplete = false
          break
        }
        rows += 1
        guard records.fieldCount(record) == columns.count else {
          ragged += 1
          continue
        }
        for index in columns.indices { look(at: records.text(record, index).trimmed, index) }
      }
      if !isComplete { break }
    }
    for index in columns.indices {
      columns[index].personal = PersonalData.kind(
        of: columns[index].words, header: columns[index].name)
      columns[index].ground =
        BlockedColumns.ground(for: columns[index].name)
        ?? BlockedColumns.ground(ofWords: columns[index].words, header: columns[index].name)
    }
  }

  private mutating func look(at text: String, _ index: Int) {
    guard !RecordColumn.isEmpty(text) else { return }
    columns[index].filled += 1
    if columns[index].words.count < Self.wordLimit,
      !columns[index].words.insert(text).inserted
    {
      columns[index].repeated += 1
    }
    if text.utf8.count <= 14, Figure.cbs(text) != nil { columns[index].numbers += 1 }
    guard text.utf8.count >= 8, text.utf8.contains(where: { 0x30...0x39 ~= $0 }),
      let day = RecordDate(text), (1990...2100).contains(day.parts.year)
    else { return }
    columns[index].days += 1
    columns[index].firstDay = min(columns[index].firstDay ?? day, day)
    columns[index].lastDay = max(columns[index].lastDay ?? day, day)
  }

  /// The column of one of these names, in the order of the names.
  func index(named names: [String]) -> Int? {
    for name in names {
      if let index = columns.firstIndex(where: { $0.folded == name }) { return index }
    }
    return nil
  }

  /// The rows of two columns, one after the other.
  func forEachRow(_ first: Int, _ second: Int?, _ body: (String, String?) -> Void) throws {
    var chunks = file.chunks()
    var done = 0
    while let chunk = try chunks.next(), done < Self.rowLimit {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count where records.fieldCount(record) == columns.count {
        done += 1
        body(records.text(record, first).trimmed, second.map { records.text(record, $0).trimmed })
      }
    }
  }
}
