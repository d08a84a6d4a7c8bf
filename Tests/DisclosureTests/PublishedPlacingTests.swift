import Areas
import CSV
import Disclosure
import Geocoding
import Geometry
import Testing

/// How records were placed, for an audience.
@Suite struct PublishedPlacingTests {
  /// As many buurten as there are counts, the first half in one gemeente.
  private func layer(_ counts: [Int]) -> AreaLayer {
    AreaLayer(
      level: .buurt,
      areas: counts.indices.map { number in
        let gemeente = number < counts.count / 2 ? "0001" : "0002"
        let code = "BU\(gemeente)00" + (number < 10 ? "0" : "") + "\(number)"
        return Area(
          code: code, name: "Buurt \(number)", wijkcode: "WK\(gemeente)00",
          gemeentecode: "GM\(gemeente)", gemeentenaam: "G\(gemeente)", geometry: MultiPolygon([]))
      })
  }

  private func placing(
    _ counts: [Int], for audience: Audience, heaps: [PlacementQuality.Heap] = []
  ) async throws -> PublishedPlacing {
    let layer = layer(counts)
    var text = "plek\nonzin\n\n"
    for (count, area) in zip(counts, layer.areas) {
      for _ in 0..<count { text += area.code + "\n" }
    }
    let file = try CSVFile(bytes: Array(text.utf8), name: "proef.csv")
    let placer = RecordPlacer(
      locator: AreaLocator(layer), columns: .code(0, .buurt), columnCount: 1)
    let records = try await RecordReader(file: file, placer: placer, columns: []).read(tasks: 1)
    return PublishedPlacing(
      records, id: "proef", layer: layer, heaps: heaps, rule: .rule(for: audience))
  }

  private func gemeenten(_ placing: PublishedPlacing) -> [PublishedFigure] {
    placing.rows.filter { $0.level == "gemeente" }.map(\.figure)
  }

  @Test func internEverything() async throws {
    let placing = try await placing([3, 12, 0, 25], for: .intern)
    #expect(placing.rows.prefix(4).map(\.figure) == [3, 12, 0, 25].map { .value($0) })
    #expect(placing.rows.prefix(4).allSatisfy { $0.what == "geplaatst" && $0.level == "buurt" })
    #expect(gemeenten(placing) == [.value(15), .value(25)])
    #expect(placing.rows.last?.what == "onbekende_code")
    #expect(placing.counted == .value(40))
    #expect(placing.doubtful == nil)
  }

  @Test func noughtToNineAreAlike() async throws {
    let placing = try await placing([0, 9, 10, 13], for: .openbaar)
    #expect(
      placing.rows.prefix(4).map(\.figure)
        == [.suppressed, .suppressed, .value(10), .value(15)])
    #expect(placing.rows.last?.figure == .suppressed)
  }

  /// A total must not tell the one count that is hidden in it, nor a sum that would be hidden itself.
  @Test(arguments: [
    ([7, 30, 20, 30], [false, true]),
    ([7, 30, 20, 4], [false, false]),
    ([6, 6, 0, 0], [true, false]),
    ([4, 5, 40, 40], [false, true]),
    ([10, 10, 8, 9], [true, true]),
  ])
  func totalsThatTell(_ counts: [Int], _ isShown: [Bool]) async throws {
    let placing = try await placing(counts, for: .openbaar)
    #expect(gemeenten(placing).map { $0 != .suppressed } == isShown)
  }

  @Test func largestPointIsForInternAlone() async throws {
    let layer = layer([30, 30])
    let file = try CSVFile(
      bytes: Array(
        ("x;y\n" + String(repeating: "155000;463000\n", count: 30)).utf8), name: "proef.csv")
    let ring = try Ring(
      [
        (154_900.0, 462_900.0), (155_100, 462_900), (155_100, 463_100), (154_900, 462_900),
      ].map {
        Position(x: $0.0, y: $0.1)
      })
    let square = AreaLayer(
      level: .buurt,
      areas: [layer.areas[0].with(geometry: MultiPolygon([Polygon(exterior: ring)]))])
    let placer = RecordPlacer(
      locator: AreaLocator(square), columns: .rd(x: 0, y: 1), columnCount: 2)
    let records = try await RecordReader(file: file, placer: placer, columns: []).read(tasks: 1)
    let heaps = records.quality.heaps(minimum: 10, share: 0.2)
    #expect(heaps.map(\.count) == [30])
    for (audience, shown) in [(Audience.intern, 1), (.openbaar, 0)] {
      let placing = PublishedPlacing(
        records, id: "proef", layer: square, heaps: heaps, rule: .rule(for: audience))
      #expect(placing.rows.count { $0.what == "grootste_punt" } == shown)
    }
  }
}
