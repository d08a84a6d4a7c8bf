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
    path: String, codeColumn: String?, level: AreaLevel, usual: [String], columns: [String]
  ) throws {
    let file = try RecordSource.open(path)
    let names = file.header.map { $0.lowercased() }
    let code: Int?
    if let codeColumn {
      code = file.header.firstIndex(of: codeColumn)
    } else {
      code = usual.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    guard let code else {
      throw StatisticsProblem.noColumn(
        path: path, column: codeColumn ?? usual[0], option: "--code-column",
        known: file.columnNames.labels)
    }
    let places = try columns.map { column in
      guard let place = file.header.firstIndex(of: column) else {
        throw StatisticsProblem.noColumn(
          path: path, column: column, option: "--column", known: file.columnNames.labels)
      }
      return place
    }
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
            throw StatisticsProblem.noFigure(path: path, row: row, column: columns[index])
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
