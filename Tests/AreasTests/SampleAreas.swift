import Areas
import GeoPackage
import Geometry

/// Small areas in squares of 100 metres, near Amersfoort.
enum SampleAreas {
  static func square(_ column: Int, _ row: Int, width: Int = 1) throws -> MultiPolygon {
    let x = 155_000 + Double(column) * 100
    let y = 463_000 + Double(row) * 100
    let right = x + Double(width) * 100
    return MultiPolygon([
      Polygon(
        exterior: try Ring([
          Position(x: x, y: y), Position(x: right, y: y), Position(x: right, y: y + 100),
          Position(x: x, y: y + 100), Position(x: x, y: y),
        ]))
    ])
  }

  /// One layer of a file to be written: column names, and rows of texts with a surface.
  struct Layer {
    var name: String
    var columns: [String]
    var rows: [(geometry: MultiPolygon, cells: [GeoPackageValue])]
  }

  static func write(
    _ layers: [Layer], to path: String, epsg: ReferenceSystem = .rdNew
  ) throws(any Error) {
    var writer = try GeoPackageWriter(path: path, lastChange: "2025-01-01T00:00:00Z")
    for layer in layers {
      let columns = layer.columns.indices.map { index in
        let isReal = layer.rows.contains { if case .real = $0.cells[index] { true } else { false } }
        let isInteger = layer.rows.contains {
          if case .integer = $0.cells[index] { true } else { false }
        }
        return GeoPackageColumn(
          name: layer.columns[index], type: isReal ? .real : isInteger ? .integer : .text)
      }
      try writer.addLayer(
        name: layer.name, title: layer.name, description: "", columns: columns, epsg: epsg,
        features: layer.rows.map { (geometry: $0.geometry, values: $0.cells) })
    }
    try writer.commit()
  }

  /// Two buurten in one wijk of one gemeente, in columns as of 2021 to 2024.
  static func layers(
    names: [String] = ["buurten", "wijken", "gemeenten"]
  ) throws -> [Layer] {
    [
      Layer(
        name: names[0],
        columns: ["buurtcode", "buurtnaam", "wijkcode", "gemeentecode", "gemeentenaam", "water"],
        rows: [
          (
            try square(1, 0), texts("BU03070102", "Oost", "WK030701", "GM0307", "Amersfoort", "NEE")
          ),
          (
            try square(0, 0), texts("BU03070101", "West", "WK030701", "GM0307", "Amersfoort", "NEE")
          ),
        ]),
      Layer(
        name: names[1], columns: ["wijkcode", "wijknaam", "gemeentecode", "gemeentenaam", "water"],
        rows: [
          (
            try square(0, 0, width: 2), texts("WK030701", "Stad", "GM0307", "Amersfoort", "NEE")
          )
        ]),
      Layer(
        name: names[2], columns: ["gemeentecode", "gemeentenaam", "water"],
        rows: [(try square(0, 0, width: 2), texts("GM0307", "Amersfoort", "NEE"))]),
    ]
  }

  static func texts(_ cells: String...) -> [GeoPackageValue] { cells.map { .text($0) } }
}

/// The contradictions for which a reader refuses files.
func contradictions(_ read: () throws -> AreaSet) -> [AreaInconsistency]? {
  do {
    _ = try read()
    return nil
  } catch AreaError.inconsistent(_, let found) {
    return found
  } catch {
    return nil
  }
}
