internal import Composites
internal import Areas
internal import Disclosure
internal import Geocoding
internal import Governance
internal import Indicators
internal import Tables
internal import Tabulation

/// What a study needs, worked out from its file and the catalogue before anything large is read.
struct StudyPlan {
  let study: StudyFile
  let geodata: Geodata
  let indicators: [(indicator: Indicator, level: AreaLevel)]
  /// By the id of an indicator the levels at which the study shows it too.
  let otherLevels: [String: [AreaLevel]]
  let indices: [PlannedIndex]

  /// The ids of the indicators that groups of sectors become.
  let sectorIndicators: Set<String>

  private static let inhabitants = "aantal_inwoners"

  /// The columns of figures that the indicators look at, land area included.
  let figureNames: Set<String>

  /// Resolves the indicators of a study, or notes what is wrong with them.
  init(
    _ study: StudyFile, geodata: Geodata, sectors: SectorPlan, problems: inout [StudyProblem]
  ) {
    self.study = study
    sectorIndicators = Set(sectors.indicators.map(\.id))
    self.geodata = geodata
    var indicators: [(Indicator, AreaLevel)] = []
    var otherLevels: [String: [AreaLevel]] = [:]
    var names: Set<String> = [
      IndicatorEvaluator.landAreaColumn, StudyComparison.inhabitantsColumn,
    ]
    var seen: Set<String> = []
    for choice in study.indicators {
      guard let indicator = geodata.indicators[choice.id.value] else {
        problems.append(
          study.problem(
            at: choice.id,
            .unknownWord(
              key: "indicator", given: choice.id.value,
              nearest: nearestWord(to: choice.id.value, among: geodata.indicators.keys.sorted()),
              allowed: geodata.indicators.keys.sorted())))
        continue
      }
      guard seen.insert(indicator.id).inserted else {
        problems.append(
          study.problem(at: choice.id, .duplicate(key: "indicator", given: indicator.id)))
        continue
      }
      indicators.append((indicator, choice.level ?? study.level))
      let others = choice.otherLevels.filter { $0 != choice.level ?? study.level }
      if !others.isEmpty { otherLevels[indicator.id] = others }
      for term in indicator.formula.terms {
        switch term {
        case .figure(let name):
          names.insert(geodata.aliases.canonical(name))
          if let ground = BlockedColumns.ground(for: name) {
            problems.append(
              study.problem(at: choice.id, .blockedColumn(name, ground: ground.words)))
          }
        case .combined, .neighbours, .indicator: continue
        case .points(let term):
          problems += Self.pointProblems(term, indicator, at: choice.id, study)
        case .records(let term):
          let isCounted = study.records.contains { $0.id == term.records }
          let isDelivered = Self.delivers(indicator, term, study: study)
          if !isCounted, !isDelivered {
            problems.append(
              study.problem(
                at: choice.id, .missingRecords(indicator: indicator.id, records: term.records)))
          } else if isCounted, isDelivered {
            problems.append(
              study.problem(
                at: choice.id, .countedTwice(indicator: indicator.id, records: term.records)))
          }
        }
      }
    }
    problems += DeliveredParts(study, geodata: geodata).problems
    for table in study.tables
    where !study.records.contains(where: { $0.id == table.records.value }) {
      let known = study.records.map(\.id)
      problems.append(
        study.problem(
          at: table.records,
          .unknownWord(
            key: "records", given: table.records.value,
            nearest: nearestWord(to: table.records.value, among: known), allowed: known)))
    }
    let checks = IndexChecks(study, geodata: geodata)
    problems += checks.problems
    for index in checks.indices {
      for member in index.definition.members.map(\.indicator) {
        for term in member.formula.terms {
          if case .figure(let name) = term { names.insert(geodata.aliases.canonical(name)) }
          guard case .points(let term) = term, !seen.contains(member.id) else { continue }
          problems += Self.pointProblems(term, member, at: index.choice.origin, study)
        }
      }
    }
    if checks.indices.contains(where: { $0.definition.frame == .urbanity }) {
      names.insert(IndexFrames.urbanityColumn)
    }
    problems += PatternChecks(study, indices: checks.indices).problems
    problems += HeatmapChecks(study).problems
    if study.heatmaps.contains(where: \.settings.isRelative) { names.insert(Self.inhabitants) }
    self.indicators = indicators
    self.otherLevels = otherLevels
    self.indices = checks.indices
    self.figureNames = names
  }

