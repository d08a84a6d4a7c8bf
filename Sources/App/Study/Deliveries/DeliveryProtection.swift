internal import Areas
internal import Disclosure
internal import Tabulation

/// All delivered counts that are parts of each other, as a study publishes them: brought together, so that what one
/// says does not tell what another hides.
///
/// What lies in a wider area and in none of its smaller ones is taken as known to everybody: mostly it is nothing, and
/// an outsider may go by that.
struct DeliveryProtection {
  /// What is hidden so that other counts cannot be derived, by column.
  private(set) var columns: [AreaLevel: [String: Set<Int>]] = [:]
  /// What became of what earlier publications said.
  private(set) var earlier = CountStatements.Earlier()

  /// Finds what must be hidden.
  /// - Throws: ``CountsNotSafe``.
  init(
    _ family: DeliveredFamily, _ values: DeliveredValues, in units: DeliveredUnits, areas: AreaSet,
    rule: DisclosureRule
  ) throws {
    var statements = CountStatements(
      CountPartition(counts: values.values, kindCount: values.kindCount), rule: rule)
    var subjects: [(column: String, level: AreaLevel)?] = []
    var counted: [CountRests.Count] = []
    var countedBefore: [CountRests.Count] = []
    for (place, count) in family.counts.enumerated() {
      let kinds = values.kinds[place]
      for level in units.levels {
        guard let members = units.members[level] else { continue }
        // What is known to everybody is nothing to protect; the rest is, without it.
        let places = members.map { own in own.filter { !units.isPlaceless($0) } }
        for statement in count.earlier[level] ?? [] {
          let found = statements.addEarlier(
            kinds: kinds, units: members, group: values.group(place, at: level),
            said: statement.said)
          earlier.held += found.held
          earlier.lapsed += found.lapsed
          countedBefore.append(
            CountRests.Count(kinds: kinds, level: level, units: places, said: statement.said))
        }
        guard let shown = count.levels[level] else { continue }
        statements.add(
          kinds: kinds, units: members, group: values.group(place, at: level),
          // What the file does not say may be small, and is protected as if it were hidden.
          figures: shown.figures.map { figure in
            if case .missing = figure { .suppressed } else { figure }
          })
        subjects.append((count.id, level))
        counted.append(CountRests.Count(kinds: kinds, level: level, units: places, table: nil))
      }
      for level in units.levels.dropFirst() {
        let rests = (units.own[level] ?? []).filter(units.isPlaceless)
        let amounts = rests.map { values.amount(place, unit: $0) }
        _ = statements.addEarlier(
          kinds: kinds, units: rests.map { [$0] }, group: values.group(place, at: level),
          said: amounts.map { .between(lower: $0, upper: $0) })
      }
    }
    let rests = CountRests(
      counted, earlier: countedBefore, areas: areas, kindCount: values.kindCount,
      mindsPlaceless: false)
    for (number, pair) in rests.pairs.enumerated() {
      statements.addRest(
        of: pair.whole, without: pair.part, group: -1 - number, isPartlySaid: pair.isPartlySaid)
      subjects.append(nil)
    }
    for hidden in try statements.hidden() {
      guard let (column, level) = subjects[hidden.statement] else { continue }
      columns[level, default: [:]][column, default: []].insert(hidden.area)
    }
  }
}
