import Areas
import CSV
import Disclosure
import Geocoding
import Geometry
import Tables
import Tabulation
import Testing

@Suite struct PublishedTableTests {
  private let layer: AreaLayer

  init() {
    layer = AreaLayer(
      level: .buurt,
      areas: (0..<30).map { number in
        let code = "BU030701" + (number < 10 ? "0" : "") + "\(number)"
        return Area(
          code: code, name: code, wijkcode: "WK030701", gemeentecode: "GM0307", gemeentenaam: "",
          geometry: MultiPolygon([]))
      })
  }

  /// A table with the column `n`: as many records in each area as its place says.
  private func table(
    _ measure: Measure = .count, amount: (Int) -> String = { _ in "1" }
  ) async throws -> BaseTable {
    var text = "plek;bedrag;naam\n"
    for (number, area) in layer.areas.enumerated() {
      for index in 0..<number { text += "\(area.code);\(amount(index));naam \(index)\n" }
    }
    let file = try CSVFile(bytes: Array(text.utf8), name: "proef.csv")
    let placer = RecordPlacer(
      locator: AreaLocator(layer), columns: .code(0, .buurt), columnCount: 3)
    let records = try await RecordReader(
      file: file, placer: placer,
      columns: [
        RecordReader.Column(name: "bedrag", index: 1, kind: .number),
        RecordReader.Column(name: "naam", index: 2, kind: .category),
      ]
    ).read(tasks: 1)
    var base = BaseTable(layer)
    let counts = try Tabulator(records).table(measure)
    base.add(BaseColumn(counts: counts, source: "eigen telling"), id: "n")
    return base
  }

