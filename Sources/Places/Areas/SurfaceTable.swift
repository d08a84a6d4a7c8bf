internal import Bytes
internal import CSV
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Projection
internal import Shapefile

/// Surfaces with their columns as text, from any file of polygons, in RD New.
///
/// GeoJSON, GeoPackage (`path.gpkg#layer` when it has several), shapefiles, and CSV with a column of
/// well-known text. Coordinates in another reference system are transformed when the file names it
/// and PROJ knows it; a file that names none is refused, except GeoJSON, whose standard is WGS 84,
/// and CSV, when all coordinates lie in the Netherlands in RD New or in WGS 84.
struct SurfaceTable {
  let path: String
  /// The names of the columns.
  private(set) var columns: [String] = []
  /// The cells of each surface, in the order of ``columns``; nil for an empty one.
  private(set) var rows: [[String?]] = []
  /// The surfaces, in RD New.
  private(set) var surfaces: [MultiPolygon] = []
  /// Whether names of columns are cut off at 10 characters.
  private(set) var hasCutOffNames = false

  /// Whether files of this name are read.
  static func isReadable(_ path: String) -> Bool {
    let name = PartedPath(path).file.lowercased()
    return [".gpkg", ".geojson", ".json", ".shp", ".csv", ".csv.gz", ".txt", ".tsv"].contains {
      name.hasSuffix($0)
    }
  }

  /// Reads a file.
  /// - Parameter epsg: the reference system, for a file that does not name it.
  init(path: String, epsg: Int? = nil) throws {
    self.path = path
    let name = PartedPath(path).file.lowercased()
    if name.hasSuffix(".gpkg") {
      try readGeoPackage()
    } else if name.hasSuffix(".geojson") || name.hasSuffix(".json") {
      try readGeoJSON(epsg)
    } else if name.hasSuffix(".shp") {
      try readShapefile(epsg)
    } else if Self.isReadable(path) {
      try readCSV(epsg)
    } else {
      throw AreaError.unknownFormat(path: path)
    }
  }

  private mutating func readGeoPackage() throws {
    let named = PartedPath(path)
    do {
      let reader = try GeoPackageReader(path: named.file)
      let layers = reader.layers.filter { $0.geometryColumn != nil }
      let meant = named.part.map { name in layers.filter { $0.name == name } } ?? layers
      guard meant.count == 1 else {
        throw AreaError.layerUnclear(path: named.file, known: layers.map(\.name))
      }
      columns = meant[0].columns
      try reader.forEachFeature(of: meant[0].name, columns: columns, geometry: true) { feature in
        rows.append(feature.values.map(\.cell))
        if case .multiPolygon(let surface)? = feature.geometry {
          surfaces.append(surface)
        } else {
          surfaces.append(MultiPolygon([]))
        }
      }
      guard meant[0].epsg != 0 else { throw AreaError.unnamedSystem(path: path) }
      try bring(from: DescribedSystem(epsg: meant[0].epsg))
    } catch let error as GeoPackageError {
      throw AreaError.geoPackage(error)
    }
  }

  private mutating func readGeoJSON(_ epsg: Int?) throws {
    let collection: GeoJSONFeatureCollection
    do {
      collection = try GeoJSONReader.read(try InputFile.contents(of: path))
    } catch let error as FileError {
      throw AreaError.file(error)
    } catch let error as GeoJSONError {
      throw AreaError.geoJSON(path: path, error)
    }
    columns = collection.properties.names
    let values = columns.map { collection.properties.values(of: $0) }
    for (index, feature) in collection.features.enumerated() {
      rows.append(values.map { $0[index]?.cell })
      if case .multiPolygon(let surface)? = feature.geometry {
        surfaces.append(surface)
      } else {
        surfaces.append(MultiPolygon([]))
      }
    }
    if let declared = epsg ?? collection.declaredEPSG {
      try bring(from: DescribedSystem(epsg: declared))
    } else {
      try bringFromWhereTheyFit()
    }
  }

