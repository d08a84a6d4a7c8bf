import Areas
import CSV
import Disclosure
import Foundation
import Geocoding
import Geometry
import Indicators
import Tables
import Tabulation
import Testing

/// Tables over areas of two gemeenten: three in GM0307, two in GM0308.
private struct Tables {
  static let codes = ["BU03070101", "BU03070102", "BU03070103", "BU03080101", "BU03080102"]
  var base: BaseTable
  private let layer: AreaLayer

  init(_ columns: [String: [Figure]]) {
    layer = AreaLayer(
      level: .buurt,
      areas: Self.codes.map { code in
        Area(
          code: code, name: code, wijkcode: nil, gemeentecode: "GM" + code.dropFirst(2).prefix(4),
          gemeentenaam: "", geometry: MultiPolygon([]))
      })
    base = BaseTable(layer)
    for (name, figures) in columns { base.add(BaseColumn(open: figures, source: "CBS"), id: name) }
  }

  /// Adds a count of records under the id of a term.
  mutating func add(counts: [Int], for term: RecordTerm) async throws {
    var text = "plek;n\n"
    for (code, count) in zip(Self.codes, counts) {
      for _ in 0..<count { text += "\(code);1\n" }
    }
    let file = try CSVFile(bytes: Array(text.utf8), name: "proef.csv")
    let placer = RecordPlacer(
      locator: AreaLocator(layer), columns: .code(0, .buurt), columnCount: 2)
    let records = try await RecordReader(file: file, placer: placer, columns: []).read(tasks: 1)
    base.add(
      BaseColumn(counts: try Tabulator(records).table(.count), source: "eigen telling"),
      id: term.columnID)
  }
}

private func numbers(_ values: Double...) -> [Figure] { values.map { .value($0) } }

private func indicator(
  _ formula: Formula, decimals: Int = 1, minimum: Double = 0
) -> Indicator {
  let text = LocalizedText(nl: "proef", en: "test")
  return Indicator(
    id: "proef", theme: .context, code: "R00", name: text, says: text, saysNot: text, unit: text,
    decimals: decimals, direction: .neutral, minimumDenominator: minimum, formula: formula,
    caveats: [], references: [], flags: [])
}

@Suite struct EvaluatorTests {
  private func evaluate(
    _ indicator: Indicator, _ tables: Tables, for audience: Audience = .openbaar
  ) -> IndicatorLayer {
    IndicatorEvaluator(PublishedTable(tables.base, for: audience)).layer(indicator)
  }

  private let n = Term.figure("n")
  private let d = Term.figure("d")

  // MARK: Kinds

  @Test func value() {
    let tables = Tables(["n": numbers(1.24, 1.25, 0, -1.25, 1_000)])
    let layer = evaluate(indicator(Formula(kind: .value, numerator: n)), tables)
    #expect(layer.values.map(\.value) == [1.2, 1.3, 0, -1.3, 1_000])
    #expect(layer.values.allSatisfy { $0.status == .ok && $0.bounds == nil })
    #expect(layer.values.allSatisfy { $0.numerator == nil && $0.denominator == nil })
    #expect(layer.codes == Tables.codes)
    #expect(layer.gemeentecodes == ["GM0307", "GM0307", "GM0307", "GM0308", "GM0308"])
    #expect(layer.sources == ["CBS"])
    #expect(layer.level == .buurt)
    #expect(layer.audience == .openbaar)
  }

  @Test func rate() {
    let tables = Tables(["n": numbers(5, 0, 7, 1, 2), "d": numbers(2_000, 100, 0, 3, 1_000)])
    let formula = Formula(kind: .rate(per: 1_000), numerator: n, denominator: d)
    let layer = evaluate(indicator(formula), tables)
    #expect(layer.values.map(\.value) == [2.5, 0, nil, 333.3, 2])
    #expect(layer.values.map(\.status) == [.ok, .ok, .noData, .ok, .ok])
    #expect(layer.values[0].numerator == 5)
    #expect(layer.values[0].denominator == 2_000)
  }