  /// The indicators at every level at which the study asks for them: each first at its own.
  var shown: [(indicator: Indicator, level: AreaLevel)] { Self.shown(indicators, otherLevels) }

  private static func shown(
    _ indicators: [(indicator: Indicator, level: AreaLevel)], _ others: [String: [AreaLevel]]
  ) -> [(indicator: Indicator, level: AreaLevel)] {
    indicators.flatMap { indicator, level in
      ([level] + (others[indicator.id] ?? [])).map { (indicator, $0) }
    }
  }

  /// What stands in the way of measuring from areas to points.
  private static func pointProblems<Value>(
    _ term: PointTerm, _ indicator: Indicator, at place: Located<Value>, _ study: StudyFile
  ) -> [StudyProblem] {
    guard let records = study.records.first(where: { $0.id == term.records }) else {
      return [
        study.problem(at: place, .missingRecords(indicator: indicator.id, records: term.records))
      ]
    }
    // Distances from several centres tell where a record lies.
    guard records.isOpen || study.audience == .intern else {
      return [
        study.problem(
          at: place, .pointsNotOpen(indicator: indicator.id, records: term.records))
      ]
    }
    return []
  }

  /// What the indicators and the members of indices measure from areas to points of some records.
  func pointTerms(_ id: String) -> [(term: PointTerm, indicator: String)] {
    let members = indices.flatMap(\.definition.members).map(\.indicator)
    var seen: Set<PointTerm> = []
    return (indicators.map(\.indicator) + members).flatMap { indicator in
      indicator.formula.terms.compactMap { term in
        if case .points(let term) = term, term.records == id, seen.insert(term).inserted {
          (term, indicator.id)
        } else {
          nil
        }
      }
    }
  }

  /// The terms that count records of a specification, with the level on which each is wanted.
  func recordTerms(_ id: String) -> [(term: RecordTerm, indicator: Indicator, level: AreaLevel)] {
    shown.flatMap { indicator, level in
      indicator.formula.terms.compactMap { term in
        if case .records(let term) = term, term.records == id {
          (term, indicator, level)
        } else {
          nil
        }
      }
    }
  }

  /// The indicators that are made of a column of counts of records.
  func indicators(countedIn columnID: String, of id: String) -> [String] {
    recordTerms(id).filter { $0.term.columnID == columnID }.map(\.indicator.id)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The terms that indicators compare with those of whole gemeenten. Different things, such as addresses, do
  /// not add up over areas, so these are compared within their own level alone.
  func wholeTerms(_ id: String) -> [(term: RecordTerm, indicator: Indicator, level: AreaLevel)] {
    recordTerms(id).compactMap { term, indicator, level in
      if case .distinct = term.tabulationMeasure { return nil }
      return indicator.formula.comparesWithOthers && level != .gemeente
        ? (term, indicator, .gemeente) : nil
    }
  }

  /// A column of records, as what it is read, and the indicator, table or heatmap that looks at it.
  typealias WantedColumn = (name: String, kind: RecordColumn.Kind, indicator: String)

  /// The columns of records that their terms look at, and as what.
  func recordColumns(_ id: String) -> [WantedColumn] {
    Dictionary(grouping: columnUses(id), by: \.name).values.compactMap(\.first)
      .sorted { $0.name < $1.name }
  }

  /// The columns that two read as something else: as days and as words.
  func contradictoryColumns(_ id: String) -> [(first: WantedColumn, second: WantedColumn)] {
    Dictionary(grouping: columnUses(id), by: \.name).values.compactMap { uses in
      uses.first { $0.kind != uses[0].kind }.map { (uses[0], $0) }
    }.sorted { $0.first.name < $1.first.name }
  }

  private func columnUses(_ id: String) -> [WantedColumn] {
    func column(_ measure: Tabulation.Measure, _ user: String) -> [WantedColumn] {
      switch measure {
      case .count: []
      case .distinct(let column): [(column, .category, user)]
      case .sum(let column): [(column, .number, user)]
      }
    }
    var uses: [WantedColumn] = []
    for table in study.tables.reversed() where table.records.value == id {
      uses += column(table.measure, table.id)
      if table.period != nil { uses.append(("datum", .date, table.id)) }
      if let category = table.category { uses.append((category.value, .category, table.id)) }
    }
    for (term, indicator) in pointTerms(id).reversed() {
      if term.months != nil { uses.append(("datum", .date, indicator)) }
      uses += term.among.map { ($0.column, .category, indicator) }
    }
    for (term, indicator, _) in recordTerms(id).reversed() {
      uses += column(term.tabulationMeasure, indicator.id)
      uses += term.conditions(peildatum: study.peildatum).flatMap(\.columns).map {
        ($0.name, $0.kind, indicator.id)
      }
    }
    for heatmap in study.heatmaps where heatmap.records.value == id {
      let own = heatmap.id.value
      uses += heatmap.conditions.map { ($0.column, .category, own) }
      if let weight = heatmap.weight { uses.append((weight, .number, own)) }
      if heatmap.months != nil { uses.append(("datum", .date, own)) }
    }
    return uses
  }
}

extension RecordTerm {
  /// The conditions of the term on a given day.
  func conditions(peildatum: RecordDate) -> [Condition] {
    let among = among.map { among in
      among.isOfSectors
        ? Condition.sector(column: among.column, codes: among.words)
        : Condition.among(column: among.column, words: among.words)
    }
    let limits = limits.map {
      Condition.number(column: $0.column, least: $0.least, below: $0.below)
    }
    let time = time(peildatum: peildatum)
    let shared = leastAtAddress.map {
      [Condition.sharedAddress(column: Self.addressColumn, minimum: $0, among: time)]
    }
    return among + limits + time + (shared ?? [])
  }

