internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Indicators
internal import Provenance
internal import Simplification
internal import SpatialStatistics
internal import Tabulation

/// All that the page's script reads, as one JSON text.
///
/// Areas and values are columns, in the order of the codes of a level. Geometry is written as
/// ``CompactNumbers``: for each line its number of positions and its steps from the line before; for each
/// area the number of parts, of rings and of lines, and each line twice its place, plus one when reversed.
struct AtlasData {
  let content: AtlasContent
  let geometry: AtlasGeometry
  private var text = JSONText()

  init(_ content: AtlasContent, geometry: AtlasGeometry) {
    self.content = content
    self.geometry = geometry
  }

  /// The text; it holds no `<`, so that nothing in it ends the element that it stands in.
  var json: [UInt8] {
    var writer = self
    writer.write()
    return writer.text.bytes.flatMap { byte in
      byte == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [byte]
    }
  }

  private mutating func write() {
    text.openObject()
    study()
    gemeenten()
    lines()
    levels()
    indicators()
    inputs()
    text.closeObject()
  }

  private mutating func add(_ name: String, _ value: String) {
    text.name(name)
    text.appendJSON(value)
  }

  private mutating func add(_ name: String, _ value: Int) {
    text.name(name)
    text.appendJSON(.integer(Int64(value)))
  }

  private mutating func add(_ name: String, _ value: Bool) {
    text.name(name)
    text.appendJSON(.bool(value))
  }

  private mutating func add(_ name: String, _ value: LocalizedText) {
    text.name(name)
    text.openObject()
    add("nl", value.nl)
    add("en", value.en)
    text.closeObject()
  }

  private mutating func add(_ name: String, _ values: [String]) {
    text.name(name)
    text.openArray()
    for value in values { text.appendJSON(value) }
    text.closeArray()
  }

  private mutating func add(_ name: String, _ values: [Double?], decimals: Int?) {
    text.name(name)
    text.openArray()
    for value in values {
      text.appendJSON(value.map { JSONScalar.number($0) } ?? .null, decimals: decimals)
    }
    text.closeArray()
  }

  private mutating func study() {
    let document = content.document
    text.name("study")
    text.openObject()
    add("title", content.title)
    add("purpose", content.purpose)
    add("peildatum", document.peildatum)
    add("audience", document.audience.rawValue)
    add("edition", document.areas.edition.description)
    add("language", document.language.rawValue)
    add("synthetic", document.isSynthetic)
    add("schematic", document.areas.isSchematic)
    text.closeObject()
  }

  private mutating func gemeenten() {
    text.name("gemeenten")
    text.openArray()
    for gemeente in content.document.areas.gemeenten {
      text.openObject()
      add("code", gemeente.code)
      add("name", gemeente.name)
      text.closeObject()
    }
    text.closeArray()
  }

  private mutating func lines() {
    var numbers = CompactNumbers()
    var start = (x: 0, y: 0)
    for line in geometry.lines {
      numbers.append(line.count)
      var previous = start
      for position in line {
        numbers.append(position.x - previous.x)
        numbers.append(position.y - previous.y)
        previous = position
      }
      start = line.first ?? start
    }
    text.name("step")
    text.appendJSON(geometry.step)
    add("lineCount", geometry.lines.count)
    add("lines", numbers.string)
  }

  private mutating func levels() {
    let places = Dictionary(
      uniqueKeysWithValues: content.document.areas.gemeenten.enumerated().map {
        ($1.code, $0)
      })
    text.name("levels")
    text.openArray()
    for (layer, parts) in zip(content.areas.layers, geometry.layers) {
      text.openObject()
      add("id", layer.level.rawValue)
      add("plural", layer.level.plural)
      add("codes", layer.areas.map(\.code))
      add("names", layer.areas.map(\.name))
      text.name("gemeente")
      text.openArray()
      for area in layer.areas {
        text.appendJSON(.integer(Int64(places[area.gemeentecode] ?? -1)))
      }
      text.closeArray()
      if let inhabitants = content.inhabitants[layer.level] {
        add("inhabitants", inhabitants, decimals: 0)
      }
      add("surfaces", Self.surfaces(parts))
      text.closeObject()
    }
    text.closeArray()
  }

