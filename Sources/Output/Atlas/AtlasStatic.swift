internal import Areas
internal import Cartography
internal import Exports
internal import Geometry
internal import Indicators
internal import Simplification

/// What the page shows where no script runs: the maps of the first indicator, and a table of all. Of a
/// country it is one map and the tables of the highest level that has any, with where to find the others.
struct AtlasStatic {
  let content: AtlasContent
  let geometry: AtlasGeometry
  private var isDutch: Bool { content.document.language == .nl }

  /// The markup; all texts of data in it are escaped.
  var html: String {
    guard let first = content.maps.first else { return "" }
    let maps =
      [first] + content.widerMaps.filter { $0.layer.indicator.id == first.layer.indicator.id }
    let map = content.isCountry ? maps.max { $0.layer.level < $1.layer.level } ?? first : first
    guard
      let index = content.areas.layers.firstIndex(where: { $0.level == map.layer.level })
    else { return "" }
    let layer = content.areas.layers[index]
    var html = "<section class=\"static\"><h2>\(map.style.title.escaped)"
    html += map.style.unit.isEmpty ? "</h2>" : " (\(map.style.unit.escaped))</h2>"
    html += legend(map)
    html += "<div class=\"static-maps\">"
    if content.isCountry {
      html += figure(
        map, parts: geometry.layers[index], places: Array(layer.areas.indices),
        name: isDutch ? "Alle gemeenten" : "All municipalities")
    } else {
      for gemeente in content.document.areas.gemeenten {
        let places = layer.areas.indices.filter { layer.areas[$0].gemeentecode == gemeente.code }
        html += figure(map, parts: geometry.layers[index], places: places, name: gemeente.name)
      }
    }
    html += "</div>"
    guard content.isCountry else {
      for level in content.levels { html += table(level, content.maps) }
      return html + "</section>"
    }
    let others = Set(content.maps.map(\.layer.level)).subtracting([map.layer.level]).sorted()
      .map(\.plural).joined(separator: ", ")
    if !others.isEmpty {
      let says =
        isDutch
        ? "Zonder JavaScript staan hier geen \(others); die staan in de tabellen van de studie."
        : "Without JavaScript there are no \(others) here; they are in the tables of the study."
      html += "<p>\(says.escaped)</p>"
    }
    return html + table(map.layer.level, content.maps + content.widerMaps) + "</section>"
  }

  private func legend(_ map: IndicatorMap) -> String {
    var html = "<ul class=\"static-legend\">"
    for (number, own) in map.style.classes.enumerated() {
      let label = own.label(
        decimals: map.layer.indicator.decimals, language: content.document.language)
      html += "<li>\(Self.swatch(own.color.hex)) \(label.escaped)"
      html += " <small>(\(isDutch ? "klasse" : "class") \(number + 1))</small></li>"
    }
    for status in AreaStatus.allCases where status != .ok {
      html += "<li>\(Self.swatch(AreaStatus.ground.hex)) "
      html += "\(map.style.label(of: status).escaped)</li>"
    }
    return html + "</ul>"
  }

  private static func swatch(_ color: String) -> String {
    "<svg width=\"20\" height=\"14\" aria-hidden=\"true\"><path d=\"M0 0h20v14H0z\" fill=\"\(color)\" "
      + "stroke=\"#333\"/></svg>"
  }

