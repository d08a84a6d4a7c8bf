public import Areas
public import Cartography
public import Comparison
internal import GeoJSON
public import Indicators

/// Opportunity against resilience: `kwadrant.geojson` with its styles, and `kwadrant.csv`.
public struct QuadrantReport: Sendable {
  /// The name of the layer and its file.
  static let name = "kwadrant"
  /// The quadrants.
  public let quadrants: Quadrants
  private let document: MapDocument

  /// Takes the quadrants of the areas of one level.
  public init(_ quadrants: Quadrants, document: MapDocument) {
    self.quadrants = quadrants
    self.document = document
  }

  /// Whether a file of this name is one of these.
  static func isOurs(_ file: String) -> Bool {
    ([".geojson", ".csv"] + StyleFiles.endings).contains { file == name + $0 }
  }

  /// The map and its styles, by name.
  /// - Throws: `ProjectionError`.
  public func maps() throws -> [(name: String, bytes: [UInt8])] { try layer?.files() ?? [] }

  /// The map; nil when the document has no areas of its level.
  var layer: KindLayer? {
    document.areas[level].map { areas in
      KindLayer(
        name: Self.name, style: style(document.language), areas: areas, document: document,
        isSynthetic: isSynthetic, labels: quadrants.areas.map { $0?.rawValue },
        facts: [("kind", "quadrants")],
        columns: { place in
          [
            number("gelegenheid", quadrants.opportunity.values[place].value),
            number("weerbaarheid", quadrants.resilience.values[place].value),
          ]
        }, statuses: quadrants.statuses)
    }
  }

  /// The level of the areas.
  public var level: AreaLevel { quadrants.opportunity.level }

  /// The quadrants in the order of `Quadrants.Quadrant.allCases`: what each says, and its colour.
  public var kinds: [(name: LocalizedText, color: Color)] {
    zip(Quadrants.Quadrant.allCases, KindColor.all).map { quadrant, color in
      (LocalizedText(nl: text(quadrant, .nl), en: text(quadrant, .en)), color)
    }
  }

  /// What the map is called.
  public var title: LocalizedText {
    LocalizedText(nl: Self.title(.nl), en: Self.title(.en))
  }

  /// How to read it, a sentence each; the last says what it does not say.
  public var sentences: [LocalizedText] {
    zip(sentences(.nl), sentences(.en)).map { LocalizedText(nl: $0, en: $1) }
  }

  /// The sources of both indices.
  public var sources: [String] {
    Set(quadrants.opportunity.sources + quadrants.resilience.sources).sorted()
  }

  /// `kwadrant.csv`: a row for each area, with both scores and between what they lie.
  public var table: (name: String, bytes: [UInt8]) {
    var table = MarkedTable(document, isSynthetic: isSynthetic)
    let layers = [quadrants.opportunity, quadrants.resilience]
    table.header(
      ["code", "naam", "gemeentecode"]
        + ["gelegenheid", "weerbaarheid"].flatMap { [$0, $0 + "_laag", $0 + "_hoog"] }
        + ["kwadrant", "status"])
    let areas = document.areas[level]?.areas ?? []
    for (place, area) in areas.enumerated() {
      let scores = layers.flatMap { layer -> [Double?] in
        let value = layer.values[place]
        return [
          value.value, value.certainty?.interval.lowerBound, value.certainty?.interval.upperBound,
        ]
      }
      table.row(
        [area.code, area.name, area.gemeentecode]
          + scores.map { $0.map { table.number($0, decimals: decimals) } ?? "" }
          + [quadrants.areas[place]?.rawValue ?? "", quadrants.statuses[place].rawValue])
    }
    return (Self.name + ".csv", table.bytes)
  }

  /// Whether made-up data went in.
  public var isSynthetic: Bool {
    quadrants.opportunity.isSynthetic || quadrants.resilience.isSynthetic
  }

  private var decimals: Int { quadrants.opportunity.indicator.decimals }

  private func number(_ name: String, _ value: Double?) -> GeoJSONProperty {
    GeoJSONProperty(name: name, value: value.map { .number($0) } ?? .null, decimals: decimals)
  }

  private static func title(_ language: Language) -> String {
    language == .nl ? "Gelegenheid en weerbaarheid" : "Opportunity and resilience"
  }

  private func sentences(_ language: Language) -> [String] {
    let isDutch = language == .nl
    let names = [quadrants.opportunity.indicator.name, quadrants.resilience.indicator.name]
      .map { isDutch ? $0.nl : $0.en }
    let middles = [quadrants.middles.opportunity, quadrants.middles.resilience]
      .map { ProfileTexts.number($0, decimals, language) }
    return [
      isDutch
        ? "Meer of minder is: hoger of lager dan de middelste score van de gebieden van deze studie "
          + "(\(names[0]) \(middles[0]), \(names[1]) \(middles[1]))."
        : "More or less is: above or below the middle score of the areas of this study "
          + "(\(names[0]) \(middles[0]), \(names[1]) \(middles[1])).",
      isDutch
        ? "Een gebied dat met iets andere cijfers en keuzes aan de andere kant van het midden kan liggen, heeft geen kwadrant."
        : "An area that may lie on the other side of the middle with slightly other figures and choices has no quadrant.",
      isDutch
        ? "Een kwadrant beschrijft een gebied. Het is geen oordeel en geen voorspelling, en zegt niets over wie er woont of werkt."
        : "A quadrant describes an area. It is no verdict and no forecast, and says nothing about who lives or works there.",
    ]
  }

  private func style(_ language: Language) -> MapStyle {
    let isDutch = language == .nl
    let lines =
      sentences(language) + [
        (isDutch ? "Peildatum " : "Reference date ") + document.peildatum + "."
      ]
    return MapStyle(
      title: Self.title(language), unit: "", field: "label",
      categories: zip(Quadrants.Quadrant.allCases, KindColor.all).map { quadrant, color in
        LegendCategory(value: quadrant.rawValue, label: text(quadrant, language), color: color)
      },
      stamps: document.stamps(isSynthetic: isSynthetic),
      abstract: (lines
        + ProfileTexts(
          layers: [quadrants.opportunity, quadrants.resilience], language: language
        ).source).joined(separator: "\n"), decimals: decimals, language: language,
      fewLabel: MapTexts.noQuadrant(language))
  }

  private func text(_ quadrant: Quadrants.Quadrant, _ language: Language) -> String {
    if language == .nl {
      return switch quadrant {
      case .moreMore: "meer gelegenheid, meer weerbaarheid"
      case .moreLess: "meer gelegenheid, minder weerbaarheid"
      case .lessMore: "minder gelegenheid, meer weerbaarheid"
      case .lessLess: "minder gelegenheid, minder weerbaarheid"
      }
    }
    return switch quadrant {
    case .moreMore: "more opportunity, more resilience"
    case .moreLess: "more opportunity, less resilience"
    case .lessMore: "less opportunity, more resilience"
    case .lessLess: "less opportunity, less resilience"
    }
  }
}
