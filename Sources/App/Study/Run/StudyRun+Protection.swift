internal import Areas
internal import CSV
internal import Disclosure
internal import Geocoding
internal import Ledger
internal import Tabulation

/// What may be known of records beside the columns of maps.
struct PublishedRecords {
  var tables: [PublishedCounts] = []
  var placings: [PublishedPlacing] = []
  /// By level and column the places of values that are hidden so that others cannot be derived.
  var hidden: [AreaLevel: [String: Set<Int>]] = [:]
  /// What is said of each source, when the tables are saved.
  var said: [LedgerEntry.Source] = []

  /// Hides values of columns.
  mutating func hide(_ columns: [AreaLevel: [String: Set<Int>]]) {
    for (level, columns) in columns {
      hidden[level, default: [:]].merge(columns) { $0.union($1) }
    }
  }

  /// Adds the tables of a source, and what is hidden of its columns.
  mutating func add(
    _ counted: [SourceProtection.Table], _ protection: SourceProtection, rule: DisclosureRule?,
    isSynthetic: Bool
  ) {
    hide(protection.columns)
    for table in counted {
      tables.append(
        PublishedCounts(
          table.levels.map { layer, counts, total in
            PublishedCounts.Level(
              counts, total: total, layer: layer,
              hidden: protection.tables[table.id]?[layer.level] ?? [])
          }, id: table.id, rule: rule, isSynthetic: isSynthetic))
    }
  }
}

extension StudyRun {
  /// Counts the records of a source for the tables of the study.
  func tables(
    of input: StudyInputs.Records, _ byLevel: [AreaLevel: LocatedRecords], in areas: AreaSet
  ) throws -> [SourceProtection.Table] {
    try tableSpecifications(of: input).compactMap {
      try table($0, of: input, byLevel, in: areas)
    }
  }

  private func tableSpecifications(of input: StudyInputs.Records) -> [TableSpecification] {
    study.tables.filter { $0.records.value == input.specification.id }
  }

  /// Counts the records of a source for a table; nil where they are not known in its areas.
  private func table(
    _ wanted: TableSpecification, of input: StudyInputs.Records,
    _ byLevel: [AreaLevel: LocatedRecords], in areas: AreaSet
  ) throws -> SourceProtection.Table? {
    let levels = wanted.levels(in: areas, study: study)
    guard let widest = levels.last.flatMap({ byLevel[$0] }) else { return nil }
    var places = try Tabulator(widest).places(
      category: wanted.category?.value, period: wanted.period.map { ("datum", $0) })
    if countRule != nil {
      try refuseSum(ofCategory: wanted, input: input, columns: widest.columns)
    }
    let hasTotal = wanted.hasTotals && wanted.category != nil
    if hasTotal, places.categories.contains(PublishedCounts.total) {
      throw Failure.categoryIsTotal(table: wanted.id)
    }
    if wanted.category != nil, let rule = countRule {
      places = places.pooling(fewerThan: rule.minimumCount, as: PublishedCounts.other) {
        widest.ordinals[$0] >= 0
      }
    }
    return SourceProtection.Table(
      id: wanted.id, measure: input.known(wanted.measure), category: wanted.category?.value,
      cut: wanted.period, places: places, hasTotal: hasTotal,
      levels: try levels.compactMap { level in
        guard let layer = areas[level], let located = byLevel[level] else { return nil }
        let tabulator = Tabulator(located)
        return (
          layer, try tabulator.table(wanted.measure, at: places),
          hasTotal ? try tabulator.table(wanted.measure, at: places.withoutCategories) : nil
        )
      })
  }

