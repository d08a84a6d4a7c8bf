import Areas
import Geometry
import Tables
import TestSupport
import Testing

@Suite struct GeoJSONReadingTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func feature(_ properties: String, x: Double, y: Double, side: Double) -> String {
    let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    let ring = corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return """
      {"type":"Feature","properties":{\(properties)},
       "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
      """
  }

  private func write(_ features: [String], to name: String, members: String = "") throws -> String {
    try folder.write(
      """
      {"type":"FeatureCollection",\(members)"features":[\(features.joined(separator: ","))]}
      """, to: name)
  }

  private let buurt =
    #""BU_CODE":"BU03070101","BU_NAAM":"West","WK_CODE":"WK030701","GM_CODE":"GM0307""#

  @Test func degreesBecomeMetres() throws {
    let path = try write(
      [feature(buurt + #","AANT_INW":-99999999"#, x: 5.387206, y: 52.155174, side: 0.001)],
      to: "buurt-2015.geojson")
    let reader = AreaReader(
      figureNames: ["aantal_inwoners"], aliases: ColumnAliases(["aantal_inwoners": ["AANT_INW"]]))
    let set = try reader.read([path])
    #expect(set.edition == Edition(year: 2015))
    let layer = try #require(set[.buurt])
    #expect(layer.areas.map(\.code) == ["BU03070101"])
    #expect(layer.areas[0].gemeentenaam == "GM0307")
    #expect(layer.figures(named: "aantal_inwoners")?.figures == [.missing(.noData)])
    let box = layer.areas[0].geometry.box
    #expect(abs(box.minX - 155_000) < 0.2)
    #expect(abs(box.minY - 463_000) < 0.2)
    #expect((68.0...69).contains(box.width))
    #expect((111.0...112).contains(box.height))
  }

  @Test func declaredMetresStay() throws {
    let crs =
      #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#
    let path = try write(
      [feature(buurt, x: 155_000, y: 463_000, side: 100)], to: "buurt_2020.geojson", members: crs)
    let box = try #require(try AreaReader().read([path])[.buurt]).areas[0].geometry.box
    #expect(box == Box(minX: 155_000, minY: 463_000, maxX: 155_100, maxY: 463_100))
  }

  @Test func levelsInFilesOfTheirOwn() throws {
    let paths = [
      try write(
        [feature(#""GM_CODE":"GM0307","GM_NAAM":"Amersfoort""#, x: 5.38, y: 52.15, side: 0.002)],
        to: "gemeente-2015.geojson"),
      try write(
        [
          feature(
            #""WK_CODE":"WK030701","WK_NAAM":"Stad","GM_CODE":"GM0307""#, x: 5.38, y: 52.15,
            side: 0.002)
        ], to: "wijk-2015.json"),
      try write([feature(buurt, x: 5.38, y: 52.15, side: 0.001)], to: "buurt-2015.geojson"),
    ]
    let set = try AreaReader().read(paths)
    #expect(set.layers.map(\.level) == [.buurt, .wijk, .gemeente])
    #expect(set.layers.map { $0.areas[0].name } == ["West", "Stad", "Amersfoort"])
    let some = try AreaReader(levels: [.wijk], required: [.wijk]).read(paths)
    #expect(some.layers.map(\.level) == [.wijk])
  }

  @Test func contradictionsAreRefused() throws {
    let one = feature(buurt, x: 5.38, y: 52.15, side: 0.001)
    let twice = try write([one, one], to: "dubbel-2015.geojson")
    #expect(
      contradictions { try AreaReader().read([twice]) } == [
        .duplicateCode(.buurt, code: "BU03070101")
      ])
    let bad = try write(
      [feature(#""BU_CODE":"30701""#, x: 5.38, y: 52.15, side: 0.001)], to: "fout-2015.geojson")
    #expect(contradictions { try AreaReader().read([bad]) } == [.malformedCode(.buurt, row: 1)])
    let empty = try write(
      [#"{"type":"Feature","properties":{\#(buurt)},"geometry":null}"#], to: "leeg-2015.geojson")
    #expect(
      contradictions { try AreaReader().read([empty]) } == [
        .emptySurface(.buurt, code: "BU03070101")
      ])
  }

  @Test func coordinatesElsewhereAreRefused() throws {
    let path = try write([feature(buurt, x: 105.38, y: 12.15, side: 1)], to: "ver-2015.geojson")
    do {
      _ = try AreaReader().read([path])
      Issue.record("read areas in Asia")
    } catch AreaError.referenceSystem {
    }
  }
}
