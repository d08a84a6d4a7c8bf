import Cartography
import Foundation
import FoundationXML
import Testing

@Suite struct StyleFileTests {
  @Test func writesTheSameQMLAsBefore() throws {
    try expect(MapStyle.small.qml(), equals: "small.qml")
    try expect(MapStyle.wide.qml(), equals: "wide.qml")
  }

  @Test func writesTheSameSLDAsBefore() throws {
    try expect(MapStyle.small.sld(layerName: "kaart_geweld"), equals: "small.sld")
    try expect(MapStyle.wide.sld(layerName: "kaart_wonen"), equals: "wide.sld")
  }

  static let nasty = [
    "a < b & c > d", "\"double\" and 'single'", "]]> <!-- --> <?x?>", "emoji 🏘️ 👩🏽‍🔧",
    "control \u{0}\u{1}\u{7F}\u{85}\u{1F}", "\u{FFFE}\u{FFFF}", "tab\tline\nreturn\rend",
    "&amp; &#0;", "", "’s-Gravenhage é",
  ]

  @Test(arguments: nasty) func anyTextGivesWellFormedFiles(text: String) throws {
    var style = MapStyle.small
    style.title = text
    style.unit = text
    style.field = text
    style.statusField = text
    style.stamps = [text]
    style.abstract = text
    for file in [style.qml(), style.sld(layerName: text)] {
      #expect(XMLParser(data: Data(file.utf8)).parse(), "\(file)")
    }
  }

  @Test func textsComeBackAsTheyWere() throws {
    var style = MapStyle.small
    style.title = "a < b & \"c\"\n🏠 'd'\u{1}"
    let attributes = Attributes(of: style.qml(), element: "rule")
    #expect(attributes.values("label")[1] == "a < b & \"c\"\n🏠 'd'")
  }

  @Test func filtersNameTheColumnsOfAWideLayer() {
    let filters = Attributes(of: MapStyle.wide.qml(), element: "rule").values("filter")
    #expect(
      filters == [
        "\"woningen_koop_aandeel\" < 0.3333333333333333 AND \"woningen_koop_aandeel_status\" = 'ok'",
        "\"woningen_koop_aandeel\" >= 0.3333333333333333 AND \"woningen_koop_aandeel_status\" = 'ok'",
        "\"woningen_koop_aandeel_status\" = 'onderdrukt'",
        "\"woningen_koop_aandeel_status\" = 'geen_gegevens'",
        "\"woningen_koop_aandeel_status\" = 'weinig_gegevens'",
      ])
  }

  @Test func aQuoteInAColumnNameStaysInTheName() {
    var style = MapStyle.wide
    style.statusField = "a\"b"
    let filters = Attributes(of: style.qml(), element: "rule").values("filter")
    #expect(filters.last == "\"a\"\"b\" = 'weinig_gegevens'")
  }

  @Test(arguments: [0.1, 1.0 / 3.0, 1e-7, -12.5, 123_456_789, 12_345_678_901, 5e300])
  func edgesReadBackExactly(edge: Double) throws {
    var style = MapStyle.small
    style.classes = LegendClass.classes(edges: [edge, edge], palette: .ylOrRd)
    let filter = try #require(Attributes(of: style.qml(), element: "rule").values("filter").first)
    let words = filter.split(separator: " ")
    #expect(words[1] == ">=" && words[5] == "<=")
    #expect(Double(words[2]) == edge && Double(words[6]) == edge)
  }

  @Test func stampsAreTheFirstLineOfTheLegendAndOfTheTitle() {
    let style = MapStyle.small
    let labels = Attributes(of: style.qml(), element: "rule").values("label")
    #expect(labels.first == "SYNTHETISCH · schematische grenzen")
    #expect(style.stampedTitle.hasPrefix("SYNTHETISCH · schematische grenzen · Geweld"))
    let notes = Attributes(of: style.qml(), element: "userNotes").values("value")
    #expect(notes.first?.hasPrefix("<p><b>SYNTHETISCH") == true)
  }

  @Test func aMapWithoutValuesStillShowsWhy() {
    var style = MapStyle.small
    style.classes = []
    style.stamps = []
    let labels = Attributes(of: style.qml(), element: "rule").values("label")
    #expect(
      labels == [style.title, style.unit] + AreaStatus.allCases.dropFirst().map { $0.label(.nl) })
  }
}

/// The attributes of all elements with one name, in the order of the file.
private final class Attributes: NSObject, XMLParserDelegate {
  private let element: String
  private var found: [[String: String]] = []

  init(of text: String, element: String) {
    self.element = element
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  func values(_ name: String) -> [String] { found.compactMap { $0[name] } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == element { found.append(attributes) }
  }
}

/// Compares `text` with the file `name` in `Goldens`, byte for byte.
///
/// With `WIJKZICHT_RECORD` set the file is written anew, and the test fails so that nobody takes a
/// recording for a check.
private func expect(_ text: String, equals name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  if ProcessInfo.processInfo.environment["WIJKZICHT_RECORD"] != nil {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)")
  } else {
    let golden = try Data(contentsOf: file)
    #expect(Data(text.utf8) == golden, "\(name) differs")
  }
}
