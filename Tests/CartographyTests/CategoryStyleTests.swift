import Cartography
import Testing

@Suite struct CategoryStyleTests {
  private let style = MapStyle(
    title: "Waar?", unit: "vergeleken", field: "label",
    categories: [
      LegendCategory(value: "hotspot", label: "Hotspot", color: PatternColor.high),
      LegendCategory(value: "niet 'zo'", label: "Geen", color: PatternColor.neither),
    ], stamps: ["SYNTHETISCH"], abstract: "", decimals: 1, language: .nl)

  @Test func kindsAreRulesByTheirWord() {
    let qml = style.qml()
    #expect(
      qml.contains(
        "label=\"Hotspot\" filter=\"&quot;label&quot; = &apos;hotspot&apos; AND "
          + "&quot;status&quot; = &apos;ok&apos;\""))
    // A quote within a text of an expression is doubled.
    #expect(qml.contains("&apos;niet &apos;&apos;zo&apos;&apos;&apos;"))
    #expect(qml.contains("202,0,32,255"))
    let sld = style.sld(layerName: "patroon")
    #expect(sld.contains("<ogc:Literal>hotspot</ogc:Literal>"))
    #expect(sld.contains(PatternColor.high.hex))
  }

  @Test func kindsStandBetweenUnitAndAreasWithoutValue() throws {
    let qml = style.qml()
    let places = ["SYNTHETISCH", "Waar?", "vergeleken", "Hotspot", "Geen", "Onderdrukt"].map {
      qml.firstRange(of: "label=\"\($0)")?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }
}