  @Test func share() {
    let tables = Tables(["n": numbers(1, 2, 3, 0, 5), "d": numbers(3, 3, 3, 3, 4)])
    let formula = Formula(kind: .share, numerator: n, denominator: d)
    let layer = evaluate(indicator(formula, decimals: 2), tables)
    #expect(layer.values.map(\.value) == [33.33, 66.67, 100, 0, 125])
  }

  @Test func density() {
    let tables = Tables([
      "n": numbers(10, 10, 10, 10, 10), "oppervlakte_land_in_ha": numbers(100, 50, 1_000, 0, 200),
    ])
    let layer = evaluate(indicator(Formula(kind: .density, numerator: n)), tables)
    #expect(layer.values.map(\.value) == [10, 20, 1, nil, 5])
    #expect(layer.values[3].status == .noData)
    // The denominator is in square kilometres.
    #expect(layer.values[1].denominator == 0.5)
    #expect(layer.values[1].numerator == 10)
    #expect(IndicatorEvaluator.landAreaColumn == "oppervlakte_land_in_ha")
  }

  @Test func locationQuotient() {
    let tables = Tables(["n": numbers(10, 20, 30, 0, 0), "d": numbers(100, 100, 400, 10, 20)])
    let formula = Formula(kind: .locationQuotient, numerator: n, denominator: d)
    let layer = evaluate(indicator(formula, decimals: 3), tables)
    // GM0307 has 60 in 600: 0.1. In GM0308 there are none, so no share of them has a meaning.
    #expect(layer.values.map(\.value) == [1, 2, 0.75, nil, nil])
    #expect(layer.values.map(\.status) == [.ok, .ok, .ok, .noData, .noData])
  }

  @Test func theSumsOfALocationQuotientLeaveOutWhatIsNotPublished() {
    let tables = Tables([
      "n": [.value(10), .value(20), .missing(.secret), .value(5), .interval(lower: 0, upper: 4)],
      "d": numbers(100, 100, 50, 80, 20),
    ])
    let formula = Formula(kind: .locationQuotient, numerator: n, denominator: d)
    let layer = evaluate(indicator(formula, decimals: 3), tables)
    // 30 in 200, and 5 in 80: of each just 80 % is known.
    #expect(layer.values.map(\.value) == [0.667, 1.333, nil, 1, nil])
    #expect(layer.values.map(\.status) == [.ok, .ok, .noData, .ok, .fewData])
  }

  @Test func suppressedAreasAreLeftOutOfTheSums() async throws {
    let term = RecordTerm(records: "bedrijven")
    var tables = Tables(["d": numbers(100, 100, 40, 50, 100)])
    try await tables.add(counts: [20, 40, 9, 10, 12], for: term)
    let formula = Formula(kind: .locationQuotient, numerator: .records(term), denominator: d)
    let shown = evaluate(indicator(formula, decimals: 3), tables)
    // Everybody: 60 in 200 without the third, and 10 + 10 in 150.
    #expect(shown.values.map(\.value) == [0.667, 1.333, nil, 1.5, 0.75])
    #expect(shown.values[2].status == .suppressed)
    #expect(shown.sources == ["CBS", "eigen telling"])
    let own = evaluate(indicator(formula, decimals: 3), tables, for: .intern)
    // 69 in 240, and 22 in 150.
    #expect(own.values.map(\.value) == [0.696, 1.391, 0.783, 1.364, 0.818])
  }

  /// Low counts are what is hidden: what is left is no reference for what is published.
  @Test(arguments: [
    Formula.Kind.locationQuotient, .relativeToMean, .rate(per: 1000),
  ])
  func withTooLittleKnownThereIsNothingToCompareWith(kind: Formula.Kind) async throws {
    let term = RecordTerm(records: "bedrijven")
    var tables = Tables(["d": numbers(100, 100, 400, 50, 100)])
    try await tables.add(counts: [20, 40, 9, 10, 12], for: term)
    let formula = Formula(
      kind: kind, numerator: .records(term), denominator: d,
      isSmoothed: kind == .rate(per: 1000))
    let shown = evaluate(indicator(formula, decimals: 3), tables)
    #expect(shown.values[..<3].map(\.value) == [nil, nil, nil])
    #expect(shown.values[..<3].map(\.status) == [.suppressed, .suppressed, .suppressed])
    #expect(shown.values[3...].allSatisfy { $0.value != nil && $0.status == .ok })
    let own = evaluate(indicator(formula, decimals: 3), tables, for: .intern)
    #expect(own.values.allSatisfy { $0.value != nil })
  }