  /// The name under which the addresses of records are read; no column of a file is called so.
  static let addressColumn = "@adres"

  private func time(peildatum: RecordDate) -> [Condition] {
    let (start, end) = ("startdatum", "einddatum")
    switch period {
    case .any: return []
    case .active: return [.active(start: start, end: end, on: peildatum)]
    case .changed(let months):
      return [.changed(start: start, end: end, in: DayPeriod(months: months, through: peildatum))]
    case .begun(let months):
      return [.begun(start: start, in: DayPeriod(months: months, through: peildatum))]
    case .ended(let months):
      return [.ended(end: end, in: DayPeriod(months: months, through: peildatum))]
    case .dated: return period(peildatum: peildatum)
    }
  }

  /// The condition that a record is of the time that the term asks for, whatever its kind; none when
  /// the term does not look at the dates of events.
  func period(peildatum: RecordDate) -> [Condition] {
    datedMonths.map {
      [.dated(column: "datum", in: DayPeriod(months: $0, through: peildatum))]
    } ?? []
  }

  /// How many months of events the term counts.
  var datedMonths: Int? {
    if case .dated(let months) = period { months } else { nil }
  }

  /// The columns in which none of the words asked for occurs, in no record at all: a sign of another
  /// spelling, so that a count of zero would mislead.
  func absentWords(in records: LocatedRecords) -> [StudyReport.AbsentWords] {
    among.compactMap { condition in
      guard case .category(_, let words)? = records.columns[condition.column]?.cells,
        records.count > 0
      else { return nil }
      let occurs = words.contains { word in
        condition.words.contains { pattern in
          condition.isOfSectors
            ? SectorCode.digits(of: word).map { SectorCode.matches(pattern, $0) } ?? false
            : WordPattern.matches(pattern, word)
        }
      }
      return occurs
        ? nil
        : StudyReport.AbsentWords(
          records: self.records, column: condition.column, words: condition.words)
    }
  }

  var tabulationMeasure: Tabulation.Measure {
    switch measure {
    case .count: .count
    case .distinct(let column): .distinct(column: column)
    case .sum(let column): .sum(column: column)
    }
  }
}

extension BlockedColumns.Ground {
  /// What the column holds, in words.
  var words: String {
    switch self {
    case .origin: "where people come from"
    case .nationality: "of which country people are citizens"
    case .religion: "what people believe"
    }
  }
}

extension StudyFile {
  /// A problem at a place in this file.
  func problem<Value>(at place: Located<Value>, _ fact: StudyProblem.Fact) -> StudyProblem {
    place.problem(fact, in: path)
  }
}
