import Areas
import CSV
import Crypto
import Disclosure
import Foundation
import Geocoding
import Geometry
import TestSupport
import Tabulation
import Testing

/// Tables of counts that are saved by each city and put together, against one table over all records.
@Suite struct SavedCountsTests {
  private static let cities = ["0307", "0344"]

  private static func areas(of cities: [String]) -> [AreaLayer] {
    func layer(_ level: AreaLevel, _ codes: (String) -> [String]) -> AreaLayer {
      AreaLayer(
        level: level,
        areas: cities.flatMap { city in
          codes(city).map { code in
            Area(
              code: code, name: "naam \(code)", wijkcode: "WK\(city)01", gemeentecode: "GM\(city)",
              gemeentenaam: city, geometry: MultiPolygon([]))
          }
        })
    }
    return [
      layer(.buurt) { city in (1...3).map { "BU\(city)010\($0)" } },
      layer(.gemeente) { ["GM\($0)"] },
    ]
  }

  /// A record: its area, date, kind and amount.
  private typealias Record = (area: String, date: String, kind: String, amount: Int)

  /// What a table counts.
  private struct Shape {
    var measure = Measure.count
    var category: String? = "soort"
    var cut: PeriodCut? = .quarter
    var hasTotal = true
    var rule: DisclosureRule? = .openbaar
  }

  private static let shown = DisclosureRule(minimumCount: 5, roundingBase: 1, zeros: .shown)

  private func counts(
    _ records: [Record], of cities: [String], _ shape: Shape
  ) async throws -> PublishedCounts {
    let layers = Self.areas(of: cities)
    let text =
      "plek;datum;soort;bedrag\n"
      + records.map { "\($0.area);\($0.date);\($0.kind);\($0.amount)\n" }.joined()
    let file = try CSVFile(bytes: Array(text.utf8), name: "proef.csv")
    let placer = RecordPlacer(
      locator: AreaLocator(layers[0]), columns: .code(0, .buurt), columnCount: 4)
    let placed = try await RecordReader(
      file: file, placer: placer,
      columns: [
        RecordReader.Column(name: "datum", index: 1, kind: .date),
        RecordReader.Column(name: "soort", index: 2, kind: .category),
        RecordReader.Column(name: "bedrag", index: 3, kind: .number),
      ]
    ).read(tasks: 1)
    let hasTotal = shape.hasTotal && shape.category != nil
    let levels = try layers.map { layer in
      let lifted = try #require(placed.lifted(from: layers[0], to: layer))
      let places = try Tabulator(lifted).places(
        category: shape.category, period: shape.cut.map { ("datum", $0) })
      return PublishedCounts.Level(
        try Tabulator(lifted).table(shape.measure, at: places),
        total: hasTotal
          ? try Tabulator(lifted).table(shape.measure, at: places.withoutCategories) : nil,
        layer: layer, hidden: [])
    }
    return PublishedCounts(levels, id: "telling", rule: shape.rule, isSynthetic: cities.count == 1)
  }

  private func bytes(_ counts: PublishedCounts, _ shape: Shape) throws -> [UInt8] {
    let table = PublishedTable(
      BaseTable(Self.areas(of: Self.cities)[0]), for: shape.rule == nil ? .intern : .openbaar)
    return try SavedPublication.bytes(
      of: [(table, [])], counts: [(counts, shape.cut)], rule: shape.rule, about: Array("{}".utf8),
      ownLevels: [])
  }

  /// Records of which those of the second city are later, and of other kinds.
  private func records(seed: UInt64) -> [Record] {
    var generator = RepeatableGenerator(seed: seed)
    return (0..<600).map { _ in
      let city = Int.random(in: 0..<2, using: &generator)
      let kinds = city == 0 ? ["afval", "drugs"] : ["drugs", "geluid"]
      let year = (city == 0 ? 2021 : 2023) + Int.random(in: 0..<2, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      return (
        "BU\(Self.cities[city])010\(Int.random(in: 1...3, using: &generator))",
        "\(year)-\(month < 10 ? "0" : "")\(month)-15", kinds.randomElement(using: &generator) ?? "",
        Int.random(in: 1...9, using: &generator)
      )
    }
  }

  private static let shapes = [
    Shape(), Shape(hasTotal: false), Shape(category: nil), Shape(cut: .year),
    Shape(cut: .month, rule: nil), Shape(rule: shown), Shape(cut: nil, rule: shown),
    Shape(measure: .sum(column: "bedrag"), cut: .year),
    Shape(measure: .distinct(column: "soort"), category: nil, rule: nil),
  ]

  private func joined(
    _ records: [Record], _ shape: Shape
  ) async throws -> (whole: PublishedCounts, all: PublishedCounts) {
    var parts: [SavedPublication.Counts] = []
    for city in Self.cities {
      let own = records.filter { $0.area.contains(city) }
      let saved = try bytes(try await counts(own, of: [city], shape), shape)
      parts += try SavedPublication(saved, path: "").counts
    }
    return (
      PublishedCounts(joining: parts, layers: Self.areas(of: Self.cities)),
      try await counts(records, of: Self.cities, shape)
    )
  }

  /// Categories and periods that one city lacks, and years between the two that both lack, among them.
  @Test(arguments: shapes.indices)
  func citiesTogetherAreAsOneTableOverAll(number: Int) async throws {
    let shape = Self.shapes[number]
    let (whole, all) = try await joined(records(seed: UInt64(number)), shape)
    #expect(whole.cells == all.cells)
    #expect(whole.cells.contains { $0.figure.number ?? 0 > 0 })
    #expect(whole.categories == all.categories)
    #expect(whole.periods == all.periods)
    #expect(whole.levels == all.levels)
    #expect(whole.id == all.id)
    #expect(whole.isSynthetic)
  }

  @Test(arguments: shapes.indices)
  func aCityWithoutRecords(number: Int) async throws {
    let shape = Self.shapes[number]
    let own = records(seed: 7).filter { $0.area.contains("0344") }
    let (whole, all) = try await joined(own, shape)
    #expect(whole.cells == all.cells)
    let nobody = try await joined([], shape)
    #expect(nobody.whole.cells == nobody.all.cells)
  }

  @Test func periodsBetweenThoseOfCities() async throws {
    let records: [Record] = [
      ("BU03070101", "2020-02-01", "a", 1), ("BU03440101", "2021-11-01", "b", 1),
    ]
    let (whole, _) = try await joined(records, Shape(rule: Self.shown))
    #expect(
      whole.periods == [
        "2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4",
      ])
    #expect(whole.cells.filter { $0.period == "2020-Q3" }.allSatisfy { $0.figure == .value(0) })
    let hidden = try await joined(records, Shape()).whole
    #expect(hidden.cells.allSatisfy { $0.figure == .suppressed })
  }

