import Areas
import Atlas
import Cartography
import Disclosure
import Exports
import Foundation
import Geometry
import Indicators
import SpatialStatistics
import Tables
import Tabulation

/// A study of a few squares of a kilometre, and the page that is made of it.
struct SmallStudy {
  var names = ["Noord", "Oost", "Zuid", "West"]
  var gemeenten = ["eerste", "eerste", "tweede", "tweede"]
  var values: [Double?] = [1, 2, 3, 4]
  var title = LocalizedText(nl: "Proef", en: "Test")
  var text = LocalizedText(nl: "proefwaarde", en: "test value")
  var isSchematic = false
  var audience = Audience.openbaar
  var mapCount = 1

  var areas: AreaLayer {
    AreaLayer(
      level: .buurt,
      areas: names.indices.map { place in
        let x = 120_000 + 1000 * Double(place)
        let corners = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)].map {
          Position(x: x + Double($0.0), y: 480_000 + Double($0.1))
        }
        return Area(
          code: "BU9900000\(place)", name: names[place], wijkcode: nil,
          gemeentecode: "GM\(gemeenten[place])", gemeentenaam: gemeenten[place],
          geometry: MultiPolygon([try! Polygon(exterior: Ring(corners))]))
      })
  }

  var content: AtlasContent {
    let layer = areas
    var table = BaseTable(layer)
    table.add(
      BaseColumn(
        open: values.map { $0.map { Figure.value($0) } ?? .missing(.secret) }, source: text.nl),
      id: "n")
    let document = MapDocument(
      title: title.nl, peildatum: "2024-12-31", audience: audience, isSynthetic: false,
      areas: AreaSet(edition: Edition(year: 2024), layers: [layer], isSchematic: isSchematic),
      language: .nl)
    let published = PublishedTable(table, for: audience)
    let maps = (0..<mapCount).map { number in
      let indicator = Indicator(
        id: "proef_\(number)", theme: .context, code: "R00", name: text, says: text, saysNot: text,
        unit: text, decimals: 1, direction: .neutral, minimumDenominator: 0,
        formula: Formula(kind: .value, numerator: .figure("n"), base: nil), caveats: [text],
        references: [], flags: [])
      return IndicatorMap(
        IndicatorEvaluator(published).layer(indicator), method: .quantile, classCount: 3,
        document: document)
    }
    return AtlasContent(title: title, purpose: text.nl, document: document, maps: maps)
  }

  /// The page with the sources that ship.
  func page() throws -> String { try page(of: content) }

  func page(of content: AtlasContent) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("geodata/atlas")
    return String(
      decoding: try AtlasPage(content).bytes { name in
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      }, as: UTF8.self)
  }
}

/// The text between two others, the first time they occur.
func between(_ start: String, _ end: String, in text: String) -> String? {
  guard let from = text.range(of: start),
    let to = text.range(of: end, range: from.upperBound..<text.endIndex)
  else { return nil }
  return String(text[from.upperBound..<to.lowerBound])
}

/// The data of a page, read as a browser does.
func data(of page: String) throws -> [String: Any] {
  let text = between("<script type=\"application/json\" id=\"data\">", "</script>", in: page)
  return try JSONSerialization.jsonObject(with: Data((text ?? "").utf8)) as? [String: Any] ?? [:]
}
