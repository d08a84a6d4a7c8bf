internal import Bytes
public import CSV
public import GeoJSON
public import GeoPackage
internal import Geometry
internal import Projection
public import Shapefile
public import Spreadsheet

/// Opens a file of records, whatever its format, as rows and columns.
///
/// CSV is read as it is, the table on a sheet of an XLSX workbook row by row. Points of a GeoJSON file, GeoPackage or shapefile become rows with their properties and
/// two columns more, `x` and `y` in RD New or `lon` and `lat` in degrees; `punt_x` and so on when the
/// file has columns of its own with places.
public enum RecordSource {
  /// Why records could not be opened.
  public enum Failure: Error, Sendable {
    /// The CSV file could not be read.
    case csv(CSVError)
    /// The GeoJSON file could not be read.
    case geoJSON(path: String, GeoJSONError)
    /// The GeoPackage could not be read.
    case geoPackage(GeoPackageError)
    /// The file has surfaces or lines and not one point.
    case noPoints(path: String)
    /// The GeoPackage has several layers or none; name one with `path.gpkg#layer`.
    case layerUnclear(path: String, known: [String])
    /// The workbook could not be read; name a sheet with `path.xlsx#sheet`.
    case spreadsheet(SpreadsheetError)
    /// The shapefile could not be read.
    case shapefile(ShapefileError)
    /// A shapefile that does not name its reference system (an empty `name`), or one that cannot be
    /// brought to RD New.
    case otherSystem(path: String, name: String)
    /// The layer is in another reference system than RD New or WGS 84.
    case referenceSystem(path: String, epsg: Int)
  }

  /// Opens `path`; `delimiter` is for CSV only, `sheet` for workbooks only. Which sheet or layer of a
  /// file is meant can also stand behind a `#`.
  /// - Throws: ``Failure``.
  public static func open(
    _ path: String, delimiter: UInt8? = nil, sheet: String? = nil
  ) throws -> CSVFile {
    let name = PartedPath(path).file.lowercased()
    if let (file, named) = workbook(path) {
      do {
        return try SpreadsheetRecords.open(file, sheet: sheet ?? named)
      } catch {
        throw Failure.spreadsheet(error)
      }
    }
    do {
      if name.hasSuffix(".geojson") || name.hasSuffix(".json") { return try geoJSON(path) }
      if name.hasSuffix(".gpkg") { return try geoPackage(path) }
      if name.hasSuffix(".shp") { return try shapefile(path) }
      return try CSVFile(path: path, delimiter: delimiter)
    } catch let error as CSVError {
      throw Failure.csv(error)
    }
  }

  /// The workbook and sheet that a path names; nil when it is no workbook.
  ///
  /// What a file is called decides, or how it begins: an old workbook, and a workbook that somebody
  /// called `.csv`, are known by their first bytes.
  private static func workbook(_ path: String) -> (file: String, sheet: String?)? {
    let lower = path.lowercased()
    for suffix in [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"] {
      if lower.hasSuffix(suffix) { return (path, nil) }
      if let mark = lower.firstRange(of: suffix + "#") {
        let end = path.index(
          path.startIndex, offsetBy: lower.distance(from: lower.startIndex, to: mark.upperBound))
        return (String(path[..<path.index(before: end)]), String(path[end...]))
      }
    }
    guard path != "-", let file = try? InputFile(path: path), file.size > 8,
      let head = try? file.bytes(from: 0, count: 8)
    else { return nil }
    let isPacked = head.starts(with: [0x50, 0x4B, 3, 4])
    return isPacked || head == CompoundFile.signature ? (path, nil) : nil
  }

