import Cartography

extension MapStyle {
  /// Five classes in Dutch, with stamps, on a layer with one value per area.
  static let small = MapStyle(
    title: "Geweld per 1.000 inwoners", unit: "per 1.000 inwoners per jaar",
    classes: LegendClass.classes(edges: [0, 2.5, 5, 10.25, 20, 1234.5], palette: .ylOrRd),
    stamps: ["SYNTHETISCH", "schematische grenzen"],
    abstract: "Zegt: wat is vastgelegd.\nZegt niet: wat nooit is gemeld.", decimals: 2,
    language: .nl)

  /// Classes without ends in English, on a column of a wide layer, with texts that need escaping.
  static let wide = MapStyle(
    title: "Homes \"for sale\" <&> 'rent' 🏠\u{1}", unit: "%",
    field: "woningen_koop_aandeel", statusField: "woningen_koop_aandeel_status",
    classes: LegendClass.classes(
      edges: [-.infinity, 1.0 / 3.0, .infinity], palette: .puOr),
    abstract: "Line one & <two>\nLine three\u{0}", decimals: 1, language: .en)
}