  /// Where the count of the gemeente is published and only its denominator is missing, that is why there is no value.
  @Test(arguments: [Formula.Kind.locationQuotient, .rate(per: 1000)])
  func withoutTheDenominatorOfAWholeGemeente(kind: Formula.Kind) async throws {
    let term = RecordTerm(records: "bedrijven")
    var tables = Tables(["d": numbers(100, 100, 400, 50, 100)])
    try await tables.add(counts: [20, 40, 9, 10, 12], for: term)
    var wholes = BaseTable(
      AreaLayer(
        level: .gemeente,
        areas: ["GM0307", "GM0308"].map {
          Area(
            code: $0, name: $0, wijkcode: nil, gemeentecode: $0, gemeentenaam: "",
            geometry: MultiPolygon([]))
        }))
    let formula = Formula(
      kind: kind, numerator: .records(term), denominator: d,
      isSmoothed: kind == .rate(per: 1000))
    func values() -> [IndicatorValue] {
      IndicatorEvaluator(
        PublishedTable(tables.base, for: .openbaar), wholes: PublishedTable(wholes, for: .openbaar)
      ).layer(indicator(formula, decimals: 3)).values
    }
    // Nothing is known of the gemeenten: what is hidden may be why.
    #expect(values()[..<3].map(\.status) == [.suppressed, .suppressed, .suppressed])
    wholes.add(BaseColumn(open: numbers(70, 22), source: "eigen telling"), id: term.columnID)
    #expect(values()[..<3].map(\.status) == [.noData, .noData, .suppressed])
    #expect(values()[..<3].map(\.missing) == [.noReference, .noReference, nil])
    // Those of GM0308 are seen whole.
    #expect(values()[3...].allSatisfy { $0.status == .ok })
  }

