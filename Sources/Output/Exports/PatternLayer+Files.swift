internal import Areas
internal import Cartography
internal import Disclosure
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Indicators
internal import Patterns

/// The files of a pattern: `code, naam, niveau, gemeentecode, gemeentenaam, peiljaar, waarde`, the
/// statistic, `z, p, p_fdr, label, status` and the marks of the study, the same keys in the same order
/// on every feature; null where there is no result, with a `label` or a `status` that says why.
extension PatternLayer {
  /// The digits behind the point of statistics and p-values.
  private static let decimals = 6

  /// The areas at `places` as GeoJSON.
  func geoJSON(
    name: String, places: [Int], style: MapStyle, texts: GeometryTexts
  ) -> [UInt8] {
    var text = GeoJSONCollectionText(
      name: name, bbox: texts.box(of: places), members: [("metadata", metadata(style))])
    for place in places {
      text.feature(
        id: areas.areas[place].code, properties: properties(place), geometry: texts.texts[place])
    }
    text.end()
    return text.bytes
  }

  /// Adds the map as a layer, in RD New, with its style.
  func add(to writer: inout GeoPackageWriter, name: String) throws {
    let style = style()
    let reals: Set = ["waarde", statisticName, "z", "p", "p_fdr", "omgezet_aandeel"]
    let columns = areas.areas.isEmpty ? [] : properties(0)
    try writer.addLayer(
      name: name, title: style.stampedTitle, description: style.abstract,
      columns: columns.map { column in
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

  private func properties(_ place: Int) -> [GeoJSONProperty] {
    let cell = map.cells[place]
    func number(_ name: String, _ number: Double?, decimals: Int) -> GeoJSONProperty {
      GeoJSONProperty(
        name: name, value: number.map { JSONScalar.number(Self.rounded($0, decimals)) } ?? .null,
        decimals: decimals)
    }
    var properties = MapFiles.identity(
      areas.areas[place], level: areas.level, document: document)
    properties.append(
      number("waarde", answer.values[place], decimals: answer.subject.decimals))
    properties.append(number(statisticName, cell?.statistic, decimals: Self.decimals))
    properties.append(number("z", cell?.z, decimals: Self.decimals))
    properties.append(number("p", cell?.p, decimals: Self.decimals))
    properties.append(number("p_fdr", cell?.adjusted, decimals: Self.decimals))
    properties.append(
      GeoJSONProperty(
        name: "label", value: cell.map { JSONScalar.text($0.label.rawValue) } ?? .null))
    properties.append(
      GeoJSONProperty(name: "status", value: .text(answer.statuses[place].rawValue)))
    if let conversion = answer.subject.conversion {
      properties += MapFiles.marks(of: conversion, at: place)
    }
    properties += MapFiles.marks(document, isSynthetic: answer.subject.isSynthetic)
    return properties
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> Double {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = value * scale
    // Beyond 2^53 there are no decimals left to round.
    guard abs(scaled) < 0x1p53 else { return value }
    return scaled.rounded(.toNearestOrAwayFromZero) / scale
  }

  private func metadata(_ style: MapStyle) -> [UInt8] {
    let question = answer.question
    var text = JSONText()
    func add(_ name: String, _ value: String) {
      text.name(name)
      text.appendJSON(value)
    }
    text.openObject()
    add("study", document.title)
    add("pattern", question.id)
    add("question", document.language == .nl ? question.text.nl : question.text.en)
    add("indicator", answer.subject.id)
    add("statistic", question.statistic.rawValue)
    add("scope", scope)
    let unit = answer.subject.unit
    text.addMembers(of: style, unit: document.language == .nl ? unit.nl : unit.en, document)
    text.addTexts("labels", style.categories.map(\.value))
    text.name("significance")
    text.appendJSON(question.significance)
    add("correction", "BH")
    text.addLegend(style)
    text.closeObject()
    return text.bytes
  }
}
