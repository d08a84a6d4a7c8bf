internal import Areas
internal import CSV
internal import Disclosure
internal import Geocoding
internal import Governance
internal import Indicators
internal import Tables
internal import Tabulation

extension StudyRun {
  func addRecords(
    _ inputs: StudyInputs, plan: StudyPlan, ledger: inout StudyLedger?, all: AreaSet,
    areas: AreaSet, tasks: Int,
    to bases: inout [AreaLevel: BaseTable], report: inout StudyReport
  ) async throws -> PublishedRecords {
    var published = PublishedRecords()
    report.sums = sums
    for input in inputs.records {
      let level: AreaLevel =
        if case .columns(.code(_, let level), _) = input.place {
          level
        } else {
          areas.layers.first?.level ?? study.level
        }
      guard let layer = areas[level], let everywhere = all[level] else { throw Failure.noAreas }
      let isSaved = study.exports.contains(.published) && countRule != nil
      let identity = ledger != nil || isSaved ? try RecordIdentity(input) : nil
      let earlier = try identity.flatMap { identity in
        try ledger?.earlier(
          of: input, known: identity, in: areas, and: inputs.earlierAreas,
          measures: measures(of: input, plan))
      }
      let records = try await RecordReader(
        file: input.file, placing: input.placing(in: everywhere),
        columns: input.columns + (earlier?.columns ?? [])
      ).read(tasks: tasks, countingPointsIn: layer).restricted(from: everywhere, to: layer)
      try refusePersonalData(records, input: input)
      report.add(sectors.foreignCodes(in: records, of: input.specification.id))
      let byLevel = try await placedByLevel(
        records, in: layer, input: input, earlier: earlier, plan: plan, all: all, areas: areas,
        tasks: tasks)
      var counted: [SourceProtection.Term] = []
      var done: Set<String> = []
      var coverages: [String: Coverage] = [:]
      // By the number of months.
      var numbers: [Int: Int] = [:]
      var periods: [RecordPlaces] = []
      let terms = plan.recordTerms(input.specification.id)
      let wholes = plan.wholeTerms(input.specification.id)
      for (number, (term, indicator, level)) in (terms + wholes).enumerated() {
        guard done.insert("\(level) \(term.columnID)").inserted, let wanted = areas[level] else {
          continue
        }
        guard let lifted = byLevel[level] else {
          // Areas that do not belong to gemeenten are compared with each other.
          if number >= terms.count { continue }
          throw StudyProblems([
            study.problem(
              at: input.specification.file,
              .unusableFile(
                input.file.path,
                reason: "its records lie in \(layer.level.plural), and indicator "
                  + "'\(indicator.id)' is asked for \(level.plural)."))
          ])
        }
        let absent = term.absentWords(in: lifted)
        if !absent.isEmpty, number < terms.count {
          report.absentWords.append(contentsOf: absent)
        }
        // Under a rule that none has the words is as little told as that few have.
        if !absent.isEmpty, countRule == nil {
          bases[level]?.add(
            BaseColumn(
              open: Array(repeating: .missing(.noData), count: wanted.areas.count),
              source: input.specification.source,
              isSynthetic: input.specification.isSynthetic), id: term.columnID)
          continue
        }
        let conditions = term.conditions(peildatum: study.peildatum)
        let table = try Tabulator(lifted).table(term.tabulationMeasure, where: conditions)
        let months = term.datedMonths
        let key = "\(level) \(months ?? -1)"
        let coverage =
          try coverages[key]
          ?? Coverage(
            Tabulator(lifted).table(.count, where: term.period(peildatum: study.peildatum)),
            in: wanted,
            minimum: countRule?.minimumCount ?? 1)
        coverages[key] = coverage
        report.add(
          StudyReport.NotCovered(
            records: input.specification.id, months: months,
            gemeenten: areas.gemeenten.filter { coverage.absent.contains($0.code) }.map(\.name)))
        bases[level]?.add(
          BaseColumn(
            counts: table, coverage: coverage, source: input.specification.source,
            isSynthetic: input.specification.isSynthetic), id: term.columnID)
        var periodNumber: Int?
        if let months, countRule != nil {
          if numbers[months] == nil {
            numbers[months] = periods.count
            periods.append(
              try Tabulator(lifted).places(where: term.period(peildatum: study.peildatum)))
          }
          periodNumber = numbers[months]
        }
        counted.append(
          SourceProtection.Term(
            level: level, columnID: term.columnID,
            indicators: plan.indicators(countedIn: term.columnID, of: input.specification.id),
            isShown: number < terms.count, measure: input.known(term.tabulationMeasure),
            conditions: conditions, places: try Tabulator(lifted).places(where: conditions),
            table: table, isCovered: coverage.isCovered, period: periodNumber,
            wholes: publicWholes(of: term, at: level, in: terms, bases[level], areas: wanted)))
      }
      let tables = try tables(of: input, byLevel, in: areas)
      // At the level of the maps.
      let mapped = plan.recordTerms(input.specification.id).first?.level ?? study.level
      guard let target = areas[byLevel[mapped] == nil ? max(mapped, layer.level) : mapped],
        let lifted = byLevel[target.level] ?? records.lifted(from: layer, to: target, in: areas)
      else { throw Failure.noAreas }
      var quality = PlacingReport(lifted, layer: target, input: input, rule: countRule)
      let then = try await earlier?.placed(input, tasks: tasks) ?? [:]
      let withThen = earlier?.adding(to: areas) ?? areas
      let protection = try protection(
        input,
        byLevel.merging([(layer.level, records), (target.level, lifted)]) { own, _ in own }
          .merging(then) { own, _ in own },
        smallest: layer.level, in: withThen, terms: counted, periods: periods, tables: tables,
        placing: quality.isPublished ? (target, quality.published) : nil,
        placed: records.counts.placed,
        before: try earlier?.statements(
          of: byLevel.merging(then) { own, _ in own }, in: withThen) ?? EarlierStatements())
      if let identity {
        let said = StudyLedger.said(
          protection, of: input, known: identity, areas: areas, key: key)
        ledger?.add(said, protection, earlier: earlier, areas: areas)
        if isSaved { published.said.append(said) }
      }
      quality.published = quality.published.hiding(protection.codes)
      if quality.isPublished { published.placings.append(quality.published) }
      published.add(
        tables, protection, rule: countRule, isSynthetic: input.specification.isSynthetic)
      report.losses += protection.losses
      report.costly += protection.costly.map { [$0] } ?? []
      report.records.append(
        StudyReport.Records(
          id: input.specification.id, counts: records.counts,
          unreadable: input.columns.compactMap { column in
            records.columns[column.name].flatMap {
              $0.unreadable > 0 ? (column.name, $0.unreadable) : nil
            }
          },
          placement: input.place.description(
            header: input.file.columnNames(asked: study.askedColumns)),
          contributor: input.contributor, quality: quality,
          hidesPlaced: protection.hidesPlaced, hidesCounts: protection.hidesCounts))
    }
    return published
  }

