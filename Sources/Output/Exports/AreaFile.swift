public import Areas
internal import Bytes
internal import GeoJSON
internal import GeoPackage
internal import Geometry

/// Areas with their codes and names alone, in the columns of CBS, so that the file is read as areas again.
public struct AreaFile: Sendable {
  private let areas: AreaSet

  /// Prepares the file.
  public init(_ areas: AreaSet) {
    self.areas = areas
  }

  /// Writes all levels as layers of a GeoPackage in RD New.
  /// - Throws: `GeoPackageError`; an earlier file then is still there.
  public func writeGeoPackage(to path: String) throws {
    var writer = try GeoPackageWriter(
      path: path, lastChange: "\(areas.edition.year)-01-01T00:00:00.000Z")
    for layer in areas.layers {
      try writer.addLayer(
        name: layer.level.plural, title: "\(layer.level.plural) \(areas.edition.year)",
        description: "",
        columns: columns(layer.level).map { name in
          GeoPackageColumn(name: name, type: name == "jaar" ? .integer : .text)
        }, epsg: .rdNew,
        features: layer.areas.lazy.map { area in
          (
            area.geometry,
            values(area, layer.level).map { value in
              switch value {
              case .text(let text): .text(text)
              case .integer(let number): .integer(number)
              default: .null
              }
            }
          )
        })
    }
    try writer.commit()
  }

  /// Writes one level as GeoJSON in degrees.
  /// - Throws: `ProjectionError` or `FileError`; an earlier file then is still there.
  public func writeGeoJSON(_ level: AreaLevel, to path: String) throws {
    guard let layer = areas[level] else { return }
    let texts = try GeometryTexts(layer)
    var text = GeoJSONCollectionText(
      name: "\(level.plural)_\(areas.edition.year)", bbox: texts.box(of: layer.areas.indices))
    for (area, geometry) in zip(layer.areas, texts.texts) {
      let properties = zip(columns(level), values(area, level)).map {
        GeoJSONProperty(name: $0, value: $1)
      }
      text.feature(id: area.code, properties: properties, geometry: geometry)
    }
    text.end()
    var file = try OutputFile(path: path)
    try file.write(text.bytes)
    try file.commit()
  }

  private func columns(_ level: AreaLevel) -> [String] {
    let own =
      level == .gemeente
      ? []
      : level.isOwn ? ["code", "naam"] : ["\(level.rawValue)code", "\(level.rawValue)naam"]
    return own + (level == .buurt ? ["wijkcode"] : []) + ["gemeentecode", "gemeentenaam", "jaar"]
  }

  private func values(_ area: Area, _ level: AreaLevel) -> [JSONScalar] {
    let own: [JSONScalar] = level == .gemeente ? [] : [.text(area.code), .text(area.name)]
    let wijk: [JSONScalar] = level == .buurt ? [area.wijkcode.map { .text($0) } ?? .null] : []
    return own + wijk + [
      .text(area.gemeentecode), .text(area.gemeentenaam), .integer(Int64(areas.edition.year)),
    ]
  }
}
