internal import Dispatch
internal import GeoPackage
internal import Geometry
internal import Synchronization
internal import Tables

extension AreaReader {
  /// Reads the wanted levels of a GeoPackage.
  func readGeoPackage(_ path: String) throws -> [LayerPart] {
    let reader: GeoPackageReader
    do {
      reader = try GeoPackageReader(path: path)
    } catch {
      throw AreaError.geoPackage(error)
    }
    var parts: [LayerPart] = []
    for layer in reader.layers {
      guard let level = Self.level(ofLayer: layer.name), levels.contains(level),
        !parts.contains(where: { $0.level == level })
      else { continue }
      guard layer.epsg == ReferenceSystem.rdNew.epsg else {
        throw AreaError.referenceSystem(path: path, declared: "EPSG:\(layer.epsg)")
      }
      parts.append(try readLayer(layer, level: level, reader: reader, path: path))
    }
    if parts.isEmpty, let level = required.min() {
      throw AreaError.noLevel(level, path: path, known: reader.layers.map(\.name))
    }
    return parts
  }

  /// The level that a layer name means: `buurten`, `cbs_buurten_2021`, `gemeenten2021`, `buurt_2017`,
  /// `wijk_2023_v1`.
  static func level(ofLayer name: String) -> AreaLevel? {
    let pattern =
      /(cbs_)?(buurten|buurt|wijken|wijk|gemeenten|gemeente|gem)(_?20[0-9]{2})?(_v[0-9])?/
    guard let match = name.lowercased().wholeMatch(of: pattern) else { return nil }
    switch match.2.first {
    case "b": return .buurt
    case "w": return .wijk
    default: return .gemeente
    }
  }

  /// In how many parts a layer is read at most; what is read does not depend on it.
  private static let mostParts = 4

  private func readLayer(
    _ layer: GeoPackageLayer, level: AreaLevel, reader: GeoPackageReader, path: String
  ) throws -> LayerPart {
    let keys = KeyColumn.allCases.compactMap { key -> (column: KeyColumn, index: Int)? in
      key.index(in: layer.columns).map { (key, $0) }
    }
    guard keys.contains(where: { $0.column == .code(of: level) }) else {
      throw AreaError.noCodeColumn(path: path, layer: layer.name, columns: layer.columns)
    }
    let figures = layer.columns.indices.compactMap { index -> (name: String, index: Int)? in
      guard !keys.contains(where: { $0.index == index }) else { return nil }
      let name = aliases.canonical(layer.columns[index])
      return figureNames.contains(name) ? (name, index) : nil
    }
    let wanted = keys.map { layer.columns[$0.index] } + figures.map { layer.columns[$0.index] }
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    var part = LayerPart(
      name: layer.name, level: level,
      edition: Edition.inName(layer.name) ?? Edition.inName(fileName))
    if let version = Edition.inName(fileName)?.version, let edition = part.edition {
      part.edition = Edition(year: edition.year, version: edition.version ?? version)
    }
    // Decoding takes longer than reading, so large layers are read in parts at the same time.
    let count = min(layer.featureCount / 1_000 + 1, Self.mostParts)
    let empty = part
    let read = Mutex([Result<LayerPart, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let result = Result {
        var part = empty
        try reader.forEachFeature(
          of: layer.name, columns: wanted, geometry: true, part: (number, count)
        ) { feature in
          var row = LayerPart.Row(keys: KeyCells(), figures: [], geometry: MultiPolygon([]))
          if case .multiPolygon(let surface)? = feature.geometry { row.geometry = surface }
          for (offset, key) in keys.enumerated() {
            row.keys[key.column] = feature.values[offset].text
          }
          if !figures.isEmpty {
            row.figures = figures.enumerated().map { offset, figure in
              (figure.name, feature.values[keys.count + offset].figure)
            }
          }
          part.add(row)
        }
        return part
      }
      read.withLock { $0[number] = result }
    }
    do {
      for result in read.withLock({ $0 }) {
        if let result { part.append(try result.get(), begunAs: empty) }
      }
    } catch let error as GeoPackageError {
      throw AreaError.geoPackage(error)
    }
    return part
  }
}

extension GeoPackageValue {
  /// The value as text of a key column; nothing for NULL.
  fileprivate var text: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text.trimmingBlanks
    }
  }

  /// The value as a figure; a text that is none counts as absent.
  fileprivate var figure: Figure {
    switch self {
    case .null: .missing(.noData)
    case .integer(let number): .cbs(Double(number))
    case .real(let number): .cbs(number)
    case .text(let text): .cbs(text) ?? .missing(.noData)
    }
  }
}
