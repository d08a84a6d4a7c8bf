import Bytes
import GRDB
import Geometry
import Testing

@testable import GeoPackage

@Suite struct RoundTripTests {
  @Test(arguments: ["kaart", "vreemde \"naam\" 'é' x"])
  func whatIsWrittenIsReadBack(layer: String) throws {
    let folder = try TestFolder()
    let path = folder.file("ruimte %41?é'.gpkg")
    try Sample.write(path, layer: layer)
    let reader = try GeoPackageReader(path: path)
    #expect(
      reader.layers.first
        == GeoPackageLayer(
          name: layer, geometryColumn: "geom", geometryType: "MULTIPOLYGON", epsg: 28992,
          columns: ["code", "aantal", "waarde"], featureCount: 3))
    #expect(reader.layers.map(\.name) == [layer, "layer_styles"])
    #expect(reader.layers[1].geometryColumn == nil)
    #expect(reader.layers[1].featureCount == 2)

    let read = try features(path, layer, columns: ["waarde", "code", "aantal"])
    #expect(read.map(\.fid) == [1, 2, 3])
    #expect(read.map(\.values) == Sample.values.map { [$0[2], $0[0], $0[1]] })
    let surfaces = try Sample.surfaces()
    #expect(
      read.map(\.geometry) == [.multiPolygon(surfaces[0]), .multiPolygon(surfaces[1]), .empty])
    #expect(try features(path, layer, geometry: false).allSatisfy { $0.geometry == nil })
    #expect(folder.names == ["ruimte %41?é'.gpkg"])
  }

  /// Parts of a layer, one after the other, are the layer, whatever their number.
  @Test func partsAreTheWhole() throws {
    let folder = try TestFolder()
    try Sample.write(folder.file("a.gpkg"))
    let reader = try GeoPackageReader(path: folder.file("a.gpkg"))
    let whole = try features(folder.file("a.gpkg"), columns: ["code"])
    for count in 1...5 {
      var read: [GeoPackageFeature] = []
      for number in 0..<count {
        try reader.forEachFeature(
          of: "kaart", columns: ["code"], geometry: true, part: (number, count)
        ) { read.append($0) }
      }
      #expect(read.map(\.fid) == whole.map(\.fid) && read.map(\.values) == whole.map(\.values))
      #expect(read.map(\.geometry) == whole.map(\.geometry))
    }
  }

  @Test func sameInputGivesSameBytes() throws {
    let folder = try TestFolder()
    try Sample.write(folder.file("a.gpkg"))
    try Sample.write(folder.file("b.gpkg"))
    #expect(
      try InputFile.contents(of: folder.file("a.gpkg"))
        == InputFile.contents(of: folder.file("b.gpkg")))
  }

  @Test func fileHoldsWhatGeoPackageAsksFor() throws {
    let folder = try TestFolder()
    try Sample.write(folder.file("a.gpkg"), epsg: .wgs84)
    let queue = try DatabaseQueue(path: folder.file("a.gpkg"))
    try queue.read { (database: Database) throws -> Void in
      func text(_ sql: String) throws -> String? { try String.fetchOne(database, sql: sql) }
      #expect(try text("PRAGMA application_id") == "1196444487")
      #expect(try text("PRAGMA user_version") == "10300")
      #expect(try text("PRAGMA page_size") == "4096")
      #expect(try text("PRAGMA integrity_check") == "ok")
      #expect(try text("PRAGMA foreign_key_check") == nil)
      #expect(try text("SELECT rtreecheck('rtree_kaart_geom')") == "ok")
      #expect(
        try text("SELECT group_concat(srs_id) FROM gpkg_spatial_ref_sys") == "-1,0,4326,28992")
      #expect(
        try text(
          "SELECT min_x || ' ' || max_y || ' ' || srs_id || last_change FROM gpkg_contents")
          == "100000.1 480100.0 4326\(Sample.time)")
      // The area without surface is not in the index.
      #expect(try text("SELECT group_concat(id) FROM rtree_kaart_geom") == "1,2")
      #expect(
        try text("SELECT group_concat(title) FROM gpkg_data_columns")
          == "Code,Aantal \"inwoners\"")
      #expect(
        try text(
          """
          SELECT count(*) FROM layer_styles WHERE f_table_catalog = '' AND f_table_schema = '' \
          AND f_geometry_column = 'geom' AND update_time = '\(Sample.time)'
          """) == "2")
      #expect(try text("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") == "7")
    }
    try queue.close()
  }

  @Test func bodyMayStopAndMayReadAgain() throws {
    struct Enough: Error {}
    let folder = try TestFolder()
    try Sample.write(folder.file("a.gpkg"))
    let reader = try GeoPackageReader(path: folder.file("a.gpkg"))
    var seen = 0
    #expect(throws: Enough.self) {
      try reader.forEachFeature(of: "kaart", columns: [], geometry: true) { _ in
        try reader.forEachFeature(of: "kaart", columns: [], geometry: false) { _ in seen += 1 }
        throw Enough()
      }
    }
    #expect(seen == 3)
  }
}
