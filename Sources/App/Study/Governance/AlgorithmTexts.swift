internal import Areas
internal import Cartography
internal import Composites
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Patterns

/// What a study tells for its entry in the Algoritmeregister, in Dutch.
struct AlgorithmTexts {
  /// A text, and where the study says it, for messages.
  struct Text {
    let words: String
    let key: String
  }

  private let run: StudyRun
  private var study: StudyFile { run.study }

  private let audit: BiasAudit?

  init(_ run: StudyRun, audit: BiasAudit?) {
    self.run = run
    self.audit = audit
  }

  /// The text of a field; nil when the study does not tell it.
  func text(of field: AlgorithmField) -> Text? {
    func told(_ words: String?, _ key: String = "what is made of it") -> Text? {
      words.map { Text(words: $0, key: key) }
    }
    return switch field {
    case .name: told(study.title.nl, "'title' (nl)")
    case .shortDescription:
      told(
        "Kaarten en tabellen van cijfers per \(levels), gemaakt van registraties en open "
          + "cijfers. Een patroon per gebied, geen oordeel over personen, bedrijven of adressen.")
    case .organization: told(study.metadata.organisation, "'organisation' under 'metadata'")
    case .contact: told(study.metadata.email, "'email' under 'metadata'")
    case .goal: told(study.purpose, "'purpose'")
    case .humanIntervention:
      told(
        "Op grond van de uitkomsten wordt niet automatisch een besluit genomen, en geen persoon krijgt een "
          + "score. Een tweede persoon geeft "
          + "ze vrij voordat het woord CONCEPT verdwijnt.")
    case .risks: told(risks)
    case .lawfulBasis:
      told(
        Self.joined(claims.map { "\($0.controller): \($0.legalBasis)" }),
        "'controller' with 'legal_basis' of all data")
    case .assessmentNote:
      told(Self.joined(claims.compactMap(\.dpia).map { "Kenmerk: \($0)" }), "'dpia' of all data")
    case .sourceData: told(Self.fitted(sources, in: field))
    case .methods: told(Self.fitted(methods, in: field))
    case .language: told("nld")
    case .standardVersion: told("1.0")
    case .sourceID: told(study.id, "'study'")
    case .tags: told(Self.fitted(tags, in: field, separator: ", "))
    case .category, .status, .beginDate, .endDate, .website, .publicationCategory, .url,
      .proportionality, .lawfulBases, .processIndex, .assessments, .sources, .provider, .publicCode:
      nil
    }
  }

  /// The impact assessments; the address is that of a reference that is one.
  var assessments: [(title: String, link: String?)] {
    let references = Self.different(claims.compactMap(\.dpia))
    guard !references.isEmpty else { return [] }
    let title = "Data Protection Impact Assessment (DPIA)"
    let links = references.filter { $0.hasPrefix("https://") && $0.count <= 500 }
    return links.isEmpty ? [(title, nil)] : links.map { (title, $0) }
  }

  private var claims: [DataDeclaration] { study.dataSets.compactMap(\.declaration?.value) }