  /// All that the study measures of a source.
  private func measures(
    of input: StudyInputs.Records, _ plan: StudyPlan
  ) -> Set<Tabulation.Measure> {
    let id = input.specification.id
    return Set(plan.recordTerms(id).map(\.term.tabulationMeasure))
      .union(study.tables.filter { $0.records.value == id }.map(\.measure))
  }

  /// The records in the areas of every level that is asked for: where their areas belong or, when those
  /// are no parts of others, placed again by their coordinates.
  private func placedByLevel(
    _ records: LocatedRecords, in layer: AreaLayer, input: StudyInputs.Records,
    earlier: EarlierSource?, plan: StudyPlan, all: AreaSet, areas: AreaSet, tasks: Int
  ) async throws -> [AreaLevel: LocatedRecords] {
    let terms = plan.recordTerms(input.specification.id)
    var wanted = Set(terms.map(\.level)).union(terms.isEmpty ? [study.level] : [])
    for table in study.tables where table.records.value == input.specification.id {
      wanted.formUnion(table.levels(in: areas, study: study))
    }
    wanted.formUnion(earlier?.levels ?? [])
    // A total of gemeenten is among what is said of placing.
    if study.audience != .intern { wanted.insert(.gemeente) }
    var placed: [AreaLevel: LocatedRecords] = [:]
    for level in wanted.sorted() {
      guard let target = areas[level] else { continue }
      if let lifted = records.lifted(from: layer, to: target, in: areas) {
        placed[level] = lifted
      } else if level.isOwn, input.hasCoordinates, let everywhere = all[level] {
        placed[level] = try await RecordReader(
          file: input.file, placing: input.placing(in: everywhere),
          columns: input.columns + (earlier?.columns ?? [])
        ).read(tasks: tasks, countingPointsIn: target).restricted(from: everywhere, to: target)
      }
    }
    return placed
  }
}

extension StudyRun {
  /// Of each area the smallest open number of which indicators say what share those are that a term counts.
  private func publicWholes(
    of term: RecordTerm, at level: AreaLevel,
    in terms: [(term: RecordTerm, indicator: Indicator, level: AreaLevel)], _ bases: BaseTable?,
    areas: AreaLayer
  ) -> [Int?] {
    var wholes = [Int?](repeating: nil, count: areas.areas.count)
    for (other, indicator, own) in terms
    where own == level && other.columnID == term.columnID && indicator.formula.kind == .share {
      guard indicator.formula.numerator == .records(other),
        case .figure(let name)? = indicator.formula.denominator,
        let figures = bases?.openNumbers(name)
      else { continue }
      for (area, number) in figures.enumerated() {
        guard let number, number > 0 else { continue }
        let whole = Int(min(number.rounded(), 1e15))
        wholes[area] = min(wholes[area] ?? whole, whole)
      }
    }
    return wholes
  }
}

extension StudyInputs.Records {
  /// A measure of the first of the columns that are one column of the file, so that what two names say of it is
  /// looked at together.
  func known(_ measure: Tabulation.Measure) -> Tabulation.Measure {
    func first(_ name: String) -> String {
      guard let own = columns.first(where: { $0.name == name }) else { return name }
      return columns.first { $0.index == own.index && $0.kind == own.kind }?.name ?? name
    }
    switch measure {
    case .count: return .count
    case .distinct(let column): return .distinct(column: first(column))
    case .sum(let column): return .sum(column: first(column))
    }
  }
}
