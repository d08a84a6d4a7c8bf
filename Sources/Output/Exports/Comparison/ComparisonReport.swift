internal import Areas
internal import CSV
internal import Cartography
public import Comparison
internal import Disclosure
internal import GeoJSON
internal import Indicators
internal import Provenance

/// Cities compared: `vergelijking.json` and `vergelijking.csv`, with the files of types.
public struct ComparisonReport: Sendable {
  private typealias Facts = [(name: String, fact: ProvenanceRecord.Fact)]
  private let comparisons: [CityComparison]
  private let hotspots: [HotspotReport]
  private let types: TypeReport?
  private let regions: [RegionReport]
  private let document: MapDocument
  private let names: [String: String]

  /// Whether a file of this name is one of these.
  public static func isOurs(_ name: String) -> Bool {
    name == "vergelijking.json" || name == "vergelijking.csv"
      || TypeReport.fileNames.contains(name) || RegionReport.isOurs(name)
  }

  /// Takes comparisons of indicators, hot spots, types of units, and regions of cities.
  public init(
    _ comparisons: [CityComparison], hotspots: [HotspotReport], types: TypeReport?,
    regions: [RegionReport],
    document: MapDocument
  ) {
    self.comparisons = comparisons
    self.hotspots = hotspots
    self.types = types
    self.regions = regions
    self.document = document
    names = Dictionary(
      document.areas.gemeenten.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// A sentence for each indicator, in the language of the document.
  public var sentences: [String] {
    comparisons.map { ComparisonTexts(language: document.language, names: names).sentence($0) }
      + hotspots.map(\.sentence) + (types?.sentences ?? []) + regions.map(\.sentence)
  }

  /// The files by name.
  /// - Throws: `ProjectionError`.
  public func files() throws -> [(name: String, bytes: [UInt8])] {
    [("vergelijking.json", json), ("vergelijking.csv", csv)] + (try types?.files() ?? [])
      + (try regions.flatMap { try $0.files() })
  }

  // MARK: JSON

  /// `vergelijking.json`.
  public var json: [UInt8] {
    var facts: Facts = [
      ("study", .scalar(.text(document.title))),
      ("peildatum", .scalar(.text(document.peildatum))),
      ("edition", .scalar(.text(document.areas.edition.description))),
    ]
    let isSynthetic = comparisons.contains(where: \.layer.isSynthetic)
    for mark in document.marks(isSynthetic: isSynthetic) {
      switch mark.value {
      case .text(let text): facts.append((name: mark.name, fact: .scalar(.text(text))))
      case .flag: facts.append((name: mark.name, fact: .scalar(.bool(true))))
      }
    }
    facts.append(
      (
        name: "stamps",
        fact: .list(document.stamps(isSynthetic: isSynthetic).map { .scalar(.text($0)) })
      ))
    facts.append((name: "indicators", fact: .list(comparisons.map { .facts(self.facts($0)) })))
    if !hotspots.isEmpty {
      facts.append((name: "hot_spots", fact: .list(hotspots.map(\.fact))))
    }
    if let types { facts.append((name: "types", fact: types.fact)) }
    if !regions.isEmpty {
      facts.append((name: "regions", fact: .list(regions.map(\.fact))))
    }
    return ProvenanceRecord.json(of: facts)
  }

  private func facts(_ comparison: CityComparison) -> Facts {
    let layer = comparison.layer
    let refusal = comparison.refusal.map { JSONScalar.text($0.rawValue) } ?? .null
    let sizes = comparison.unitSizes.map { ProvenanceRecord.Fact.facts(Self.facts($0)) }
    let cities = comparison.cities.map { ProvenanceRecord.Fact.facts(Self.facts($0)) }
    let distances = comparison.pairs.map {
      ProvenanceRecord.Fact.facts(Self.facts($0, of: comparison))
    }
    func sentence(_ language: Language) -> ProvenanceRecord.Fact {
      .scalar(.text(ComparisonTexts(language: language, names: names).sentence(comparison)))
    }
    var facts: Facts = [
      ("indicator", .scalar(.text(layer.indicator.id))),
      ("level", .scalar(.text(layer.level.rawValue))),
      ("joined_up_to_inhabitants", Self.real(comparison.units.goal)),
      ("ongelijke_eenheden", .scalar(.bool(comparison.hasUnequalUnits))),
      ("refusal", .scalar(refusal)),
      ("unit_sizes", .list(sizes)),
      ("cities", .list(cities)),
    ]
    var theil = ProvenanceRecord.Fact.scalar(.null)
    if let index = comparison.theil {
      theil = .facts([
        ("total", Self.real(index.total)), ("between", Self.real(index.between)),
        ("within", Self.real(index.within)), ("between_share", Self.real(index.betweenShare)),
      ])
    }
    facts.append((name: "theil", fact: theil))
    facts.append((name: "distances", fact: .list(distances)))
    facts.append(
      (name: "sentence", fact: .facts([("nl", sentence(.nl)), ("en", sentence(.en))])))
    return facts
  }

  private static func facts(_ sizes: CityComparison.UnitSizes) -> Facts {
    [
      ("gemeentecode", .scalar(.text(sizes.gemeentecode))), ("units", integer(sizes.count)),
      ("median", real(sizes.median)), ("smallest", real(sizes.smallest)),
      ("largest", real(sizes.largest)),
    ]
  }

  private static func facts(_ city: CityComparison.City) -> Facts {
    [
      ("gemeentecode", .scalar(.text(city.gemeentecode))), ("units", integer(city.unitCount)),
      ("without_value", integer(city.withoutValue)), ("inhabitants", real(city.inhabitants)),
      ("coverage", real(city.coverage)),
      ("refusal", .scalar(city.refusal.map { .text($0.rawValue) } ?? .null)),
      ("median", real(city.median)), ("p10", real(city.p10)), ("p90", real(city.p90)),
      ("mean", real(city.mean)), ("gini", real(city.gini)), ("top_share", real(city.topShare)),
    ]
  }

  private static func facts(
    _ pair: DistributionDistances.Pair, of comparison: CityComparison
  ) -> Facts {
    func range(_ range: ClosedRange<Double>?) -> ProvenanceRecord.Fact {
      range.map { .list([real($0.lowerBound), real($0.upperBound)]) } ?? .scalar(.null)
    }
    return [
      ("first", .scalar(.text(comparison.cities[pair.first].gemeentecode))),
      ("second", .scalar(.text(comparison.cities[pair.second].gemeentecode))),
      ("kolmogorov_smirnov", real(pair.kolmogorovSmirnov)),
      ("kolmogorov_smirnov_95", range(pair.kolmogorovSmirnovInterval)),
      ("wasserstein", real(pair.wasserstein)), ("wasserstein_95", range(pair.wassersteinInterval)),
    ]
  }

  private static func integer(_ number: Int) -> ProvenanceRecord.Fact {
    .scalar(.integer(Int64(number)))
  }

  private static func real(_ number: Double?) -> ProvenanceRecord.Fact {
    .scalar(number.map { JSONScalar.number(($0 * 1e6).rounded() / 1e6) } ?? .null)
  }

  // MARK: CSV

  /// `vergelijking.csv`: a row for each indicator and city.
  var csv: [UInt8] {
    let isSynthetic = comparisons.contains(where: \.layer.isSynthetic)
    let form = CSVForm.plain
    var bytes: [UInt8] = []
    let marks = document.marks(isSynthetic: isSynthetic)
    bytes.append(
      record: [
        "indicator", "niveau", "gemeentecode", "gemeentenaam", "eenheden", "zonder_waarde",
        "inwoners", "dekking", "mediaan", "p10", "p90", "gemiddelde", "gini",
        "aandeel_hoogste_klasse", "reden", "ongelijke_eenheden",
      ] + marks.map(\.name), dialect: form.dialect)
    for comparison in comparisons {
      for city in comparison.cities {
        var record = [
          comparison.layer.indicator.id, comparison.layer.level.rawValue, city.gemeentecode,
          names[city.gemeentecode] ?? "", "\(city.unitCount)", "\(city.withoutValue)",
        ]
        record += [
          city.inhabitants, city.coverage, city.median, city.p10, city.p90, city.mean, city.gini,
          city.topShare,
        ].map { number in number.map { form.number($0, decimals: 6) } ?? "" }
        record.append(city.refusal?.rawValue ?? "")
        record.append("\(comparison.hasUnequalUnits)")
        record += marks.map { mark in
          switch mark.value {
          case .text(let text): text
          case .flag: comparison.layer.isSynthetic || mark.name != "synthetisch" ? "true" : "false"
          }
        }
        bytes.append(record: record, dialect: form.dialect)
      }
    }
    return bytes
  }
}