  private mutating func readShapefile(_ epsg: Int?) throws {
    hasCutOffNames = true
    let reader: ShapefileReader
    do {
      reader = try ShapefileReader(path: path)
      columns = reader.columns
      try reader.forEachRecord(columns: Array(columns.indices)) { _, shape, texts in
        rows.append(texts.map { $0.isEmpty ? nil : $0 })
        if case .multiPolygon(let surface) = shape {
          surfaces.append(surface)
        } else {
          surfaces.append(MultiPolygon([]))
        }
      }
    } catch let error as ShapefileError {
      throw AreaError.shapefile(error)
    }
    let system =
      epsg.map { DescribedSystem(epsg: $0) }
      ?? reader.referenceSystem.flatMap { DescribedSystem(wkt: $0) }
    guard let system else { throw AreaError.unnamedSystem(path: path) }
    try bring(from: system)
  }

  private mutating func readCSV(_ epsg: Int?) throws {
    var declared: Set<Int> = []
    do {
      let file = try CSVFile(path: path)
      columns = file.header
      var chunks = file.chunks()
      var surfaceColumn: Int?
      while let chunk = try chunks.next() {
        let records = CSVRecords(chunk.bytes, dialect: file.dialect)
        for record in 0..<records.count {
          let texts = records.texts(record)
          if surfaceColumn == nil {
            surfaceColumn = texts.firstIndex { SurfaceText.isSurface($0) }
          }
          guard let column = surfaceColumn else { throw AreaError.noSurfaces(path: path) }
          guard column < texts.count, let text = SurfaceText(texts[column]) else {
            throw AreaError.badSurface(path: path, row: rows.count + 1)
          }
          if let epsg = text.epsg { declared.insert(epsg) }
          surfaces.append(text.surface)
          rows.append(
            columns.indices.map { index in
              guard index < texts.count, index != column, !texts[index].isEmpty else { return nil }
              return texts[index].trimmed
            })
        }
      }
    } catch let error as CSVError {
      throw AreaError.csv(error)
    }
    guard !rows.isEmpty else { throw AreaError.noSurfaces(path: path) }
    guard declared.count <= 1 else {
      throw AreaError.referenceSystem(
        path: path, declared: declared.sorted().map { "EPSG:\($0)" }.joined(separator: ", "))
    }
    if let declared = epsg ?? declared.first {
      try bring(from: DescribedSystem(epsg: declared))
    } else {
      try bringFromWhereTheyFit()
    }
  }

  // MARK: Reference systems

  private var box: Box { surfaces.reduce(Box.empty) { $0.union($1.box) } }

  private static func lies(_ box: Box, in land: Box) -> Bool {
    land.contains(Position(x: box.minX, y: box.minY))
      && land.contains(Position(x: box.maxX, y: box.maxY))
  }

  /// Takes the one system in which all coordinates lie in the Netherlands.
  private mutating func bringFromWhereTheyFit() throws {
    let box = box
    guard !box.isEmpty else { return }
    let system = ReferenceSystem.allCases.first { Self.lies(box, in: $0.netherlands) }
    guard let system else { throw AreaError.referenceSystem(path: path, declared: "") }
    try bring(from: .known(system))
  }

  private mutating func bring(from system: DescribedSystem) throws {
    let box = box
    guard !box.isEmpty else { return }
    if case .known(let known) = system {
      guard Self.lies(box, in: known.netherlands) else {
        throw AreaError.referenceSystem(path: path, declared: system.name)
      }
      if known == .rdNew { return }
    }
    do {
      let transformer = try Transformer(from: system, to: .rdNew)
      for index in surfaces.indices { surfaces[index] = try transformer.transform(surfaces[index]) }
    } catch {
      throw AreaError.referenceSystem(path: path, declared: system.name)
    }
    guard Self.lies(self.box, in: ReferenceSystem.rdNew.netherlands) else {
      throw AreaError.referenceSystem(path: path, declared: system.name)
    }
  }
}

extension JSONScalar {
  fileprivate var cell: String? {
    switch self {
    case .text(let text): text.trimmingBlanks
    case .integer(let number): "\(number)"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .null, .bool, .nested: nil
    }
  }
}

extension GeoPackageValue {
  fileprivate var cell: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .real(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    case .text(let text): text.trimmingBlanks
    }
  }
}
