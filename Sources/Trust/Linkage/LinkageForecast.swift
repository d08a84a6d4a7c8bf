public import Disclosure

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How much of a linkage would be hidden, before anybody is asked for data.
///
/// Draws how many of the persons in each area would be paid if all had the same chance, makes of each
/// draw what would be published, and tells which part of the counts is hidden on average. Nothing but
/// numbers of persons goes in.
public struct LinkageForecast: Sendable {
  /// What is to be expected for one share.
  public struct Expectation: Hashable, Sendable {
    /// The share of persons with a payment that was assumed.
    public let share: Double
    /// Of the counts of overlap of the areas that are named: the part under the minimum.
    public let small: Double
    /// The part hidden so that others cannot be derived.
    public let complementary: Double
    /// The part that is shown.
    public var shown: Double { max(1 - small - complementary, 0) }
  }

  /// One for each share.
  public let expectations: [Expectation]
  /// Whether wijken are counted, and not gemeenten alone.
  public let hasWijken: Bool
  /// Fewer are hidden.
  public let minimumCount: Int
  /// How often was drawn.
  public let draws: Int

  /// How often is drawn when nothing else is asked: less often with many areas, since each draw takes longer and
  /// looks at more counts.
  public static func draws(areas: Int) -> Int { min(100, max(10, 15_000 / max(areas, 1))) }

  /// Estimates.
  /// - Parameters:
  ///   - persons: the numbers of untraceable persons. Counts of the areas that are named there are looked at.
  ///   - shares: the shares that are assumed, each from 0 to 1.
  ///   - rule: how counts would be protected.
  ///   - draws: how often to draw for each share; nil for ``draws(areas:)``.
  ///   - seed: the same seed gives the same draws.
  ///   - tasks: how many work at the same time; what comes of it is the same.
  /// - Complexity: each draw is protected as a linkage is, which takes more than twice as long with twice the areas.
  public init(
    persons: ExpectedPersons, shares: [Double], rule: DisclosureRule, draws: Int? = nil,
    seed: UInt64 = 1, tasks: Int = 1
  ) async throws(LinkageError) {
    let looked = LookedAt(persons, rule: rule)
    let draws = draws ?? Self.draws(areas: persons.codes.count)
    self.draws = draws
    minimumCount = rule.minimumCount
    hasWijken = persons.hasWijken
    var random = DrawGenerator(state: seed)
    let drawn = shares.flatMap { share in
      (0..<draws).map { _ in persons.counts.map { random.binomial($0, share) } }
    }
    let tallies = try await looked.tallies(drawn, tasks: max(tasks, 1))
    expectations = shares.enumerated().map { number, share in
      let own = tallies[number * draws..<(number + 1) * draws]
      let all = Double(max(own.reduce(0) { $0 + $1.all }, 1))
      return Expectation(
        share: share, small: Double(own.reduce(0) { $0 + $1.small }) / all,
        complementary: Double(own.reduce(0) { $0 + $1.complementary }) / all)
    }
  }
}

/// The counts of overlap that a forecast looks at.
private struct LookedAt: Sendable {
  let areas: LinkageAreas
  let counts: [Int]
  let codes: Set<String>
  let rule: DisclosureRule

  /// Of a draw: how many counts there are, and how many are hidden as small or for others.
  struct Tally {
    var all = 0
    var small = 0
    var complementary = 0
  }

  init(_ persons: ExpectedPersons, rule: DisclosureRule) {
    areas = persons.areas
    counts = persons.counts
    codes = persons.codes
    self.rule = rule
  }

  /// Tells of every draw what would be hidden, in their order.
  /// - Parameter drawn: how many are paid of each unit.
  func tallies(_ drawn: [[Int]], tasks: Int) async throws(LinkageError) -> [Tally] {
    var results: [(place: Int, result: Result<Tally, LinkageError>)] = []
    await withTaskGroup(of: [(Int, Result<Tally, LinkageError>)].self) { group in
      for task in 0..<tasks {
        group.addTask {
          stride(from: task, to: drawn.count, by: tasks).map { place in
            (
              place,
              Result { () throws(LinkageError) in try tally(drawn[place]) }
            )
          }
        }
      }
      for await part in group { results += part }
    }
    var tallies: [Tally] = []
    for (_, result) in results.sorted(by: { $0.place < $1.place }) {
      tallies.append(try result.get())
    }
    return tallies
  }

  // With wijken also gemeenten of which none was named; not the one that registers people without address.
  private func isNamed(_ level: LinkageAreas.Level, _ area: LinkageAreas.Area) -> Bool {
    (level == .wijk || level == .gemeente) && codes.contains(area.code)
  }

  private func tally(_ paid: [Int]) throws(LinkageError) -> Tally {
    var scheme = LinkCounts.Scheme(unitCount: counts.count)
    for (unit, paid) in paid.enumerated() {
      scheme.overlap[unit] = paid
      scheme.addresses[unit][SchemeLinks.Address.unknown.rawValue] = paid
      scheme.elsewhere[unit][2] = paid
      scheme.months[unit] = Array(repeating: 1, count: paid)
    }
    let published = try PublishedLinkage(
      LinkCounts(
        schemeNames: [""], periodNames: [""],
        periods: [LinkCounts.Period(persons: counts, schemes: [scheme])]), areas: areas, rule: rule)
    let shown = published.rows.filter { $0.measure == .overlap && isNamed($0.level, $0.area) }
    let rows = areas.rows.filter { isNamed($0.level, $0.area) }
    var tally = Tally()
    for (row, own) in zip(shown, rows) {
      tally.all += 1
      if own.units.reduce(0, { $0 + paid[$1] }) < published.rule.minimumCount {
        tally.small += 1
      } else if row.figure == .suppressed {
        tally.complementary += 1
      }
    }
    return tally
  }
}

/// Random numbers that are the same every time (SplitMix64: Steele, Lea & Flood 2014,
/// doi:10.1145/2714064.2660195).
private struct DrawGenerator {
  var state: UInt64

  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  /// How many of `count` come out with a chance each: from one that does to the next, so that rare ones
  /// take little time.
  mutating func binomial(_ count: Int, _ chance: Double) -> Int {
    guard chance > 0 else { return 0 }
    guard chance < 1 else { return count }
    var drawn = 0
    var place = 0.0
    while true {
      place += (log(1 - unit()) / log1p(-chance)).rounded(.down) + 1
      if place > Double(count) { return drawn }
      drawn += 1
    }
  }
}
