import Areas
import GeoPackage
import Geometry
import Tables
import TestSupport
import Testing

@Suite struct GeoPackageReadingTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func read(
    _ layers: [SampleAreas.Layer], name: String = "wijkenbuurten_2023_v2.gpkg",
    reader: AreaReader = AreaReader()
  ) throws -> AreaSet {
    try SampleAreas.write(layers, to: folder.file(name))
    return try reader.read([folder.file(name)])
  }

  @Test func threeLevels() throws {
    let set = try read(try SampleAreas.layers())
    #expect(set.layers.map(\.level) == [.buurt, .wijk, .gemeente])
    #expect(set.edition == Edition(year: 2023, version: 2))
    #expect(set.edition.description == "2023 v2")
    let buurten = try #require(set[.buurt])
    #expect(buurten.areas.map(\.code) == ["BU03070101", "BU03070102"])
    let west = buurten.areas[0]
    #expect(west.name == "West")
    #expect(west.wijkcode == "WK030701")
    #expect(west.gemeentecode == "GM0307")
    #expect(west.gemeentenaam == "Amersfoort")
    #expect(west.geometry == (try SampleAreas.square(0, 0)))
    #expect(set[.wijk]?.areas.map(\.name) == ["Stad"])
    #expect(set[.gemeente]?.areas.map(\.name) == ["Amersfoort"])
    #expect(buurten.ordinal(of: "BU03070102") == 1)
    #expect(buurten.ordinal(of: "BU03070103") == nil)
    #expect(set.gemeenten.map(\.code) == ["GM0307"])
    #expect(!set.isSchematic)
  }

  @Test(arguments: [
    ["buurten", "wijken", "gemeenten"], ["cbs_buurten_2021", "cbs_wijken_2021", "gemeenten2021"],
    ["buurt_2017", "wijk_2017", "gem_2017"], ["buurt_2023_v1", "wijk_2023_v1", "gemeente_2023_v1"],
    ["Buurt_2015", "Wijk_2015", "Gemeente_2015"],
  ])
  func layerNamesOfAllYears(names: [String]) throws {
    let set = try read(try SampleAreas.layers(names: names))
    #expect(set.layers.map(\.areas.count) == [2, 1, 1])
  }

  @Test(arguments: ["gebieden", "buurten_oud", "buurten_1999", "subwijken", "buurtwegen"])
  func otherLayerNames(name: String) throws {
    var layers = try SampleAreas.layers()
    layers[0].name = name
    #expect(throws: AreaError.self) { try read(layers) }
    let set = try read(layers, reader: AreaReader(required: [.gemeente]))
    #expect(set.layers.map(\.level) == [.wijk, .gemeente])
  }

  @Test(arguments: [
    ("wijkenbuurten_2024_v1.gpkg", "buurten", 2024, 1),
    ("wijkenbuurten_2024.gpkg", "buurten", 2024, nil),
    ("kaart.gpkg", "cbs_buurten_2021", 2021, nil), ("kaart.gpkg", "buurt_2020_v3", 2020, 3),
    ("2025-03-01 wijkenbuurten_2022_v3.gpkg", "buurten", 2022, 3),
  ])
  func editions(file: String, layer: String, year: Int, version: Int?) throws {
    var layers = [try SampleAreas.layers()[0]]
    layers[0].name = layer
    #expect(try read(layers, name: file).edition == Edition(year: year, version: version))
  }

  @Test func theColumnWithTheYearCounts() throws {
    var layer = try SampleAreas.layers()[0]
    layer.columns.append("jaar")
    for index in layer.rows.indices { layer.rows[index].cells.append(.integer(2019)) }
    #expect(try read([layer], name: "kaart.gpkg").edition == Edition(year: 2019))
  }

  @Test func theYearMayBeANumberWithDecimals() throws {
    for (year, wanted) in [(2_024.0, 2_024), (2_024.5, 2_023)] {
      var layers = try SampleAreas.layers()
      for layer in layers.indices {
        layers[layer].columns.append("jaar")
        for row in layers[layer].rows.indices { layers[layer].rows[row].cells.append(.real(year)) }
      }
      #expect(try read(layers).edition.year == wanted)
    }
  }

  @Test func withoutYear() throws {
    do {
      _ = try read(try SampleAreas.layers(), name: "kaart.gpkg")
      Issue.record("read without a year")
    } catch AreaError.unknownEdition {
    }
  }

  @Test func filesOfTwoYears() throws {
    let layers = try SampleAreas.layers()
    try SampleAreas.write([layers[0]], to: folder.file("buurten_2023.gpkg"))
    try SampleAreas.write([layers[2]], to: folder.file("gemeenten_2024.gpkg"))
    let reader = AreaReader(required: [])
    do {
      _ = try reader.read([folder.file("buurten_2023.gpkg"), folder.file("gemeenten_2024.gpkg")])
      Issue.record("mixed two years")
    } catch AreaError.mixedEditions(let years) {
      #expect(years == [2023, 2024])
    }
  }

  @Test func waterAndBelgiumAreLeftOutAndCounted() throws {
    var layers = try SampleAreas.layers()
    for (code, water) in [
      ("BU03079997", "JA"), ("BU03079998", "ja"), ("BU09980000", "B"), ("BU03070103", "nee"),
    ] {
      layers[0].rows.append(
        (
          try SampleAreas.square(5, layers[0].rows.count),
          SampleAreas.texts(code, "", "WK030701", "GM0307", "Amersfoort", water)
        ))
    }
    let set = try read(layers)
    #expect(set[.buurt]?.areas.map(\.code) == ["BU03070101", "BU03070102", "BU03070103"])
    #expect(set.waterCount == 2)
    #expect(set.foreignCount == 1)
  }

  @Test func columnsOf2015() throws {
    var layer = try SampleAreas.layers(names: ["buurt_2015", "w", "g"])[0]
    layer.columns = [
      "BU_CODE", "BU_NAAM", "WK_CODE", "GM_CODE", "GM_NAAM", "H2O", "AANT_INW", "OAD",
    ]
    for (index, cells) in [(0, (120.0, "-99999999")), (1, (-99_999_999, "2,5"))] {
      layer.rows[index].cells += [.real(cells.0), .text(cells.1)]
    }
    let reader = AreaReader(
      figureNames: ["aantal_inwoners", "omgevingsadressendichtheid", "woz"],
      aliases: ColumnAliases([
        "aantal_inwoners": ["AANT_INW"], "omgevingsadressendichtheid": ["OAD"],
      ]))
    let buurten = try #require(try read([layer], reader: reader)[.buurt])
    #expect(
      buurten.figures == [
        FigureColumn(name: "aantal_inwoners", figures: [.missing(.noData), .value(120)]),
        FigureColumn(
          name: "omgevingsadressendichtheid", figures: [.value(2.5), .missing(.noData)]),
      ])
    #expect(buurten.figures(named: "woz") == nil)
    #expect(buurten.figures[0].missingCounts == [.noData: 1])
  }

  // MARK: Refusals

  @Test func duplicateCode() throws {
    var layers = try SampleAreas.layers()
    layers[0].rows[1].cells[0] = .text("BU03070102")
    #expect(contradictions { try read(layers) } == [.duplicateCode(.buurt, code: "BU03070102")])
  }

  @Test func missingParent() throws {
    var layers = try SampleAreas.layers()
    layers[0].rows[0].cells[2] = .text("WK030799")
    #expect(
      contradictions { try read(layers) } == [
        .missingParent(.buurt, code: "BU03070102", parent: "WK030799")
      ])
    layers = try SampleAreas.layers()
    layers[2].rows[0].cells[0] = .text("GM0308")
    #expect(
      contradictions { try read(layers) } == [
        .missingParent(.buurt, code: "BU03070101", parent: "GM0307"),
        .missingParent(.buurt, code: "BU03070102", parent: "GM0307"),
        .missingParent(.wijk, code: "WK030701", parent: "GM0307"),
      ])
  }

  @Test(arguments: ["BU0307010", "3070102", "onbekend", ""])
  func malformedCode(code: String) throws {
    var layers = try SampleAreas.layers()
    layers[0].rows[1].cells[0] = .text(code)
    #expect(contradictions { try read(layers) } == [.malformedCode(.buurt, row: 2)])
    layers[0].rows[1].cells[0] = .null
    #expect(contradictions { try read(layers) } == [.malformedCode(.buurt, row: 2)])
  }

  @Test func codesWithoutPrefixAreUnderstood() throws {
    var layers = try SampleAreas.layers()
    layers[0].rows[0].cells[0] = .text("03070102 ")
    #expect(try read(layers)[.buurt]?.areas.map(\.code) == ["BU03070101", "BU03070102"])
  }

  @Test func emptySurface() throws {
    var layers = try SampleAreas.layers()
    layers[0].rows[0].geometry = MultiPolygon([])
    #expect(contradictions { try read(layers) } == [.emptySurface(.buurt, code: "BU03070102")])
  }

  @Test func otherReferenceSystem() throws {
    let path = folder.file("wijkenbuurten_2024.gpkg")
    try SampleAreas.write(try SampleAreas.layers(), to: path, epsg: .wgs84)
    do {
      _ = try AreaReader().read([path])
      Issue.record("read degrees as metres")
    } catch AreaError.referenceSystem(_, let declared) {
      #expect(declared == "EPSG:4326")
    }
  }

  @Test func noColumnWithCodes() throws {
    var layers = try SampleAreas.layers()
    layers[0].columns[0] = "code"
    do {
      _ = try read(layers)
      Issue.record("read without codes")
    } catch AreaError.noCodeColumn(_, let layer, let columns) {
      #expect(layer == "buurten")
      #expect(columns.contains("code"))
    }
  }

  @Test func unknownFormat() {
    do {
      _ = try AreaReader().read(["kaart_2024.kml"])
      Issue.record("read a drawing")
    } catch AreaError.unknownFormat {
    } catch {
      Issue.record(error)
    }
  }

  // MARK: Layers

  @Test func layersSortAreasAndFiguresTogether() throws {
    let areas = try ["BU00000003", "BU00000001", "BU00000002"].enumerated().map { index, code in
      Area(
        code: code, name: code, wijkcode: nil, gemeentecode: index == 1 ? "GM0001" : "GM0000",
        gemeentenaam: "", geometry: try SampleAreas.square(index, 0))
    }
    let column = FigureColumn(name: "n", figures: [.value(3), .value(1), .value(2)])
    let layer = AreaLayer(level: .buurt, areas: areas, figures: [column])
    #expect(layer.areas.map(\.code) == ["BU00000001", "BU00000002", "BU00000003"])
    #expect(layer.figures(named: "n")?.figures == [.value(1), .value(2), .value(3)])
    let set = AreaSet(edition: Edition(year: 2024), layers: [layer])
    let part = try #require(set.filtered(gemeentecodes: ["GM0000"])[.buurt])
    #expect(part.areas.map(\.code) == ["BU00000002", "BU00000003"])
    #expect(part.figures(named: "n")?.figures == [.value(2), .value(3)])
    #expect(part.ordinal(of: "BU00000003") == 1)
    #expect(part.ordinal(of: "BU00000001") == nil)
  }

  @Test func theLocatorFindsAreas() throws {
    let layer = try #require(try read(try SampleAreas.layers())[.buurt])
    let locator = AreaLocator(layer)
    let points = [
      Position(x: 155_050, y: 463_050), Position(x: 155_150, y: 463_050),
      Position(x: 155_100, y: 463_050), Position(x: 155_203, y: 463_104),
    ]
    #expect(points.map { locator.ordinal(at: $0) } == [0, 1, 0, nil])
    #expect(locator.ordinals(at: points) == [0, 1, 0, -1])
    let nearest = locator.nearest(to: points[3])
    #expect(nearest?.ordinal == 1)
    #expect(nearest?.distance == 5)
  }
}