  private var risks: String {
    let counts =
      study.countRule(run.geodata.rules).map {
        ($0.sentences(.nl, addsUp: run.addsUp) + [
          "Aantallen waaruit een onderdrukt aantal valt af te leiden, zijn ook onderdrukt."
        ]).joined(separator: " ")
      } ?? "Kleine aantallen staan in de uitkomsten; zij zijn alleen voor intern gebruik."
    var risks =
      "Herleidbaarheid: wie een gebied kent, kan uit een klein aantal afleiden om wie het gaat. \(counts)"
      + " Stigmatisering: een kaart kan gelezen worden als een oordeel over wie er woont of werkt. Bij elk "
      + "cijfer staat wat het niet zegt, er is geen ranglijst, en een tweede persoon geeft de uitkomsten vrij."
      + " Onjuistheid: ontbrekende, oude of verkeerd geplaatste gegevens geven een verkeerd beeld. Ontbreken "
      + "telt nooit als nul en heeft een reden; belemmeringen staan bij de uitkomsten."
    if study.dataClass > .open {
      risks +=
        " Ander gebruik: gegevens kunnen gebruikt worden voor een doel waarvoor zij niet verstrekt zijn. De "
        + "studie noemt haar doel, en wat daarvoor niet gebruikt mag worden, wordt geweigerd."
    }
    risks +=
      study.expires.map {
        " Veroudering: de studie is \($0.value.holdsThrough(.nl)) en wordt daarna herzien."
      } ?? " Veroudering: de studie heeft geen einddatum waarna zij herzien moet worden."
    risks +=
      audit.map { " " + $0.report.entry }
      ?? " Of uitkomsten samengaan met herkomst, nationaliteit of religie is niet getoetst."
    return risks
  }

  /// The areas, by the figures of which everything is divided, and all files.
  private var sources: [String] {
    let own = study.ownAreas.isEmpty ? [] : ["eigen gebieden"]
    let areas =
      study.areas.value == .none
      ? []
      : [
        "gebieden van CBS \(study.edition) met hun kerncijfers, zoals inwoners, huishoudens en "
          + "oppervlakte, waarop verhoudingen berusten"
      ]
    let register = study.register == nil ? [] : ["register van adressen"]
    return areas + own + register + study.dataSets.map(\.source)
      + (study.audit == nil
        ? []
        : [
          "alleen voor de toets op samenhang: aandelen naar herkomst, nationaliteit of religie"
            + (study.audit?.words.map { " (\($0))" } ?? "")
        ])
  }

  private var methods: [String] {
    let ofSectors = Set(run.sectors.choices.map(\.id.value))
    let indicators = study.indicators.map(\.id.value).filter { !ofSectors.contains($0) }.map {
      run.geodata.indicators[$0]?.name.nl ?? $0
    }
    let measures = study.sectors?.measures.map(\.rawValue).joined(separator: ", ") ?? ""
    let sectors =
      measures.isEmpty
      ? [] : run.sectors.groups.map { "groep bedrijfstakken \($0.label.nl) (\(measures))" }
    let indices = run.plan.indices.map { "index \($0.definition.name.nl)" }
    return ["niet zelflerend: de rekenregels liggen vast en veranderen niet door gebruik"]
      + indicators + sectors + indices
      + study.tables.map { "tabel met aantallen \($0.title?.nl ?? $0.id)" }
      + study.patterns.map { "ruimtelijk patroon: \($0.question.text.nl)" }
      + study.heatmaps.map { "heatmap \($0.title.nl) (kerndichtheid)" }
      + (study.hasTypes ? ["indeling van gebieden in typen"] : [])
  }

  private var tags: [String] {
    run.shownLevels.map(\.plural) + ["leefbaarheid"] + study.gemeenten.map(\.value)
      + study.metadata.keywords
  }

  /// The levels of the results, as `buurt en wijk`.
  private var levels: String {
    ListWords.joined(run.shownLevels.map(\.rawValue), .nl)
  }

  private static func different(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func joined(_ texts: [String]) -> String? {
    let each = different(texts)
    return each.isEmpty ? nil : each.joined(separator: "; ")
  }

  /// As many of a list as a field takes, and how many more there are.
  private static func fitted(
    _ texts: [String], in field: AlgorithmField, separator: String = "; "
  ) -> String? {
    let each = different(texts)
    guard !each.isEmpty else { return nil }
    func words(_ count: Int) -> String {
      let rest = each.count - count
      return (each.prefix(count) + (rest > 0 ? ["en nog \(rest)"] : [])).joined(
        separator: separator)
    }
    let limit = field.limit ?? .max
    let most = (1...each.count).last { words($0).unicodeScalars.count <= limit }
    return words(most ?? 1)
  }
}
