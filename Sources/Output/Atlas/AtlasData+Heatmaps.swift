internal import Cartography
internal import Exports
internal import GeoJSON
internal import Geometry
internal import Indicators
internal import Simplification

extension AtlasData {
  /// The heatmaps: classes of density as surfaces, with lines of their own.
  mutating func heatmaps() {
    let places = gemeentePlaces
    text.name("heatmaps")
    text.openArray()
    for heatmap in content.heatmaps {
      let style = heatmap.style
      let bands = heatmap.bands
      let tolerance = 4 * geometry.step
      let boundaries = SharedBoundaries(bands.map(\.surface), grid: geometry.step)
        .simplified(SimplificationRule(tolerance: tolerance, areaShare: 0.02))
      text.openObject()
      add("title", style.title)
      add("unit", style.unit)
      add("abstract", style.abstract)
      add("synthetic", heatmap.isSynthetic)
      add("modelled", heatmap.isModelled)
      addClasses(
        style.classes.map { own in
          (
            own.color,
            LocalizedText(
              nl: own.label(decimals: style.decimals, language: .nl),
              en: own.label(decimals: style.decimals, language: .en))
          )
        })
      text.name("gemeente")
      text.openArray()
      for band in bands { text.appendJSON(.integer(Int64(places[band.gemeentecode] ?? -1))) }
      text.closeArray()
      add(
        "states",
        String(
          bands.map { band in
            band.classNumber.map { Character("\($0)") } ?? Self.letter(of: band.status)
          }))
      add(boundaries.lines.map { $0.map { geometry.steps($0) } })
      add("surfaces", Self.surfaces(boundaries.surfaces))
      text.closeObject()
    }
    text.closeArray()
  }

  private static func letter(of status: AreaStatus) -> Character {
    switch status {
    case .ok: "0"
    case .onderdrukt: "s"
    case .geenGegevens: "n"
    case .weinigGegevens: "f"
    }
  }
}
