extension MapStyle {
  /// The style as OGC Styled Layer Descriptor 1.0.0, for GeoServer and other programs.
  ///
  /// The rules are those of ``qml()``. Hatches are graphic fills with the marks that the standard
  /// names (`x`, `cross`, `circle`) over grey; QGIS 3.22 leaves the circles out and shows plain grey.
  /// A rule must draw something in SLD, so stamps, title and unit are rules for a status that no area has.
  ///
  /// Source: OGC 02-070, Styled Layer Descriptor 1.0.0. Version 1.1.0 is refused by several programs.
  /// - Parameter layerName: the name under which the program knows the layer.
  public func sld(layerName: String) -> String {
    var xml = XMLWriter(prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.element(
      "StyledLayerDescriptor",
      [
        "version": "1.0.0", "xmlns": "http://www.opengis.net/sld",
        "xmlns:ogc": "http://www.opengis.net/ogc",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd",
      ]
    ) {
      $0.element("NamedLayer") {
        $0.element("Name", text: layerName)
        $0.element("UserStyle") {
          $0.element("Title", text: stampedTitle)
          $0.element("Abstract", text: (stampLine.map { $0 + "\n" } ?? "") + abstract)
          $0.element("FeatureTypeStyle") {
            for (index, rule) in rules.enumerated() { write(rule, index, to: &$0) }
          }
        }
      }
    }
    return xml.text
  }

  private func write(_ rule: MapRule, _ index: Int, to xml: inout XMLWriter) {
    xml.element("Rule") {
      $0.element("Name", text: "rule-\(index)")
      $0.element("Title", text: rule.label)
      $0.element("ogc:Filter") { write(rule.areas, to: &$0) }
      switch rule.areas {
      case .none: $0.element("PolygonSymbolizer")
      case .inClass(let range): $0.polygon(range.color, isOfCells ? range.color : Outline.color)
      case .inCategory(let category): $0.polygon(category.color, Outline.color)
      case .status(let status):
        $0.polygon(Hatch.ground, Outline.color)
        if let hatch = Hatch(status) { $0.marks(hatch) }
      }
    }
  }

  /// The areas of a rule as conditions of OGC Filter 1.0.0.
  private func write(_ areas: MapRule.Areas, to xml: inout XMLWriter) {
    switch areas {
    case .none: xml.compare(statusField, "EqualTo", "legenda")
    case .inCategory(let category):
      xml.element("ogc:And") {
        $0.compare(field, "EqualTo", category.value)
        $0.compare(statusField, "EqualTo", AreaStatus.ok.rawValue)
      }
    case .status(let reason): xml.compare(statusField, "EqualTo", reason.rawValue)
    case .inClass(let range):
      guard range.lower.isFinite || range.upper.isFinite else {
        return xml.compare(statusField, "EqualTo", AreaStatus.ok.rawValue)
      }
      xml.element("ogc:And") {
        if range.lower.isFinite {
          $0.compare(field, "GreaterThanOrEqualTo", range.lower.exactText)
        }
        if range.upper.isFinite {
          $0.compare(
            field, range.isLast ? "LessThanOrEqualTo" : "LessThan", range.upper.exactText)
        }
        $0.compare(statusField, "EqualTo", AreaStatus.ok.rawValue)
      }
    }
  }
}

extension XMLWriter {
  fileprivate mutating func compare(_ column: String, _ comparison: String, _ literal: String) {
    element("ogc:PropertyIs\(comparison)") {
      $0.element("ogc:PropertyName", text: column)
      $0.element("ogc:Literal", text: literal)
    }
  }

  /// One colour within the outline.
  fileprivate mutating func polygon(_ color: Color, _ outline: Color) {
    element("PolygonSymbolizer") {
      $0.element("Fill") { $0.setting("fill", color.hex) }
      $0.stroke(outline, width: Outline.pixels)
    }
  }

  /// A hatch, over what is there already.
  fileprivate mutating func marks(_ hatch: Hatch) {
    let (mark, pixels) =
      switch hatch {
      case .diagonals: ("x", "8")
      case .grid: ("cross", "10")
      case .dots: ("circle", "8")
      }
    element("PolygonSymbolizer") {
      $0.element("Fill") {
        $0.element("GraphicFill") {
          $0.element("Graphic") {
            $0.element("Mark") {
              $0.element("WellKnownName", text: mark)
              $0.stroke(Hatch.ink, width: "1")
            }
            $0.element("Size", text: pixels)
          }
        }
      }
    }
  }

  private mutating func stroke(_ color: Color, width: String) {
    element("Stroke") {
      $0.setting("stroke", color.hex)
      $0.setting("stroke-width", width)
    }
  }

  private mutating func setting(_ name: String, _ value: String) {
    element("CssParameter", ["name": name], text: value)
  }
}
