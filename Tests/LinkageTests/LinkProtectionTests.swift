import Disclosure
import DisclosureAudit
import TestSupport
import Testing

@testable import Linkage

/// What an outsider derives from a published linkage, looked at with all schemes together.
struct LinkProtectionTests {
  /// Counts of two schemes, with how many are in both.
  struct Table {
    var persons: [Int] = []
    var first: [Int] = []
    var second: [Int] = []
    var both: [Int] = []

    init(seed: UInt64, units: Int) {
      var random = RepeatableGenerator(seed: seed)
      for _ in 0..<units {
        let persons = [
          Int.random(in: 0..<25, using: &random), Int.random(in: 15..<120, using: &random),
        ]
        .randomElement(using: &random)!
        let kind = Int.random(in: 0..<4, using: &random)
        let first =
          kind == 0
          ? persons - min(persons, Int.random(in: 0..<6, using: &random))
          : Int.random(in: 0...persons, using: &random) / kind
        let second = Int.random(in: 0...persons, using: &random) / 2
        let least = max(0, first + second - persons)
        self.persons.append(persons)
        self.first.append(first)
        self.second.append(second)
        both.append(Int.random(in: least...min(first, second), using: &random))
      }
    }

    var period: LinkCounts.Period {
      LinkCounts.Period(
        persons: persons,
        schemes: [first, second].map { overlap in
          var scheme = LinkCounts.Scheme(unitCount: overlap.count)
          for (unit, count) in overlap.enumerated() {
            scheme.overlap[unit] = count
            scheme.addresses[unit][4] = count
            scheme.elsewhere[unit][2] = count
            scheme.months[unit] = Array(repeating: 3, count: count)
          }
          return scheme
        })
    }
  }

  private static let areas = LinkageAreas(
    gemeenten: ["GM0344", "GM0518", "GM0599"].map { .init(code: $0, name: $0) },
    wijken: ["WK034401", "WK034402", "WK059901", "WK059902"].map { .init(code: $0, name: $0) })

