internal import Areas
internal import Disclosure
internal import Geocoding
internal import Indicators
internal import Tables
internal import Tabulation

/// The sectors of a study: its groups, the indicators that they become, and what is wrong with them.
struct SectorPlan {
  /// A group with its codes, as patterns.
  struct Group {
    let id: Located<String>
    let label: LocalizedText
    let codes: [String]
    let rationale: LocalizedText?
    let date: RecordDate?
    let source: String?
  }

  private(set) var groups: [Group] = []
  private(set) var indicators: [Indicator] = []
  private(set) var choices: [IndicatorChoice] = []
  private(set) var problems: [StudyProblem] = []
  /// The classification of the codes of records.
  private(set) var classification: SectorCatalogue.Classification?

  init(_ study: StudyFile, geodata: Geodata) {
    let catalogue = geodata.sectors
    classification = catalogue.classification(
      study.sectors?.classification.value ?? SectorCatalogue.standard)
    if let wanted = study.sectors { add(wanted, study, catalogue) }
    if study.audience == .openbaar { askForRationale(study, geodata) }
  }

  private mutating func add(
    _ wanted: SectorSpecification, _ study: StudyFile, _ catalogue: SectorCatalogue
  ) {
    guard let classification else {
      let known = catalogue.classifications.map(\.id)
      let given = wanted.classification
      problems.append(
        study.problem(
          at: given,
          .unknownWord(
            key: "classification", given: given.value,
            nearest: nearestWord(to: given.value, among: known), allowed: known)))
      return
    }
    var seen: Set<String> = []
    for group in wanted.groups {
      guard seen.insert(group.id.value).inserted else {
        problems.append(
          study.problem(at: group.id, .duplicate(key: "group", given: group.id.value)))
        continue
      }
      if let found = resolved(group, classification, study, catalogue) { groups.append(found) }
    }
    guard !wanted.measures.isEmpty else { return }
    let known = study.records.map(\.id)
    guard known.contains(wanted.records.value) else {
      problems.append(
        study.problem(
          at: wanted.records,
          .unknownWord(
            key: "records", given: wanted.records.value,
            nearest: nearestWord(to: wanted.records.value, among: known), allowed: known)))
      return
    }
    for group in groups {
      for measure in SectorSpecification.Measure.allCases where wanted.measures.contains(measure) {
        let indicator = SectorIndicator(group, wanted, classification).indicator(measure)
        indicators.append(indicator)
        choices.append(
          IndicatorChoice(
            id: Located(indicator.id, line: group.id.line, column: group.id.column),
            level: wanted.level, breaks: nil))
      }
    }
  }

  /// A group of the study with its codes, or nil with a problem noted.
  private mutating func resolved(
    _ group: SectorSpecification.Group, _ classification: SectorCatalogue.Classification,
    _ study: StudyFile, _ catalogue: SectorCatalogue
  ) -> Group? {
    let id = group.id.value
    func note(_ rule: SectorRule, at place: Located<String>? = nil) {
      problems.append(study.problem(at: place ?? group.id, .sectorRule(rule)))
    }
    var codes: [String] = []
    let label: LocalizedText
    let known = catalogue.group(id)
    if let known {
      guard group.label == nil, group.codes.isEmpty else {
        note(.ownGroup(id, isKnown: true, known: [], nearest: nil))
        return nil
      }
      codes = known.codes[classification.id] ?? []
      guard !codes.isEmpty else {
        note(.noCodes(group: id, classification: classification.name))
        return nil
      }
      label = known.label
    } else {
      guard let own = group.label, !group.codes.isEmpty else {
        let ids = catalogue.groups.map(\.id)
        note(
          .ownGroup(id, isKnown: false, known: ids, nearest: nearestWord(to: id, among: ids)))
        return nil
      }
      label = own
      for code in group.codes {
        guard classification.holds(code.value), let digits = SectorCode.digits(of: code.value)
        else {
          note(.notACode(code.value, classification: classification.name), at: code)
          return nil
        }
        codes.append(digits + "*")
      }
    }
    if study.audience == .openbaar, group.rationale == nil || group.date == nil {
      note(.noRationale(group: id, lacksDate: group.rationale != nil))
    }
    return Group(
      id: group.id, label: label, codes: codes.sorted(), rationale: group.rationale,
      date: group.date, source: known?.source)
  }

  /// Asks for the rationale of the sectors that other indicators and heatmaps count.
  private mutating func askForRationale(_ study: StudyFile, _ geodata: Geodata) {
    func ask(_ id: Located<String>, _ codes: [String]) {
      let covered = groups.flatMap(\.codes)
      let left = codes.filter { code in
        !covered.contains { SectorCode.lies(code, within: $0) }
      }
      guard !left.isEmpty else { return }
      let helpful = geodata.sectors.groups.filter { group in
        (group.codes[classification?.id ?? ""] ?? []).contains { own in
          left.contains { SectorCode.lies($0, within: own) }
        }
      }
      problems.append(
        study.problem(
          at: id,
          .sectorRule(
            .codesWithoutGroup(
              indicator: id.value, codes: left, groups: helpful.map(\.id)))))
    }
    for choice in study.indicators {
      guard let indicator = geodata.indicators[choice.id.value] else { continue }
      let codes = indicator.formula.terms.flatMap { term -> [String] in
        guard case .records(let term) = term else { return [] }
        return term.among.filter(\.isOfSectors).flatMap(\.words)
      }
      ask(choice.id, Array(Set(codes)).sorted())
    }
    for heatmap in study.heatmaps {
      ask(
        heatmap.id,
        heatmap.conditions.filter { $0.column == RecordTerm.sectorColumn }.flatMap(\.words))
    }
  }
}
