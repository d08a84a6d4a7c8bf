import Bytes
import GRDB
import GeoPackage
import Geometry
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of one test, removed after it.
final class TestFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/geopackage-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of the files in the folder, sorted.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes bytes to a file of this folder and returns its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    var output = try OutputFile(path: file(name))
    try output.write(bytes)
    try output.commit()
    return file(name)
  }
}

/// Where the open data for tests lie.
enum TestData {
  static let areas = "\(variable("WIJKZICHT_DATA") ?? "../shared/data")/areas/2024/"
  static let netherlands = areas + "wijkenbuurten_2024_nl.gpkg"
  /// Whether tests on real data run: they fail without data where nobody would see them skipped.
  static let expected = (try? InputFile(path: netherlands)) != nil || variable("CI") != nil

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

/// A small layer: a square with a hole, two islands, an area without surface.
enum Sample {
  static let time = "2025-01-01T00:00:00Z"
  static let columns = [
    GeoPackageColumn(name: "code", type: .text, title: "Code"),
    GeoPackageColumn(name: "aantal", type: .integer, title: "Aantal \"inwoners\""),
    GeoPackageColumn(name: "waarde", type: .real),
  ]
  static let values: [[GeoPackageValue]] = [
    [.text("BU03630001"), .integer(.max), .real(0.1)],
    [.text("'s-Gravenhage \"é\" 🙂"), .integer(-1), .null],
    [.text(""), .null, .real(-1e300)],
  ]

  static func square(_ x: Double, _ y: Double, _ side: Double) throws -> Ring {
    try Ring([
      Position(x: x, y: y), Position(x: x + side, y: y), Position(x: x + side, y: y + side),
      Position(x: x, y: y + side), Position(x: x, y: y),
    ])
  }

  static func surfaces() throws -> [MultiPolygon] {
    [
      MultiPolygon([
        Polygon(
          exterior: try square(120_000, 480_000, 100), holes: [try square(120_010, 480_010, 5)])
      ]),
      MultiPolygon([
        Polygon(exterior: try square(100_000.1, 400_000.2, 10)),
        Polygon(exterior: try square(100_050, 400_050, 20)),
      ]),
      MultiPolygon([]),
    ]
  }

  static func write(
    _ path: String, layer: String = "kaart", epsg: ReferenceSystem = .rdNew
  ) throws(any Error) {
    var writer = try GeoPackageWriter(path: path, lastChange: time)
    let rows = zip(try surfaces(), values).map { (geometry: $0, values: $1) }
    try writer.addLayer(
      name: layer, title: "Een kaart", description: "proef", columns: columns, epsg: epsg,
      features: rows)
    try writer.addStyle(
      layer: layer, name: "risico", qml: "<qgis/>", sld: "<sld/>", isDefault: true,
      description: "vijf klassen")
    try writer.addStyle(
      layer: layer, name: "grijs", qml: "<qgis/>", sld: "", isDefault: false, description: "")
    try writer.commit()
  }

  /// A GeoPackage whose layer `kaart` holds one row per value of its geometry column.
  static func write(_ path: String, geometries: [DatabaseValue]) throws(any Error) {
    try write(path)
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      for name in ["insert", "update6", "update7", "update2", "update5", "update4", "delete"] {
        try database.execute(sql: "DROP TRIGGER rtree_kaart_geom_\(name)")
      }
      try database.execute(sql: "DELETE FROM kaart")
      for geometry in geometries {
        try database.execute(sql: "INSERT INTO kaart (geom) VALUES (?)", arguments: [geometry])
      }
    }
    try queue.close()
  }
}

/// All features of a layer.
func features(
  _ path: String, _ layer: String = "kaart", columns: [String] = [], geometry: Bool = true
) throws -> [GeoPackageFeature] {
  var all: [GeoPackageFeature] = []
  try GeoPackageReader(path: path).forEachFeature(
    of: layer, columns: columns, geometry: geometry
  ) { all.append($0) }
  return all
}