  /// By the rule that always holds, and by that for criminal justice data.
  @Test(arguments: 1...30 as ClosedRange<UInt64>, [(10, 5), (20, 10)])
  func nothingHiddenCanBeDerivedFromAllSchemesTogether(
    _ seed: UInt64, _ numbers: (Int, Int)
  ) throws {
    let table = Table(seed: seed, units: Self.areas.unitCount)
    let rows = Self.areas.rows
    let rule = DisclosureRule(minimumCount: numbers.0, roundingBase: numbers.1)
    let protection = try LinkProtection(table.period, rows: rows.map(\.units), rule: rule)
    #expect(
      Self.unsafe(table, persons: protection.persons, overlap: protection.overlap, rule: rule) == []
    )
  }

  /// Schemes that were told in two linkages, one beside the other, with the same table of persons.
  @Test func nothingHiddenCanBeDerivedFromSchemesThatAreToldApart() throws {
    let rule = DisclosureRule.openbaar
    var told = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let table = Table(seed: seed, units: Self.areas.unitCount)
      let parts = try table.period.schemes.map { scheme in
        try LinkProtection(
          LinkCounts.Period(persons: table.persons, schemes: [scheme]),
          rows: Self.areas.rows.map(\.units), rule: rule)
      }
      // A ledger refuses the other ones.
      guard parts[0].persons == parts[1].persons else { continue }
      told += 1
      #expect(
        Self.unsafe(
          table, persons: parts[0].persons, overlap: parts.map { $0.overlap[0] }, rule: rule) == [])
    }
    #expect(told > 10)
  }

  /// What an outsider can derive who knows all that is said of both schemes.
  private static func unsafe(
    _ table: Table, persons: Set<Int>, overlap: [Set<Int>], rule: DisclosureRule
  ) -> [Int] {
    let (least, base) = (rule.minimumCount, rule.roundingBase)
    // Unknowns: in both, in the first alone, in the second alone, in neither.
    let values = table.persons.indices.flatMap { unit in
      let (all, first, second, both) = (
        table.persons[unit], table.first[unit], table.second[unit], table.both[unit]
      )
      return [both, first - both, second - both, all - first - second + both]
    }
    var cells: [CountSystem.Cell] = []
    for (row, place) in areas.rows.enumerated() {
      for (group, (kinds, hidden)) in [
        ([0, 1, 2, 3], persons), ([0, 1], overlap[0]), ([0, 2], overlap[1]), ([2, 3], Set([row])),
        ([1, 3], Set([row])),
      ].enumerated() {
        let members = place.units.flatMap { unit in kinds.map { Int32(unit * 4 + $0) } }.sorted()
        let count = members.reduce(0) { $0 + values[Int($1)] }
        let all = place.units.reduce(0) { $0 + table.persons[$1] }
        let isShown = !hidden.contains(row) && count >= least
        let isProtected = count < least && (group < 3 || all >= least)
        let shown = (count + base / 2) / base * base
        cells.append(
          CountSystem.Cell(
            members: members, group: group,
            bounds: isShown
              ? max(least, shown - base / 2)...max(least, shown + (base - 1) / 2) : 0...Int.max,
            reach: isProtected ? least : nil, isPublished: isShown))
      }
    }
    return CountAudit(CountSystem(values: values, cells: cells)).unsafe()
  }

  @Test func whoIsNotPaidIsProtected() throws {
    // 40 untraceable of whom 37 are paid: who knows one of the 40 would know that he is paid.
    let areas = LinkageAreas(gemeenten: [.init(code: "GM0599", name: "Rotterdam")])
    var table = Table(seed: 1, units: 3)
    table.persons = [40, 50, 60]
    table.first = [37, 20, 30]
    table.second = [20, 25, 30]
    let published = try PublishedLinkage(
      LinkCounts(schemeNames: ["a", "b"], periodNames: ["2024"], periods: [table.period]),
      areas: areas, rule: .openbaar)
    func figure(_ scheme: String, _ measure: PublishedLinkage.Measure) -> PublishedFigure? {
      published.rows.first {
        $0.level == .gemeente && $0.scheme == scheme && $0.measure == measure
      }?.figure
    }
    let hides =
      figure("a", .overlap) == .suppressed || figure("", .persons) == .suppressed
    #expect(hides)
    #expect(figure("b", .overlap) == .value(20) || figure("", .persons) == .suppressed)
  }

  @Test func partsOfAWhole() throws {
    let rule = DisclosureRule.openbaar
    #expect(try LinkProtection.hidden(parts: [30, 40, 50], rule: rule) == [])
    // The small one, and one more so that it does not follow from the whole.
    let hidden = try LinkProtection.hidden(parts: [3, 40, 50], rule: rule)
    #expect(hidden.contains(0) && hidden.count == 2)
    // All but a few on one place is told of nobody.
    #expect(try LinkProtection.hidden(parts: [60, 3, 2], rule: rule) == [0, 1, 2])
    #expect(try LinkProtection.hidden(parts: [3, 3, 3], rule: rule) == [0, 1, 2])
  }

  @Test(arguments: [(20, 21, 0, 20.0), (20, 0, 21, 20.0), (20, 6, 15, 20.0), (35, 6, 0, nil)])
  func whereTheOthersAreDoesNotMatter(
    _ elsewhere: Int, _ same: Int, _ unknown: Int, _ told: Double?
  ) throws {
    let areas = LinkageAreas(gemeenten: [.init(code: "GM0599", name: "Rotterdam")])
    var table = Table(seed: 1, units: 3)
    table.persons = [101, 50, 60]
    table.first = [41, 20, 30]
    table.second = [41, 20, 30]
    var period = table.period
    period.schemes[0].elsewhere[0] = [elsewhere, same, unknown]
    let published = try PublishedLinkage(
      LinkCounts(schemeNames: ["a", "b"], periodNames: ["2024"], periods: [period]), areas: areas,
      rule: .openbaar)
    let row = published.rows.first {
      $0.level == .gemeente && $0.scheme == "a" && $0.measure == .elsewhere
    }
    #expect(row?.figure == told.map { .value($0) } ?? .suppressed)
  }

  @Test func figuresFollowFromWhatIsPublished() throws {
    let areas = LinkageAreas(gemeenten: [
      .init(code: "GM0344", name: "Utrecht"), .init(code: "GM0599", name: "Rotterdam"),
    ])
    var table = Table(seed: 1, units: 4)
    table.persons = [101, 203, 50, 60]
    table.first = [41, 62, 20, 25]
    table.second = [41, 62, 20, 25]
    let published = try PublishedLinkage(
      LinkCounts(schemeNames: ["a", "b"], periodNames: ["2024"], periods: [table.period]),
      areas: areas, rule: .openbaar)
    func row(_ measure: PublishedLinkage.Measure) throws -> PublishedLinkage.Row {
      try #require(
        published.rows.first {
          $0.area.code == "GM0344" && $0.scheme == "a" && $0.measure == measure
        })
    }
    #expect(try row(.overlap).figure == .value(40))
    #expect(try row(.share).figure == .value(40))
    let share = try #require(try row(.share).bounds)
    #expect(abs(share.lowerBound - 100 * 38.0 / 102) < 1e-9)
    #expect(abs(share.upperBound - 100 * 42.0 / 98) < 1e-9)
    let ratio = try row(.ratio)
    let expected = 100.0 * 150 / 415
    #expect(ratio.figure == .value(40 / expected))
    // Garwood: 38 has 26.89 below and 42 has 56.77 above (chi-squared quantiles, scipy 1.17.1).
    let bounds = try #require(ratio.bounds)
    #expect(abs(bounds.lowerBound * (102 * 152 / 413) - 26.8908) < 1e-3)
    #expect(abs(bounds.upperBound * (98 * 148 / 417) - 56.7718) < 1e-3)
    #expect(try row(.months).monthClass == "3-5")
  }

  @Test func forecastOfAreasThatAreTooSmall() async throws {
    let persons = try ForecastTests.persons(
      ["GM0344", "GM0363", "GM0518", "GM0599", "GM0855"].map { "\($0);100" })
    let forecast = try await LinkageForecast(
      persons: persons, shares: [0, 0.02, 0.4, 1], rule: .openbaar, draws: 20)
    #expect(forecast.expectations[0].small == 1)
    #expect(forecast.expectations[1].small > 0.95)
    #expect(forecast.expectations[2].shown > 0.95)
    // All are paid: none may be told.
    #expect(forecast.expectations[3].shown == 0)
  }
}
