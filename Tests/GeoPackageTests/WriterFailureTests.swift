import Bytes
import GeoPackage
import Geometry
import Testing

@Suite struct WriterFailureTests {
  private static func write(
    _ path: String, name: String = "kaart", columns: [GeoPackageColumn] = Sample.columns,
    values: [GeoPackageValue] = Sample.values[0]
  ) throws(any Error) {
    var writer = try GeoPackageWriter(path: path, lastChange: Sample.time)
    try writer.addLayer(
      name: name, title: "t", description: "", columns: columns, epsg: .rdNew,
      features: [(geometry: MultiPolygon([]), values: values)])
    try writer.commit()
  }

  @Test func withoutCommitNothingIsLeft() throws {
    let folder = try TestFolder()
    let path = try folder.write(Array("oud".utf8), to: "a.gpkg")
    do {
      let writer = try GeoPackageWriter(path: path, lastChange: Sample.time)
      #expect(folder.names.count == 2)
      _ = consume writer
    }
    #expect(folder.names == ["a.gpkg"])
    #expect(try InputFile.contents(of: path) == Array("oud".utf8))
  }

  @Test func refusedPlace() throws {
    let folder = try TestFolder()
    let missing = folder.file("geen/a.gpkg")
    #expect(throws: GeoPackageError.cannotWrite(path: missing, code: 2)) {
      try Sample.write(missing)
    }
    #expect(throws: GeoPackageError.isDirectory(path: folder.path)) {
      try Sample.write(folder.path)
    }
  }

  @Test(arguments: ["2025-01-01", "2025-01-01T00:00:00", "2025-01-01T00:00:00.Z", "nu", ""])
  func refusedTime(text: String) throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    #expect(throws: GeoPackageError.badTime(path: path, text: text)) {
      let writer = try GeoPackageWriter(path: path, lastChange: text)
      try writer.commit()
    }
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: ["", "gpkg_x", "SQLITE_x", "rtree_a", "Layer_Styles"])
  func refusedLayerName(name: String) throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    #expect(throws: GeoPackageError.nameNotAllowed(path: path, name: name)) {
      try Self.write(path, name: name)
    }
  }

  @Test(arguments: ["", "FID", "geom", "CODE"])
  func refusedColumnName(name: String) throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    #expect(throws: GeoPackageError.nameNotAllowed(path: path, name: name)) {
      try Self.write(
        path, columns: Sample.columns + [GeoPackageColumn(name: name, type: .text)])
    }
  }

  @Test func refusedValues() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    #expect(
      throws: GeoPackageError.wrongValueCount(
        path: path, layer: "kaart", fid: 1, expected: 3, found: 1)
    ) { try Self.write(path, values: [.null]) }
    #expect(
      throws: GeoPackageError.badValue(path: path, layer: "kaart", fid: 1, column: "waarde")
    ) { try Self.write(path, values: [.null, .null, .real(.nan)]) }
    #expect(
      throws: GeoPackageError.badValue(path: path, layer: "kaart", fid: 1, column: "aantal")
    ) { try Self.write(path, values: [.null, .real(1), .null]) }
    #expect(folder.names.isEmpty)
  }

  @Test func afterAnErrorTheFileIsNotFinished() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    let expected = GeoPackageError.badValue(path: path, layer: "kaart", fid: 1, column: "code")
    #expect(throws: expected) {
      var writer = try GeoPackageWriter(path: path, lastChange: Sample.time)
      try? writer.addLayer(
        name: "kaart", title: "t", description: "", columns: Sample.columns, epsg: .rdNew,
        features: [(geometry: MultiPolygon([]), values: [.integer(1), .null, .null])])
      try writer.commit()
    }
    #expect(folder.names.isEmpty)
  }

  @Test func stylesNeedTheirLayerAndOneDefault() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    var writer = try GeoPackageWriter(path: path, lastChange: Sample.time)
    #expect(throws: GeoPackageError.noLayer(path: path, layer: "x", known: [])) {
      try writer.addStyle(
        layer: "x", name: "s", qml: "", sld: "", isDefault: true, description: "")
    }
    try writer.addLayer(
      name: "x", title: "x", description: "", columns: [], epsg: .rdNew, features: [])
    try writer.addStyle(layer: "x", name: "s", qml: "", sld: "", isDefault: true, description: "")
    #expect(throws: GeoPackageError.nameNotAllowed(path: path, name: "t")) {
      try writer.addStyle(
        layer: "x", name: "t", qml: "", sld: "", isDefault: true, description: "")
    }
    try writer.commit()
  }
}
