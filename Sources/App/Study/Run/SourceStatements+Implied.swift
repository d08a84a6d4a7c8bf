internal import Areas
internal import Disclosure
internal import Tabulation

/// What a study says of its records without a number.
extension SourceStatements {
  /// Of which gemeenten there are enough records.
  private struct LowerBound: Hashable {
    let kinds: [Int]
    let units: [[Int]]
  }

  /// Adds that where there are no data, and where counts are hidden, tells of which gemeenten there are enough.
  mutating func addCoverage() {
    var known: Set<LowerBound> = []
    for (number, term) in terms.enumerated() {
      guard let layer = areas[term.level], let members = units.ofAreas[term.level] else { continue }
      let division = term.period.map(period)
      let own = Dictionary(grouping: layer.areas.indices, by: { layer.areas[$0].gemeentecode })
      let bound = LowerBound(
        kinds: division.map { number in allKinds.filter { partition.places[number][$0] >= 0 } }
          ?? allKinds,
        units: own.values.filter { $0.contains { term.isCovered[$0] } }
          .map { $0.flatMap { members[$0] }.sorted() }
          .sorted { $0.lexicographicallyPrecedes($1) })
      guard known.insert(bound).inserted else { continue }
      _ = counts.addEarlier(
        kinds: bound.kinds, units: bound.units,
        // Areas of one's own may cross gemeenten.
        group: term.level.isOwn
          ? .min / 2 + number : division.map { group($0, isTotal: true) } ?? 0,
        said: bound.units.map { _ in .between(lower: rule.minimumCount, upper: nil) })
    }
  }

  /// Adds that the name of a category tells that there are enough records of it.
  mutating func addNames() {
    for (number, table) in tables.enumerated() where table.category != nil {
      // Of all records, also of those that add nothing to a sum; a kind that no record is of may count in one alone.
      let answers = zip(
        partition.places[terms.count + number], partition.places[whole(terms.count + number)]
      ).map { max($0, $1) }
      let width = table.places.periods.count
      for (category, name) in table.places.categories.enumerated()
      where name != PublishedCounts.other {
        _ = counts.addEarlier(
          kinds: allKinds.filter { answers[$0] >= 0 && Int(answers[$0]) / width == category },
          units: [Array(0..<units.ownCount)], group: 2 + 2 * number,
          said: [.between(lower: rule.minimumCount, upper: nil)])
      }
    }
  }
}
