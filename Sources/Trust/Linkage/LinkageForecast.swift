public import CSV
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
    /// Of the counts of overlap per gemeente (or wijk): the part under the minimum.
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

  /// Reads expected numbers of persons: CSV with `code` (or `gemeentecode`, `wijkcode`) and `aantal` (or
  /// `spoorloos`).
  public static func persons(_ file: CSVFile) throws(LinkageError) -> [(code: String, count: Int)] {
    let columns = RegisterColumns(file)
    let code = try columns.needed(["code", "gemeentecode", "wijkcode"])
    let count = try columns.needed(["aantal", "spoorloos"])
    var persons: [(code: String, count: Int)] = []
    var reader = file.chunks()
    do {
      while let chunk = try reader.next() {
        let records = CSVRecords(chunk.bytes, dialect: file.dialect)
        for record in 0..<records.count {
          let start = records.range(record).lowerBound
          let line = chunk.firstLine + records.bytes[..<start].count { $0 == 0x0A }
          guard records.fieldCount(record) == file.header.count,
            let number = Int(records.text(record, count).trimmed), (0...1_000_000).contains(number)
          else { throw LinkageError.forecastLine(path: file.path, line: line) }
          let text = records.text(record, code).trimmed
          switch LinkPlace(code: text) {
          case .gemeente(let code), .wijk(let code): persons.append((code, number))
          case .withoutFixedAddress, .unknown:
            throw LinkageError.forecastLine(path: file.path, line: line)
          }
        }
      }
    } catch let error as LinkageError {
      throw error
    } catch let error as CSVError {
      throw .csv(error)
    } catch {
      throw .nothingToCount(path: file.path)
    }
    guard !persons.isEmpty else { throw .nothingToCount(path: file.path) }
    return persons
  }

  /// Estimates.
  /// - Parameters:
  ///   - persons: the numbers of untraceable persons; a code twice is added up.
  ///   - shares: the shares that are assumed, each from 0 to 1.
  ///   - rule: how counts would be protected.
  ///   - seed: the same seed gives the same draws.
  public init(
    persons: [(code: String, count: Int)], shares: [Double], rule: DisclosureRule, draws: Int = 100,
    seed: UInt64 = 1
  ) throws(LinkageError) {
    self.draws = draws
    minimumCount = rule.minimumCount
    func areas(_ prefix: String) -> [LinkageAreas.Area] {
      Set(persons.map(\.code).filter { $0.hasPrefix(prefix) }).sorted()
        .map { LinkageAreas.Area(code: $0, name: $0) }
    }
    let wijken = areas("WK")
    let gemeenten = Set(
      areas("GM").map(\.code) + wijken.map { "GM" + $0.code.dropFirst(2).prefix(4) })
    let chosen = LinkageAreas(
      gemeenten: gemeenten.sorted().map { LinkageAreas.Area(code: $0, name: $0) }, wijken: wijken)
    let units = chosen.units(of: persons.map { LinkPlace(code: $0.code) })
    var counts = [Int](repeating: 0, count: chosen.unitCount)
    for (unit, person) in zip(units, persons) { counts[unit] += person.count }
    var random = DrawGenerator(state: seed)
    var expectations: [Expectation] = []
    let level: LinkageAreas.Level = wijken.isEmpty ? .gemeente : .wijk
    let rows = chosen.rows.filter { $0.level == level }
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
            periods: [LinkCounts.Period(persons: counts, schemes: [scheme])]), areas: chosen,
          rule: rule)
        let shown = published.rows.filter { $0.level == level && $0.measure == .overlap }
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
