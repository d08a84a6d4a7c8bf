import Geocoding
import Tabulation
import TestSupport
import Testing

@Suite struct TabulatorTests {
  /// One record, as the tests count it.
  private struct Row {
    var area: Int?
    var kind: String
    var start: RecordDate?
    var end: RecordDate?
    var amount: Double?
  }

  private func rows(_ count: Int, seed: UInt64) -> [Row] {
    var generator = RepeatableGenerator(seed: seed)
    func date() -> RecordDate? {
      Int.random(in: 0..<10, using: &generator) == 0
        ? nil : RecordDate(day: Int32.random(in: 18_500...20_100, using: &generator))
    }
    return (0..<count).map { _ in
      Row(
        area: Int.random(in: 0...4, using: &generator),
        kind: ["", "4711", "4719", "56", "9602", "47"].randomElement(using: &generator) ?? "",
        start: date(), end: date(),
        amount: Int.random(in: 0..<5, using: &generator) == 0
          ? nil : Double(Int.random(in: -20...400, using: &generator)) / 4)
    }
    .map { row in
      var row = row
      if row.area == 4 { row.area = nil }
      return row
    }
  }

  private func read(_ rows: [Row]) async throws -> Tabulator {
    var text = "plek;soort;start;eind;bedrag\n"
    for row in rows {
      let code = row.area.map { sampleCodes[$0] } ?? "elders"
      text += "\(code);\(row.kind);\(row.start?.text ?? "");\(row.end?.text ?? "");"
      text += (row.amount.map { "\($0)" } ?? "") + "\n"
    }
    return Tabulator(
      try await located(
        text,
        columns: [
          ("soort", .category), ("start", .date), ("eind", .date), ("bedrag", .number),
        ]))
  }

