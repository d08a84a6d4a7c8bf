import Bytes
import Foundation
import GRDB
import GeoPackage
import Geometry
import TestSupport
import Testing

@Suite struct DamagedFileTests {
  @Test func filesThatAreNoGeoPackage() throws {
    let folder = try TestFolder()
    let missing = folder.file("x.gpkg")
    #expect(throws: GeoPackageError.missing(path: missing)) { try GeoPackageReader(path: missing) }
    #expect(throws: GeoPackageError.isDirectory(path: folder.path)) {
      try GeoPackageReader(path: folder.path)
    }
    for content in ["", "code;naam\n", "SQLite format 2\0"] {
      let path = try folder.write(Array(content.utf8), to: "tekst.gpkg")
      #expect(throws: GeoPackageError.notADatabase(path: path)) { try GeoPackageReader(path: path) }
    }
    let cut = try folder.write(Array("SQLite format 3\0and then nothing".utf8), to: "kort.gpkg")
    #expect(throws: GeoPackageError.damaged(path: cut)) { try GeoPackageReader(path: cut) }
    let other = folder.file("ander.gpkg")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(throws: GeoPackageError.notAGeoPackage(path: other)) {
      try GeoPackageReader(path: other)
    }
  }

  @Test func pendingChangesOfAnotherProgram() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    try Sample.write(path)
    _ = try folder.write([], to: "a.gpkg-wal")
    #expect(try GeoPackageReader(path: path).layers.count == 2)
    let journal = try folder.write([1], to: "a.gpkg-wal")
    #expect(throws: GeoPackageError.unfinishedChanges(path: path, pending: journal)) {
      try GeoPackageReader(path: path)
    }
  }

  @Test func pendingChangesBesideTheFileOfALink() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    try Sample.write(path)
    let link = folder.file("b.gpkg")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(PendingChanges.file(beside: link) == nil)
    _ = try folder.write([1], to: "a.gpkg-journal")
    #expect(PendingChanges.file(beside: link)?.hasSuffix("/a.gpkg-journal") == true)
    #expect(throws: GeoPackageError.self) { try GeoPackageReader(path: link) }
  }

  @Test func unknownNames() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    try Sample.write(path)
    #expect(
      throws: GeoPackageError.noLayer(path: path, layer: "kart", known: ["kaart", "layer_styles"])
    ) { try features(path, "kart") }
    for column in ["kode", "fid", "geom", "CODE"] {
      #expect(
        throws: GeoPackageError.noColumn(
          path: path, layer: "kaart", column: column, known: ["code", "aantal", "waarde"])
      ) { try features(path, columns: [column]) }
    }
  }

  @Test func bytesAndBrokenTextAreNoValues() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    for value in ["x'00'", "CAST(x'ff41' AS TEXT)"] {
      try Sample.write(path, geometries: [.null])
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "UPDATE kaart SET code = \(value)") }
      try queue.close()
      #expect(throws: GeoPackageError.self) { try features(path, columns: ["code"]) }
      #expect(try features(path, columns: ["aantal"]).map(\.geometry) == [nil])
    }
  }

  @Test func geometryThatIsTextNamesItsFeature() throws {
    let folder = try TestFolder()
    let path = folder.file("a.gpkg")
    try Sample.write(path, geometries: [.null, "POINT (1 2)".databaseValue])
    #expect {
      try features(path)
    } throws: { error in
      guard case .badGeometry(path, "kaart", let fid, .notBytes)? = error as? GeoPackageError
      else { return false }
      return fid > 1
    }
  }

  @Test func cutOffFiles() throws {
    let folder = try TestFolder()
    try Sample.write(folder.file("a.gpkg"))
    let whole = try InputFile.contents(of: folder.file("a.gpkg"))
    for size in Array(stride(from: 0, to: whole.count, by: 3_333)) + [whole.count - 1] {
      let path = try folder.write(Array(whole.prefix(size)), to: "deel.gpkg")
      #expect(throws: GeoPackageError.self, "\(size)") {
        try features(path, columns: ["code"])
      }
    }
  }

  /// Whatever the bytes, reading ends with features or with an error of this module.
  @Test func randomBytesInTheFile() throws {
    let folder = try TestFolder()
    try Sample.write(folder.file("a.gpkg"))
    let whole = try InputFile.contents(of: folder.file("a.gpkg"))
    var generator = RepeatableGenerator(seed: 20_250_101)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let index = Int.random(in: 16..<bytes.count, using: &generator)
        bytes[index] = .random(in: 0...255, using: &generator)
      }
      let path = try folder.write(bytes, to: "b.gpkg")
      do {
        for layer in try GeoPackageReader(path: path).layers {
          _ = try features(path, layer.name, columns: layer.columns)
        }
      } catch is GeoPackageError {
      }
    }
  }
}
