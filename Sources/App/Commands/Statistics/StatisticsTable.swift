internal import Areas
internal import CSV
internal import Geocoding
internal import Tables

/// A table with one row per area: its codes and the figures of some columns.
struct StatisticsTable {
  let path: String
  let dialect: CSVDialect
  let codes: [String]
  /// One list per column that was asked for.
  private(set) var figures: [[Figure]]

  /// Makes the zeros of a column missing, and tells the codes of their rows.
  mutating func leaveOutZeros(ofColumn column: Int) -> [String] {
    let rows = figures[column].indices.filter { figures[column][$0].number == 0 }
    for row in rows { figures[column][row] = .missing(.notApplicable) }
    return rows.map { codes[$0] }
  }

  /// - Parameter usual: the columns in which codes are looked for when none is named.
  init(
    path: String, codeColumn: String?, level: AreaLevel, usual: [String],
    columns: [(name: String, option: String)]
  ) throws {
    let file = try RecordSource.open(path)
    let named = NamedColumns(path: path, header: file.header, known: file.columnNames)
    let code = try named.code(codeColumn, usual: usual)
    let places = try columns.map { try named.place($0.name, $0.option) }
    var codes: [String] = []
    var figures = [[Figure]](repeating: [], count: columns.count)
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        let row = codes.count + 1
        guard records.fieldCount(record) == file.header.count else {
          throw StatisticsProblem.raggedRow(path: path, row: row)
        }
        guard let found = AreaCode.normalised(records.text(record, code), level: level) else {
          throw StatisticsProblem.noCode(path: path, row: row, level: level)
        }
        codes.append(found)
        for (index, place) in places.enumerated() {
          guard let figure = Figure.cbs(records.text(record, place)) else {
            throw StatisticsProblem.noFigure(path: path, row: row, column: columns[index].name)
          }
          figures[index].append(figure)
        }
      }
    }
    self.path = path
    self.dialect = file.dialect
    self.codes = codes
    self.figures = figures
  }
}
