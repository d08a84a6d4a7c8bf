internal import Bytes
internal import GeoJSON
internal import Geometry
internal import Projection
internal import Tables

extension AreaReader {
  /// Reads a GeoJSON file; its level is that of the smallest code among its properties.
  func readGeoJSON(_ path: String) throws -> [LayerPart] {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.contents(of: path)
    } catch {
      throw AreaError.file(error)
    }
    let collection: GeoJSONFeatureCollection
    do {
      collection = try GeoJSONReader.read(bytes)
    } catch {
      throw AreaError.geoJSON(path: path, error)
    }
    guard !collection.features.isEmpty else { throw AreaError.own(path: path, .empty) }
    let columns = collection.properties.names
    guard
      let level = AreaLevel.cbs.first(where: {
        KeyColumn.code(of: $0).index(in: columns) != nil
      })
    else {
      throw AreaError.noCodeColumn(path: path, layer: collection.name ?? "", columns: columns)
    }
    guard levels.contains(level) else { return [] }

    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    var part = LayerPart(name: fileName, level: level, edition: Edition.inName(fileName))
    let surfaces = try surfacesInRD(collection, path: path)
    var keys: [KeyColumn: [JSONScalar?]] = [:]
    for key in KeyColumn.allCases {
      if let index = key.index(in: columns) {
        keys[key] = collection.properties.values(of: columns[index])
      }
    }
    let figures = columns.compactMap { column -> (name: String, values: [JSONScalar?])? in
      guard !KeyColumn.allCases.contains(where: { $0.index(in: [column]) != nil }) else {
        return nil
      }
      let name = aliases.canonical(column)
      return figureNames.contains(name)
        ? (name, collection.properties.values(of: column)) : nil
    }
    for (index, surface) in surfaces.enumerated() {
      var cells = KeyCells()
      for (key, values) in keys { cells[key] = values[index]?.cell }
      part.add(
        LayerPart.Row(
          keys: cells,
          figures: figures.map { ($0.name, $0.values[index]?.figure ?? .missing(.noData)) },
          geometry: surface))
    }
    return [part]
  }

  private func surfacesInRD(
    _ collection: GeoJSONFeatureCollection, path: String
  ) throws -> [MultiPolygon] {
    let surfaces = collection.features.map { feature -> MultiPolygon in
      if case .multiPolygon(let surface)? = feature.geometry { surface } else { MultiPolygon([]) }
    }
    let box = surfaces.reduce(Box.empty) { $0.union($1.box) }
    guard !box.isEmpty else { return surfaces }
    let system = ReferenceSystem.allCases.first { system in
      let land = system.netherlands
      return (collection.declaredEPSG == nil || collection.declaredEPSG == system.epsg)
        && land.contains(Position(x: box.minX, y: box.minY))
        && land.contains(Position(x: box.maxX, y: box.maxY))
    }
    guard let system else {
      throw AreaError.referenceSystem(
        path: path, declared: collection.declaredEPSG.map { "EPSG:\($0)" } ?? "")
    }
    guard system != .rdNew else { return surfaces }
    let transformer = try Transformer(from: system, to: .rdNew)
    var result: [MultiPolygon] = []
    result.reserveCapacity(surfaces.count)
    for surface in surfaces { result.append(try transformer.transform(surface)) }
    return result
  }
}

extension JSONScalar {
  fileprivate var cell: String? {
    switch self {
    case .text(let text): text.trimmingBlanks
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .null, .bool, .nested: nil
    }
  }

  fileprivate var figure: Figure {
    switch self {
    case .integer(let number): .cbs(Double(number))
    case .number(let number): .cbs(number)
    case .text(let text): .cbs(text) ?? .missing(.noData)
    case .null, .bool, .nested: .missing(.noData)
    }
  }
}
