extension MapStyle {
  /// The style as a QML document of QGIS 3: a rule per class, and a rule per reason for no class.
  ///
  /// QGIS takes it up by itself when it lies beside a layer with the same name, and from the table
  /// `layer_styles` of a GeoPackage.
  public func qml() -> String {
    var rules = ""
    var symbols = ""
    func add(_ filter: String, label: String, color: Color, pattern: String) {
      let number = symbols.isEmpty ? 0 : symbols.split(separator: "<symbol ").count
      rules += """
        <rule key="{regel-\(number)}" symbol="\(number)" label="\(label.xml)" filter="\(filter.xml)"/>

        """
      symbols += Self.symbol(number, color: color, pattern: pattern)
    }
    for (index, legendClass) in classes.enumerated() {
      let upper = legendClass.isLast ? "<=" : "<"
      add(
        """
        "\(statusField)" = 'ok' AND "\(field)" >= \(legendClass.lower) \
        AND "\(field)" \(upper) \(legendClass.upper)
        """, label: label(index), color: legendClass.color, pattern: "solid")
    }
    for status in UnclassedStatus.allCases {
      add(
        "\"\(statusField)\" = '\(status.rawValue)'", label: status.label(language),
        color: status.fill.color, pattern: status.fill.qgis)
    }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22.0" styleCategories="LayerConfiguration|Symbology|Fields|Metadata">
      <renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0">
      <rules key="{regels}">
      \(rules)</rules>
      <symbols>
      \(symbols)</symbols>
      </renderer-v2>
      <fieldConfiguration/>
      <aliases><alias field="\(field.xml)" index="0" name="\(heading.xml)"/></aliases>
      <resourceMetadata>
      <title>\(heading.xml)</title>
      <abstract>\(abstract.xml)</abstract>
      </resourceMetadata>
      <layerGeometryType>2</layerGeometryType>
      </qgis>

      """
  }

  private static func symbol(_ number: Int, color: Color, pattern: String) -> String {
    let options = [
      ("color", color.qgis), ("style", pattern), ("outline_color", "80,80,80,255"),
      ("outline_style", "solid"), ("outline_width", "0.1"), ("outline_width_unit", "MM"),
    ]
    let list = options.map { "<Option name=\"\($0)\" type=\"QString\" value=\"\($1)\"/>" }.joined()
    // QGIS before 3.26 reads `prop`, later versions `Option`.
    let properties = options.map { "<prop k=\"\($0)\" v=\"\($1)\"/>" }.joined()
    return """
      <symbol type="fill" name="\(number)" alpha="1" clip_to_extent="1" force_rhr="0">\
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">\
      <Option type="Map">\(list)</Option>\(properties)</layer></symbol>

      """
  }
}