  /// An end that is no date is not the same as no end: the record counts nowhere.
  @Test func anUnreadableEndIsNotRunning() async throws {
    let records = try await located(
      """
      plek;start;eind
      \(sampleCodes[0]);2020-01-01;
      \(sampleCodes[0]);2020-01-01;31-12-19
      \(sampleCodes[0]);2020-01-01;2030-01-01
      """, columns: [("start", .date), ("eind", .date)])
    let table = try Tabulator(records).table(
      .count,
      where: [.active(start: "start", end: "eind", on: try #require(RecordDate("2024-12-31")))])
    #expect(table.value(area: 0) == 2)
  }

  /// Compares a table with a loop over the rows.
  private func check(
    _ table: CountTable, _ rows: [Row], _ measure: Measure,
    where isWanted: (Row) -> Bool = { _ in true }, category: Bool = false,
    period: ((Row) -> String?)? = nil
  ) {
    for area in 0..<4 {
      for (c, word) in table.categories.enumerated() {
        for (p, label) in table.periods.enumerated() {
          let cell = rows.filter { row in
            row.area == area && isWanted(row) && (!category || row.kind == word)
              && (period.map { $0(row) == label } ?? true)
          }
          let value: Double
          let behind: Int
          switch measure {
          case .count:
            value = Double(cell.count)
            behind = cell.count
          case .distinct:
            let words = cell.map(\.kind).filter { !$0.isEmpty }
            value = Double(Set(words).count)
            behind = words.count
          case .sum:
            value = cell.compactMap(\.amount).reduce(0, +)
            // A nought adds nothing.
            behind = cell.compactMap(\.amount).count { $0 != 0 }
          }
          #expect(table.value(area: area, category: c, period: p) == value)
          #expect(table.contributions(area: area, category: c, period: p) == behind)
          if case .sum = measure,
            let found = table.concentration(area: area, category: c, period: p)
          {
            let sizes = cell.compactMap { $0.amount?.magnitude }.sorted(by: >)
            let largest = (sizes + [0, 0, 0]).prefix(Concentration.kept)
            #expect(found.largest == Array(largest))
            #expect(abs(found.total - sizes.reduce(0, +)) < 1e-6)
          }
        }
      }
    }
  }

  /// Codes are the same with dots and without; what is no code is in no sector.
  @Test func sectors() async throws {
    let codes = ["5630", "56.30", "563", "56301", " 56 30 ", "5610", "horeca", "", "5", "1234567"]
    let text = (["plek;sbi"] + codes.map { "\(sampleCodes[0]);\($0)" }).joined(separator: "\n")
    let tabulator = Tabulator(try await located(text, columns: [("sbi", .category)]))
    func count(_ codes: [String]) throws -> Double {
      try tabulator.table(.count, where: [.sector(column: "sbi", codes: codes)]).value(area: 0)
    }
    #expect(try count(["5630*"]) == 4)
    #expect(try count(["56.30*"]) == 4)
    #expect(try count(["5630"]) == 3)
    #expect(try count(["56*"]) == 6)
    #expect(try count(["5610", "5630*"]) == 5)
    #expect(SectorCode.lies("56301", within: "5630*"))
    #expect(SectorCode.lies("56.30*", within: "563*"))
    #expect(!SectorCode.lies("56*", within: "5630*"))
    #expect(!SectorCode.lies("5630*", within: "5630"))
  }

  /// Who shares an address is counted against all pairs of rows.
  @Test(arguments: [2, 3, 5])
  func sharedAddresses(minimum: Int) async throws {
    var generator = RepeatableGenerator(seed: 7)
    let rows = (0..<400).map { _ in
      (
        area: Int.random(in: 0...4, using: &generator),
        x: ["", "1", "2 ", "3", "a b", "A B"].randomElement(using: &generator) ?? "",
        y: ["", "1", "2"].randomElement(using: &generator) ?? "",
        kind: ["p", "q", "r"].randomElement(using: &generator) ?? ""
      )
    }
    var text = "plek;x;y;soort\n"
    for row in rows {
      text += "\(row.area < 4 ? sampleCodes[row.area] : "elders");\(row.x);\(row.y);\(row.kind)\n"
    }
    let tabulator = Tabulator(
      try await located(
        text, columns: [("soort", .category)],
        further: RecordReader.Column(name: "adres", addressIn: 1, and: [2])))
    func key(_ row: (area: Int, x: String, y: String, kind: String)) -> String {
      (row.x.filter { $0 != " " }.uppercased()) + "/" + row.y
    }
    let table = try tabulator.table(
      .count,
      where: [
        .among(column: "soort", words: ["p"]),
        .sharedAddress(
          column: "adres", minimum: minimum, among: [.among(column: "soort", words: ["p", "q"])]),
      ])
    for area in 0..<4 {
      let expected = rows.count { row in
        row.area == area && row.kind == "p" && key(row) != "/"
          && rows.count { $0.area < 4 && $0.kind != "r" && key($0) == key(row) } >= minimum
      }
      #expect(table.value(area: area) == Double(expected))
    }
    #expect(throws: TabulationError.noColumn("soort")) {
      try tabulator.table(
        .count, where: [.sharedAddress(column: "soort", minimum: 2, among: [])])
    }
  }

  /// A record that begins and ends in the period is in both counts.
  @Test func begunAndEnded() async throws {
    let rows = rows(500, seed: 3)
    let tabulator = try await read(rows)
    let period = DayPeriod(months: 24, through: RecordDate(day: 19_700))
    let begun = try tabulator.table(.count, where: [.begun(start: "start", in: period)])
    let ended = try tabulator.table(.count, where: [.ended(end: "eind", in: period)])
    check(begun, rows, .count, where: { $0.start.map { period.days.contains($0.day) } ?? false })
    check(ended, rows, .count, where: { $0.end.map { period.days.contains($0.day) } ?? false })
  }

  private let measures: [Measure] = [.count, .distinct(column: "soort"), .sum(column: "bedrag")]

  @Test(arguments: [0, 1, 25, 2_000])
  func countsAgainstALoop(count: Int) async throws {
    let rows = rows(count, seed: 19)
    let tabulator = try await read(rows)
    let from = try #require(RecordDate("2022-01-01"))
    let through = try #require(RecordDate("2022-12-31"))
    let period = from...through
    for measure in measures {
      check(try tabulator.table(measure), rows, measure)
      check(
        try tabulator.table(measure, where: [.among(column: "soort", words: ["47*", "56"])]), rows,
        measure, where: { $0.kind.hasPrefix("47") || $0.kind == "56" })
      check(
        try tabulator.table(measure, where: [.among(column: "soort", words: ["47"])]), rows,
        measure, where: { $0.kind == "47" })
      check(
        try tabulator.table(measure, where: [.active(start: "start", end: "eind", on: from)]), rows,
        measure,
        where: { row in
          guard let start = row.start, start <= from else { return false }
          return row.end.map { $0 > from } ?? true
        })
      check(
        try tabulator.table(
          measure,
          where: [
            .changed(
              start: "start", end: "eind", in: try #require(DayPeriod(from: from, through: through))
            )
          ]),
        rows, measure,
        where: {
          ($0.start.map(period.contains) ?? false) || ($0.end.map(period.contains) ?? false)
        })
      check(
        try tabulator.table(
          measure,
          where: [
            .dated(column: "start", in: try #require(DayPeriod(from: from, through: through))),
            .among(column: "soort", words: ["*"]),
          ]), rows, measure, where: { $0.start.map(period.contains) ?? false })
    }
  }

  @Test(arguments: PeriodCut.allCases)
  func categoriesAndPeriodsAgainstALoop(cut: PeriodCut) async throws {
    let rows = rows(1_500, seed: 20)
    let tabulator = try await read(rows)
    func label(_ row: Row) -> String? { row.start.map { cut.label(cut.number(of: $0)) } }
    for measure in measures {
      let table = try tabulator.table(measure, category: "soort", period: ("start", cut))
      #expect(table.categories == ["", "47", "4711", "4719", "56", "9602"])
      check(table, rows, measure, category: true, period: label)
      let days = rows.filter { $0.area != nil }.compactMap(\.start)
      let numbers = days.map(cut.number)
      let first = try #require(numbers.min())
      let last = try #require(numbers.max())
      #expect(table.periods == (first...last).map(cut.label))
      check(
        try tabulator.table(measure, period: ("start", cut)), rows, measure, period: label)
      check(try tabulator.table(measure, category: "soort"), rows, measure, category: true)
    }
  }

  @Test func daysOnTheEdgesOfAPeriod() async throws {
    let records = try await located(
      """
      plek;start;eind
      BU03070101;2024-01-01;
      BU03070101;2023-12-31;2024-01-01
      BU03070101;2023-12-31;2024-01-02
      BU03070101;2024-01-02;
      BU03070101;;2024-06-01
      """, columns: [("start", .date), ("eind", .date)])
    let tabulator = Tabulator(records)
    let day = try #require(RecordDate("2024-01-01"))
    func count(_ condition: Tabulation.Condition) throws -> Double {
      try tabulator.table(.count, where: [condition]).value(area: 0)
    }
    #expect(try count(.active(start: "start", end: "eind", on: day)) == 2)
    #expect(try count(.dated(column: "start", in: DayPeriod(months: 0, through: day))) == 1)
    #expect(
      try count(.changed(start: "start", end: "eind", in: DayPeriod(months: 0, through: day))) == 2)
  }

  /// Places are those of records, wherever they lie; words and periods are those of records in areas.
  @Test func recordsElsewhereHaveAPlaceToo() async throws {
    let records = try await located(
      "plek;dag;soort\nBU03070101;2024-05-01;a\nelders;2024-05-01;a\nelders;2024-05-01;b\n"
        + "BU03070102;2024-07-01;a\nelders;2024-06-01;a\nelders;2023-05-01;a\nelders;;a\n",
      columns: [("dag", .date), ("soort", .category)])
    let places = try Tabulator(records).places(category: "soort", period: ("dag", .month))
    #expect(places.categories == ["a"])
    #expect(places.periods == ["2024-M05", "2024-M06", "2024-M07"])
    #expect(places.places == [0, 0, -1, 2, 1, -1, -1])
    let none = try Tabulator(
      try await located("plek;soort\nelders;a\n", columns: [("soort", .category)])
    ).places(category: "soort")
    #expect(none.categories.isEmpty && none.places == [-1])
  }

  @Test func nothingToCountIsZero() async throws {
    let records = try await located(
      "plek;soort;datum\nelders;a;2024-01-01\n",
      columns: [
        ("soort", .category), ("datum", .date),
      ])
    let tabulator = Tabulator(records)
    let table = try tabulator.table(.count)
    #expect((0..<4).map { table.value(area: $0) } == [0, 0, 0, 0])
    let divided = try tabulator.table(.count, category: "soort", period: ("datum", .year))
    #expect(divided.categories == [])
    #expect(divided.periods == [])
  }

  @Test func columnsThatWereNotRead() async throws {
    let records = try await located("plek;soort\nBU03070101;a\n", columns: [("soort", .category)])
    let tabulator = Tabulator(records)
    #expect(throws: TabulationError.noColumn("x")) { try tabulator.table(.distinct(column: "x")) }
    #expect(throws: TabulationError.noColumn("soort")) {
      try tabulator.table(.sum(column: "soort"))
    }
    #expect(throws: TabulationError.noColumn("soort")) {
      try tabulator.table(.count, period: ("soort", .year))
    }
    #expect(throws: TabulationError.noColumn("x")) { try tabulator.table(.count, category: "x") }
    #expect(throws: TabulationError.noColumn("x")) {
      try tabulator.table(.count, where: [.among(column: "x", words: [])])
    }
  }

  @Test func periodNames() throws {
    for (text, names) in [
      ("2024-01-01", ["2024", "2024-Q1", "2024-M01"]),
      ("2024-03-31", ["2024", "2024-Q1", "2024-M03"]),
      ("2024-12-31", ["2024", "2024-Q4", "2024-M12"]),
    ] {
      let date = try #require(RecordDate(text))
      #expect(PeriodCut.allCases.map { $0.label($0.number(of: date)) } == names)
    }
    #expect(PeriodCut.quarter.label(2_024 * 4 + 4) == "2025-Q1")
    #expect(PeriodCut.month.label(2_024 * 12 + 12) == "2025-M01")
  }

  @Test func conditionsTellTheirColumns() throws {
    let day = RecordDate(day: 0)
    #expect(Condition.among(column: "a", words: []).columns.map(\.name) == ["a"])
    #expect(Condition.active(start: "a", end: "b", on: day).columns.map(\.name) == ["a", "b"])
    #expect(
      Condition.dated(column: "a", in: DayPeriod(months: 0, through: day)).columns.map(\.kind) == [
        .date
      ])
  }

  @Test func periodsDoNotEndBeforeTheyBegin() throws {
    let first = try #require(RecordDate("2024-01-01"))
    let last = try #require(RecordDate("2024-12-31"))
    #expect(DayPeriod(from: last, through: first) == nil)
    #expect(DayPeriod(from: first, through: first) != nil)
    #expect(DayPeriod(months: 12, through: last) == DayPeriod(from: first, through: last))
    for months in [0, -3, Int.min] {
      #expect(DayPeriod(months: months, through: last) == DayPeriod(from: last, through: last))
    }
  }
}
