internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Indicators
internal import Provenance
internal import Simplification

/// All that the page's script reads, as one JSON text.
///
/// Areas and values are columns, in the order of the codes of a level. Geometry is written as
/// ``CompactNumbers``: for each line its number of positions and its steps from the line before; for each
/// area the number of parts, of rings and of lines, and each line twice its place, plus one when reversed,
/// less that of the line before.
struct AtlasData {
  let content: AtlasContent
  let geometry: AtlasGeometry
  var text = JSONText()

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
    text.name("indicators")
    text.openArray()
    for map in content.maps { indicator(map) }
    for answer in content.patterns { pattern(answer) }
    kindsSubject()
    quadrantsSubject()
    text.closeArray()
    heatmaps()
    context()
    indexParts()
    interpretations()
    twins()
    periods()
    inputs()
    text.closeObject()
  }

  mutating func add(_ name: String, _ value: String) {
    text.name(name)
    text.appendJSON(value)
  }

  mutating func add(_ name: String, _ value: Int) {
    text.name(name)
    text.appendJSON(.integer(Int64(value)))
  }

  mutating func add(_ name: String, _ value: Bool) {
    text.name(name)
    text.appendJSON(.bool(value))
  }

  mutating func add(_ name: String, _ value: LocalizedText) {
    text.name(name)
    text.openObject()
    add("nl", value.nl)
    add("en", value.en)
    text.closeObject()
  }

  mutating func add(_ name: String, _ values: [LocalizedText]) {
    text.name(name)
    text.openArray()
    for value in values {
      text.openObject()
      add("nl", value.nl)
      add("en", value.en)
      text.closeObject()
    }
    text.closeArray()
  }

  /// The lines of a legend.
  mutating func addClasses(_ lines: [(color: Color, text: LocalizedText)]) {
    text.name("classes")
    text.openArray()
    for line in lines {
      text.openObject()
      add("color", line.color.hex)
      add("nl", line.text.nl)
      add("en", line.text.en)
      text.closeObject()
    }
    text.closeArray()
  }

  mutating func add(_ name: String, _ values: [String]) {
    text.name(name)
    text.openArray()
    for value in values { text.appendJSON(value) }
    text.closeArray()
  }

  mutating func add(_ name: String, _ values: [Double?], decimals: Int?) {
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
    if let validity = content.validity { add("validity", validity) }
    add("peildatum", document.peildatum)
    add("audience", document.audience.rawValue)
    add("edition", document.areas.edition.description)
    add("language", document.language.rawValue)
    add("synthetic", document.isSynthetic)
    add("schematic", document.areas.isSchematic)
    add("stamps", document.stamps)
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
    text.name("step")
    text.appendJSON(geometry.step)
    add(geometry.lines)
  }

  /// Adds lines as compact numbers.
  mutating func add(_ lines: [[(x: Int, y: Int)]]) {
    var numbers = CompactNumbers()
    var start = (x: 0, y: 0)
    for line in lines {
      numbers.append(line.count)
      var previous = start
      for position in line {
        numbers.append(position.x - previous.x)
        numbers.append(position.y - previous.y)
        previous = position
      }
      start = line.first ?? start
    }
    add("lineCount", lines.count)
    add("lines", numbers.string)
  }

  private mutating func levels() {
    let places = gemeentePlaces
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

  /// The place of each gemeente in the data.
  var gemeentePlaces: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: content.document.areas.gemeenten.enumerated().map { ($1.code, $0) })
  }

  static func surfaces(_ areas: [[[[SharedBoundaries.Stretch]]]]) -> String {
    var numbers = CompactNumbers()
    // Lines of an area, and of those beside it, mostly lie near each other.
    var previous = 0
    for parts in areas {
      numbers.append(parts.count)
      for part in parts {
        numbers.append(part.count)
        for ring in part {
          numbers.append(ring.count)
          for stretch in ring {
            let reference = 2 * stretch.line + (stretch.isReversed ? 1 : 0)
            numbers.append(reference - previous)
            previous = reference
          }
        }
      }
    }
    return numbers.string
  }

  private mutating func inputs() {
    text.name("inputs")
    text.openArray()
    for input in content.inputs {
      text.openObject()
      add("role", input.role)
      add("name", input.name)
      text.name(input.identity.name)
      text.appendJSON(input.identity.value.map(JSONScalar.text) ?? .null)
      text.closeObject()
    }
    text.closeArray()
  }
}
