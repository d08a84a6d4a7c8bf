extension MapStyle {
  /// The style as QGIS reads it from a `.qml` file beside the layer, or from `layer_styles` in a
  /// GeoPackage.
  ///
  /// One rule per class and one per status without value; stamps, title and unit are lines of the legend
  /// above them. Stamps and description are also the notes of the layer (QGIS 3.20 and later): QGIS
  /// takes no title or abstract from a style. Edges are written so that they read back exactly.
  ///
  /// Source of the layout: files written and read by QGIS 3.22.
  public func qml() -> String {
    var xml = XMLWriter(prolog: XMLWriter.qgisProlog)
    xml.element("qgis", ["version": "3.22.0", "styleCategories": "Symbology|Fields|Notes"]) {
      writeQML(to: &$0)
      $0.element("layerGeometryType", text: "2")
    }
    return xml.text
  }

  /// Writes the elements of ``qml()``, which a layer of a project of QGIS has too.
  package func writeQML(to xml: inout XMLWriter) {
    let rules = rules
    xml.element("renderer-v2", ["type": "RuleRenderer", "symbollevels": "0", "forceraster": "0"]) {
      $0.element("rules", ["key": "{root}"]) { writer in
        for (index, rule) in rules.enumerated() { write(rule, index, to: &writer) }
      }
      $0.element("symbols") { writer in
        for (index, rule) in rules.enumerated() {
          writer.symbol(of: rule, named: "\(index)", isOfCells: isOfCells)
        }
      }
    }
    xml.element("userNotes", ["value": notes])
    xml.element("aliases") {
      $0.element("alias", ["field": field, "name": titleWithUnit])
      $0.element("alias", ["field": statusField, "name": MapTexts.statusColumn(language)])
    }
  }

  /// The lines of the legend that draw areas, by their place among all lines.
  package var drawnRules: [Int] {
    rules.enumerated().compactMap { index, rule in
      if case .none = rule.areas { nil } else { index }
    }
  }

  private func write(_ rule: MapRule, _ index: Int, to xml: inout XMLWriter) {
    let key = "{rule-\(index)}"
    if let filter = filter(rule.areas) {
      xml.element(
        "rule", ["key": key, "symbol": "\(index)", "label": rule.label, "filter": filter])
    } else {
      xml.element("rule", ["key": key, "label": rule.label])
    }
  }

  /// The areas of a rule as an expression of QGIS; nil for none.
  private func filter(_ areas: MapRule.Areas) -> String? {
    let value = Self.column(field)
    let status = Self.column(statusField)
    switch areas {
    case .none:
      return nil
    case .inClass(let range):
      let lower = range.lower.isFinite ? ["\(value) >= \(range.lower.exactText)"] : []
      let sign = range.isLast ? "<=" : "<"
      let upper = range.upper.isFinite ? ["\(value) \(sign) \(range.upper.exactText)"] : []
      return (lower + upper + ["\(status) = '\(AreaStatus.ok.rawValue)'"])
        .joined(separator: " AND ")
    case .inCategory(let category):
      return
        "\(value) = \(Self.literal(category.value)) AND \(status) = '\(AreaStatus.ok.rawValue)'"
    case .status(let reason):
      return "\(status) = '\(reason.rawValue)'"
    }
  }

  /// A column name in an expression: between double quotes, those inside doubled.
  private static func column(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A text in an expression: between single quotes, those inside doubled.
  private static func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Stamps, title and description as the HTML that notes are written in.
  private var notes: String {
    let stamp = stampLine.map { "<p><b>\(XMLWriter.escaped($0))</b></p>" } ?? ""
    let lines = abstract.split(whereSeparator: \.isNewline).map {
      "<p>\(XMLWriter.escaped(String($0)))</p>"
    }
    return stamp + "<p>\(XMLWriter.escaped(titleWithUnit))</p>" + lines.joined()
  }
}