  /// The count of a whole gemeente is what an audience may know, also where that of an area is hidden.
  @Test func theNumberOfAWholeGemeenteIsWhatAreasAreComparedWith() async throws {
    let term = RecordTerm(records: "bedrijven")
    var tables = Tables(["d": numbers(100, 100, 400, 50, 100)])
    try await tables.add(counts: [20, 40, 9, 10, 12], for: term)
    var wholes = BaseTable(
      AreaLayer(
        level: .gemeente,
        areas: ["GM0307", "GM0308"].map {
          Area(
            code: $0, name: $0, wijkcode: nil, gemeentecode: $0, gemeentenaam: "",
            geometry: MultiPolygon([]))
        }))
    wholes.add(BaseColumn(open: numbers(70, 22), source: "eigen telling"), id: term.columnID)
    wholes.add(BaseColumn(open: numbers(600, 150), source: "CBS"), id: "d")
    let evaluator = IndicatorEvaluator(
      PublishedTable(tables.base, for: .openbaar),
      wholes: PublishedTable(wholes, for: .openbaar))
    let formula = Formula(kind: .locationQuotient, numerator: .records(term), denominator: d)
    // 70 in 600, though 60 in 200 is all that is seen of it; GM0308 is seen whole.
    #expect(
      evaluator.layer(indicator(formula, decimals: 3)).values.map(\.value)
        == [1.714, 3.429, nil, 1.5, 0.75])
    let smoothed = Formula(
      kind: .rate(per: 1), numerator: .records(term), denominator: d, isSmoothed: true)
    // By hand: m = 0.1167; A = (100·0.0833² + 100·0.2833²) / 200 − m / 100 = 0.0424.
    let m = 70.0 / 600
    let spread = (100 * (0.2 - m) * (0.2 - m) + 100 * (0.4 - m) * (0.4 - m)) / 200 - m / 100
    let expected = [0.2, 0.4].map { m + spread / (spread + m / 100) * ($0 - m) }
    let rates = evaluator.layer(indicator(smoothed, decimals: 6)).values.map(\.value)
    #expect(abs((rates[0] ?? 0) - expected[0]) < 1e-6 && abs((rates[1] ?? 0) - expected[1]) < 1e-6)
  }

  @Test func aQuotientWithTheWholeStudy() {
    let tables = Tables(["n": numbers(10, 20, 30, 0, 40), "d": numbers(100, 100, 400, 100, 300)])
    let formula = Formula(
      kind: .locationQuotient, numerator: n, denominator: d, reference: .study)
    // 100 in 1,000.
    #expect(
      evaluate(indicator(formula, decimals: 3), tables).values.map(\.value)
        == [1, 2, 0.75, 0, 1.333])
  }

  /// By hand: in GM0307 m = 60/600, the spread is (100·0 + 100·0.1² + 400·0.025²)/600 = 1.25/600, less
  /// m / 200; in GM0308 m = 0.1 too, the spread 0 is less than chance, so both have m.
  @Test func smoothing() {
    let tables = Tables(["n": numbers(10, 20, 30, 5, 5), "d": numbers(100, 100, 400, 50, 50)])
    let share = Formula(kind: .share, numerator: n, denominator: d, isSmoothed: true)
    let spread = 1.25 / 600 - 0.1 / 200
    func estimate(_ n: Double, _ d: Double) -> Double {
      100 * (0.1 + spread * (n / d - 0.1) / (spread + 0.1 / d))
    }
    let layer = evaluate(indicator(share, decimals: 6), tables)
    let expected = [estimate(10, 100), estimate(20, 100), estimate(30, 400), 10, 10]
    for (value, expected) in zip(layer.values, expected) {
      #expect(abs((value.value ?? .nan) - expected) < 1e-6)
    }
    let quotient = Formula(
      kind: .locationQuotient, numerator: n, denominator: d, isSmoothed: true)
    let quotients = evaluate(indicator(quotient, decimals: 6), tables)
    for (value, expected) in zip(quotients.values, expected) {
      #expect(abs((value.value ?? .nan) - expected / 10) < 1e-6)
    }
  }

  /// Rates and quotients of PySAL, from `Tests/Oracles/smoothing.py` with its versions.
  @Test func smoothingAsOthersDoIt() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/smoothing.txt")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      .map { line in line.split(separator: " ").dropFirst().compactMap { Double($0) } }
    #expect(lines.count == 24)
    for start in stride(from: 0, to: lines.count, by: 4) {
      let tables = Tables([
        "n": lines[start].map { .value($0) }, "d": lines[start + 1].map { .value($0) },
      ])
      for (kind, expected) in [
        (Formula.Kind.rate(per: 1), lines[start + 2]), (.locationQuotient, lines[start + 3]),
      ] {
        let formula = Formula(kind: kind, numerator: n, denominator: d, isSmoothed: true)
        let found = evaluate(indicator(formula, decimals: 6), tables).values.map(\.value)
        for (value, expected) in zip(found, expected) {
          #expect(abs((value ?? .nan) - expected) <= 5.1e-7)
        }
      }
    }
  }

  @Test func oneFigureMovesOnlyWhatIsMadeOfIt() {
    let sizes = numbers(100, 100, 400, 50, 50)
    let before = Tables(["n": numbers(10, 20, 30, 5, 9), "d": sizes])
    let after = Tables(["n": numbers(17, 20, 30, 5, 9), "d": sizes])
    func moved(_ formula: Formula) -> [Int] {
      let pair = [before, after].map { evaluate(indicator(formula, decimals: 6), $0).values }
      return pair[0].indices.filter { pair[0][$0].value != pair[1][$0].value }
    }
    #expect(moved(Formula(kind: .value, numerator: n)) == [0])
    #expect(moved(Formula(kind: .value, numerator: d)) == [])
    #expect(moved(Formula(kind: .share, numerator: n, denominator: d)) == [0])
    #expect(
      moved(Formula(kind: .locationQuotient, numerator: n, denominator: d)) == [0, 1, 2])
    #expect(
      moved(Formula(kind: .share, numerator: n, denominator: d, isSmoothed: true))
        == [0, 1, 2])
    #expect(
      moved(
        Formula(kind: .locationQuotient, numerator: n, denominator: d, reference: .study))
        == [0, 1, 2, 3, 4])
  }

  @Test func changes() {
    let tables = Tables([
      "n": [.value(10), .value(0), .value(30), .interval(lower: 0, upper: 4), .missing(.secret)],
      "d": numbers(8, 0, 40, 8, 8),
    ])
    let difference = Formula(kind: .change, numerator: n, denominator: d)
    let layer = evaluate(indicator(difference), tables)
    #expect(layer.values.map(\.value) == [2, 0, -10, nil, nil])
    #expect(layer.values[3].bounds == -8 ... -4)
    #expect(layer.values[4].missing == .secret)
    #expect(layer.values.allSatisfy { $0.denominator == nil })
    let relative = Formula(
      kind: .relativeChange, numerator: n, denominator: d, isAbsolute: true)
    let sizes = evaluate(indicator(relative), tables)
    #expect(sizes.values.map(\.value) == [25, nil, 25, nil, nil])
    #expect(sizes.values[1].missing == .notApplicable)
  }

  @Test func combinations() {
    let tables = Tables([
      "n": [.value(1), .value(0), .value(3), .interval(lower: 0, upper: 4), .missing(.secret)],
      "d": numbers(3, 0, 3, 8, 8),
    ])
    func values(_ how: Term.Combination) -> [IndicatorValue] {
      evaluate(
        indicator(Formula(kind: .value, numerator: .combined(how, [n, d])), decimals: 4), tables
      ).values
    }
    #expect(values(.sum).map(\.value) == [4, 0, 6, nil, nil])
    #expect(values(.sum)[3].bounds == 8...12)
    #expect(values(.sum)[4].missing == .secret)
    #expect(values(.mean).map(\.value) == [2, 0, 3, nil, nil])
    #expect(values(.minimum).map(\.value) == [1, 0, 3, nil, nil])
    // 1 and 3 of 4: -(¼ ln ¼ + ¾ ln ¾) / ln 2.
    #expect(values(.entropy).map(\.value) == [0.8113, nil, 1, nil, nil])
    #expect(values(.entropy)[1].missing == .notApplicable)
    #expect(values(.entropy)[3].status == .fewData)
  }

  /// What is hidden of a part is hidden of the whole.
  @Test func aSumWithASuppressedPart() async throws {
    let term = RecordTerm(records: "bedrijven")
    var tables = Tables(["d": numbers(1, 1, 1, 1, 1)])
    try await tables.add(counts: [20, 40, 9, 10, 12], for: term)
    let formula = Formula(kind: .value, numerator: .combined(.sum, [.records(term), d]))
    let layer = evaluate(indicator(formula), tables)
    #expect(layer.values.map(\.value) == [21, 41, nil, 11, 11])
    #expect(layer.values[2].status == .suppressed)
    #expect(formula.usesRecords)
  }

  @Test func neighbours() {
    let tables = Tables([
      "n": [.value(1), .value(2), .value(6), .missing(.secret), .value(9)],
      "d": numbers(10, 30, 10, 10, 0),
    ])
    // A row of areas, the last an island.
    let borders = [[1], [0, 2], [1, 3], [2], []]
    func values(_ term: Term) -> [IndicatorValue] {
      IndicatorEvaluator(PublishedTable(tables.base, for: .openbaar), neighbours: borders)
        .layer(indicator(Formula(kind: .value, numerator: term))).values
    }
    #expect(values(.neighbours(n, weight: nil)).map(\.value) == [2, 3.5, 2, 6, nil])
    #expect(values(.neighbours(n, weight: nil))[4].missing == .notApplicable)
    #expect(values(.neighbours(n, weight: d)).map(\.value) == [2, 3.5, 2, 6, nil])
    #expect(values(.neighbours(d, weight: n)).map(\.value) == [30, 10, 30, 10, nil])
  }

  @Test func anotherIndicator() {
    let tables = Tables(["n": numbers(1, 2, 3, 4, 5), "d": numbers(10, 10, 0, 10, 10)])
    let share = indicator(Formula(kind: .share, numerator: n, denominator: d), minimum: 5)
    let formula = Formula(kind: .value, numerator: .combined(.sum, [.indicator(share), n]))
    #expect(
      evaluate(indicator(formula), tables).values.map(\.value) == [11, 22, nil, 44, 55])
    #expect(formula.terms == [n, d])
  }

  // MARK: Statuses

  @Test func missing() {
    let tables = Tables([
      "n": [.missing(.secret), .value(1), .missing(.noData), .value(1), .value(1)],
      "d": [.value(10), .missing(.notYetPublished), .missing(.noData), .value(10), .value(0)],
    ])
    for kind in [Formula.Kind.rate(per: 1), .share, .locationQuotient] {
      let layer = evaluate(indicator(Formula(kind: kind, numerator: n, denominator: d)), tables)
      #expect(layer.values.map(\.status) == [.noData, .noData, .noData, .ok, .noData])
      #expect(layer.values.allSatisfy { ($0.value == nil) == ($0.status != .ok) })
      #expect(
        layer.values.map(\.missing) == [.secret, .notYetPublished, .noData, nil, .notApplicable])
    }
  }

  @Test func aColumnThatIsNotThereIsMissingEverywhere() {
    let tables = Tables(["n": numbers(1, 2, 3, 4, 5)])
    for formula in [
      Formula(kind: .share, numerator: n, denominator: d),
      Formula(kind: .share, numerator: d, denominator: n), Formula(kind: .density, numerator: n),
      Formula(kind: .value, numerator: d),
    ] {
      let layer = evaluate(indicator(formula), tables)
      #expect(layer.statusCounts() == [.noData: 5])
    }
  }

  @Test func suppressed() async throws {
    let term = RecordTerm(records: "bedrijven", among: [.init(column: "sbi", words: ["56*"])])
    var tables = Tables([
      "d": [.value(100), .missing(.secret), .value(100), .value(0), .value(100)],
      "oppervlakte_land_in_ha": numbers(100, 100, 100, 100, 100),
    ])
    try await tables.add(counts: [0, 9, 10, 3, 27], for: term)
    let formula = Formula(kind: .rate(per: 100), numerator: .records(term), denominator: d)
    let layer = evaluate(indicator(formula), tables)
    #expect(layer.values.map(\.status) == [.suppressed, .suppressed, .ok, .suppressed, .ok])
    #expect(layer.values.map(\.value) == [nil, nil, 10, nil, 25])
    #expect(layer.values[0].numerator == nil)
    #expect(layer.values[4].numerator == 25)
    #expect(layer.statusCounts() == [.suppressed: 3, .ok: 2])
    #expect(layer.statusCounts(gemeentecode: "GM0307") == [.suppressed: 2, .ok: 1])
    #expect(layer.statusCounts(gemeentecode: "GM9999") == [:])
    let other = evaluate(
      indicator(Formula(kind: .share, numerator: d, denominator: .records(term))), tables)
    #expect(other.values.map(\.status) == [.suppressed, .suppressed, .ok, .suppressed, .ok])
    let dense = evaluate(indicator(Formula(kind: .density, numerator: .records(term))), tables)
    #expect(dense.values.map(\.value) == [nil, nil, 10, nil, 25])
    let own = evaluate(indicator(formula), tables, for: .intern)
    #expect(own.values.map(\.value) == [0, nil, 10, nil, 27])
    #expect(own.values.map(\.status) == [.ok, .noData, .ok, .noData, .ok])
  }

  @Test func intervals() {
    let tables = Tables([
      "n": [
        .interval(lower: 1, upper: 4), .interval(lower: 10, upper: .infinity), .value(3),
        .interval(lower: 0, upper: 0), .interval(lower: 2, upper: 3),
      ],
      "d": [.value(8), .value(10), .interval(lower: 10, upper: 20), .value(5), .missing(.noData)],
    ])
    let formula = Formula(kind: .share, numerator: n, denominator: d)
    let layer = evaluate(indicator(formula, decimals: 0), tables)
    #expect(layer.values.map(\.status) == [.fewData, .fewData, .fewData, .fewData, .noData])
    #expect(layer.values.map(\.bounds) == [12.5...50, 100...(.infinity), nil, 0...0, nil])
    #expect(layer.values.allSatisfy { $0.value == nil })
    let plain = evaluate(indicator(Formula(kind: .value, numerator: n)), tables)
    #expect(plain.values[0].bounds == 1...4)
    #expect(plain.values[1].bounds == 10...(.infinity))
    #expect(plain.values[2].value == 3)
  }

  // MARK: Few data

  @Test func anOpenFigureOnASmallDenominatorIsKept() {
    let tables = Tables(["n": numbers(1, 2, 3, 4, 5), "d": numbers(99, 100, 101, 20, 0)])
    let formula = Formula(kind: .share, numerator: n, denominator: d)
    let layer = evaluate(indicator(formula, minimum: 100), tables)
    #expect(layer.values.map(\.status) == [.fewData, .ok, .ok, .fewData, .noData])
    #expect(layer.values.map(\.value) == [1, 2, 3, 20, nil])
    #expect(layer.values[0].numerator == 1)
  }

  @Test func aValueFromRecordsOnASmallDenominatorIsWithheld() async throws {
    let term = RecordTerm(records: "bedrijven")
    var tables = Tables(["d": numbers(99, 100, 101, 20, 200)])
    try await tables.add(counts: [20, 20, 20, 20, 5], for: term)
    let formula = Formula(kind: .share, numerator: .records(term), denominator: d)
    for audience in Audience.allCases {
      let layer = evaluate(indicator(formula, minimum: 100), tables, for: audience)
      let last: IndicatorValue.Status = audience == .intern ? .ok : .suppressed
      #expect(layer.values.map(\.status) == [.fewData, .ok, .ok, .fewData, last])
      #expect(layer.values[0].value == nil)
      #expect(layer.values[0].numerator == nil)
      #expect(layer.values[0].denominator == 99)
      #expect(layer.values[1].value == 20)
    }
  }

  @Test func theMinimumLooksAtTheBaseWhereThereIsNoDenominator() {
    let tables = Tables([
      "n": numbers(10, 20, 30, 40, 50), "oppervlakte_land_in_ha": numbers(1, 1, 1, 1, 1),
      "inwoners": [.value(99), .value(100), .missing(.secret), .value(0), .value(500)],
    ])
    for kind in [Formula.Kind.value, .density] {
      let formula = Formula(kind: kind, numerator: n, base: .figure("inwoners"))
      let layer = evaluate(indicator(formula, minimum: 100), tables)
      // Of the third it is not known that there are enough.
      #expect(layer.values.map(\.status) == [.fewData, .ok, .fewData, .fewData, .ok])
      #expect(layer.values.allSatisfy { $0.value != nil })
    }
  }

  @Test func aBaseThatIsNotThereIsNotEnough() {
    let tables = Tables(["n": numbers(10, 20, 30, 40, 50)])
    func statuses(_ minimum: Double) -> [IndicatorValue.Status] {
      let formula = Formula(kind: .value, numerator: n, base: .figure("inwoners"))
      return evaluate(indicator(formula, minimum: minimum), tables).values.map(\.status)
    }
    #expect(statuses(1) == [.fewData, .fewData, .fewData, .fewData, .fewData])
    #expect(statuses(0) == [.ok, .ok, .ok, .ok, .ok])
  }

  // MARK: Terms

  @Test func termsWithTheSameMeaningHaveTheSameColumn() {
    let a = RecordTerm.Among(column: "a", words: ["1", "2*"])
    let b = RecordTerm.Among(column: "b", words: ["3"])
    let one = RecordTerm(records: "r", among: [a, b], period: .active)
    let two = RecordTerm(records: "r", among: [b, a], period: .active)
    #expect(one.columnID == two.columnID)
    let all = [
      RecordTerm(records: "r"), RecordTerm(records: "s"),
      RecordTerm(records: "r", measure: .distinct(column: "a")),
      RecordTerm(records: "r", measure: .sum(column: "a")), RecordTerm(records: "r", among: [a]),
      RecordTerm(records: "r", among: [b]), one, RecordTerm(records: "r", period: .active),
      RecordTerm(records: "r", period: .changed(months: 12)),
      RecordTerm(records: "r", period: .changed(months: 6)),
      RecordTerm(records: "r", period: .dated(months: 12)),
    ]
    #expect(Set(all.map(\.columnID)).count == all.count)
    #expect(Formula(kind: .value, numerator: .records(one)).usesRecords)
    #expect(!Formula(kind: .value, numerator: n, base: .records(one)).usesRecords)
    #expect(Formula(kind: .share, numerator: n, denominator: .records(one)).usesRecords)
  }
}