  @Test func countsForEverybody() async throws {
    let published = PublishedTable(try await table(), for: .openbaar)
    #expect(published.audience == .openbaar)
    #expect(published.level == .buurt)
    #expect(published.codes == layer.areas.map(\.code))
    #expect(published.gemeentecodes.allSatisfy { $0 == "GM0307" })
    let column = try #require(published.columns["n"])
    #expect(column.isFromRecords)
    #expect(column.source == "eigen telling")
    // Nought to nine are alike.
    for count in 0...9 { #expect(column.figures[count] == .suppressed) }
    #expect(column.suppressedCount == 10)
    let rounded: [Int: Double] = [
      10: 10, 11: 10, 12: 10, 13: 15, 14: 15, 15: 15, 16: 15, 17: 15, 18: 20, 22: 20, 23: 25,
      27: 25, 28: 30,
    ]
    for (count, value) in rounded { #expect(column.figures[count] == .value(value)) }
  }

  @Test func countsForTheOwnOrganisation() async throws {
    let column = try #require(PublishedTable(try await table(), for: .intern).columns["n"])
    for count in 0..<30 { #expect(column.figures[count] == .value(Double(count))) }
    #expect(column.isFromRecords)
    #expect(column.suppressedCount == 0)
  }

  @Test func sumsAreHiddenByTheNumberOfRecords() async throws {
    let base = try await table(.sum(column: "bedrag"), amount: { _ in "1000,3" })
    let column = try #require(PublishedTable(base, for: .openbaar).columns["n"])
    for count in 0...9 { #expect(column.figures[count] == .suppressed) }
    #expect(column.figures[10] == .value(10_005))
    #expect(column.figures[20] == .value(20_005))
    let open = try #require(PublishedTable(base, for: .intern).columns["n"])
    let sum = try #require(open.figures[3].number)
    #expect(abs(sum - 3_000.9) < 1e-9)
  }

  @Test func distinctCounts() async throws {
    let base = try await table(.distinct(column: "naam"))
    let column = try #require(PublishedTable(base, for: .openbaar).columns["n"])
    for count in 0...9 { #expect(column.figures[count] == .suppressed) }
    #expect(column.figures[10] == .value(10))
    #expect(column.figures[13] == .value(15))
  }

  @Test func openFiguresPassUnchanged() {
    let figures: [Figure] =
      [
        .value(0), .value(3), .value(12), .value(13.37), .value(-1), .interval(lower: 0, upper: 4),
        .interval(lower: 10, upper: .infinity),
      ] + MissingReason.allCases.map(Figure.missing)
    let all = figures + Array(repeating: .value(7), count: 30 - figures.count)
    var base = BaseTable(layer)
    base.add(BaseColumn(open: all, source: "CBS"), id: "open")
    for audience in Audience.allCases {
      let published = PublishedTable(base, for: audience)
      guard let column = published.columns["open"] else {
        Issue.record("no column")
        return
      }
      #expect(!column.isFromRecords)
      #expect(column.suppressedCount == 0)
      for (figure, shown) in zip(all, column.figures) {
        switch figure {
        case .value(let number): #expect(shown == .value(number))
        case .interval(let lower, let upper):
          #expect(shown == .interval(lower: lower, upper: upper))
        case .missing(let reason): #expect(shown == .missing(reason))
        }
      }
    }
  }

  private func column(_ column: BaseColumn, for audience: Audience) throws -> PublishedColumn {
    var base = BaseTable(layer)
    base.add(column, id: "n")
    return try #require(PublishedTable(base, for: audience).columns["n"])
  }

  @Test func deliveredCountsAreProtectedAsRecordsAre() async throws {
    let delivered = BaseColumn(
      delivered: (0..<30).map { .value(Double($0)) }, source: "levering")
    let counted = try await table()
    for audience in Audience.allCases {
      let shown = try column(delivered, for: audience)
      #expect(shown.isFromRecords)
      #expect(
        shown.figures == PublishedTable(counted, for: audience).columns["n"]?.figures)
    }
  }

  @Test func boundsOfDeliveredCounts() throws {
    let figures: [Figure] =
      [
        .interval(lower: 0, upper: 4), .interval(lower: 9, upper: 40),
        .interval(lower: 12, upper: 13), .interval(lower: 10, upper: .infinity), .value(-3),
        .value(9.9), .value(1e300), .missing(.secret),
      ] + Array(repeating: .missing(.noData), count: 22)
    let delivered = BaseColumn(delivered: figures, source: "levering")
    let open = try column(delivered, for: .openbaar).figures
    #expect(
      Array(open.prefix(6)) == [
        .suppressed, .suppressed, .interval(lower: 10, upper: 15),
        .interval(lower: 10, upper: .infinity), .missing(.unreadable), .suppressed,
      ])
    #expect(open[6].number == 1e300)
    #expect(open[7] == .missing(.secret))
    #expect(open[8] == .missing(.noData))
    let own = try column(delivered, for: .intern).figures
    #expect(own[0] == .interval(lower: 0, upper: 4))
    #expect(own[1] == .interval(lower: 9, upper: 40))
    #expect(own[4] == .missing(.unreadable))
  }

  @Test func estimatesOnTooFewAnswersAreUnreliableForAll() throws {
    let respondents: [Int?] = [100, 99, nil, 0, 500]
    let survey = BaseColumn(
      survey: [.value(30), .value(31), .value(32), .missing(.secret), .value(34)]
        + Array(repeating: .missing(.noData), count: 25),
      estimates: SurveyEstimates(
        margins: Array(repeating: 2, count: 30),
        respondents: respondents + Array(repeating: nil, count: 25), minimum: 100),
      source: "monitor")
    for audience in Audience.allCases {
      let shown = try column(survey, for: audience)
      #expect(
        Array(shown.figures.prefix(6)) == [
          .value(30), .unreliable, .unreliable, .missing(.secret), .value(34), .missing(.noData),
        ])
      #expect(!shown.isFromRecords)
      #expect(shown.suppressedCount == 0)
    }
  }

  @Test func theRules() {
    #expect(DisclosureRule.rule(for: .intern) == nil)
    #expect(DisclosureRule.rule(for: .openbaar) == .openbaar)
    #expect(DisclosureRule.openbaar.minimumCount == 10)
    #expect(DisclosureRule.openbaar.roundingBase == 5)
  }
}