  private static func geoJSON(_ path: String) throws -> CSVFile {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.contents(of: path)
    } catch {
      throw CSVError.file(error)
    }
    let collection: GeoJSONFeatureCollection
    do {
      collection = try GeoJSONReader.read(bytes)
    } catch {
      throw Failure.geoJSON(path: path, error)
    }
    let isRD = collection.declaredEPSG == 28992
    let names = collection.properties.names
    let columns = names.map { collection.properties.values(of: $0) }
    var text = TextTable(names: names, isRD: isRD)
    for (index, feature) in collection.features.enumerated() {
      let cells = columns.map { $0[index]?.cell ?? "" }
      if case .point(let position)? = feature.geometry {
        text.add(cells, x: position.x, y: position.y)
      } else {
        text.add(cells, x: nil, y: nil, isOther: feature.geometry != nil)
      }
    }
    guard !text.holdsOthersOnly else { throw Failure.noPoints(path: path) }
    return try CSVFile(bytes: text.bytes, name: path, delimiter: CSVDialect.semicolon.delimiter)
  }

  private static func shapefile(_ path: String) throws -> CSVFile {
    do {
      let reader = try ShapefileReader(path: path)
      guard let system = reader.referenceSystem.flatMap({ DescribedSystem(wkt: $0) }) else {
        throw Failure.otherSystem(path: path, name: "")
      }
      var rows: [[String]] = []
      var positions: [Position] = []
      var places: [Int?] = []
      var others = false
      try reader.forEachRecord(columns: Array(reader.columns.indices)) { _, shape, cells in
        rows.append(cells)
        if case .point(let position) = shape {
          places.append(positions.count)
          positions.append(position)
        } else {
          places.append(nil)
          if case .multiPolygon = shape { others = true }
        }
      }
      guard !others || !positions.isEmpty else { throw Failure.noPoints(path: path) }
      if case .other(_, let name) = system {
        do {
          try Transformer(from: system, to: .rdNew).transform(&positions)
        } catch {
          throw Failure.otherSystem(path: path, name: name)
        }
      }
      var text = TextTable(names: reader.columns, isRD: system != .known(.wgs84))
      for (cells, place) in zip(rows, places) {
        let position = place.map { positions[$0] }
        text.add(cells, x: position?.x, y: position?.y)
      }
      return try CSVFile(bytes: text.bytes, name: path, delimiter: CSVDialect.semicolon.delimiter)
    } catch let error as ShapefileError {
      throw Failure.shapefile(error)
    }
  }

  private static func geoPackage(_ path: String) throws -> CSVFile {
    let named = PartedPath(path)
    do {
      let reader = try GeoPackageReader(path: named.file)
      let layers = reader.layers.filter { $0.geometryColumn != nil }
      let meant = named.part.map { name in layers.filter { $0.name == name } } ?? layers
      guard meant.count == 1 else {
        throw Failure.layerUnclear(path: named.file, known: layers.map(\.name))
      }
      let layer = meant[0]
      guard layer.epsg == 28992 || layer.epsg == 4326 else {
        throw Failure.referenceSystem(path: named.file, epsg: layer.epsg)
      }
      var text = TextTable(names: layer.columns, isRD: layer.epsg == 28992)
      try reader.forEachFeature(of: layer.name, columns: layer.columns, geometry: true) { feature in
        let cells = feature.values.map(\.cell)
        if case .point(let position)? = feature.geometry {
          text.add(cells, x: position.x, y: position.y)
        } else {
          text.add(cells, x: nil, y: nil, isOther: feature.geometry != nil)
        }
      }
      guard !text.holdsOthersOnly else { throw Failure.noPoints(path: named.file) }
      return try CSVFile(bytes: text.bytes, name: path, delimiter: CSVDialect.semicolon.delimiter)
    } catch let error as GeoPackageError {
      throw Failure.geoPackage(error)
    }
  }
}

/// Rows of text in the making.
private struct TextTable {
  var bytes: [UInt8] = []
  private var hasPoints = false
  private var hasOthers = false

  /// Whether there are geometries and none is a point.
  var holdsOthersOnly: Bool { hasOthers && !hasPoints }

  init(names: [String], isRD: Bool) {
    let plain = isRD ? ["x", "y"] : ["lon", "lat"]
    let wanted: PlacementColumns = isRD ? .rd(x: 0, y: 1) : .lonLat(lon: 0, lat: 1)
    // A column of the file with such a name, or one that goes before it, is not the point.
    let found = try? PlacementColumns.detect(
      header: plain + names, sample: nil, dialect: .semicolon)
    let isTaken = names.contains { plain.contains($0.lowercased()) }
    let own = found == wanted && !isTaken ? plain : plain.map { "punt_" + $0 }
    // The point goes first, so that it is found before a column of the file with a like name.
    bytes.append(record: own + names, dialect: .semicolon)
  }

  /// Adds a row; `isOther` when it has a geometry that is no point.
  mutating func add(_ cells: [String], x: Double?, y: Double?, isOther: Bool = false) {
    hasPoints = hasPoints || x != nil
    hasOthers = hasOthers || isOther
    let point = [x.map { "\($0)" } ?? "", y.map { "\($0)" } ?? ""]
    bytes.append(record: point + cells, dialect: .semicolon)
  }
}

extension JSONScalar {
  fileprivate var cell: String {
    switch self {
    case .null, .nested: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .text(let value): value
    }
  }
}

extension GeoPackageValue {
  fileprivate var cell: String {
    switch self {
    case .null: ""
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value): value
    }
  }
}
