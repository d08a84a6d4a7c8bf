internal import Areas
internal import Cartography
internal import Disclosure
internal import GeoJSON
internal import Indicators
internal import SpatialStatistics
internal import Tabulation

/// The GeoJSON of one indicator, over all gemeenten or in one.
///
/// The profile: `code, naam, niveau, gemeentecode, gemeentenaam, peiljaar, waarde, klasse, status`, then
/// what the indicator needs and the marks of the study; every feature has the same keys in the same
/// order, and null with a `status` where there is no value.
struct MapFiles {
  let map: IndicatorMap
  let areas: AreaLayer
  let texts: GeometryTexts
  let document: MapDocument

  /// What comes before the features of the collection with the areas at `places`.
  func start(name: String, places: [Int]) -> GeoJSONCollectionText {
    GeoJSONCollectionText(
      name: name, bbox: texts.box(of: places), members: [("metadata", metadata)])
  }

  /// The features of all areas, in their order.
  func features() -> GeoJSONFeatures {
    var features = GeoJSONFeatures()
    let values = map.layer.values
    let hasReasons = values.contains { $0.reasonWord != nil }
    let hasCertainty = values.contains { $0.certainty != nil }
    let hasBounds = values.contains { $0.bounds != nil }
    let hasRespondents = values.contains { $0.respondents != nil }
    let isDensity = map.layer.indicator.formula.kind == .density
    let hasParts = values.contains { $0.denominator != nil }
    let marks = Self.marks(document, isSynthetic: map.layer.isSynthetic)
    for place in areas.areas.indices {
      let area = areas.areas[place]
      let value = values[place]
      var properties = Self.identity(area, level: areas.level, document: document)
      func add(_ name: String, _ number: Double?, decimals: Int?) {
        properties.append(
          GeoJSONProperty(
            name: name, value: number.map { JSONScalar.number($0) } ?? .null, decimals: decimals))
      }
      let decimals = map.layer.indicator.decimals
      add("waarde", value.value, decimals: decimals)
      properties.append(
        GeoJSONProperty(
          name: "klasse",
          value: map.classNumber(value).map { JSONScalar.integer(Int64($0)) } ?? .null))
      properties.append(
        GeoJSONProperty(name: "status", value: .text(value.status.rawValue)))
      if hasReasons {
        properties.append(
          GeoJSONProperty(
            name: "reden", value: value.reasonWord.map { .text($0) } ?? .null))
      }
      if hasBounds {
        add("waarde_min", value.bounds?.lowerBound, decimals: decimals)
        add("waarde_max", value.bounds?.upperBound, decimals: decimals)
      }
      if hasRespondents {
        properties.append(
          GeoJSONProperty(
            name: "aantal_respondenten",
            value: value.respondents.map { .integer(Int64($0)) } ?? .null))
      }
      if hasParts {
        add("teller", value.numerator, decimals: nil)
        // km² are hectares with two decimals; all other denominators are counts.
        add("noemer", value.denominator, decimals: isDensity ? 2 : nil)
      }
      if hasCertainty { properties += Self.certainty(value.certainty, decimals: decimals) }
      if let conversion = map.layer.conversion {
        properties += Self.marks(of: conversion, at: place)
      }
      properties += marks
      features.append(id: area.code, properties: properties, geometry: texts.texts[place])
    }
    return features
  }

  private static func certainty(
    _ certainty: Certainty?, decimals: Int
  ) -> [GeoJSONProperty] {
    func number(_ number: Double?) -> JSONScalar { number.map { .number($0) } ?? .null }
    return [
      GeoJSONProperty(
        name: "interval_laag", value: number(certainty?.interval.lowerBound), decimals: decimals),
      GeoJSONProperty(
        name: "interval_hoog", value: number(certainty?.interval.upperBound), decimals: decimals),
      GeoJSONProperty(
        name: "groep", value: certainty.map { .integer(Int64($0.band)) } ?? .null),
      GeoJSONProperty(name: "oordeel", value: certainty.map { .text($0.grade) } ?? .null),
      GeoJSONProperty(
        name: "zekerheid", value: certainty.map { .text($0.word.rawValue) } ?? .null),
    ]
  }

  static func identity(
    _ area: Area, level: AreaLevel, document: MapDocument
  ) -> [GeoJSONProperty] {
    [
      GeoJSONProperty(name: "code", value: .text(area.code)),
      GeoJSONProperty(name: "naam", value: .text(area.name)),
      GeoJSONProperty(name: "niveau", value: .text(level.rawValue)),
      GeoJSONProperty(name: "gemeentecode", value: .text(area.gemeentecode)),
      GeoJSONProperty(name: "gemeentenaam", value: .text(area.gemeentenaam)),
      GeoJSONProperty(
        name: "peiljaar", value: .integer(Int64(document.peildatum.prefix(4)) ?? 0)),
    ]
  }

  /// What is said of the conversion of a value.
  static func marks(of conversion: ColumnConversion, at place: Int) -> [GeoJSONProperty] {
    [
      GeoJSONProperty(
        name: "omgezet_aandeel",
        value: conversion.shares[place].map { JSONScalar.number($0) } ?? .null, decimals: 4),
      GeoJSONProperty(name: "omgezet_graad", value: .text(conversion.grades[place].word)),
    ]
  }

  static func marks(_ document: MapDocument, isSynthetic: Bool) -> [GeoJSONProperty] {
    document.marks(isSynthetic: isSynthetic).map { mark in
      switch mark.value {
      case .text(let text): GeoJSONProperty(name: mark.name, value: .text(text))
      case .flag: GeoJSONProperty(name: mark.name, value: .bool(true))
      }
    }
  }

  private var metadata: [UInt8] {
    let indicator = map.layer.indicator
    var text = JSONText()
    func add(_ name: String, _ value: String) {
      text.name(name)
      text.appendJSON(value)
    }
    text.openObject()
    add("study", document.title)
    add("indicator", indicator.id)
    text.addMembers(of: map.style, document)
    text.name("classes")
    text.openArray()
    for edge in map.breaks.edges { text.appendJSON(edge) }
    text.closeArray()
    add("classRule", "[a, b), last class [a, b]")
    text.addLegend(map.style)
    text.closeObject()
    return text.bytes
  }
}
