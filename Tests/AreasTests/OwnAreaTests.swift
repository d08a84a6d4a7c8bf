import Areas
import CSV
import Geometry
import Tables
import TestSupport
import Testing

@Suite struct OwnAreaTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func square(_ x: Double, _ y: Double, _ size: Double = 1_000) throws -> MultiPolygon {
    let corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    return MultiPolygon([
      Polygon(exterior: try Ring(corners.map { Position(x: $0.0, y: $0.1) }))
    ])
  }

  /// Four buurten in two gemeenten, side by side.
  private func buurten() throws -> AreaLayer {
    let codes = ["BU00010000", "BU00010001", "BU00010002", "BU00020000"]
    return AreaLayer(
      level: .buurt,
      areas: try codes.enumerated().map { number, code in
        Area(
          code: code, name: code, wijkcode: nil, gemeentecode: "GM" + code.dropFirst(2).prefix(4),
          gemeentenaam: "g", geometry: try square(100_000 + Double(number) * 1_000, 400_000))
      },
      figures: [
        FigureColumn(
          name: "aantal_inwoners",
          figures: [.value(10), .value(20), .missing(.secret), .value(5)]),
        FigureColumn(name: "gemiddelde_woningwaarde", figures: [1, 2, 3, 4].map { .value($0) }),
      ])
  }

  private func mapping(_ rows: String) throws -> AreaMapping {
    let file = try CSVFile(bytes: Array("buurt;gebied;naam\n\(rows)".utf8), name: "lijst.csv")
    return try AreaMapping(file, source: .buurt, key: 0, code: 1, name: 2)
  }

  @Test func mappedAreas() throws {
    let level = AreaLevel.own("gebied", plural: "gebieden")
    let layer = try mapping("00010000;A;Een\nBU00010001;A;Een\n00010002;B;\n00020000;;\n")
      .layer(level: level, of: buurten(), path: "lijst.csv")
    #expect(layer.areas.map(\.code) == ["A", "B"])
    #expect(layer.areas.map(\.name) == ["Een", "B"])
    #expect(layer.areas.map(\.gemeentecode) == ["GM0001", "GM0001"])
    #expect(layer.areas.map(\.geometry.area) == [2e6, 1e6])
    #expect(layer.figures.map(\.name) == ["aantal_inwoners"])
    #expect(layer.figures[0].figures == [.value(30), .missing(.secret)])
    let areas = AreaSet(edition: Edition(year: 2024), layers: [try buurten(), layer])
    #expect(areas.layers.map(\.level) == [.buurt, level])
    #expect(areas.parents(of: try buurten(), in: layer) == [0, 0, 1, -1])
    #expect(areas.parents(of: layer, in: try buurten()) == nil)
    // Parts that are not there leave no sum.
    let some = try buurten().filtered { $0.code != "BU00010001" }
    #expect(
      layer.mapping?.sums(
        of: [.value(1), .value(2), .value(3)], named: "aantal_inwoners", parts: some, in: layer)
        == [.missing(.noData), .value(2)])
    #expect(
      layer.mapping?.sums(
        of: [.value(1), .value(2), .value(3)], named: "percentage_huurwoningen", parts: some,
        in: layer) == nil)
  }

  @Test func levelsOverLevels() throws {
    let gebied = AreaLevel.own("gebied")
    let regio = AreaLevel.own("regio", order: 1)
    let first = try mapping("00010000;A;\n00010001;B;\n00010002;B;\n")
      .layer(level: gebied, of: buurten(), path: "")
    let file = try CSVFile(bytes: Array("g;r\nA;x\nB;x\n".utf8), name: "r.csv")
    let second = try AreaMapping(file, source: gebied, key: 0, code: 1, name: nil)
      .layer(level: regio, of: first, path: "")
    let areas = AreaSet(edition: Edition(year: 2024), layers: [second, first, try buurten()])
    #expect(areas.layers.map(\.level) == [.buurt, gebied, regio])
    #expect(areas.parents(of: try buurten(), in: second) == [0, 0, 0, -1])
    #expect(second.areas.map(\.geometry.area) == [3e6])
  }

  private func fault(_ body: () throws -> Void) -> OwnAreaFault? {
    do {
      try body()
    } catch AreaError.own(_, let fault) {
      return fault
    } catch {
      return nil
    }
    return nil
  }

  @Test func mappingsThatCannotBe() throws {
    let buurten = try buurten()
    #expect(
      fault { _ = try mapping("00010000;A;\n00010001;A;\nBU00010000;B;\n") }
        == .twice(code: "BU00010000", rows: [1, 3]))
    #expect(fault { _ = try mapping("00010000;A;\nTotaal;A;\n") } == .noCode(row: 2))
    #expect(fault { _ = try mapping("00010000;;\n") } == .empty)
    #expect(
      fault {
        _ = try mapping("00010000;A;\n00090000;A;\n").layer(
          level: .own("gebied"), of: buurten, path: "")
      } == .unknownCodes(["BU00090000"], level: .buurt))
  }

  @Test func polygonsFromCSV() throws {
    let path = try folder.write(
      """
      Code;Naam;vorm
      1;Een;"POLYGON ((121000 487000, 122000 487000, 122000 488000, 121000 487000))"
      2;Twee;"srid=28992;multipolygon z (((121000 489000 3, 122000 489000 3, 122000 490000 3, 121000 489000 3)))"
      1;Een;"POLYGON((5.0 52.0,5.1 52.0))"
      """, to: "fout.csv")
    let level = AreaLevel.own("pc4")
    #expect(throws: AreaError.self) {
      try OwnAreas.polygons(path, level: level, columns: OwnAreas.Columns(code: "Code"))
    }
    let good = try folder.write(
      """
      Code;Naam;vorm
      2;Twee;"srid=28992;multipolygon z (((121000 489000 3, 122000 489000 3, 122000 490000 3, 121000 489000 3)))"
      1;Een;"POLYGON ((121000 487000, 122000 487000, 122000 488000, 121000 487000))"
      1;Een;"POLYGON ((131000 487000, 132000 487000, 132000 488000, 131000 487000))"
      """, to: "goed.csv")
    let layer = try OwnAreas.polygons(
      good, level: level, columns: OwnAreas.Columns(code: "code", name: "Naam"))
    #expect(layer.areas.map(\.code) == ["1", "2"])
    #expect(layer.areas.map(\.name) == ["Een", "Twee"])
    #expect(layer.areas.map(\.geometry.area) == [1e6, 5e5])
    #expect(layer.figures.map(\.name) == ["oppervlakte_land_in_ha"])
    #expect(layer.figures[0].figures == [.value(100), .value(50)])
    #expect(layer.areas.map(\.gemeentecode) == ["", ""])
    do {
      _ = try OwnAreas.polygons(good, level: level, columns: OwnAreas.Columns(code: "Cod"))
      Issue.record("a column that is not there")
    } catch AreaError.noColumn(_, let column, let known) {
      #expect(column == "Cod")
      #expect(known == ["Code", "Naam", "vorm"])
    }
    #expect(
      fault {
        let path = try folder.write(
          """
          c;n;w
          1;a;"POLYGON ((121000 487000, 122000 487000, 122000 488000, 121000 487000))"
          1;b;"POLYGON ((131000 487000, 132000 487000, 132000 488000, 131000 487000))"
          """, to: "namen.csv")
        _ = try OwnAreas.polygons(
          path, level: level, columns: OwnAreas.Columns(code: "c", name: "n"))
      } == .twoNames(code: "1"))
  }

  @Test func textsThatAreNoSurface() throws {
    for text in [
      "POINT (1 2)", "POLYGON", "POLYGON ((", "POLYGON ((1 2, 3 4, 5 6, 1 2)) rest",
      "POLYGON ((1 2, 3 x, 5 6, 1 2))", "MULTIPOLYGON ((1 2, 3 4, 5 6, 1 2))",
      "POLYGON ((1 2 3 4 5, 3 4, 5 6, 1 2))", "SRID=x;POLYGON ((1 2, 3 4, 5 6, 1 2))", "POLYGON ()",
    ] {
      let path = try folder.write("code;w\n1;\"\(text)\"\n", to: "a.csv")
      #expect(throws: AreaError.self) {
        try OwnAreas.polygons(path, level: .own("a"), columns: OwnAreas.Columns(code: "code"))
      }
    }
  }

  @Test func homesOfAreas() throws {
    let gemeenten = AreaLayer(
      level: .gemeente,
      areas: try [("GM0001", 100_000.0), ("GM0002", 101_000)].map { code, x in
        Area(
          code: code, name: "naam " + code, wijkcode: nil, gemeentecode: code,
          gemeentenaam: code, geometry: try square(x, 400_000))
      })
    let path = try folder.write(
      """
      c;w
      links;"POLYGON ((100100 400100, 101300 400100, 101300 400200, 100100 400200, 100100 400100))"
      rechts;"POLYGON ((100800 400100, 101700 400100, 101700 400200, 100800 400200, 100800 400100))"
      ver;"POLYGON ((200000 400100, 200100 400100, 200100 400200, 200000 400200, 200000 400100))"
      """, to: "a.csv")
    let layer = try OwnAreas.polygons(
      path, level: .own("park"), columns: OwnAreas.Columns(code: "c"), gemeenten: gemeenten)
    #expect(layer.areas.map(\.code) == ["links", "rechts", "ver"])
    #expect(layer.areas.map(\.gemeentecode) == ["GM0001", "GM0002", ""])
    #expect(layer.areas.map(\.gemeentenaam) == ["naam GM0001", "naam GM0002", ""])
  }

  @Test func squaresOfStatisticsNetherlands() throws {
    let gemeenten = AreaLayer(
      level: .gemeente,
      areas: [
        Area(
          code: "GM0001", name: "g", wijkcode: nil, gemeentecode: "GM0001", gemeentenaam: "g",
          geometry: try square(121_000, 487_000)),
        Area(
          code: "GM0002", name: "h", wijkcode: nil, gemeentecode: "GM0002", gemeentenaam: "h",
          geometry: try square(122_030, 487_000, 220)),
      ])
    let layer = OwnAreas.squares(500, level: .own("vierkant"), gemeenten: gemeenten)
    #expect(
      layer.areas.map(\.code) == [
        "E1210N4870", "E1210N4875", "E1215N4870", "E1215N4875", "E1220N4870",
      ])
    #expect(layer.areas.map(\.gemeentecode) == Array(repeating: "GM0001", count: 4) + ["GM0002"])
    #expect(layer.areas.allSatisfy { $0.geometry.area == 250_000 })
    let small = OwnAreas.squares(100, level: .own("vierkant"), gemeenten: gemeenten)
    #expect(small.areas.count == 100 + 9)
    #expect(small.areas.contains { $0.code == "E1222N4872" && $0.gemeentecode == "GM0002" })
    // A slanted boundary touches every square it runs through.
    let slanted = AreaLayer(
      level: .gemeente,
      areas: [
        Area(
          code: "GM0001", name: "g", wijkcode: nil, gemeentecode: "GM0001", gemeentenaam: "g",
          geometry: MultiPolygon([
            Polygon(
              exterior: try Ring(
                [(100_010, 400_010), (100_990, 400_090), (100_010, 400_080), (100_010, 400_010)]
                  .map { Position(x: $0.0, y: $0.1) }))
          ]))
      ])
    #expect(
      OwnAreas.squares(100, level: .own("v"), gemeenten: slanted).areas.map(\.code)
        == (0..<10).map { "E100\($0)N4000" })
  }

  @Test func levels() {
    let own = AreaLevel.own("stadsdeel", plural: "stadsdelen")
    #expect(own.isOwn && !AreaLevel.gemeente.isOwn)
    #expect(own == .own("stadsdeel") && own != .own("gebied"))
    #expect(
      [own, .own("b", order: 1), .gemeente, .buurt].sorted().map(\.rawValue)
        == ["buurt", "gemeente", "stadsdeel", "b"])
    #expect(AreaCode.normalised(" 1011 ", level: own) == "1011")
    #expect(AreaCode.normalised("  ", level: own) == nil)
  }
}
