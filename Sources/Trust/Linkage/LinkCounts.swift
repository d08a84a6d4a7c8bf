/// Who is counted where, exact, in memory only: what is left of the tokens.
struct LinkCounts: Sendable {
  /// The counts of a scheme in a period.
  struct Scheme: Sendable {
    /// Persons with a payment while they were untraceable, per unit.
    var overlap: [Int]
    /// The same per unit and kind of address.
    var addresses: [[Int]]
    /// Per unit: elsewhere, in the same gemeente, not known.
    var elsewhere: [[Int]]
    /// Per unit the months in common of each person.
    var months: [[Int]]

    init(unitCount: Int) {
      overlap = Array(repeating: 0, count: unitCount)
      addresses = Array(
        repeating: Array(repeating: 0, count: SchemeLinks.Address.allCases.count),
        count: unitCount)
      elsewhere = Array(repeating: [0, 0, 0], count: unitCount)
      months = Array(repeating: [], count: unitCount)
    }
  }

  /// One period.
  struct Period: Sendable {
    /// Untraceable persons per unit.
    var persons: [Int]
    /// In the order of the names of the schemes.
    var schemes: [Scheme]
  }

  let schemeNames: [String]
  let periodNames: [String]
  let periods: [Period]

  /// Takes counts.
  init(schemeNames: [String], periodNames: [String], periods: [Period]) {
    self.schemeNames = schemeNames
    self.periodNames = periodNames
    self.periods = periods
  }

  /// Counts what was found.
  init(
    _ register: UntraceableRegister, _ links: [(name: String, links: SchemeLinks)],
    areas: LinkageAreas, years: CountedYears
  ) {
    let units = areas.units(of: register.places)
    schemeNames = links.map(\.name)
    periodNames = years.names
    periods = years.periods.enumerated().map { number, months in
      var persons = [Int](repeating: 0, count: areas.unitCount)
      for person in 0..<register.count
      where !register.months[person].intersection(months).isEmpty {
        persons[units[Int(register.placeOfPerson[person])]] += 1
      }
      let schemes = links.map { _, links in
        var scheme = Scheme(unitCount: areas.unitCount)
        for (entry, person) in links.persons.enumerated() {
          let common = links.months[entry].intersection(months).count
          guard common > 0 else { continue }
          let unit = units[Int(register.placeOfPerson[Int(person)])]
          scheme.overlap[unit] += 1
          scheme.addresses[unit][links.address(entry, number).rawValue] += 1
          scheme.elsewhere[unit][links.isElsewhere(entry, number).map { $0 ? 0 : 1 } ?? 2] += 1
          scheme.months[unit].append(common)
        }
        return scheme
      }
      return Period(persons: persons, schemes: schemes)
    }
  }
}