  /// One gemeente: the areas of a class are one path.
  private func figure(
    _ map: IndicatorMap, parts: [[SharedBoundaries.Part]], places: [Int], name: String
  ) -> String {
    var left = Int.max
    var (right, low, high) = (Int.min, Int.max, Int.min)
    var rings: [(fill: String, ring: [(x: Int, y: Int)])] = []
    for place in places {
      let value = map.layer.values[place]
      let fill =
        map.classNumber(value).map { map.style.classes[$0 - 1].color.hex }
        ?? AreaStatus.ground.hex
      for ring in parts[place].joined() {
        let positions = geometry.positions(of: ring)
        guard positions.count > 2 else { continue }
        for position in positions {
          (left, right) = (min(left, position.x), max(right, position.x))
          (low, high) = (min(low, position.y), max(high, position.y))
        }
        rings.append((fill, positions))
      }
    }
    guard !rings.isEmpty else { return "" }
    var paths: [(fill: String, d: String)] = []
    for (fill, ring) in rings {
      var d = "M\(ring[0].x - left) \(high - ring[0].y)l"
      for (from, to) in zip(ring, ring.dropFirst()) {
        let (dx, dy) = (to.x - from.x, from.y - to.y)
        d += (d.hasSuffix("l") || dx < 0 ? "" : " ") + "\(dx)" + (dy < 0 ? "" : " ") + "\(dy)"
      }
      d += "z"
      if let known = paths.firstIndex(where: { $0.fill == fill }) {
        paths[known].d += d
      } else {
        paths.append((fill, d))
      }
    }
    let (width, height) = (right - left, high - low)
    // One scale for all: a pixel is the same number of metres in each map. Of a country the map is as high
    // as a screen.
    let pixels = content.isCountry ? max(1, Double(height) / 700) : 60 / geometry.step
    var html = "<figure><figcaption>\(name.escaped)</figcaption>"
    html += "<svg viewBox=\"0 0 \(width) \(height)\" width=\"\(Int(Double(width) / pixels) + 1)\" "
    html += "height=\"\(Int(Double(height) / pixels) + 1)\" role=\"img\" "
    html += "aria-label=\"\(map.style.title.escaped), \(name.escaped)\">"
    for path in paths.sorted(by: { $0.fill < $1.fill }) {
      html += "<path fill=\"\(path.fill)\" d=\"\(path.d)\"/>"
    }
    return html + "</svg></figure>"
  }

  private func table(_ level: AreaLevel, _ all: [IndicatorMap]) -> String {
    let maps = all.filter { $0.layer.level == level }
    guard let layer = content.document.areas[level], !maps.isEmpty else { return "" }
    var html = "<table><caption>\(level.plural.escaped)</caption><thead><tr><th scope=\"col\">"
    html += (isDutch ? "Naam" : "Name") + "</th><th scope=\"col\">Gemeente</th>"
    for map in maps {
      html += "<th scope=\"col\">\(map.style.titleWithUnit.escaped)</th>"
    }
    html += "</tr></thead><tbody>"
    let order = layer.areas.indices.sorted {
      (layer.areas[$0].name, layer.areas[$0].code) < (layer.areas[$1].name, layer.areas[$1].code)
    }
    for place in order {
      let area = layer.areas[place]
      html += "<tr><th scope=\"row\">\(area.name.escaped)<td>\(area.gemeentenaam.escaped)"
      for map in maps {
        let value = map.layer.values[place]
        html += "<td>"
        if value.status == .ok, let number = value.value {
          html += content.document.language.number(
            number, decimals: map.layer.indicator.decimals)
        } else {
          html += Self.mark(value.status)
        }
      }
    }
    html += "</tbody></table><p>"
    html += AreaStatus.allCases.filter { $0 != .ok }.map { status in
      let own = IndicatorValue.Status(rawValue: status.rawValue) ?? .noData
      let labels = maps.map { $0.style.label(of: status) }
      // Where one map says more of a status than others, it says it for all.
      let label =
        labels.max { $0.count < $1.count } ?? status.label(content.document.language)
      return "\(Self.mark(own)): \(label.escaped)"
    }.joined(separator: "; ")
    return html + ".</p>"
  }

  /// The signs that CBS uses for values that are not there.
  private static func mark(_ status: IndicatorValue.Status) -> String {
    switch status {
    case .ok: ""
    case .suppressed: "x"
    case .noData: "."
    case .fewData: "~"
    }
  }
}
