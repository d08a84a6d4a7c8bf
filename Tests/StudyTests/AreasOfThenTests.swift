import Areas
import Geometry
import Testing

@testable import Study

/// The areas of another year as levels of their own.
@Suite struct AreasOfThenTests {
  private func area(_ code: String, wijk: String?, gemeente: String) -> Area {
    Area(
      code: code, name: code, wijkcode: wijk, gemeentecode: gemeente, gemeentenaam: gemeente,
      geometry: MultiPolygon([]))
  }

  private var buurten: AreaLayer {
    AreaLayer(
      level: .buurt,
      areas: [
        area("BU00010101", wijk: "WK000101", gemeente: "GM0001"),
        area("BU00010102", wijk: "WK000101", gemeente: "GM0001"),
        area("BU00010201", wijk: "WK000102", gemeente: "GM0001"),
        area("BU00020101", wijk: "WK000201", gemeente: "GM0002"),
      ])
  }

  @Test(arguments: ["BU00010201", "WK000102", "GM0001"])
  func ofBuurtenWijkenAndGemeentenAreMade(code: String) throws {
    let read = AreaSet(edition: Edition(year: 2023), layers: [buurten])
    let then = try #require(AreasOfThen(read, toldOf: [code]))
    #expect(then.everywhere.areas.count == 4)
    #expect(then.layers.map { $0.areas.count } == [3, 2, 1])
    let wijken = try #require(then.layer("wijk"))
    let gemeenten = try #require(then.layer("gemeente"))
    #expect(then.areas.parents(of: then.layers[0], in: wijken) == [0, 0, 1])
    #expect(then.areas.parents(of: then.layers[0], in: gemeenten) == [0, 0, 0])
    #expect(then.areas.parents(of: wijken, in: gemeenten) == [0, 0])
    // Beside those of now, and another year.
    let now = AreaSet(edition: Edition(year: 2024), layers: [buurten])
    let other = try #require(
      AreasOfThen(AreaSet(edition: Edition(year: 2022), layers: [buurten]), toldOf: [code]))
    let all = (then.layers + other.layers).reduce(now) { $0.adding($1) }
    #expect(all.layers.count == 7)
    #expect(all.parents(of: buurten, in: wijken) == nil)
    #expect(all.parents(of: other.layers[0], in: wijken) == nil)
    #expect(all.gemeenten.map(\.code) == ["GM0001", "GM0002"])
  }

  @Test func noAreasAreSmallerThanThoseThatWereRead() throws {
    let wijken = AreaLayer(
      level: .wijk, areas: [area("WK000101", wijk: nil, gemeente: "GM0001")])
    let read = AreaSet(edition: Edition(year: 2023), layers: [wijken])
    let then = try #require(AreasOfThen(read, toldOf: ["GM0001"]))
    #expect(then.layer("buurt") == nil)
    #expect(then.layer("wijk")?.areas.count == 1 && then.layer("gemeente")?.areas.count == 1)
    #expect(AreasOfThen(AreaSet(edition: Edition(year: 2023), layers: []), toldOf: []) == nil)
  }
}
