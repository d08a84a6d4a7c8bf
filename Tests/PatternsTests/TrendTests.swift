import Areas
import CSV
import Disclosure
import Geocoding
import Indicators
import Patterns
import SpatialStatistics
import Tabulation
import Testing

@Suite struct TrendTests {
  private let city = GridCity(rows: 1, columns: 4, columnsPerGemeente: 2)

  /// Published counts with so many records per area and quarter.
  private func counts(
    _ rows: [[Int]], cut: PeriodCut = .quarter, for audience: Audience = .intern,
    kind: String = "drugs"
  ) async throws -> PublishedCounts {
    var text = "plek;datum;soort\n"
    for (area, row) in zip(city.areas, rows) {
      for (period, count) in row.enumerated() {
        let date = "\(2020 + period / 4)-0\(period % 4 * 3 + 1)-15"
          .replacing("-010-", with: "-10-")
        for _ in 0..<count { text += "\(area.code);\(date);\(kind)\n" }
      }
    }
    let layer = AreaLayer(level: .buurt, areas: city.areas)
    let file = try CSVFile(bytes: Array(text.utf8), name: "proef.csv")
    let placer = RecordPlacer(
      locator: AreaLocator(layer), columns: .code(0, .buurt), columnCount: 3)
    let records = try await RecordReader(
      file: file, placer: placer,
      columns: [
        RecordReader.Column(name: "datum", index: 1, kind: .date),
        RecordReader.Column(name: "soort", index: 2, kind: .category),
      ]
    ).read(tasks: 1)
    return PublishedCounts(
      [
        PublishedCounts.Level(
          try Tabulator(records).table(.count, category: "soort", period: ("datum", cut)),
          layer: layer, hidden: [])
      ], id: "telling", rule: .rule(for: audience))
  }

  private func series(
    _ counts: PublishedCounts, category: String = "drugs", last: String = "9999"
  ) -> PatternSeries {
    PatternSeries(
      counts, codes: city.areas.map(\.code), name: LocalizedText(nl: "proef", en: "test"),
      category: category, sources: ["proef"], seasons: 4, isComplete: { $0 <= last })
  }

  private func answer(
    _ series: PatternSeries, scope: PatternQuestion.Scope = .all
  ) async throws -> PatternAnswer {
    let question = PatternQuestion(
      id: "proef", text: LocalizedText(nl: "stijgt het?", en: "does it rise?"), statistic: .trend,
      scope: scope)
    return try await PatternFinder(question).trend(
      of: series, level: .buurt, gemeentecodes: city.areas.map(\.gemeentecode))
  }

  private let rising = (0..<24).map { 5 + $0 }
  private let falling = (0..<24).map { 40 - $0 }
  private let flat = [Int](repeating: 6, count: 24)
  private let restless = (0..<24).map { 6 + $0 * 7 % 5 }

  @Test func whatRisesAndFallsIsSaid() async throws {
    let map = try #require(
      try await answer(series(counts([rising, falling, flat, restless]))).whole)
    #expect(map.cells.map { $0?.label } == [.rising, .falling, .undefined, .notSignificant])
    // Sen's slope is per period: a count a quarter.
    #expect(map.cells.map { $0?.statistic }.prefix(2) == [1, -1])
    #expect(map.parts[0].testCount == 3)
    let direct = try MannKendall(restless.map { Double($0) }, seasons: 4)
    #expect(map.cells[3]?.p == direct.p)
    #expect(map.cells[3]?.statistic == direct.slope)
  }

  /// Turned upside down, what rose falls with the same numbers.
  @Test func risesAndFallsAreSymmetric() async throws {
    let rows = [rising, restless, falling, flat]
    let up = try await answer(series(counts(rows)))
    let down = try await answer(series(counts(rows.map { $0.map { 60 - $0 } })))
    for (a, b) in zip(up.whole!.cells, down.whole!.cells) {
      #expect(a?.statistic == b?.statistic.map { -$0 })
      #expect(a?.p == b?.p)
    }
  }

  @Test func cutOffPeriodsAreNotDescribed() async throws {
    let all = series(try await counts([rising, falling, flat, restless]))
    #expect(all.subject.periods?.count == 24)
    let cut = series(try await counts([rising, falling, flat, restless]), last: "2024-Q4")
    #expect(cut.subject.periods?.last == "2024-Q4")
    #expect(cut.subject.periods?.count == 20)
    #expect(cut.rows.allSatisfy { $0.count == 20 })
    #expect(try await answer(cut).values[0] == 24)
    #expect(try await answer(cut).whole?.parts[0].isHopeless(significance: 0.05) == false)
    // Each quarter is there once, so that none can be compared.
    let year = series(try await counts([rising, falling, flat, restless]), last: "2020-Q4")
    #expect(try await answer(year).whole?.parts[0].isHopeless(significance: 0.05) == true)
    let few = series(try await counts([rising, falling, flat, restless]), last: "2020-Q3")
    let refused = try await answer(few)
    #expect(refused.whole?.parts[0].refusal == .tooFewPeriods(3))
    #expect(refused.whole?.cells[0]?.label == .notTested)
  }

  @Test func aSuppressedPeriodTakesTheAreaOut() async throws {
    let rows = [rising.map { $0 + 10 }, falling, flat.map { $0 + 10 }, restless.map { $0 + 10 }]
    let answer = try await answer(series(counts(rows.map { $0.map { $0 } }, for: .openbaar)))
    // 40 down to 17: all shown. Had one quarter been below 10, the whole series would be out.
    #expect(answer.statuses == [.ok, .ok, .ok, .ok])
    var low = rows
    low[1][20] = 3
    let hidden = try await self.answer(series(counts(low, for: .openbaar)))
    #expect(hidden.statuses == [.ok, .suppressed, .ok, .ok])
    #expect(hidden.whole?.parts[0].leftOut == [.suppressed: [city.areas[1].code]])
    #expect(hidden.whole?.cells[1] == nil)
    #expect(hidden.values[1] == nil)
  }

  @Test func aCategoryThatDoesNotOccurHasNoData() async throws {
    let answer = try await answer(series(counts([rising, falling, flat, restless]), category: "x"))
    #expect(answer.whole?.parts[0].refusal == .mostWithoutValue)
    #expect(answer.statuses == [.noData, .noData, .noData, .noData])
  }

  @Test func gemeentenAreTestedByThemselves() async throws {
    let answer = try await answer(series(counts([rising, falling, flat, flat])), scope: .both)
    #expect(answer.perCity?.parts.map(\.testCount) == [2, 0])
    #expect(answer.whole?.parts.map(\.testCount) == [2])
  }
}
