internal import Areas
internal import CSV
package import Cartography
public import Comparison
internal import GeoJSON
internal import Indicators
internal import Provenance

/// Types of units and their twins: `typen.geojson` with its styles, `typen.csv`, `tweelingen.csv` and
/// a part of `vergelijking.json`.
public struct TypeReport: Sendable {
  typealias Facts = [(name: String, fact: ProvenanceRecord.Fact)]
  let types: UnitTypes
  let twins: UnitTwins
  private let document: MapDocument
  private let names: UnitNames
  private let isSynthetic: Bool

  /// The names of the files.
  static let fileNames: Set<String> = [
    "typen.geojson", "typen.qml", "typen.sld", "typen.csv", "tweelingen.csv",
  ]

  /// Takes types and twins of the same profiles; nil when the areas of their level are not there.
  public init?(_ types: UnitTypes, twins: UnitTwins, document: MapDocument) {
    guard let areas = document.areas[types.profiles.units.level] else { return nil }
    self.types = types
    self.twins = twins
    self.document = document
    names = UnitNames(
      units: types.profiles.units, areas: areas, language: document.language)
    isSynthetic = types.profiles.layers.contains(where: \.isSynthetic)
  }

  /// What was found, in the language of the document.
  public var sentences: [String] {
    TypeTexts(types: types, language: document.language).sentences
  }

  /// The line of each type in a legend.
  package func legend(_ language: Language) -> [String] {
    let texts = TypeTexts(types: types, language: language)
    return types.kinds.indices.map { texts.legend($0) }
  }

  /// What was found, in a language.
  package func sentences(_ language: Language) -> [String] {
    TypeTexts(types: types, language: language).sentences
  }

  /// The files by name; without types only the twins.
  /// - Throws: `ProjectionError`.
  public func files() throws -> [(name: String, bytes: [UInt8])] {
    let twins = [(name: "tweelingen.csv", bytes: twinsCSV)]
    guard types.refusal == nil else { return twins }
    return try layer.files() + [("typen.csv", typesCSV)] + twins
  }

  // MARK: Map

  private var layer: KindLayer {
    let isDutch = document.language == .nl
    let texts = TypeTexts(types: types, language: document.language)
    let lines =
      texts.sentences + [
        isDutch
          ? "Een type beschrijft gebieden die op elkaar lijken. Het zegt niets over wie er woont of werkt."
          : "A type describes areas that are like each other. It says nothing about who lives or works there.",
        (isDutch ? "Peildatum " : "Reference date ") + document.peildatum + ".",
      ] + ProfileTexts(layers: types.profiles.layers, language: document.language).source
    let style = MapStyle(
      title: isDutch ? "Typen gebieden over alle gemeenten" : "Types of areas over all gemeenten",
      unit: "", field: "label",
      categories: types.kinds.indices.map { kind in
        LegendCategory(
          value: TypeTexts.letter(kind), label: texts.legend(kind), color: KindColor.all[kind])
      },
      stamps: document.stamps(isSynthetic: isSynthetic), abstract: lines.joined(separator: "\n"),
      decimals: 2, language: document.language)
    let units = names.unitOfArea
    var first: [Int: UnitTwins.Twin] = [:]
    for twin in twins.twins where first[twin.unit] == nil { first[twin.unit] = twin }
    return KindLayer(
      name: "typen", style: style, areas: names.areas, document: document,
      isSynthetic: isSynthetic,
      labels: units.map { unit in types.labels[unit].map(TypeTexts.letter) },
      facts: [("kind", "types")],
      columns: { place in
        let unit = units[place]
        let twin = first[unit]
        func text(_ name: String, _ text: String?) -> GeoJSONProperty {
          GeoJSONProperty(name: name, value: text.map { .text($0) } ?? .null)
        }
        func number(_ name: String, _ number: Double?) -> GeoJSONProperty {
          GeoJSONProperty(
            name: name, value: number.map { .number(Self.rounded($0)) } ?? .null, decimals: 6)
        }
        return [
          text("eenheid", names.code(unit)),
          GeoJSONProperty(
            name: "eenheid_inwoners",
            value: .integer(Int64(types.profiles.units.inhabitants[unit]))),
          number("silhouet", types.silhouettes[unit]),
          text("tweeling", twin.map { names.code($0.other) }),
          text("tweeling_naam", twin.map { names.name($0.other) }),
          text("tweeling_gemeentenaam", twin.map { names.gemeente($0.other).name }),
          number("tweeling_afstand", twin?.distance),
        ]
      })
  }

  // MARK: Tables

