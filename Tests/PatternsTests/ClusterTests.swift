import Areas
import Indicators
import Patterns
import SpatialStatistics
import TestSupport
import Testing

@Suite struct ClusterTests {
  /// Values without a pattern, all different.
  private func noise(_ count: Int, seed: UInt64 = 7) -> [Double] {
    var generator = RepeatableGenerator(seed: seed)
    return (0..<count).map { Double($0) / 10 }.shuffled(using: &generator)
  }

  /// Noise with a block of high values in the lower left corner of three by three.
  private func corner(_ city: GridCity) -> [Double?] {
    var values: [Double?] = noise(city.areas.count)
    for row in 0..<3 {
      for column in 0..<3 { values[city.place(row, column)] = 100 + Double(row * 3 + column) }
    }
    return values
  }

  @Test func aBlockOfHighValuesIsAHotspot() async throws {
    let city = GridCity(rows: 10, columns: 10)
    let map = try #require(try await city.answer(corner(city), permutations: 9_999).whole)
    #expect(map.cells[city.place(1, 1)]?.label == .hotspot)
    #expect(map.cells[city.place(0, 0)]?.label == .hotspot)
    #expect(map.cells[city.place(8, 8)]?.label == .notSignificant)
    let part = map.parts[0]
    #expect(part.testCount == 100)
    #expect(part.islands.isEmpty)
    #expect(part.componentCount == 1)
    #expect(part.labelCounts.values.reduce(0, +) == 100)
    #expect((part.clustering?.moran ?? 0) > 0.3)
    #expect((part.clustering?.p ?? 1) <= 0.002)
    #expect(part.findingCount == part.labelCounts[.hotspot, default: 0])
  }

