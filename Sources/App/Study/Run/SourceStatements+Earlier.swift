internal import Areas
internal import Disclosure
internal import Ledger
internal import Tabulation

/// What earlier publications said, and what it leaves of what is said now.
extension SourceStatements {
  /// Adds what earlier publications said.
  /// - Throws: ``ToldOnOtherAreas`` when it was said of evidently the same records on areas with another ground.
  mutating func addEarlier() throws(ToldOnOtherAreas) {
    var ofThen = RecordsOfThen(partition)
    for (place, statement) in before.statements.enumerated() {
      let members = members(of: statement)
      let kinds = statement.division.map { number in
        allKinds.filter { statement.counts(at: partition.places[past(number)][$0]) }
      }
      ofThen.add(
        statement, division: statement.division.map { before.wholes[$0] ?? $0 },
        kinds: kinds ?? allKinds, units: members)
      if statement.isSaid { add(statement, place, kinds: kinds, members) }
    }
    try ofThen.check(kindsTold)
  }

  /// The units of each area that a statement is of.
  private func members(of statement: EarlierStatement) -> [[Int]] {
    if statement.what == .placed { return [unitsOfAll(statement)] }
    let own = units.ofAreas[statement.level] ?? []
    guard statement.what == .placing, let layer = areas[statement.level] else { return own }
    let smallest =
      statement.smallestOfThen.flatMap { areas[$0] }
      ?? (layer.level == .gemeente ? placing?.layer : nil)
    return placedMembers(layer, from: smallest ?? layer) ?? own
  }

  /// - Parameter kinds: those that it counts; nil for all.
  private mutating func add(
    _ statement: EarlierStatement, _ place: Int, kinds: [Int]?, _ members: [[Int]]
  ) {
    let group = group(of: statement, place)
    let own = CountRests.Count(
      kinds: kinds ?? allKinds, level: statement.level, units: members, said: statement.said)
    guard let measure = statement.measure else {
      if statement.tellsCounts, kinds != nil { countedBefore.append(own) }
      earlier.add(
        counts.addEarlier(
          kinds: own.kinds, units: members, group: group, said: statement.said))
      return
    }
    measures.addEarlier(
      measure, kinds: own.kinds, level: statement.level, units: members, group: group,
      said: statement.said)
    guard let link = measures.link(measure) else { return }
    // Counted among what was said already, with the number of records beside it.
    _ = counts.addEarlier(
      link, kinds: own.kinds, units: members, group: group, said: statement.said)
    if link.isCount { countedBefore.append(own) }
  }

  /// That of statements of this study that divide records in the same way; gemeenten of which some were together may
  /// cross, and areas of then do.
  private func group(of statement: EarlierStatement, _ place: Int) -> Int {
    let own: Int
    if let division = statement.division {
      own = group(past(division), isTotal: statement.category == nil)
    } else {
      own = statement.gemeenten == nil ? 0 : .min + place
    }
    let layer = areas.layers.firstIndex { $0.level == statement.smallestOfThen } ?? 0
    return own + layer << 32
  }

  /// Adds what counts leave between them.
  mutating func addRests() {
    let rests = CountRests(
      counted, earlier: countedBefore, areas: areas, kindCount: partition.kindCount)
    for (number, pair) in rests.pairs.enumerated() {
      counts.addRest(
        of: pair.whole, without: pair.part, group: -1 - number, isPartlySaid: pair.isPartlySaid)
      note(.rest)
    }
  }

  /// What must be hidden.
  /// - Throws: ``CountsNotSafe``, ``MeasuresToProtect/BelowZero``.
  mutating func hidden() throws -> Set<CountStatements.Place> {
    var hidden = try counts.hidden()
    hidden.formUnion(
      try measures.hide(partition, besides: hidden, rule: rule, areas: areas))
    earlier.add(measures.earlier)
    return hidden
  }
}
