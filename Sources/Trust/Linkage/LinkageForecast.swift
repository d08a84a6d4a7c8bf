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
  /// Fewer are hidden.
  public let minimumCount: Int
  /// How often was drawn.
  public let draws: Int

  /// Estimates.
  /// - Parameters:
  ///   - persons: the numbers of untraceable persons. Counts of the areas that are named there are looked at.
  ///   - shares: the shares that are assumed, each from 0 to 1.
  ///   - rule: how counts would be protected.
  ///   - seed: the same seed gives the same draws.
  public init(
    persons: ExpectedPersons, shares: [Double], rule: DisclosureRule, draws: Int = 100,
    seed: UInt64 = 1
  ) throws(LinkageError) {
    self.draws = draws
    minimumCount = rule.minimumCount
    let (areas, counts) = (persons.areas, persons.counts)
    // With wijken also gemeenten of which none was named; not the one that registers people without address.
    func isNamed(_ level: LinkageAreas.Level, _ area: LinkageAreas.Area) -> Bool {
      (level == .wijk || level == .gemeente) && persons.codes.contains(area.code)
    }
    var random = DrawGenerator(state: seed)
    var expectations: [Expectation] = []
    let rows = areas.rows.filter { isNamed($0.level, $0.area) }
    for share in shares {
      var all = 0
      var small = 0
      var complementary = 0
      for _ in 0..<draws {
        var scheme = LinkCounts.Scheme(unitCount: counts.count)
        for unit in counts.indices {
          let paid = random.binomial(counts[unit], share)
          scheme.overlap[unit] = paid
          scheme.addresses[unit][SchemeLinks.Address.unknown.rawValue] = paid
          scheme.elsewhere[unit][2] = paid
          scheme.months[unit] = Array(repeating: 1, count: paid)
        }
        let published = try PublishedLinkage(
          LinkCounts(
            schemeNames: [""], periodNames: [""],
            periods: [LinkCounts.Period(persons: counts, schemes: [scheme])]), areas: areas,
          rule: rule)
        let shown = published.rows.filter {
          $0.measure == .overlap && isNamed($0.level, $0.area)
        }
        for (row, own) in zip(shown, rows) {
          all += 1
          let exact = own.units.reduce(0) { $0 + scheme.overlap[$1] }
          if exact < published.rule.minimumCount {
            small += 1
          } else if row.figure == .suppressed {
            complementary += 1
          }
        }
      }
      expectations.append(
        Expectation(
          share: share, small: Double(small) / Double(max(all, 1)),
          complementary: Double(complementary) / Double(max(all, 1))))
    }
    self.expectations = expectations
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