  @Test func numbersAreThoseOfTheStatistics() async throws {
    let city = GridCity(rows: 6, columns: 6)
    let values = corner(city).compactMap(\.self)
    let graph = try SpatialWeights.contiguity(.queen, Outlines(city.areas))
    let plan = PermutationPlan(permutations: 999, seed: 1)
    let moran = try await LocalAssociation.localMoran(values, graph.styled(.rowStandardised), plan)
    let hot = try await LocalAssociation.localG(values, graph.includingSelf(), plan)
    for (statistic, direct) in [(PatternQuestion.Statistic.lisa, moran), (.hotspots, hot)] {
      let map = try #require(try await city.answer(values, statistic).whole)
      #expect(map.cells.map { $0?.statistic } == direct.statistic)
      #expect(map.cells.map { $0?.z } == direct.z)
      #expect(map.cells.map { $0?.p } == direct.p())
      #expect(
        map.cells.map { $0?.adjusted }
          == FalseDiscoveryRate.benjaminiHochberg.adjusted(direct.p()))
    }
  }

  @Test func tasksChangeNothing() async throws {
    let city = GridCity(rows: 8, columns: 8, columnsPerGemeente: 4)
    let values = corner(city)
    let one = try await city.answer(values, .lisa, scope: .both, tasks: 1)
    let many = try await city.answer(values, .lisa, scope: .both, tasks: 5)
    #expect(one.whole?.cells == many.whole?.cells)
    #expect(one.perCity?.cells == many.perCity?.cells)
    #expect(one.whole?.parts[0].clustering == many.whole?.parts[0].clustering)
  }

  /// What a gemeente looks like by itself does not depend on the others.
  @Test func aGemeenteIsComparedWithItselfAlone() async throws {
    let city = GridCity(rows: 8, columns: 12, columnsPerGemeente: 6)
    var values = corner(city)
    let both = try await city.answer(values, scope: .both)
    let half = GridCity(areas: Array(city.areas.prefix(48)))
    let alone = try await half.answer(Array(values.prefix(48)))
    let own = try #require(both.perCity)
    #expect(own.isPerCity)
    #expect(own.parts.map(\.gemeentecode) == ["GM9901", "GM9902"])
    #expect(own.parts.map(\.testCount) == [48, 48])
    #expect(Array(own.cells.prefix(48)) == alone.whole?.cells)
    #expect(both.whole?.parts[0].testCount == 96)
    #expect(both.whole?.cells.map { $0?.z } != own.cells.map { $0?.z })
    // Whatever happens next door.
    for place in 48..<96 { values[place] = 5_000 - Double(place) }
    let changed = try await city.answer(values, scope: .city)
    #expect(Array(changed.perCity!.cells.prefix(48)) == Array(own.cells.prefix(48)))
    #expect(changed.whole == nil)
  }

  @Test func missingValuesAreLeftOutByName() async throws {
    let city = GridCity(rows: 8, columns: 8)
    var values = corner(city)
    let gaps = [city.place(4, 4), city.place(0, 7), city.place(2, 2)]
    for gap in gaps { values[gap] = nil }
    let answer = try await city.answer(values, .lisa)
    let map = try #require(answer.whole)
    #expect(map.parts[0].leftOut == [.noData: gaps.sorted().map { city.areas[$0].code }])
    for gap in gaps {
      #expect(map.cells[gap] == nil)
      #expect(answer.statuses[gap] == .noData)
      #expect(answer.values[gap] == nil)
    }
    // As if the areas were not there: neither zero nor a neighbour.
    let kept = city.areas.indices.filter { !gaps.contains($0) }
    let rest = GridCity(areas: kept.map { city.areas[$0] })
    let without = try await rest.answer(kept.map { values[$0] }, .lisa)
    #expect(kept.map { map.cells[$0] } == without.whole?.cells)
    #expect(map.parts[0].linkCount == without.whole?.parts[0].linkCount)
  }

  @Test func valuesOnTooSmallABaseTakeNoPart() async throws {
    let city = GridCity(rows: 5, columns: 5)
    let question = PatternQuestion(
      id: "proef", text: LocalizedText(nl: "waar?", en: "where?"), statistic: .lisa)
    var base = [Double](repeating: 100, count: 25)
    base[3] = 5
    let layer = city.layer(noise(25), minimum: 50, base: base)
    // The open figure is known, and is not tested.
    #expect(layer.values[3].value != nil)
    let answer = try await PatternFinder(question).clusters(
      of: layer, neighbours: AreaNeighbours(.contiguity(.queen), of: city.areas))
    #expect(answer.whole?.parts[0].leftOut == [.fewData: [city.areas[3].code]])
    #expect(answer.whole?.cells[3] == nil)
    #expect(answer.values[3] == nil)
  }

  @Test func aMajorityWithoutValuesIsNotTested() async throws {
    let city = GridCity(rows: 6, columns: 6, columnsPerGemeente: 3)
    var values: [Double?] = noise(36)
    for place in 0..<10 { values[place] = nil }
    let answer = try await city.answer(values, scope: .both)
    // 10 of 18 in the first gemeente, 10 of 36 of all.
    #expect(answer.perCity?.parts[0].refusal == .mostWithoutValue)
    #expect(answer.perCity?.parts[0].testCount == 0)
    #expect(answer.perCity?.parts[1].refusal == nil)
    #expect(answer.perCity?.cells[12]?.label == .notTested)
    #expect(answer.perCity?.cells[12]?.p == nil)
    #expect(answer.whole?.parts[0].refusal == nil)
    #expect(answer.whole?.parts[0].testCount == 26)
  }

  @Test func whatCannotBeTestedIsRefused() async throws {
    let small = GridCity(rows: 1, columns: 3)
    #expect(
      try await small.answer([1, 2, 3]).whole?.parts[0].refusal == .tooFewAreas(3))
    let flat = GridCity(rows: 4, columns: 4)
    let constant = try await flat.answer([Double?](repeating: 2, count: 16))
    #expect(constant.whole?.parts[0].refusal == .constant)
    #expect(constant.whole?.cells[0]?.label == .notTested)
    let islands = GridCity(rows: 3, columns: 3, gap: 10)
    let lonely = try await islands.answer(noise(9))
    #expect(lonely.whole?.parts[0].refusal == .tooFewAreas(0))
    #expect(lonely.whole?.parts[0].islands.count == 9)
    #expect(lonely.whole?.cells[0]?.label == .noNeighbours)
    let none = try await flat.answer([Double?](repeating: nil, count: 16))
    #expect(none.whole?.parts[0].refusal == .mostWithoutValue)
    let empty = try await GridCity(areas: []).answer([], scope: .both)
    #expect(empty.whole?.parts[0].refusal == .tooFewAreas(0))
    #expect(empty.perCity?.parts.isEmpty == true)
    #expect(empty.perCity?.isPerCity == true)
  }

  @Test func islandsAreLeftOutByName() async throws {
    let city = GridCity(rows: 5, columns: 5)
    let far = GridCity(rows: 1, columns: 1).areas[0]
    let moved = GridCity(rows: 5, columns: 8, gap: 50).areas[39]
    let island = Area(
      code: "BU99999999", name: "eiland", wijkcode: nil, gemeentecode: far.gemeentecode,
      gemeentenaam: far.gemeentenaam, geometry: moved.geometry)
    let withIsland = GridCity(areas: city.areas + [island])
    let values: [Double?] = noise(25)
    let answer = try await withIsland.answer(values + [50], .lisa)
    let without = try await city.answer(values, .lisa)
    #expect(answer.whole?.parts[0].islands == ["BU99999999"])
    #expect(answer.whole?.parts[0].testCount == 25)
    #expect(answer.whole?.cells.last??.label == .noNeighbours)
    #expect(answer.whole?.cells.last??.statistic == nil)
    #expect(answer.whole.map { Array($0.cells.prefix(25)) } == without.whole?.cells)
    #expect(answer.statuses.last == .ok)
    // The nearest are neighbours of an island too.
    let near = try await withIsland.answer(values + [50], .lisa, neighbours: .nearest(4))
    #expect(near.whole?.parts[0].islands == [])
    #expect(near.whole?.parts[0].linkCount == 26 * 4)
  }

  /// Where there is nothing to find, areas are found no more often than was asked for.
  @Test func nothingIsFoundInNoise() async throws {
    let city = GridCity(rows: 7, columns: 7)
    var mapsWithFindings = 0
    for seed in 0..<60 {
      let answer = try await city.answer(
        noise(49, seed: UInt64(seed)), permutations: 9_999, tasks: 2)
      if (answer.whole?.parts[0].findingCount ?? 0) > 0 { mapsWithFindings += 1 }
    }
    // At a rate of 5 % of maps: 3 of 60 expected, 9 are more than three standard errors above.
    #expect(mapsWithFindings <= 8)
  }

  @Test func fewPermutationsAreSaidToBeCoarse() async throws {
    let city = GridCity(rows: 8, columns: 8)
    let coarse = try await city.answer(noise(64), permutations: 99)
    let fine = try await city.answer(noise(64), permutations: 9_999)
    #expect(coarse.whole?.parts[0].isCoarse(significance: 0.05) == true)
    #expect(fine.whole?.parts[0].isCoarse(significance: 0.05) == false)
  }

  @Test func neighbourRulesAreRead() {
    #expect(NeighbourRule("queen") == .contiguity(.queen))
    #expect(NeighbourRule("rook") == .contiguity(.rook))
    #expect(NeighbourRule("knn:6") == .nearest(6))
    for text in ["knn:6", "queen", "rook"] { #expect(NeighbourRule(text)?.text == text) }
    for text in ["", "knn", "knn:", "knn:0", "knn:-2", "knn:1.5", "Queen", "band:100"] {
      #expect(NeighbourRule(text) == nil)
    }
  }

  @Test func labelsCoverWhatStatisticsFind() {
    for statistic in PatternQuestion.Statistic.allCases {
      for label in PatternLabel.findings(statistic) { #expect(label.isFinding) }
    }
    #expect(
      PatternLabel.allCases.filter { !$0.isFinding }.map(\.rawValue)
        == ["niet_significant", "geen_buren", "onbepaald", "niet_getoetst"])
  }
}
