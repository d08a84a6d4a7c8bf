import GeoPackage
import Geometry
import Testing

@Suite(
  .enabled(if: TestData.expected, "skipped: the open data of WIJKZICHT_DATA are not there"))
struct RealAreasTests {
  @Test func netherlands() throws {
    let reader = try GeoPackageReader(path: TestData.netherlands)
    let layers = reader.layers.filter { $0.geometryColumn != nil }
    #expect(layers.map(\.name) == ["buurten", "wijken", "gemeenten"])
    #expect(layers.map(\.featureCount) == [14_568, 3_393, 342])
    #expect(layers.allSatisfy { $0.epsg == 28992 && $0.geometryType == "MULTIPOLYGON" })

    var count = 0
    var positions = 0
    var last: Int64 = .min
    var codes: Set<GeoPackageValue> = []
    try reader.forEachFeature(
      of: "buurten", columns: ["buurtcode", "buurtnaam", "gemeentecode"], geometry: true
    ) { feature in
      guard case .multiPolygon(let surface)? = feature.geometry else {
        Issue.record("feature \(feature.fid) is no surface")
        return
      }
      count += 1
      positions += surface.positionCount
      #expect(feature.fid > last)
      last = feature.fid
      codes.insert(feature.values[0])
    }
    #expect(count == 14_568)
    #expect(positions == 650_658)
    #expect(codes.count == 14_568)
  }

  @Test func writtenAgainTheyAreTheSame() throws {
    let folder = try TestFolder()
    let path = folder.file("gemeenten.gpkg")
    let read = try features(TestData.netherlands, "gemeenten", columns: ["gemeentecode"])
    var writer = try GeoPackageWriter(path: path, lastChange: Sample.time)
    try writer.addLayer(
      name: "gemeenten", title: "Gemeenten", description: "",
      columns: [GeoPackageColumn(name: "gemeentecode", type: .text)], epsg: .rdNew,
      features: read.lazy.compactMap { feature in
        guard case .multiPolygon(let surface)? = feature.geometry else { return nil }
        return (geometry: surface, values: feature.values)
      })
    try writer.commit()
    let again = try features(path, "gemeenten", columns: ["gemeentecode"])
    #expect(again.map(\.geometry) == read.map(\.geometry))
    #expect(again.map(\.values) == read.map(\.values))
  }
}
