extension MapStyle {
  /// The style as SLD 1.0.0, for GeoServer and its kin: the same rules as ``qml()``.
  ///
  /// Hatches are drawn with marks that GeoServer knows; a program that does not know them fills with
  /// the colour of the mark.
  public func sld(layerName: String) -> String {
    var rules = ""
    let value = "<ogc:PropertyName>\(field.xml)</ogc:PropertyName>"
    let status = "<ogc:PropertyName>\(statusField.xml)</ogc:PropertyName>"
    func equals(_ word: String) -> String {
      "<ogc:PropertyIsEqualTo>\(status)<ogc:Literal>\(word)</ogc:Literal></ogc:PropertyIsEqualTo>"
    }
    func add(_ title: String, filter: String, fill: String) {
      rules += """
        <Rule><Name>\(title.xml)</Name><Title>\(title.xml)</Title><ogc:Filter>\(filter)</ogc:Filter>\
        <PolygonSymbolizer>\(fill)<Stroke><CssParameter name="stroke">#505050</CssParameter>\
        <CssParameter name="stroke-width">0.3</CssParameter></Stroke></PolygonSymbolizer></Rule>

        """
    }
    func plain(_ color: Color) -> String {
      "<Fill><CssParameter name=\"fill\">\(color.hex)</CssParameter></Fill>"
    }
    for (index, legendClass) in classes.enumerated() {
      let upper =
        legendClass.isLast ? "PropertyIsLessThanOrEqualTo" : "PropertyIsLessThan"
      add(
        label(index),
        filter: """
          <ogc:And>\(equals("ok"))<ogc:PropertyIsGreaterThanOrEqualTo>\(value)\
          <ogc:Literal>\(legendClass.lower)</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>\
          <ogc:\(upper)>\(value)<ogc:Literal>\(legendClass.upper)</ogc:Literal></ogc:\(upper)>\
          </ogc:And>
          """, fill: plain(legendClass.color))
    }
    for reason in UnclassedStatus.allCases {
      let look = reason.fill
      let fill =
        look.mark.isEmpty
        ? plain(look.color)
        : """
        <Fill><GraphicFill><Graphic><Mark><WellKnownName>\(look.mark)</WellKnownName><Stroke>\
        <CssParameter name="stroke">\(look.color.hex)</CssParameter></Stroke></Mark>\
        <Size>8</Size></Graphic></GraphicFill></Fill>
        """
      add(reason.label(language), filter: equals(reason.rawValue), fill: fill)
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" \
      xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
      <NamedLayer><Name>\(layerName.xml)</Name><UserStyle><Title>\(heading.xml)</Title>\
      <Abstract>\(abstract.xml)</Abstract><FeatureTypeStyle>
      \(rules)</FeatureTypeStyle></UserStyle></NamedLayer>
      </StyledLayerDescriptor>

      """
  }
}
