internal import Areas
internal import Disclosure
internal import Tabulation

/// What tables and the indicators of maps say.
extension SourceStatements {
  /// Adds the counts of tables, at all their levels.
  mutating func addTables() {
    for (number, table) in tables.enumerated() {
      for (layer, counts, total) in table.levels {
        guard let members = units.ofAreas[layer.level] else { continue }
        for category in counts.categories.indices {
          add(table, number, at: layer, members, counts, category: category)
        }
        if let total { add(table, number, at: layer, members, total, category: nil) }
      }
    }
  }

  /// Adds one category of a table at one level, or all together when it is nil.
  private mutating func add(
    _ table: SourceProtection.Table, _ number: Int, at layer: AreaLayer, _ members: [[Int]],
    _ source: CountTable, category: Int?
  ) {
    let answers = partition.places[terms.count + number]
    let periods = table.places.periods.count
    let own = LossCounts.Part(subject: .table(table.id), level: layer.level)
    let place = category ?? 0
    // Contributors of several areas or periods are not as many as those of each together.
    if layer.level == table.levels.first?.layer.level, !measures.isByContributor(table.measure) {
      let contributions = (0..<periods).map { period in
        layer.areas.indices.map {
          source.contributions(area: $0, category: place, period: period)
        }
      }
      for counts in contributions { lost.widen(counts, of: own, layer: layer) }
      if periods > 1 {
        let all = layer.areas.indices.map { area in contributions.reduce(0) { $0 + $1[area] } }
        lost.pool(all, of: own, layer: layer)
      }
    }
    for period in 0..<periods {
      let kinds = allKinds.filter { kind in
        let answer = Int(answers[kind])
        return answer >= 0 && answer % periods == period
          && (category == nil || answer / periods == category)
      }
      let figures = layer.areas.indices.map {
        PublishedFigure(source, area: $0, category: place, period: period, rule: rule)
      }
      lost.add(figures, of: own, layer: layer) { [rule] area in
        .rule(rule.reason(hiding: source, area: area, category: place, period: period) ?? .few)
      }
      let shown = category ?? table.places.categories.count
      add(
        table.measure, kinds: kinds, at: layer, members,
        group: group(terms.count + number, isTotal: category == nil), figures: figures,
        table: number,
        about: .table(table, layer, category: shown, period: period))
    }
  }

  /// Adds the counts of indicators.
  mutating func addTerms() {
    for (number, term) in terms.enumerated() {
      guard let layer = areas[term.level], let members = units.ofAreas[term.level] else { continue }
      let lows = term.lows(rule)
      let figures = layer.areas.indices.map {
        lows[$0] != nil ? .suppressed : PublishedFigure(term.table, area: $0, rule: rule)
      }
      for area in lows.indices where lows[area] != nil {
        nearlyAll[term.level, default: [:]][term.columnID, default: []].insert(area)
      }
      let own = LossCounts.Part(subject: .indicators(term.indicators), level: term.level)
      lost.add(figures, of: own, layer: layer, isCovered: term.isCovered) { [rule] area in
        rule.reason(hiding: term.table, area: area).map(StudyReport.Loss.Why.rule) ?? .nearlyAll
      }
      // What is counted to compare with alone is nobody's to count otherwise.
      if term.isShown, !measures.isByContributor(term.measure) {
        lost.widen(
          layer.areas.indices.map { term.table.contributions(area: $0) }, of: own, layer: layer,
          isCovered: term.isCovered)
      }
      add(
        term.measure, kinds: allKinds.filter { partition.places[number][$0] >= 0 }, at: layer,
        zip(members, term.isCovered).map { $1 ? $0 : nil }, group: group(number, isTotal: false),
        figures: figures, lows: lows, table: nil, about: .column(term, layer))
    }
  }

  /// Adds a count per area, and what it measures when that is something else.
  private mutating func add(
    _ measure: Tabulation.Measure, kinds: [Int], at layer: AreaLayer, _ members: [[Int]?],
    group: Int, figures: [PublishedFigure], lows: [Int?] = [], table: Int?,
    about subject: Subject
  ) {
    kindsTold.append(kinds)
    counts.add(
      measures.stated(measure), kinds: kinds, units: members, group: group, figures: figures,
      lows: measures.isCount(measure) ? lows : [],
      isSumByContributor: measures.isCountByContributor(measure))
    measures.add(
      measure, kinds: kinds, level: layer.level, units: members, group: group, figures: figures,
      subject: subjects.count, rule: rule)
    note(subject)
    if measures.isCount(measure) {
      counted.append(
        CountRests.Count(kinds: kinds, level: layer.level, units: members, table: table))
    }
  }
}
