internal import Areas
internal import Tabulation

/// How more of the counts of a source could be told, where most are hidden for others.
///
/// Found by changing one thing and auditing what remains, so that what is told is what will be. At most
/// three things are changed, and fewer are tried where there are many counts.
struct CostlyCounts {
  private typealias Step = StudyReport.Costly.Step
  typealias Change = StudyReport.Costly.Change

  /// What a source counts.
  struct Counts {
    var terms: [SourceProtection.Term]
    var tables: [SourceProtection.Table]
    /// The tables as the study asks for them.
    var wanted: [TableSpecification]
  }

  /// What can be changed.
  fileprivate struct Candidate: Equatable {
    let part: SourceProtection.Part
    let change: Change
  }

  private var steps: [Step] = []
  private var earlier: StudyReport.Costly.Earlier?

  /// How many counts may be audited again in all.
  private static let work = 150_000

  /// - Parameters:
  ///   - counting: a table that is asked for in another way; nil when it cannot be counted so.
  ///   - unminding: what must be hidden when no earlier publication is minded; nil when there is none.
  ///   - protecting: what must be hidden of counts.
  /// - Complexity: that of at most 36 audits; of 3 where there are 50,000 counts or more.
  init(
    _ found: SourceProtection, of counts: Counts, areas: AreaSet,
    counting: (TableSpecification) throws -> SourceProtection.Table?,
    unminding: (() throws -> SourceProtection)?, protecting: (Counts) throws -> SourceProtection
  ) {
    var (found, counts) = (found, counts)
    var rest = min(36, max(3, Self.work / max(found.largeCount, 1)))
    if let unminding, found.hiddenForOthers > 0 {
      rest -= 1
      if let without = try? unminding(), without.hiddenForOthers < found.hiddenForOthers {
        earlier = StudyReport.Costly.Earlier(
          hidden: found.hiddenForOthers, hiddenWithout: without.hiddenForOthers)
      }
    }
    while steps.count < 3, rest > 0, found.isMostlyHidden {
      var best: (step: Step, found: SourceProtection, counts: Counts)?
      for candidate in Self.candidates(counts, areas: areas).prefix(min(12, rest)) {
        rest -= 1
        guard let changed = try? Self.changed(counts, candidate, counting: counting),
          let outcome = try? protecting(changed)
        else { continue }
        let step = Step(candidate, found: found, outcome: outcome)
        // A little less is no advice, and neither is what tells less in all.
        guard outcome.shownCount >= found.shownCount, step.before.hidden > 0,
          4 * step.after.hidden * step.before.all <= 3 * step.before.hidden * step.after.all,
          best.map({ outcome.isBetter(than: $0.found) }) ?? true
        else { continue }
        best = (step, outcome, changed)
      }
      guard let best else { break }
      steps.append(best.step)
      (found, counts) = (best.found, best.counts)
    }
  }

  /// What to tell of a source; nil when there is nothing.
  func told(of records: String) -> StudyReport.Costly? {
    steps.isEmpty && earlier == nil
      ? nil : StudyReport.Costly(records: records, earlier: earlier, steps: steps)
  }

  private static func changed(
    _ counts: Counts, _ candidate: Candidate,
    counting: (TableSpecification) throws -> SourceProtection.Table?
  ) throws -> Counts? {
    var counts = counts
    guard candidate.change != .leaveOut else {
      counts.terms.removeAll { $0.belongs(to: candidate.part) }
      counts.tables.removeAll { $0.belongs(to: candidate.part) }
      return counts
    }
    guard case .table(let id) = candidate.part,
      let place = counts.tables.firstIndex(where: { $0.id == id }),
      let number = counts.wanted.firstIndex(where: { $0.id == id })
    else { return nil }
    switch candidate.change {
    case .leaveOut: break
    case .totals: counts.wanted[number].hasTotals = false
    case .periods: counts.wanted[number].period = nil
    case .level(let level): counts.wanted[number].level = level
    }
    guard let table = try counting(counts.wanted[number]) else { return nil }
    counts.tables[place] = table
    return counts
  }

  /// What can be changed: of tables the totals, then their periods; then what can be left out, those indicators first
  /// that count most records, since what these leave of others is small most often; last the level of tables.
  private static func candidates(_ counts: Counts, areas: AreaSet) -> [Candidate] {
    let tables = counts.tables
    var found = tables.filter { $0.hasTotal || $0.levels.count > 1 }
      .map { Candidate(part: .table($0.id), change: .totals) }
    found += tables.filter { $0.places.periods.count > 1 }
      .map { Candidate(part: .table($0.id), change: .periods) }
    if counts.terms.contains(where: \.isShown) || tables.count > 1 {
      found += (tables.map { SourceProtection.Part.table($0.id) } + parts(counts.terms))
        .map { Candidate(part: $0, change: .leaveOut) }
    }
    found += tables.compactMap { table in
      guard let own = table.levels.first?.layer.level, !own.isOwn,
        let wider = AreaLevel.cbs.filter({ $0 > own && areas[$0] != nil }).min()
      else { return nil }
      return Candidate(part: .table(table.id), change: .level(wider))
    }
    return found
  }

  private static func parts(_ terms: [SourceProtection.Term]) -> [SourceProtection.Part] {
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
    return names.enumerated().filter { names.firstIndex(of: $1) == $0 }
      .sorted {
        (-(records[$0.element] ?? 0), $0.offset) < (-(records[$1.element] ?? 0), $1.offset)
      }
      .map(\.element)
  }
}

extension SourceProtection {
  /// How many counts that the rule does not hide by itself are hidden for others.
  fileprivate var hiddenForOthers: Int { forOthers.values.reduce(0, +) }

  fileprivate var shownCount: Int { largeCount - hiddenForOthers }

  /// Whether more can be shown, or as much and less is hidden.
  fileprivate func isBetter(than other: SourceProtection) -> Bool {
    (shownCount, -hiddenForOthers) > (other.shownCount, -other.hiddenForOthers)
  }

  fileprivate var isMostlyHidden: Bool {
    hiddenForOthers > 0 && 2 * hiddenForOthers >= largeCount
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
  fileprivate init(
    _ candidate: CostlyCounts.Candidate, found: SourceProtection, outcome: SourceProtection
  ) {
    let (names, isTable, level): ([String], Bool, AreaLevel?) =
      switch candidate.part {
      case .indicators(let names, let level): (names, false, level)
      case .table(let id): ([id], true, nil)
      }
    let isLeftOut = candidate.change == .leaveOut
    let hidden = found.forOthers.reduce(0) {
      $0 + (isLeftOut && $1.key.isIn(candidate.part) ? 0 : $1.value)
    }
    self.init(
      change: candidate.change, names: names, isTable: isTable, level: level,
      before: StudyReport.Costly.Counts(
        all: isLeftOut ? outcome.largeCount : found.largeCount, hidden: hidden),
      after: StudyReport.Costly.Counts(all: outcome.largeCount, hidden: outcome.hiddenForOthers))
  }
}