  private static func surfaces(_ areas: [[[[SharedBoundaries.Stretch]]]]) -> String {
    var numbers = CompactNumbers()
    for parts in areas {
      numbers.append(parts.count)
      for part in parts {
        numbers.append(part.count)
        for ring in part {
          numbers.append(ring.count)
          for stretch in ring {
            numbers.append(2 * stretch.line + (stretch.isReversed ? 1 : 0))
          }
        }
      }
    }
    return numbers.string
  }

  private mutating func indicators() {
    text.name("indicators")
    text.openArray()
    for map in content.maps {
      let indicator = map.layer.indicator
      text.openObject()
      add("id", indicator.id)
      add("theme", indicator.theme.rawValue)
      add("name", indicator.name)
      add("unit", indicator.unit)
      add("says", indicator.says)
      add("saysNot", indicator.saysNot)
      text.name("caveats")
      text.openArray()
      for caveat in indicator.caveats {
        text.openObject()
        add("nl", caveat.nl)
        add("en", caveat.en)
        text.closeObject()
      }
      text.closeArray()
      add("flags", Indicator.Flag.allCases.filter(indicator.flags.contains).map(\.rawValue))
      add("decimals", indicator.decimals)
      add("direction", indicator.direction.rawValue)
      text.name("maps")
      text.openArray()
      self.map(map)
      for wider in content.widerMaps where wider.layer.indicator.id == indicator.id {
        self.map(wider)
      }
      text.closeArray()
      text.closeObject()
    }
    text.closeArray()
  }

  private mutating func map(_ map: IndicatorMap) {
    let layer = map.layer
    text.openObject()
    add("level", layer.level.rawValue)
    add("synthetic", layer.isSynthetic)
    add("sources", layer.sources)
    if let conversion = layer.conversion {
      add("converted", conversion.origin)
      add("grades", String(conversion.grades.map { Self.letter(of: $0) }))
    }
    add("edges", map.breaks.edges, decimals: nil)
    text.name("classes")
    text.openArray()
    for own in map.style.classes {
      text.openObject()
      add("color", own.color.hex)
      add("nl", own.label(decimals: layer.indicator.decimals, language: .nl))
      add("en", own.label(decimals: layer.indicator.decimals, language: .en))
      text.closeObject()
    }
    text.closeArray()
    add("states", String(layer.values.map { Self.state(of: $0, in: map) }))
    add("values", layer.values.map(\.value), decimals: layer.indicator.decimals)
    // km² have two decimals; all other numbers below the line are counts.
    let isDensity = layer.indicator.formula.kind == .density
    if layer.values.contains(where: { $0.denominator != nil }) {
      add("above", layer.values.map(\.numerator), decimals: nil)
      add("below", layer.values.map(\.denominator), decimals: isDensity ? 2 : nil)
    }
    let bounded = layer.values.enumerated().filter { $0.element.bounds != nil }
    if !bounded.isEmpty {
      text.name("bounds")
      text.openObject()
      for (place, value) in bounded {
        add(
          "\(place)", [value.bounds?.lowerBound, value.bounds?.upperBound],
          decimals: layer.indicator.decimals)
      }
      text.closeObject()
    }
    text.closeObject()
  }

  /// One letter for an area: its class from 1, `0` for a value in none, or why there is no value.
  private static func state(of value: IndicatorValue, in map: IndicatorMap) -> Character {
    switch value.status {
    case .ok: Character("\(map.classNumber(value) ?? 0)")
    case .suppressed: "s"
    case .noData: "n"
    case .fewData: "f"
    }
  }

  private static func letter(of grade: ColumnConversion.Grade) -> Character {
    switch grade {
    case .geheel: "a"
    case .goed: "b"
    case .matig: "c"
    case .zwak: "d"
    case .geen: "e"
    }
  }

  private mutating func inputs() {
    text.name("inputs")
    text.openArray()
    for input in content.inputs {
      text.openObject()
      add("role", input.role)
      add("name", input.name)
      add("sha256", input.hash.sha256)
      text.closeObject()
    }
    text.closeArray()
  }
}
