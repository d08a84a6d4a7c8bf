extension XMLWriter {
  /// Writes the symbol of a rule; nothing for a rule that draws nothing.
  mutating func symbol(of rule: MapRule, named name: String, isOfCells: Bool) {
    switch rule.areas {
    case .none:
      break
    case .inClass(let range):
      symbol("fill", name) { $0.fill(range.color, isOfCells ? range.color : Outline.color) }
    case .inCategory(let category):
      symbol("fill", name) { $0.fill(category.color, Outline.color) }
    case .status(let status):
      guard let hatch = Hatch(status) else { return }
      symbol("fill", name) { xml in
        xml.fill(Hatch.ground, Outline.color)
        switch hatch {
        case .diagonals:
          xml.lines(angle: "45", every: "1.8", "@\(name)@1")
          xml.lines(angle: "135", every: "1.8", "@\(name)@2")
        case .grid:
          xml.lines(angle: "0", every: "2.4", "@\(name)@1")
          xml.lines(angle: "90", every: "2.4", "@\(name)@2")
        case .dots:
          xml.dots(every: "2.4", "@\(name)@1")
        }
      }
    }
  }

  /// One colour within the outline.
  private mutating func fill(_ color: Color, _ outline: Color) {
    layer(
      "SimpleFill",
      [
        "color": color.qgis, "style": "solid", "outline_color": outline.qgis,
        "outline_style": "solid", "outline_width": Outline.millimetres,
        "outline_width_unit": "MM",
      ])
  }

  /// Lines at `angle` degrees, `every` so many millimetres, drawn with the symbol `name`.
  private mutating func lines(angle: String, every: String, _ name: String) {
    layer("LinePatternFill", ["angle": angle, "distance": every, "distance_unit": "MM"]) {
      $0.symbol("line", name) {
        $0.layer(
          "SimpleLine",
          [
            "line_color": Hatch.ink.qgis, "line_style": "solid", "line_width": "0.25",
            "line_width_unit": "MM",
          ])
      }
    }
  }

  /// Dots on a square lattice, `every` so many millimetres, drawn with the symbol `name`.
  private mutating func dots(every: String, _ name: String) {
    layer(
      "PointPatternFill",
      [
        "distance_x": every, "distance_x_unit": "MM", "distance_y": every, "distance_y_unit": "MM",
      ]
    ) {
      $0.symbol("marker", name) {
        $0.layer(
          "SimpleMarker",
          [
            "name": "circle", "color": Hatch.ink.qgis, "outline_style": "no", "size": "0.9",
            "size_unit": "MM",
          ])
      }
    }
  }

  private mutating func symbol(
    _ type: String, _ name: String, _ layers: (inout XMLWriter) -> Void
  ) {
    element(
      "symbol",
      ["type": type, "name": name, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"],
      children: layers)
  }

  /// A layer of a symbol. Its settings stand there twice: as `Option` for QGIS 3.18 and later, and as
  /// `prop` for what came before.
  private mutating func layer(
    _ kind: String, _ settings: KeyValuePairs<String, String>,
    children: (inout XMLWriter) -> Void = { _ in }
  ) {
    element("layer", ["class": kind, "enabled": "1", "locked": "0", "pass": "0"]) { xml in
      xml.element("Option", ["type": "Map"]) {
        for (key, value) in settings {
          $0.element("Option", ["name": key, "type": "QString", "value": value])
        }
      }
      for (key, value) in settings { xml.element("prop", ["k": key, "v": value]) }
      children(&xml)
    }
  }
}

extension Color {
  /// The colour as QGIS writes it: "255,237,160,255", the last for opaque.
  fileprivate var qgis: String { "\(red),\(green),\(blue),255" }
}
