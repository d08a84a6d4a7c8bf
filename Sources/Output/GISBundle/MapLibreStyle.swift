internal import Cartography
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Geometry

/// The study as a style of MapLibre: a source for each GeoJSON file with `promoteId`, and its layers, of
/// which those of the first map are visible.
///
/// Source of the form: MapLibre Style Specification, version 8. Hatches would need pictures from
/// elsewhere; areas without a value have a grey of their own and a boundary whose dashes tell why.
struct MapLibreStyle {
  private let bundle: GISBundle

  init(_ bundle: GISBundle) {
    self.bundle = bundle
  }

  var json: [UInt8] {
    let document = bundle.document
    var text = JSONText()
    text.openObject()
    text.member("version", .integer(8))
    text.member(
      "name", .text((document.stamps + [document.title]).joined(separator: " · ")))
    text.name("metadata")
    text.openObject()
    text.member("wijkzicht:peildatum", .text(document.peildatum))
    text.member("wijkzicht:doelgroep", .text(document.audience.rawValue))
    text.name("wijkzicht:stempels")
    text.array(document.stamps)
    text.closeObject()
    view(&text)
    text.name("sources")
    text.openObject()
    for layer in bundle.fileLayers { source(layer, &text) }
    text.closeObject()
    text.name("layers")
    text.openArray()
    text.openObject()
    text.member("id", .text("achtergrond"))
    text.member("type", .text("background"))
    text.name("paint")
    text.openObject()
    text.member("background-color", .text("#ffffff"))
    text.closeObject()
    text.closeObject()
    for (index, layer) in bundle.fileLayers.enumerated() {
      layers(layer, isVisible: index == 0, &text)
    }
    text.closeArray()
    text.closeObject()
    return text.bytes + [0x0A]
  }

  /// Centre and zoom that show all gemeenten on a screen of about a thousand pixels.
  private func view(_ text: inout JSONText) {
    let box = bundle.frames.degrees
    guard !box.isEmpty else { return }
    text.name("center")
    text.openArray()
    text.appendJSON((box.minX + box.maxX) / 2, decimals: 5)
    text.appendJSON((box.minY + box.maxY) / 2, decimals: 5)
    text.closeArray()
    var zoom = 0
    // A world of 512 · 2^zoom pixels for 360 degrees; a degree of latitude takes 1.6 as many here.
    let span = max(box.width, box.height * 1.6, 0.001)
    while zoom < 15, span / 360 * 512 * Double(1 << (zoom + 1)) < 1000 { zoom += 1 }
    text.member("zoom", .integer(Int64(zoom)))
  }

  private func source(_ layer: StyledLayer, _ text: inout JSONText) {
    text.name(layer.id)
    text.openObject()
    text.member("type", .text("geojson"))
    text.member("data", .text((layer.file ?? layer.id) + ".geojson"))
    text.member("promoteId", .text("code"))
    text.member("attribution", .text(Self.escaped(layer.fileStyle.stampedTitle)))
    text.closeObject()
  }

