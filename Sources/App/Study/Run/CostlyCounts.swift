internal import Areas
internal import Tabulation

/// Which counts of a source make that most others are hidden, and what would be without them.
///
/// Found by leaving each out and auditing what remains, so that what is told is what will be. At most
/// three are left out, and fewer are tried where there are many counts.
struct CostlyCounts {
  private typealias Step = StudyReport.Costly.Step

  private var steps: [Step] = []

  /// How many counts may be audited again in all.
  private static let work = 150_000

  /// - Parameter protecting: what must be hidden of counts.
  /// - Complexity: that of at most 36 audits; of 3 where there are 50,000 counts or more.
  init(
    _ found: SourceProtection, terms: [SourceProtection.Term], tables: [SourceProtection.Table],
    protecting: ([SourceProtection.Term], [SourceProtection.Table]) throws -> SourceProtection
  ) {
    var (found, terms, tables) = (found, terms, tables)
    var rest = min(36, max(3, Self.work / max(found.largeCount, 1)))
    while steps.count < 3, rest > 0, Self.isMostlyHidden(found) {
      var best: (step: Step, found: SourceProtection, part: SourceProtection.Part)?
      for part in Self.parts(terms, tables).prefix(min(12, rest)) {
        rest -= 1
        guard
          let without = try? protecting(
            terms.filter { !$0.belongs(to: part) }, tables.filter { !$0.belongs(to: part) })
        else { continue }
        let before = found.forOthers.reduce(0) { $0 + ($1.key.isIn(part) ? 0 : $1.value) }
        let step = Step(
          part, others: without.largeCount, before: before,
          after: without.forOthers.values.reduce(0, +))
        // A little less is no advice.
        guard 4 * step.after <= 3 * before, before > 0 else { continue }
        if best.map({ step.after < $0.step.after }) ?? true { best = (step, without, part) }
      }
      guard let best else { break }
      steps.append(best.step)
      terms.removeAll { $0.belongs(to: best.part) }
      tables.removeAll { $0.belongs(to: best.part) }
      found = best.found
    }
  }

  /// What to tell of a source; nil when there is nothing.
  func told(of records: String) -> StudyReport.Costly? {
    steps.isEmpty ? nil : StudyReport.Costly(records: records, steps: steps)
  }

  private static func isMostlyHidden(_ found: SourceProtection) -> Bool {
    let hidden = found.forOthers.values.reduce(0, +)
    return hidden > 0 && 2 * hidden >= found.largeCount
  }

  /// What can be left out: tables, then indicators, those that count most records first, since what these leave
  /// of others is small most often.
  private static func parts(
    _ terms: [SourceProtection.Term], _ tables: [SourceProtection.Table]
  ) -> [SourceProtection.Part] {
    var records: [SourceProtection.Part: Int] = [:]
    // What is counted to compare with alone belongs to no indicator at that level.
    for term in terms where term.isShown {
      records[term.part, default: 0] += term.isCovered.indices.reduce(0) {
        $0 + term.table.contributions(area: $1)
      }
    }
    var names: [SourceProtection.Part] = []
    for term in terms where term.isShown {
      names.append(term.part)
      let levels = terms.count { $0.isShown && $0.indicators == term.indicators }
      let everywhere = SourceProtection.Part.indicators(term.indicators, nil)
      if levels > 1 {
        names.append(everywhere)
        records[everywhere] = records[term.part]
      }
    }
    return tables.map { .table($0.id) }
      + names.enumerated().filter { names.firstIndex(of: $1) == $0 }
      .sorted {
        (-(records[$0.element] ?? 0), $0.offset) < (-(records[$1.element] ?? 0), $1.offset)
      }
      .map(\.element)
  }
}

extension SourceProtection.Part {
  /// Whether it is left out with another.
  fileprivate func isIn(_ other: SourceProtection.Part) -> Bool {
    if case (.indicators(let own, _), .indicators(let names, nil)) = (self, other) {
      return own == names
    }
    return self == other
  }
}

extension SourceProtection.Term {
  fileprivate var part: SourceProtection.Part { .indicators(indicators, level) }

  fileprivate func belongs(to part: SourceProtection.Part) -> Bool { self.part.isIn(part) }
}

extension SourceProtection.Table {
  fileprivate func belongs(to part: SourceProtection.Part) -> Bool { part == .table(id) }
}

extension StudyReport.Costly.Step {
  fileprivate init(_ part: SourceProtection.Part, others: Int, before: Int, after: Int) {
    let (names, isTable, level): ([String], Bool, AreaLevel?) =
      switch part {
      case .indicators(let names, let level): (names, false, level)
      case .table(let id): ([id], true, nil)
      }
    self.init(
      names: names, isTable: isTable, level: level, others: others, before: before, after: after)
  }
}
