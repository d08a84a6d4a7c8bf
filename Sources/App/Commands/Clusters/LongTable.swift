internal import Areas
internal import CSV
internal import SpatialStatistics
internal import Tables

/// A table with a row for each area and period, or for each area.
struct LongTable {
  let path: String
  let dialect: CSVDialect
  /// The codes of the areas, ascending.
  let codes: [String]
  /// The periods from the first to the last, without gaps; empty when the table has none.
  let periods: [DescribedPeriod]
  /// By column, then by area and period; nil where there is no row.
  private let cells: [[Cell?]]

  /// A figure and the row that it comes from.
  struct Cell {
    let figure: Figure
    let row: Int
  }

  var periodCount: Int { max(periods.count, 1) }

  func cell(_ column: Int, area: Int, period: Int = 0) -> Cell? {
    cells[column][area * periodCount + period]
  }

  /// Reads the columns of a table; `options` names for each column the option that asked for it.
  init(
    _ options: ClusterOptions, ownCode: String? = nil,
    columns: [(name: String, option: String)], period: String?, file opened: CSVFile? = nil
  ) throws {
    let (path, level) = (options.table, StatisticsAreas.named(options.level, code: ownCode))
    let file = try opened ?? CSVFile(path: path)
    let named = NamedColumns(path: path, header: file.header, known: file.columnNames)
    let codePlace = try named.code(
      options.codeColumn, usual: StatisticsAreas.codeColumns(options.level, code: ownCode))
    let periodPlace = try period.map { try named.place($0, "--period") }
    let places = try columns.map { try named.place($0.name, $0.option) }
    var rows: [(code: String, period: DescribedPeriod?, figures: [Figure])] = []
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        let row = rows.count + 1
        guard records.fieldCount(record) == file.header.count else {
          throw ClusterProblem.raggedRow(path: path, row: row)
        }
        guard let code = AreaCode.normalised(records.text(record, codePlace), level: level) else {
          throw ClusterProblem.noCode(path: path, row: row, level: level)
        }
        let period = try periodPlace.map { place in
          do throws(DescribedPeriod.Fault) {
            return try DescribedPeriod(records.text(record, place))
          } catch {
            throw switch error {
            case .unknown: ClusterProblem.noPeriod(path: path, row: row)
            case .tooShort: ClusterProblem.periodTooShort(path: path, row: row)
            }
          }
        }
        if let period, let first = rows.first?.period, first.length != period.length {
          throw ClusterProblem.mixedPeriods(path: path, row: row)
        }
        let figures = try places.indices.map { index in
          guard let figure = Figure.cbs(records.text(record, places[index])) else {
            throw ClusterProblem.noFigure(path: path, row: row, column: columns[index].name)
          }
          guard abs(figure.number ?? 0) <= StatisticsError.largest else {
            throw ClusterProblem.tooLarge(path: path, row: row, column: columns[index].name)
          }
          return figure
        }
        rows.append((code, period, figures))
      }
    }
    guard !rows.isEmpty else { throw ClusterProblem.noRows(path: path) }
    let known = rows.compactMap(\.period)
    let codes = Set(rows.map(\.code)).sorted()
    let ordinals = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    var periods: [DescribedPeriod] = []
    if let first = known.min(), let last = known.max() {
      periods = (0...last.ordinal - first.ordinal).map { first.advanced(by: $0) }
    }
    let width = max(periods.count, 1)
    var cells = [[Cell?]](
      repeating: [Cell?](repeating: nil, count: codes.count * width), count: columns.count)
    var rowOf = [Int](repeating: 0, count: codes.count * width)
    for (index, row) in rows.enumerated() {
      let period = row.period.map { $0.ordinal - periods[0].ordinal } ?? 0
      let place = ordinals[row.code]! * width + period
      guard rowOf[place] == 0 else {
        throw ClusterProblem.twice(path: path, row: index + 1, earlier: rowOf[place])
      }
      rowOf[place] = index + 1
      for column in columns.indices {
        cells[column][place] = Cell(figure: row.figures[column], row: index + 1)
      }
    }
    self.path = path
    dialect = file.dialect
    self.codes = codes
    self.periods = periods
    self.cells = cells
  }
}