  /// MapLibre takes attributions as HTML.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      switch letter {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(letter)
      }
    }
  }

  private func layers(_ layer: StyledLayer, isVisible: Bool, _ text: inout JSONText) {
    let style = layer.fileStyle
    func begin(_ id: String, _ type: String) {
      text.openObject()
      text.member("id", .text(id))
      text.member("type", .text(type))
      text.member("source", .text(layer.id))
      text.name("layout")
      text.openObject()
      text.member("visibility", .text(isVisible ? "visible" : "none"))
      text.closeObject()
    }
    begin(layer.id, "fill")
    text.name("metadata")
    text.openObject()
    text.member("wijkzicht:titel", .text(style.stampedTitle))
    text.member("wijkzicht:toelichting", .text(style.abstract))
    text.name("wijkzicht:legenda")
    text.legend(style)
    text.closeObject()
    text.name("paint")
    text.openObject()
    text.name("fill-color")
    color(style, &text)
    text.closeObject()
    text.closeObject()

    begin(layer.id + "_grens", "line")
    text.name("paint")
    text.openObject()
    text.member("line-color", .text("#333333"))
    text.name("line-width")
    // What `promoteId` is for: a page sets `hover` of an area by its code.
    text.array([.text("case")]) {
      $0.array([.text("boolean")]) {
        $0.array(["feature-state", "hover"])
        $0.appendJSON(.bool(false))
      }
      $0.appendJSON(.integer(3))
      $0.appendJSON(0.5)
    }
    text.closeObject()
    text.closeObject()

    for status in AreaStatus.allCases {
      guard let dashes = Self.dashes(status) else { continue }
      begin("\(layer.id)_\(status.rawValue)", "line")
      text.name("filter")
      text.array([.text("==")]) {
        $0.array(["get", style.statusField])
        $0.appendJSON(status.rawValue)
      }
      text.name("paint")
      text.openObject()
      text.member("line-color", .text("#333333"))
      text.member("line-width", .integer(2))
      text.name("line-dasharray")
      text.array(dashes.map { .integer($0) }) { _ in }
      text.closeObject()
      text.closeObject()
    }
  }

  /// Dashes and gaps, in widths of the line.
  private static func dashes(_ status: AreaStatus) -> [Int64]? {
    switch status {
    case .ok: nil
    case .onderdrukt: [1, 1]
    case .weinigGegevens: [3, 2]
    case .geenGegevens: [1, 3]
    }
  }

  /// The colour of an area: of its class or kind when its status is `ok`, else grey.
  private func color(_ style: MapStyle, _ text: inout JSONText) {
    let ground = AreaStatus.ground.hex
    guard !style.classes.isEmpty || !style.categories.isEmpty else {
      return text.appendJSON(ground)
    }
    text.array([.text("case")]) {
      $0.array([.text("==")]) {
        $0.array(["get", style.statusField])
        $0.appendJSON(AreaStatus.ok.rawValue)
      }
      if style.categories.isEmpty {
        classes(style, &$0)
      } else {
        $0.array([.text("match")]) {
          $0.array(["get", style.field])
          for category in style.categories {
            $0.appendJSON(category.value)
            $0.appendJSON(category.color.hex)
          }
          $0.appendJSON(ground)
        }
      }
      $0.appendJSON(ground)
    }
  }

  /// By the number of the class that each feature has. Not by `step` over the values: programs that hold
  /// numbers in single precision would put a value on an edge in the class below.
  private func classes(_ style: MapStyle, _ text: inout JSONText) {
    text.array([.text("match")]) {
      $0.array(["get", "klasse"])
      for (place, range) in style.classes.enumerated() {
        $0.appendJSON(.integer(Int64(place + 1)))
        $0.appendJSON(range.color.hex)
      }
      $0.appendJSON(AreaStatus.ground.hex)
    }
  }
}

extension JSONText {
  mutating func member(_ member: String, _ value: JSONScalar) {
    name(member)
    appendJSON(value)
  }

  mutating func array(_ texts: [String]) {
    array(texts.map { .text($0) }) { _ in }
  }

  /// An array that begins with `scalars`.
  mutating func array(_ scalars: [JSONScalar], _ rest: (inout JSONText) -> Void) {
    openArray()
    for scalar in scalars { appendJSON(scalar) }
    rest(&self)
    closeArray()
  }

  /// The lines of a legend: text and colour.
  mutating func legend(_ style: MapStyle) {
    openArray()
    for line in style.legendLines {
      openObject()
      member("kleur", .text(line.color.hex))
      member("tekst", .text(line.label))
      closeObject()
    }
    closeArray()
  }
}

extension MapStyle {
  /// The lines of the legend that have a colour.
  var legendLines: [(color: Color, label: String)] {
    classes.map { ($0.color, $0.label(decimals: decimals, language: language)) }
      + categories.map { ($0.color, $0.label) }
      + AreaStatus.allCases.filter { $0 != .ok }.map { (AreaStatus.ground, label(of: $0)) }
  }
}
