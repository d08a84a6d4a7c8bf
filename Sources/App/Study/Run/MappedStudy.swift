internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators
internal import Tabulation

/// What a study comes to before anything is written: published values and the maps of them.
struct MappedStudy {
  let document: MapDocument
  let published: [AreaLevel: PublishedTable]
  /// The maps at the level that the study asks for.
  let maps: [IndicatorMap]
  /// The composite indices; their maps are among the others.
  let indices: [MappedIndex]
  /// The maps of the same indicators at the other levels.
  let wider: [IndicatorMap]
  /// The indicators that are on no other level than the study names, by id.
  var protectedIDs: Set<String> = []
  /// The indicators of groups of sectors, by id.
  let sectorIDs: Set<String>
  let tables: [PublishedCounts]
  let placings: [PublishedPlacing]
  let records: [StudyInputs.Records]
  let addresses: AddressSource?
  /// The ledger of the study, for an audience from which counts are hidden.
  let ledger: StudyLedger?
  let report: StudyReport
  /// Makes what the run saves for others, with the heatmaps that were made; nil when the study does not ask for it.
  let saved: ((_ heatmaps: [StudyRun.StudyHeatmap]) throws -> [UInt8])?
}

extension StudyRun {
  /// Reads the files of the study and makes its maps; nothing is written.
  /// - Parameter sharesChoices: whether it is found out which choice accounts for how much of what is not
  ///   sure about indices.
  func mapped(tasks: Int, sharesChoices: Bool = true) async throws -> MappedStudy {
    let (plan, inputs, all, kept, checks) = try prepared()
    var report = StudyReport()
    let areas = try repaired(kept, checks, report: &report)
    var bases = Dictionary(
      uniqueKeysWithValues: areas.layers.map { ($0.level, BaseTable($0)) })
    addFigures(of: areas, to: &bases)
    let delivered = try addFigureFiles(
      inputs.figures, plan: plan, areas: areas, to: &bases, report: &report)
    var ledger = try StudyLedger(self)
    let deliveries = try protectedDeliveries(
      delivered, of: inputs, bases: bases, areas: areas, ledger: &ledger)
    report.undeclaredParts = deliveries.undeclared
    var counted = try await addRecords(
      inputs, plan: plan, ledger: &ledger, all: all, areas: areas, tasks: tasks, to: &bases,
      report: &report)
    counted.hide(deliveries.hidden)
    report.losses += deliveries.losses
    try await addPoints(
      inputs.records, plan: plan, areas: areas, tasks: tasks, to: &bases)

    let borders = try borders(plan, areas: areas)
    let published = Dictionary(
      uniqueKeysWithValues: bases.map { level, base in
        (
          level,
          PublishedTable(
            base, for: study.audience, rule: countRule, hiding: counted.hidden[level] ?? [:])
        )
      })
    let document = MapDocument(study, areas: areas, isConcept: release == nil)
    let maker = MapMaker(
      published: published, borders: borders, document: document, method: study.classification,
      classCount: study.classCount)
    var maps: [IndicatorMap] = []
    var wider: [IndicatorMap] = []
    for (indicator, level) in plan.indicators {
      maker.add(
        indicator, level: level, others: plan.otherLevels[indicator.id] ?? [],
        isProtected: plan.isProtected(indicator),
        given: study.indicators.first { $0.id.value == indicator.id }?.breaks, to: &maps,
        and: &wider)
    }
    try refuseEmpty(maps, published: published)
    try refuseConstant(maps)
    let indices = try await mappedIndices(
      plan, maker: maker, country: try country(plan, inputs: inputs, all: all), tasks: tasks,
      sharesChoices: sharesChoices)
    maps += indices.map(\.map)
    wider += indices.flatMap(\.wider)
    report.indices = indices.compactMap { StudyReport.Index($0) }
    let told = maps.flatMap { map in
      [map]
        + wider.filter {
          let indicator = $0.layer.indicator
          return indicator.id == map.layer.indicator.id
            && plan.otherLevels[indicator.id]?.contains($0.layer.level) ?? false
        }
    }
    report.maps = told.map {
      StudyReport.Map($0, gemeenten: areas.gemeenten, wholes: published[.gemeente])
    }
    return MappedStudy(
      document: document, published: published, maps: maps, indices: indices, wider: wider,
      protectedIDs: Set(plan.indicators.map(\.indicator).filter(plan.isProtected).map(\.id)),
      sectorIDs: Set(sectors.indicators.map(\.id)),
      tables: counted.tables, placings: counted.placings, records: inputs.records,
      addresses: inputs.addresses, ledger: ledger, report: report,
      saved: study.exports.contains(.published)
        ? { [report, counted] heatmaps in
          try saved(
            plan, published: published, counted: counted, indices: indices, report: report,
            document: document, heatmaps: heatmaps)
        } : nil)
  }

  /// Of fewer areas than this the same rounded figure in all may well be true.
  private static let fewAreas = 5

  /// Refuses a map of figures with the same number in all areas: a column that is filled in, or taken for
  /// another. None of something may be true everywhere, and so may a number of records; the report tells.
  private func refuseConstant(_ maps: [IndicatorMap]) throws {
    let problems = maps.compactMap { map -> StudyProblem? in
      let indicator = map.layer.indicator
      let count = map.layer.values.count { $0.value != nil }
      guard let value = map.layer.constant, value != 0, count >= Self.fewAreas,
        !indicator.formula.usesRecords,
        let choice = study.indicators.first(where: { $0.id.value == indicator.id })
      else { return nil }
      let terms = [indicator.formula.numerator, indicator.formula.denominator]
      let columns = terms.compactMap(\.self).flatMap(\.leaves).compactMap { term in
        if case .figure(let name) = term { name } else { nil }
      }
      return study.problem(
        at: choice.id,
        .constantIndicator(
          indicator.id, level: map.layer.level.rawValue, count: count, columns: columns))
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
  }

  /// Refuses a map of figures without a single one; where records are counted, none may be all there is.
  private func refuseEmpty(
    _ maps: [IndicatorMap], published: [AreaLevel: PublishedTable]
  ) throws {
    let problems = maps.compactMap { map -> StudyProblem? in
      let indicator = map.layer.indicator
      guard !indicator.formula.usesRecords, map.layer.values.allSatisfy({ $0.status == .noData }),
        let choice = study.indicators.first(where: { $0.id.value == indicator.id })
      else { return nil }
      let columns = indicator.formula.terms.compactMap { term in
        if case .figure(let name) = term { name } else { nil }
      }
      let figures = published[map.layer.level]?.columns
      let empty = columns.filter { name in
        figures?[name]?.figures.allSatisfy { $0.number == nil } ?? true
      }
      return study.problem(
        at: choice.id,
        .emptyIndicator(
          indicator.id, level: map.layer.level.rawValue,
          columns: empty.isEmpty ? columns : empty))
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
  }
}
