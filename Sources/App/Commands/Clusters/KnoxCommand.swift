internal import ArgumentParser
internal import Bytes
internal import CSV
internal import Geocoding
internal import SpatialStatistics
internal import Tables

struct KnoxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knox",
    abstract: "Knox's test: were near repeats more frequent than chance gives?",
    discussion: """
      EXAMPLE
        wijkzicht statistics knox inbraken.csv --x x --y y --date datum \\
          --distances 0,100,200,400 --days 7,14,28 --out knox.csv

      Pairs of records are counted by distance and days between them, and compared with permutations of \
      the dates. 0 makes a band of the same place, or the same day. The records span at least a quarter. \
      What is written holds counts of pairs, and no place.

      It describes the pairs that were recorded, and says nothing of the next one. Recorded crime \
      follows enforcement: a patrol that stays makes near repeats too.
      WORK FILE: it inherits the class of its input and is readable by you alone. AUDIENCE: intern.
      """)

  /// The fewest days between the first record and the last.
  static let shortestSpan = 90

  @Argument(help: "The records: CSV with coordinates in RD New (- for standard input).")
  var records: String
  @Option(help: "The column with the easting in metres.") var x: String = "x"
  @Option(help: "The column with the northing in metres.") var y: String = "y"
  @Option(help: "The column with the date.") var date: String = "datum"
  @Option(help: "The upper edges of the bands of distance, in metres.")
  var distances: String = "0,100,200,300,400"
  @Option(help: "The upper edges of the bands of days.") var days: String = "7,14,21,28"
  @Option(parsing: .unconditional, help: "The number of permutations.") var permutations: Int = 999
  @Option(parsing: .unconditional, help: "The seed of the permutations: a whole number from 0 on.")
  var seed: UInt64 = 1
  @OptionGroup var target: WorkFileOptions

  func run() async throws {
    try target.check(read: [records])
    guard (1...10_000_000).contains(permutations) else {
      throw ValidationError("--permutations \(permutations): a number from 1 on.")
    }
    let tasks = try Processors.tasks(target.jobs)
    let edges = distances.split(separator: ",").map { DecimalNumber.parse($0) }
    guard !edges.isEmpty, !edges.contains(nil) else {
      throw ValidationError("--distances '\(distances)': rising distances in metres, as 0,100,200.")
    }
    let lags = days.split(separator: ",").map { Int($0.filter { $0 != " " }) }
    guard !lags.isEmpty, !lags.contains(nil) else {
      throw ValidationError("--days '\(days)': rising numbers of days, as 7,14,28.")
    }
    let input = try KnoxInput(self)
    Terminal.error(
      "\(input.days.count) of \(counted(input.rowCount, "record")) "
        + "\(input.days.count == 1 ? "has" : "have") a place and a date.")
    if let first = input.days.min(), let last = input.days.max(), last - first < Self.shortestSpan {
      throw ClusterProblem.shortSpan(path: records, days: last - first + 1)
    }
    let (upper, longest) = (edges.compactMap(\.self), lags.compactMap(\.self))
    let test: KnoxTest
    do {
      test = try await KnoxTest.run(
        x: input.x, y: input.y, days: input.days, distances: upper, lags: longest,
        permutations: permutations, seed: seed, tasks: tasks)
    } catch let failure as KnoxTest.Failure {
      throw ClusterProblem.knox(failure)
    }
    var text: [UInt8] = []
    text.append(
      record: [
        "afstand_boven", "afstand_tot", "dagen_boven", "dagen_tot", "paren", "verwacht",
        "verhouding", "toetsen", "permutaties", "p", "p_fdr",
      ], dialect: input.dialect)
    let cells = upper.count * longest.count
    for (space, row) in test.cells.enumerated() {
      for (time, cell) in row.enumerated() {
        text.append(
          record: [
            space == 0 ? "" : ResultText.number(upper[space - 1]), ResultText.number(upper[space]),
            time == 0 ? "" : "\(longest[time - 1])", "\(longest[time])", "\(cell.pairs)",
            ResultText.number(cell.expected), ResultText.number(cell.ratio), "\(cells)",
            "\(permutations)", ResultText.number(cell.p), ResultText.number(cell.adjustedP),
          ], dialect: input.dialect)
      }
    }
    let found = test.cells.joined().count { $0.adjustedP <= 0.05 }
    let smallest = 1 / Double(permutations + 1)
    Terminal.error(
      smallest > 0.05
        ? "No p can reach 0.05, because the smallest that \(permutations) permutations can give is "
          + "\(ResultText.number(smallest)). Take more --permutations."
        : found == 0
          ? "In none of the \(cells) bands are there more pairs than chance gives, at a false discovery "
            + "rate of 0.05."
          : "In \(found) of the \(cells) bands there are more pairs than chance gives, at a false "
            + "discovery rate of 0.05.")
    try target.write(text)
  }
}

/// The records that have a place and a date.
struct KnoxInput {
  let dialect: CSVDialect
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var days: [Int] = []
  private(set) var rowCount = 0

  init(_ command: KnoxCommand) throws {
    let file = try CSVFile(path: command.records)
    let named = NamedColumns(
      path: command.records, header: file.header, known: file.columnNames)
    let (east, north) = (try named.place(command.x, "--x"), try named.place(command.y, "--y"))
    let date = try named.place(command.date, "--date")
    dialect = file.dialect
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        rowCount += 1
        guard records.fieldCount(record) == file.header.count else {
          throw ClusterProblem.raggedRow(path: command.records, row: rowCount)
        }
        func number(_ place: Int) -> Double? {
          let text = records.text(record, place)
          return DecimalNumber.parse(text) ?? DecimalNumber.parse(text, comma: true)
        }
        guard let x = number(east), let y = number(north),
          let day = RecordDate(records.text(record, date))
        else { continue }
        self.x.append(x)
        self.y.append(y)
        days.append(Int(day.day))
      }
    }
    if rowCount == 0 { throw ClusterProblem.noRows(path: command.records) }
  }
}
