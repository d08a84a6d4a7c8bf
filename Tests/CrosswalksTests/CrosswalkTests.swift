import Areas
import Crosswalks
import Geometry
import Tables
import Testing

struct CrosswalkTests {
  /// Squares of 100 m in a row; each is named by code, name and its west and east edge.
  static func layer(_ areas: [(String, String, Double, Double)]) throws -> AreaLayer {
    AreaLayer(
      level: .buurt,
      areas: try areas.map { code, name, west, east in
        let ring = try Ring([
          Position(x: west, y: 0), Position(x: east, y: 0), Position(x: east, y: 100),
          Position(x: west, y: 100), Position(x: west, y: 0),
        ])
        return Area(
          code: code, name: name, wijkcode: nil, gemeentecode: "GM0363", gemeentenaam: "Amsterdam",
          geometry: MultiPolygon([Polygon(exterior: ring, holes: [])]))
      })
  }

  static func byArea(_ from: AreaLayer, _ to: AreaLayer) async throws -> Crosswalk {
    try await CrosswalkBuilder(from: .init(from, year: 2015), to: .init(to, year: 2020))
      .crosswalk(.area).0
  }

  @Test func totalsStayAndDividedAreasSaySo() async throws {
    let before = try Self.layer([("BU03630000", "West", 0, 100), ("BU03630001", "Oost", 100, 200)])
    let after = try Self.layer([
      ("BU03630000", "Groot West", 0, 150), ("BU03630002", "Rest", 150, 200),
    ])
    let crosswalk = try await Self.byArea(before, after)
    let counts = crosswalk.converted(counts: [.value(10), .value(20)])
    #expect(counts == [.value(20), .value(10)])
    #expect(crosswalk.conversions.map(\.grade) == [.weak, .weak])
    #expect(crosswalk.conversions[0].share == 1.0 / 3)
    #expect(crosswalk.reusedCodes.isEmpty)
  }

  @Test func codeForAnotherAreaIsSeen() async throws {
    let before = try Self.layer([
      ("BU03630000", "Oude Zijde", 0, 100), ("BU03630001", "Nieuwe Zijde", 100, 200),
    ])
    let after = try Self.layer([
      ("BU03630000", "Nieuwe Zijde", 100, 200), ("BU03630001", "Oude Zijde", 0, 100),
    ])
    let crosswalk = try await Self.byArea(before, after)
    #expect(crosswalk.reusedCodes.map(\.code) == ["BU03630000", "BU03630001"])
    #expect(crosswalk.converted(counts: [.value(1), .value(2)]) == [.value(2), .value(1)])
    #expect(crosswalk.conversions.allSatisfy { $0.grade == .whole })
  }

  @Test func meansGoWithTheirDenominator() async throws {
    let before = try Self.layer([("BU03630000", "A", 0, 100), ("BU03630001", "B", 100, 200)])
    let after = try Self.layer([("BU03630009", "AB", 0, 200)])
    let crosswalk = try await Self.byArea(before, after)
    #expect(
      crosswalk.converted(
        means: [.value(10), .value(40)], denominators: [.value(200), .value(100)]) == [.value(20)])
    // An empty area plays no part, also when it has no mean.
    #expect(
      crosswalk.converted(
        means: [.missing(.secret), .value(40)], denominators: [.value(0), .value(100)])
        == [.value(40)])
    #expect(
      crosswalk.converted(
        means: [.value(10), .missing(.secret)], denominators: [.value(200), .value(100)])
        == [.missing(.secret)])
    #expect(
      crosswalk.converted(
        means: [.missing(.secret), .missing(.secret)], denominators: [.value(0), .value(0)])
        == [.missing(.notApplicable)])
  }

  @Test func areaThatLiesPartlyOutsideIsNotWhole() async throws {
    let before = try Self.layer([("BU03630000", "A", 0, 100), ("BU03630001", "B", 100, 200)])
    let after = try Self.layer([("BU03630008", "C", 75, 100), ("BU03630009", "D", 100, 195)])
    let crosswalk = try await Self.byArea(before, after)
    #expect(crosswalk.conversions.map(\.grade) == [.weak, .whole])
  }

  @Test func boundsAndMissing() async throws {
    let before = try Self.layer([("BU03630000", "A", 0, 100), ("BU03630001", "B", 100, 200)])
    let after = try Self.layer([
      ("BU03630000", "A", 0, 100), ("BU03630008", "C", 100, 150), ("BU03630009", "D", 150, 200),
      // Two thirds of it lie in no area of the earlier edition, or all.
      ("BU03630010", "E", 200, 300),
    ])
    let crosswalk = try await Self.byArea(before, after)
    #expect(
      crosswalk.converted(counts: [.missing(.secret), .interval(lower: 1, upper: 4)]) == [
        .missing(.secret), .interval(lower: 0.5, upper: 2), .interval(lower: 0.5, upper: 2),
        .missing(.noData),
      ])
    #expect(crosswalk.conversions[3].grade == .none)
  }

  /// Random divisions of a line: totals stay, and there and back moves no more than is said.
  @Test(arguments: 1...20) func massAndReturn(seed: UInt64) async throws {
    var state = seed
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    func cuts(_ prefix: String) throws -> AreaLayer {
      let edges = ([0] + (0..<8).map { _ in (random() * 1000).rounded() } + [1000]).sorted()
      var areas: [(String, String, Double, Double)] = []
      for (place, pair) in zip(edges, edges.dropFirst()).enumerated() where pair.0 < pair.1 {
        areas.append(("BU\(prefix)000\(place)", "x", pair.0, pair.1))
      }
      return try Self.layer(areas)
    }
    let crosswalk = try await Self.byArea(cuts("0363"), cuts("0364"))
    let counts = crosswalk.from.codes.map { _ in (random() * 100).rounded() }
    let there = crosswalk.converted(counts: counts.map { .value($0) })
    let total = there.reduce(0) { $0 + ($1.number ?? 0) }
    let expected = counts.reduce(0, +)
    #expect(abs(total - expected) <= 1e-9 * max(expected, 1))
    let back = crosswalk.reversed.converted(counts: there)
    let moved = zip(counts, back).reduce(0) { $0 + abs($1.0 - ($1.1.number ?? 0)) }
    #expect(moved <= crosswalk.returnBound(counts: counts) + 1e-9)
  }

  @Test func unchangedByCBSGoesOverWhole() async throws {
    let before = try Self.layer([("BU03630000", "A", 0, 100), ("BU03630001", "B", 100, 200)])
    let plain = try Self.layer([("BU03630000", "A", 0, 103), ("BU03630001", "B", 103, 200)])
    let after = AreaLayer(
      level: .buurt, areas: plain.areas,
      figures: [
        FigureColumn(name: CrosswalkBuilder.changeColumn, figures: [.value(1), .value(1)])
      ])
    let (crosswalk, counts) = try await CrosswalkBuilder(
      from: .init(before, year: 2023), to: .init(after, year: 2024)
    ).crosswalk(.area)
    #expect(counts.unchanged == 2)
    #expect(crosswalk.converted(counts: [.value(7), .value(9)]) == [.value(7), .value(9)])
    // Nine years apart the column says nothing: it looks back one year.
    let (older, none) = try await CrosswalkBuilder(
      from: .init(before, year: 2015), to: .init(after, year: 2024)
    ).crosswalk(.area)
    #expect(none.unchanged == 0)
    #expect(older.converted(counts: [.value(7), .value(100)]) == [.value(10), .value(97)])
  }
}