  /// `typen.csv`: a row for each type and gemeente.
  private var typesCSV: [UInt8] {
    var table = MarkedTable(document, isSynthetic: isSynthetic)
    table.header([
      "type", "kenmerken", "gemeentecode", "gemeentenaam", "eenheden", "aandeel_inwoners",
    ])
    let texts = TypeTexts(types: types, language: document.language)
    for kind in types.kinds.indices {
      for gemeente in document.areas.gemeenten {
        let part = types.share(of: kind, in: gemeente.code)
        table.row([
          TypeTexts.letter(kind), texts.marks(kind), gemeente.code, gemeente.name, "\(part.units)",
          part.share.map { table.number($0) } ?? "",
        ])
      }
    }
    return table.bytes
  }

  /// `tweelingen.csv`: for each unit the units of other gemeenten most like it, the best first.
  private var twinsCSV: [UInt8] {
    var table = MarkedTable(document, isSynthetic: isSynthetic)
    table.header([
      "eenheid", "eenheid_naam", "gemeentecode", "gemeentenaam", "rang", "tweeling",
      "tweeling_naam", "tweeling_gemeentecode", "tweeling_gemeentenaam", "afstand", "indicatoren",
      "gelijk", "verschillend",
    ])
    var rank = 0
    var unit = -1
    for twin in twins.twins {
      rank = twin.unit == unit ? rank + 1 : 1
      unit = twin.unit
      let own = names.gemeente(twin.unit)
      let other = names.gemeente(twin.other)
      table.row([
        names.code(twin.unit), names.name(twin.unit), own.code, own.name, "\(rank)",
        names.code(twin.other), names.name(twin.other), other.code, other.name,
        table.number(twin.distance), "\(twin.shared)", pairs(twin.alike, twin, table),
        pairs(twin.different, twin, table),
      ])
    }
    return table.bytes
  }

  /// Indicators with the value of both units: `woningen_koop_aandeel (36 / 55)`.
  private func pairs(
    _ columns: [Int], _ twin: UnitTwins.Twin, _ table: MarkedTable
  ) -> String {
    columns.compactMap { column in
      let indicator = twins.profiles.layers[column].indicator
      guard let own = twins.profiles.values[column][twin.unit],
        let other = twins.profiles.values[column][twin.other]
      else { return nil }
      return indicator.id + " (" + table.number(own, decimals: indicator.decimals) + " / "
        + table.number(other, decimals: indicator.decimals) + ")"
    }.joined(separator: ", ")
  }

  // MARK: JSON

  var fact: ProvenanceRecord.Fact {
    func sentences(_ language: Language) -> ProvenanceRecord.Fact {
      .scalar(
        .text(TypeTexts(types: types, language: language).sentences.joined(separator: " ")))
    }
    let candidates = types.candidates.map { candidate in
      ProvenanceRecord.Fact.facts([
        ("types", .scalar(.integer(Int64(candidate.count)))),
        ("silhouette", Self.real(candidate.silhouette)),
      ])
    }
    return .facts([
      ("level", .scalar(.text(types.profiles.units.level.rawValue))),
      (
        "indicators",
        .list(types.profiles.layers.map { .scalar(.text($0.indicator.id)) })
      ),
      ("refusal", .scalar(types.refusal.map { .text($0.rawValue) } ?? .null)),
      ("candidates", .list(candidates)),
      ("types", .list(types.kinds.indices.map { .facts(facts(of: $0)) })),
      ("sentence", .facts([("nl", sentences(.nl)), ("en", sentences(.en))])),
    ])
  }

  private func facts(of place: Int) -> Facts {
    let kind = types.kinds[place]
    let layers = types.profiles.layers
    let scores = layers.indices.map { column in
      (name: layers[column].indicator.id, fact: Self.real(kind.scores[column]))
    }
    let cities = document.areas.gemeenten.map { gemeente in
      let part = types.share(of: place, in: gemeente.code)
      return ProvenanceRecord.Fact.facts([
        ("gemeentecode", .scalar(.text(gemeente.code))),
        ("units", .scalar(.integer(Int64(part.units)))), ("share", Self.real(part.share)),
      ])
    }
    return [
      ("type", .scalar(.text(TypeTexts.letter(place)))),
      ("medoid", .scalar(.text(names.code(kind.medoid)))),
      ("medoid_name", .scalar(.text(names.name(kind.medoid)))),
      ("units", .scalar(.integer(Int64(kind.unitCount)))),
      ("inhabitants", Self.real(kind.inhabitants)), ("silhouette", Self.real(kind.silhouette)),
      ("stability", Self.real(kind.stability)),
      (
        "sets_apart",
        .list(kind.marks.map { .scalar(.text(layers[$0].indicator.id)) })
      ),
      ("scores", .facts(scores)), ("cities", .list(cities)),
    ]
  }

  private static func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }

  private static func real(_ number: Double?) -> ProvenanceRecord.Fact {
    .scalar(number.map { .number(rounded($0)) } ?? .null)
  }
}
