internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators
internal import Patterns
internal import Tabulation

/// The questions about patterns: answered from published values alone.
extension StudyRun {
  /// The answers in the order of the study.
  func answers(
    maps: [IndicatorMap], tables: [PublishedCounts], areas: AreaSet, tasks: Int,
    report: inout StudyReport
  ) async throws -> [PatternAnswer] {
    var answers: [PatternAnswer] = []
    for pattern in study.patterns {
      let finder = PatternFinder(pattern.question, tasks: tasks)
      let answer: PatternAnswer?
      if pattern.question.statistic == .trend {
        answer = try await trend(
          pattern, finder, tables: tables, areas: areas, report: &report)
      } else {
        answer = try await Self.clusters(
          of: pattern.indicator?.value, finder, maps: maps, areas: areas)
      }
      guard let answer else { continue }
      report.patterns.append(Self.summary(answer, areas: areas))
      answers.append(answer)
    }
    return answers
  }

  /// Where the values of a map lie together; nil without such a map.
  static func clusters(
    of indicator: String?, _ finder: PatternFinder, maps: [IndicatorMap], areas: AreaSet
  ) async throws -> PatternAnswer? {
    guard let layer = maps.first(where: { $0.layer.indicator.id == indicator })?.layer,
      let places = areas[layer.level]
    else { return nil }
    return try await finder.clusters(
      of: layer, neighbours: AreaNeighbours(finder.question.neighbours, of: places.areas))
  }

  private func trend(
    _ pattern: PatternSpecification, _ finder: PatternFinder, tables: [PublishedCounts],
    areas: AreaSet, report: inout StudyReport
  ) async throws -> PatternAnswer? {
    guard let counts = tables.first(where: { $0.id == pattern.table?.value }),
      let table = study.tables.first(where: { $0.id == counts.id }), let cut = table.period,
      let places = areas[table.level ?? study.level],
      let records = study.records.first(where: { $0.id == table.records.value })
    else { return nil }
    let category = pattern.category?.value
    if let category, let column = table.category,
      !counts.cells.contains(where: { $0.category == category })
    {
      report.absentWords.append(
        StudyReport.AbsentWords(records: records.id, column: column.value, words: [category]))
    }
    return try await Self.trend(
      finder, of: counts, category: category, cut: cut, sources: [records.source], in: places,
      peildatum: study.peildatum)
  }

  /// What rises or falls in the areas of a table of counts per period.
  static func trend(
    _ finder: PatternFinder, of counts: PublishedCounts, category: String?, cut: PeriodCut,
    sources: [String], in places: AreaLayer, peildatum: RecordDate
  ) async throws -> PatternAnswer {
    // A period that the peildatum cuts off has only part of its records.
    let last = cut.label(cut.number(of: RecordDate(day: peildatum.day + 1)) - 1)
    let name = category.map { "\(counts.id), \($0)" } ?? counts.id
    let series = PatternSeries(
      counts, codes: places.areas.map(\.code), name: LocalizedText(nl: name, en: name),
      category: category, sources: sources, seasons: cut == .quarter ? 4 : 1,
      isComplete: { $0 <= last })
    return try await finder.trend(
      of: series, level: places.level, gemeentecodes: places.areas.map(\.gemeentecode))
  }

  /// An answer in sentences.
  static func summary(_ answer: PatternAnswer, areas: AreaSet) -> StudyReport.Pattern {
    let texts = PatternTexts(answer, language: .en)
    let names = Dictionary(
      areas.gemeenten.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let parts = [answer.whole, answer.perCity].flatMap { $0?.parts ?? [] }
    return StudyReport.Pattern(
      id: answer.question.id, level: answer.level,
      sentences: parts.map { part in
        texts.sentence(part, gemeente: part.gemeentecode.map { names[$0] ?? $0 })
      })
  }
}