  /// Refuses a table by the numbers of a column that another table adds up, when there are several: what is said of
  /// sums and of counts is not looked at together, and both tell how many records have each number. With one number
  /// besides 0 the sum is audited as a count.
  private func refuseSum(
    ofCategory table: TableSpecification, input: StudyInputs.Records,
    columns: [String: RecordColumn]
  ) throws(Failure) {
    let places = Dictionary(
      input.columns.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
    guard let category = table.category?.value, let place = places[category],
      case .category(_, let words)? = columns[category]?.cells,
      Set(words.compactMap { Double($0) }.filter { $0 != 0 }).count > 1
    else { return }
    for other in study.tables where other.records.value == input.specification.id {
      if case .sum(let column) = other.measure, places[column] == place {
        throw .sumOfCategory(
          records: input.specification.id, column: input.file.header[place], sum: other.id,
          table: table.id)
      }
    }
  }

  /// Finds what must be hidden of all counts of a source.
  func protection(
    _ input: StudyInputs.Records, _ byLevel: [AreaLevel: LocatedRecords], smallest: AreaLevel,
    in areas: AreaSet, terms: [SourceProtection.Term], periods: [RecordPlaces],
    tables: [SourceProtection.Table],
    placing: (layer: AreaLayer, counts: PublishedPlacing)?, placed: Int,
    before: EarlierStatements
  ) throws -> SourceProtection {
    guard let rule = countRule else { return SourceProtection() }
    let id = input.specification.id
    do {
      func protection(
        _ counts: CostlyCounts.Counts, at levels: [AreaLevel: LocatedRecords],
        before: EarlierStatements
      ) throws -> SourceProtection {
        try SourceProtection(
          records: id, at: levels, smallest: smallest, in: areas, terms: counts.terms,
          periods: periods, tables: counts.tables, placing: placing, placed: placed, rule: rule,
          before: before)
      }
      let counts = CostlyCounts.Counts(
        terms: terms, tables: tables, wanted: tableSpecifications(of: input))
      var found = try protection(counts, at: byLevel, before: before)
      if advisesOnLoss {
        var levels = byLevel
        found.costly = CostlyCounts(
          found, of: counts, areas: areas,
          counting: { wanted in
            for level in wanted.levels(in: areas, study: study) where levels[level] == nil {
              levels[level] = lifted(byLevel, from: smallest, to: level, in: areas)
            }
            return try table(wanted, of: input, levels, in: areas)
          },
          unminding: before.statements.isEmpty
            ? nil : { try protection(counts, at: byLevel, before: EarlierStatements()) },
          protecting: { try protection($0, at: levels, before: before) }
        ).told(of: id)
      }
      return found
    } catch let levels as SourceProtection.Levels {
      throw StudyProblems([
        study.problem(
          at: input.specification.file,
          .levelsApart(
            records: id, first: levels.first.plural, second: levels.second.plural))
      ])
    } catch let found as MeasuresToProtect.BelowZero {
      throw Failure.sumBelowZero(records: id, column: found.column)
    } catch let told as ToldOnOtherAreas {
      throw Failure.toldOnOtherAreas(study.ledger?.value ?? "", records: id, told)
    } catch let found as CountsNotSafe {
      throw Failure.countsNotSafe(
        records: id, count: found.count,
        ledger: before.statements.isEmpty ? nil : study.ledger?.value)
    }
  }

  /// The records in the areas of a wider level.
  private func lifted(
    _ byLevel: [AreaLevel: LocatedRecords], from smallest: AreaLevel, to level: AreaLevel,
    in areas: AreaSet
  ) -> LocatedRecords? {
    guard let records = byLevel[smallest], let layer = areas[smallest], let target = areas[level]
    else { return nil }
    return records.lifted(from: layer, to: target, in: areas)
  }
}

extension TableSpecification {
  /// The levels at which the table counts, its own first: with totals also those of CBS above it.
  func levels(in areas: AreaSet, study: StudyFile) -> [AreaLevel] {
    let own = level ?? study.level
    guard hasTotals, !own.isOwn else { return [own] }
    return [own] + AreaLevel.cbs.filter { $0 > own && areas[$0] != nil }
  }
}
