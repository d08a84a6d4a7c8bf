internal import Areas
internal import Cartography
internal import Disclosure
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Indicators

/// A map of kinds of areas: `code, naam, niveau, gemeentecode, gemeentenaam, peiljaar`, the columns of
/// the kind of map, `label, status` and the marks of the study, the same keys in the same order on every
/// feature; an area without a kind has label null and a status that says why.
struct KindLayer {
  let name: String
  let style: MapStyle
  let areas: AreaLayer
  let document: MapDocument
  let isSynthetic: Bool
  /// The kind of each area.
  let labels: [String?]
  /// Members of the metadata beside those of every map.
  let facts: [(name: String, value: String)]
  /// The columns between the identity of an area and its label.
  let columns: (Int) -> [GeoJSONProperty]
  /// Why each area has a kind, or none; when left out, one without has no data.
  var statuses: [IndicatorValue.Status]?

  /// The file.
  func geoJSON() throws -> [UInt8] {
    let texts = try GeometryTexts(areas)
    var text = GeoJSONCollectionText(
      name: name, bbox: texts.box(of: areas.areas.indices), members: [("metadata", metadata)])
    for (place, area) in areas.areas.enumerated() {
      text.feature(id: area.code, properties: properties(place), geometry: texts.texts[place])
    }
    text.end()
    return text.bytes
  }

  private func properties(_ place: Int) -> [GeoJSONProperty] {
    var properties = MapFiles.identity(areas.areas[place], level: areas.level, document: document)
    properties += columns(place)
    properties.append(
      GeoJSONProperty(name: "label", value: labels[place].map { .text($0) } ?? .null))
    let status = statuses?[place] ?? (labels[place] == nil ? .noData : .ok)
    properties.append(GeoJSONProperty(name: "status", value: .text(status.rawValue)))
    return properties + MapFiles.marks(document, isSynthetic: isSynthetic)
  }

  /// Adds the map as a layer, in RD New, with its style; what ``columns`` give are numbers.
  func add(to writer: inout GeoPackageWriter) throws {
    let reals = areas.areas.isEmpty ? [] : Set(columns(0).map(\.name))
    let first = areas.areas.isEmpty ? [] : properties(0)
    try writer.addLayer(
      name: name, title: style.stampedTitle, description: style.abstract,
      columns: first.map { column in
        let isText = column.name == "label" || column.value.text != nil
        return GeoPackageColumn(
          name: column.name,
          type: reals.contains(column.name) ? .real : isText ? .text : .integer)
      }, epsg: .rdNew,
      features: areas.areas.indices.lazy.map { place in
        (areas.areas[place].geometry, properties(place).map { GeoPackageValue($0.value) })
      })
    try writer.addStyle(
      layer: name, name: name, qml: style.qml(), sld: style.sld(layerName: name), isDefault: true,
      description: style.title)
  }

  /// The file and its styles, by name.
  func files() throws -> [(name: String, bytes: [UInt8])] {
    [(name + ".geojson", try geoJSON())]
      + StyleFiles.contents(style, layer: name).map { (name + $0.ending, $0.bytes) }
  }

  private var metadata: [UInt8] {
    var text = JSONText()
    func add(_ name: String, _ value: String) {
      text.name(name)
      text.appendJSON(value)
    }
    text.openObject()
    add("study", document.title)
    for fact in facts { add(fact.name, fact.value) }
    text.addMembers(of: style, document)
    text.addTexts("labels", style.categories.map(\.value))
    text.addLegend(style)
    text.closeObject()
    return text.bytes
  }
}
