internal import Areas
internal import Cartography
public import Comparison
internal import GeoJSON
internal import Indicators
internal import Provenance
internal import Tables

/// A city with its neighbouring gemeenten in regions: `regios_<gemeentecode>.geojson` with its styles,
/// and a part of `vergelijking.json`.
public struct RegionReport: Sendable {
  let regions: NeighbourRegions
  private let document: MapDocument
  private let isSynthetic: Bool

  /// Whether a file of this name is one of these.
  static func isOurs(_ name: String) -> Bool {
    name.hasPrefix("regios_") && ([".geojson"] + StyleFiles.endings).contains { name.hasSuffix($0) }
  }

  /// Takes the regions of one city.
  public init(_ regions: NeighbourRegions, document: MapDocument) {
    self.regions = regions
    self.document = document
    isSynthetic = regions.layers.contains(where: \.isSynthetic)
  }

  /// The most regions, so that their colours can be told apart.
  public static var most: Int { KindColor.all.count }

  /// What was found, in the language of the document.
  public var sentence: String { sentence(document.language) }

  /// The files by name; none without regions.
  /// - Throws: `ProjectionError`.
  func files() throws -> [(name: String, bytes: [UInt8])] {
    guard regions.refusal == nil else { return [] }
    let isDutch = document.language == .nl
    let texts = ProfileTexts(layers: regions.layers, language: document.language)
    var lines = [
      sentence,
      isDutch
        ? "Een regio is een aaneengesloten stuk met gebieden die op elkaar lijken. Zij zegt niets over wie er woont of werkt."
        : "A region is a connected piece of areas that are like each other. It says nothing about who lives or works there.",
      (isDutch ? "Peildatum " : "Reference date ") + document.peildatum + ".",
    ]
    lines += texts.source
    let style = MapStyle(
      title: (isDutch ? "Regio's in en om " : "Regions in and around ") + cityName, unit: "",
      field: "label",
      categories: regions.parts.enumerated().map { place, part in
        LegendCategory(
          value: "\(place + 1)",
          label: "\(place + 1) \u{B7} " + texts.marks(part.marks, scores: part.scores),
          color: KindColor.all[place % KindColor.all.count])
      },
      stamps: document.stamps(isSynthetic: isSynthetic), abstract: lines.joined(separator: "\n"),
      decimals: 2, language: document.language)
    return try KindLayer(
      name: "regios_" + regions.gemeentecode, style: style, areas: regions.areas,
      document: document, isSynthetic: isSynthetic,
      labels: regions.labels.map { $0.map { "\($0 + 1)" } }, facts: [("kind", "regions")],
      columns: { _ in [] }
    ).files()
  }

  var fact: ProvenanceRecord.Fact {
    let parts = regions.parts.enumerated().map { place, part in
      ProvenanceRecord.Fact.facts([
        ("region", .scalar(.text("\(place + 1)"))),
        ("areas", .scalar(.integer(Int64(part.areaCount)))),
        ("inhabitants", .scalar(.integer(Int64(part.inhabitants)))),
        ("gemeentecodes", .list(part.gemeentecodes.map { .scalar(.text($0)) })),
        (
          "sets_apart",
          .list(part.marks.map { .scalar(.text(regions.layers[$0].indicator.id)) })
        ),
        (
          "scores",
          .facts(
            regions.layers.indices.map { column in
              (name: regions.layers[column].indicator.id, fact: Self.real(part.scores[column]))
            })
        ),
      ])
    }
    return .facts([
      ("gemeentecode", .scalar(.text(regions.gemeentecode))),
      ("refusal", .scalar(regions.refusal.map { .text($0.rawValue) } ?? .null)),
      ("explained", Self.real(regions.explained)), ("regions", .list(parts)),
      (
        "sentence",
        .facts([
          ("nl", .scalar(.text(sentence(.nl)))), ("en", .scalar(.text(sentence(.en)))),
        ])
      ),
    ])
  }

  private static func real(_ number: Double?) -> ProvenanceRecord.Fact {
    .scalar(number.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null)
  }

  private var cityName: String {
    document.areas.gemeenten.first { $0.code == regions.gemeentecode }?.name
      ?? regions.gemeentecode
  }

  private func sentence(_ language: Language) -> String {
    let isDutch = language == .nl
    let start = (isDutch ? "Regio's in en om " : "Regions in and around ") + cityName + ": "
    switch regions.refusal {
    case .fewAreas?:
      return start
        + (isDutch ? "te weinig gebieden met waarden." : "too few areas with values.")
    case .fewIndicators?:
      return start
        + (isDutch
          ? "minder dan twee open indicatoren op dit niveau die verschillen."
          : "fewer than two open indicators at this level that vary.")
    case nil: break
    }
    let around = Set(regions.areas.areas.map(\.gemeentecode)).count - 1
    let share = ProfileTexts.number((regions.explained ?? 0) * 100, 0, language)
    return start
      + (isDutch
        ? "\(regions.parts.count), met \(counted(around, "buurgemeente", "buurgemeenten")); \(share) % van de verschillen ligt "
          + "tussen de regio's."
        : "\(regions.parts.count), with \(counted(around, "neighbouring gemeente", "neighbouring gemeenten")); \(share) % of the "
          + "differences lies between the regions.")
  }
}
