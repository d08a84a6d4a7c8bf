internal import Geocoding
internal import Indicators

/// The indicators that a group of sectors becomes.
struct SectorIndicator {
  private let group: SectorPlan.Group
  private let wanted: SectorSpecification
  private let classification: String

  init(
    _ group: SectorPlan.Group, _ wanted: SectorSpecification,
    _ classification: SectorCatalogue.Classification
  ) {
    self.group = group
    self.wanted = wanted
    self.classification = classification.name
  }

  private func term(
    _ period: RecordTerm.Period, ofAll: Bool = false, leastAtAddress: Int? = nil
  ) -> Term {
    .records(
      RecordTerm(
        records: wanted.records.value,
        among: ofAll
          ? [] : [RecordTerm.Among(column: RecordTerm.sectorColumn, words: group.codes)],
        period: period, leastAtAddress: leastAtAddress))
  }

  func indicator(_ measure: SectorSpecification.Measure) -> Indicator {
    switch measure {
    case .density:
      make(
        measure, code: "C01", suffix: "per_km2", name: ("per km²", "per km²"),
        says: (
          "Hoeveel vestigingen in deze branche er op de peildatum zijn, per vierkante kilometer land.",
          "How many establishments in this branch there are on the reference date, per square kilometre of land."
        ),
        unit: ("vestigingen per km²", "establishments per km²"), decimals: 1, minimum: 0,
        formula: Formula(kind: .density, numerator: term(.active)),
        caveats: [
          LocalizedText(
            nl: "Een winkelstraat of bedrijventerrein scoort vanzelf hoog.",
            en: "A shopping street or business park scores high by itself.")
        ])
    case .quotient:
      make(
        measure, code: "C01", suffix: "lq", name: ("locatiequotiënt", "location quotient"),
        says: (
          "Of deze branche hier een groter deel van alle vestigingen is dan in de hele gemeente; waar er weinig vestigingen zijn, ligt het getal dichter bij 1.",
          "Whether this branch is a larger part of all establishments here than in the whole municipality; where there are few establishments, the number lies closer to 1."
        ),
        unit: ("verhouding tot de gemeente (1 = gelijk)", "ratio to the municipality (1 = equal)"),
        decimals: 2, minimum: 20,
        formula: Formula(
          kind: .locationQuotient, numerator: term(.active),
          denominator: term(.active, ofAll: true), isSmoothed: true),
        caveats: [
          LocalizedText(
            nl: "Elke stad is met zichzelf vergeleken, dus niet met de andere steden.",
            en: "Each city is compared with itself, so not with the other cities.")
        ])
    case .churn:
      make(
        measure, code: "C02", suffix: "doorloop", name: ("doorloop", "turnover"),
        says: (
          "Hoeveel vestigingen in deze branche in de laatste \(wanted.months) maanden begonnen of stopten, als deel van wat er nu is.",
          "How many establishments in this branch started or stopped in the last \(wanted.months) months, as a part of what is there now."
        ),
        unit: ("% van de vestigingen in de branche", "% of establishments in the branch"),
        decimals: 0, minimum: 10,
        formula: Formula(
          kind: .share,
          numerator: .combined(
            .sum, [term(.begun(months: wanted.months)), term(.ended(months: wanted.months))]),
          denominator: term(.active)),
        caveats: [
          LocalizedText(
            nl: "Wie in de periode begon en weer stopte telt twee keer; het kan boven 100 % komen.",
            en: "One that started and stopped within the period counts twice; it can exceed 100 %.")
        ])
    case .stacking:
      make(
        measure, code: "C03", suffix: "stapeling",
        name: ("op een gedeeld adres", "at a shared address"),
        says: (
          "Welk deel van de vestigingen in deze branche staat op een adres waar \(wanted.stack) of meer vestigingen staan, van welke branche ook.",
          "Which part of the establishments in this branch stands at an address with \(wanted.stack) or more establishments, of whatever branch."
        ),
        unit: ("% van de vestigingen in de branche", "% of establishments in the branch"),
        decimals: 0, minimum: 10,
        formula: Formula(
          kind: .share, numerator: term(.active, leastAtAddress: wanted.stack),
          denominator: term(.active)),
        caveats: [
          LocalizedText(
            nl:
              "Een bedrijfsverzamelgebouw is één adres; wat anders geschreven is, telt als een ander adres.",
            en:
              "A shared office building is one address; what is written in another way counts as another address."
          )
        ])
    }
  }

  private func make(
    _ measure: SectorSpecification.Measure, code: String, suffix: String,
    name: (nl: String, en: String), says: (nl: String, en: String),
    unit: (nl: String, en: String), decimals: Int, minimum: Double, formula: Formula,
    caveats: [LocalizedText]
  ) -> Indicator {
    let codes = group.codes.map { $0.replacing("*", with: "") }.joined(separator: ", ")
    var all = [
      LocalizedText(
        nl:
          "Een branche is geen aanwijzing tegen een bedrijf: de meeste ondernemers doen niets verkeerd.",
        en: "A branch is no sign against a firm: most owners do nothing wrong."),
      LocalizedText(
        nl: "\(classification): \(codes) en wat daaronder valt.",
        en: "\(classification): \(codes) and what lies below."),
    ]
    if let rationale = group.rationale {
      let date = group.date.map { " (\($0.text))" } ?? ""
      all.append(
        LocalizedText(
          nl: "Waarom deze studie hiernaar kijkt\(date): \(rationale.nl)",
          en: "Why this study looks at it\(date): \(rationale.en)"))
    }
    return Indicator(
      id: "branche_\(group.id.value)_\(suffix)", theme: .gelegenheid, code: code,
      name: LocalizedText(
        nl: "\(group.label.nl), \(name.nl)", en: "\(group.label.en), \(name.en)"),
      says: LocalizedText(nl: says.nl, en: says.en),
      saysNot: LocalizedText(
        nl: "Niet dat deze bedrijven iets verkeerd doen, en niet welk bedrijf het is.",
        en: "Not that these firms do anything wrong, and not which firm it is."),
      unit: LocalizedText(nl: unit.nl, en: unit.en), decimals: decimals,
      direction: .higherIsMore, minimumDenominator: minimum, formula: formula,
      caveats: all + caveats, references: group.source.map { [$0] } ?? [],
      flags: [.stigmatising], isSetOff: true)
  }
}