  /// A city that has `overig` may have records of any kind that it does not name; one without has none.
  @Test func aCategoryThatCanBeAmongOthersIsHidden() async throws {
    let many: [Record] = (0..<6).flatMap { number in
      [
        ("BU03070101", "2020-02-01", "a", number), ("BU03440101", "2020-02-01", "overig", number),
        ("BU03440102", "2020-02-01", "b", number),
      ]
    }
    let whole = try await joined(many, Shape(hasTotal: false, rule: Self.shown)).whole
    func figure(_ code: String, _ category: String) -> PublishedFigure? {
      whole.cells.first { $0.code == code && $0.category == category }?.figure
    }
    #expect(figure("BU03440101", "a") == .suppressed)
    #expect(figure("BU03070101", "b") == .value(0))
    #expect(figure("BU03070101", "overig") == .value(0))
    // Nothing is put together for those who may know all.
    let all = try await joined(many, Shape(hasTotal: false, rule: nil)).whole
    #expect(all.cells.first { $0.code == "BU03440101" && $0.category == "a" }?.figure == .value(0))
  }

  // MARK: Files that are not as they were written

  /// The file with a line that closes what stands before it now.
  private func sealed(_ text: String) -> [UInt8] {
    var lines = text.split(separator: "\n").map(String.init)
    lines.removeLast()
    let content = lines.map { $0 + "\n" }.joined()
    let hash = SHA256.hash(data: Data(content.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    let seal = #"{"lines":\#(lines.count),"sha256":"\#(hash)","wijkzicht_published":4}"#
    return Array((content + seal + "\n").utf8)
  }

  private func fault(_ bytes: [UInt8]) -> SavedPublication.Damage.Fault? {
    do throws(SavedPublication.Damage) {
      _ = try SavedPublication(bytes, path: "gepubliceerd.jsonl")
      return nil
    } catch { return error.fault }
  }

  @Test func everyChangedByteIsFound() async throws {
    let own = records(seed: 1).filter { $0.area.contains("0307") }
    let saved = try bytes(try await counts(own, of: ["0307"], Shape()), Shape())
    #expect(fault(saved) == nil)
    for place in saved.indices {
      var changed = saved
      changed[place] ^= 0x01
      #expect(fault(changed) != nil, "byte \(place)")
    }
  }

  /// Who makes the hash anew can still not tell what the rule hides, nor anything that is no table.
  @Test(arguments: [
    ("\"suppressed\"", "3"), ("\"suppressed\"", "0"), ("\"suppressed\"", "10.5"),
    ("\"suppressed\"", "1e300"), ("\"suppressed\"", "[10,20]"),
    ("\"suppressed\"", "\"unreliable\""),
    ("\"suppressed\"", "\"geen_gegevens\""), ("\"suppressed\",", ""), ("\"2021-Q1", "\"2020-Q1"),
    ("2021-Q1", "2021-Q5"), ("quarter", "week"), ("quarter", "month"), ("\"afval\"", "\"zand\""),
    ("\"afval\"", "\"drugs\""), ("\"drugs\"]", "\"totaal\"]"),
    (
      "\"BU03070101\",\"BU03070102\",\"BU03070103\"],\"figures",
      "\"BU03070109\",\"BU03070102\",\"BU03070103\"],\"figures"
    ),
    ("\"level\":\"gemeente\"", "\"level\":\"buurt\""), ("\"total\":true", "\"total\":false"),
  ])
  func tablesThatNoRunCanHaveMade(from: String, to: String) async throws {
    let own = records(seed: 1).filter { $0.area.contains("0307") }
    let saved = try bytes(try await counts(own, of: ["0307"], Shape()), Shape())
    let text = String(decoding: saved, as: UTF8.self)
    #expect(fault(sealed(text)) == nil)
    let range = try #require(text.firstRange(of: from), "\(from)")
    #expect(
      fault(sealed(text.replacingCharacters(in: range, with: to))) == .unreadable(line: 4),
      "\(from) to \(to)")
  }

  @Test func hiddenCountsWithoutARule() async throws {
    let shape = Shape(rule: nil)
    let saved = try bytes(try await counts([], of: ["0307"], shape), shape)
    #expect(fault(saved) == nil)
    let own = try bytes(
      try await counts([("BU03070101", "2020-02-01", "a", 1)], of: ["0307"], shape), shape)
    let text = String(decoding: own, as: UTF8.self)
    for (from, to) in [("[1,", "[\"suppressed\","), ("[1,", "[1e16,")] {
      let range = try #require(text.firstRange(of: from))
      #expect(
        fault(sealed(text.replacingCharacters(in: range, with: to))) == .unreadable(line: 4))
    }
  }
}
