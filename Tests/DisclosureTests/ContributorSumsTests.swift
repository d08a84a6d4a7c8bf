import Disclosure
import Tabulation
import TestSupport
import Testing

/// Sums of records of which is known whose they are.
struct ContributorSumsTests {
  private let rule = DisclosureRule(minimumCount: 4, roundingBase: 3)

  /// Records of three kinds in one area.
  private struct Payments {
    var kinds: [Int32] = []
    var numbers: [Double] = []
    var owners: [UInt32] = []

    /// What each owner, or each record, adds to the sum of some kinds, the largest first.
    func shares(_ set: Set<Int>, byOwner: Bool = true) -> [Double] {
      var shares: [UInt32: Double] = [:]
      for record in kinds.indices where set.contains(Int(kinds[record])) {
        shares[byOwner ? owners[record] : UInt32(record), default: 0] += numbers[record]
      }
      return shares.values.sorted(by: >)
    }

    var partition: CountPartition {
      CountPartition(
        units: kinds.map { _ in 0 }, unitCount: 1,
        tables: [
          RecordPlaces(categories: ["a", "b", "c"], periods: [""], places: kinds)
        ])
    }
  }

  private func figure(_ shares: [Double], rule: DisclosureRule) -> PublishedFigure {
    PublishedFigure(
      shares.reduce(0, +), contributions: shares.count,
      concentration: Concentration(
        total: shares.reduce(0, +), largest: Array(shares.prefix(Concentration.kept))), rule: rule)
  }

  /// The sums of some kinds that are told; what they leave between them is looked at too.
  private let sets: [Set<Int>] = [[0, 1, 2], [0, 1], [0]]
  private let rests: [(whole: Int, part: Int)] = [(0, 1), (0, 2), (1, 2)]

  /// What is told of each set.
  private func publish(_ payments: Payments, byOwner: Bool) throws -> [PublishedFigure] {
    let partition = payments.partition
    var statements = try SumStatements(
      partition, numbers: payments.numbers,
      by: byOwner ? Contributors(numbers: payments.owners) : nil, rule: rule)
    func kinds(_ set: Set<Int>) -> [Int] {
      (0..<partition.kindCount).filter { set.contains(Int(partition.places[0][$0])) }
    }
    var figures = sets.map { figure(payments.shares($0, byOwner: byOwner), rule: rule) }
    for (group, set) in sets.enumerated() {
      statements.add(kinds: kinds(set), units: [[0]], group: group, figures: [figures[group]])
    }
    for (number, rest) in rests.enumerated() {
      statements.addRest(
        of: .init(kinds: kinds(sets[rest.whole]), units: [[0]]),
        without: .init(kinds: kinds(sets[rest.part]), units: [[0]]), group: -1 - number)
    }
    for place in try statements.hidden() where place.statement < sets.count {
      figures[place.statement] = .suppressed
    }
    return figures
  }

  /// How many of the sums of few contributors, told or left between those that are, can be told too closely: no sums
  /// that fit all that is told lie as far below and above as they must, or are enough for the fewest contributors.
  private func leaks(_ payments: Payments, _ told: [PublishedFigure]) -> Int {
    let wanted = (sets + rests.map { sets[$0.whole].subtracting(sets[$0.part]) }).filter {
      !payments.shares($0).isEmpty && figure(payments.shares($0), rule: rule) == .suppressed
    }
    let least = (0..<3).compactMap { payments.shares([$0]).last }.min() ?? 0
    var low = wanted.map { _ in Double.infinity }
    var high = wanted.map { _ in 0.0 }
    let limits = (0..<3).map { Int(payments.shares([$0]).reduce(0, +)) + 16 }
    for a in 0...limits[0] {
      for b in 0...limits[1] {
        for c in 0...limits[2] {
          func sum(_ set: Set<Int>) -> Double {
            Double(
              (set.contains(0) ? a : 0) + (set.contains(1) ? b : 0) + (set.contains(2) ? c : 0))
          }
          let fits = zip(sets, told).allSatisfy { set, figure in
            guard let number = figure.number else { return true }
            let sum = sum(set)
            return sum >= 4 && abs(sum - number) <= 1
          }
          guard fits else { continue }
          for (place, set) in wanted.enumerated() {
            low[place] = min(low[place], sum(set))
            high[place] = max(high[place], sum(set))
          }
        }
      }
    }
    return wanted.indices.count { place in
      let shares = payments.shares(wanted[place])
      let sum = shares.reduce(0, +)
      let margin = max((sum / 10).rounded(.up), 3)
      let enough = shares.count < rule.minimumCount ? Double(rule.minimumCount) * least : 0
      return high[place] < max(sum + margin, enough) || low[place] > max(sum - margin, 0)
    }
  }

  /// Few owners with several records each: looked at record by record most would be told.
  @Test func noSumOfFewContributorsFollowsFromOthers() throws {
    var random = RepeatableGenerator(seed: 11)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    var (naive, hidden, shown) = (0, 0, 0)
    for round in 0..<40 {
      var payments = Payments()
      for kind in 0..<3 as Range<Int32> {
        let firms = [1, 2, 4, 7][pick(4)]
        for _ in 0..<firms {
          // Some have records of several kinds.
          let owner = UInt32(pick(3) == 0 ? pick(3) : 10 + payments.owners.count)
          for _ in 0..<1 + pick(4) {
            payments.kinds.append(kind)
            payments.numbers.append(Double(1 + (round % 2) * pick(3)))
            payments.owners.append(owner)
          }
        }
      }
      naive += leaks(payments, try publish(payments, byOwner: false))
      let told = try publish(payments, byOwner: true)
      hidden += told.count { $0 == .suppressed }
      shown += told.count { $0 != .suppressed }
      #expect(leaks(payments, told) == 0, "\(payments) \(told)")
    }
    #expect(naive > 10)
    #expect(hidden > 10)
    #expect(shown > 10)
  }

  /// Whatever records would hide contributors hide, since who has a large record has as much, and there are no more
  /// of them.
  @Test func contributorsHideAllThatRecordsWould() {
    var random = RepeatableGenerator(seed: 3)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let rules = [
      rule, DisclosureRule(minimumCount: 5, roundingBase: 1, dominance: nil, nearness: 20),
      DisclosureRule(
        minimumCount: 5, roundingBase: 1,
        dominance: DisclosureRule.Dominance(largest: 3, percent: 75), nearness: nil),
    ]
    var more = 0
    for _ in 0..<2_000 {
      var payments = Payments()
      for _ in 0..<4 + pick(12) {
        payments.kinds.append(0)
        payments.numbers.append(pick(4) == 0 ? Double(1 + pick(60)) : Double(1 + pick(6)))
        payments.owners.append(UInt32(pick(9)))
      }
      for rule in rules {
        let records = figure(payments.shares([0], byOwner: false), rule: rule)
        let owners = figure(payments.shares([0]), rule: rule)
        if records == .suppressed { #expect(owners == .suppressed) }
        if records != owners { more += 1 }
      }
    }
    #expect(more > 100)
  }

  /// Nine firms in a buurt, each of which gets 500 twice. Whoever knows that sees from a sum that cannot be 10,000
  /// that there are fewer than ten.
  @Test func aSumOfFewMayBeThatOfEnough() throws {
    let firms = [12, 12, 9]
    var units: [Int32] = []
    var owners: [UInt32] = []
    for (unit, count) in firms.enumerated() {
      for firm in 0..<count {
        units += [Int32(unit), Int32(unit)]
        owners += [UInt32(unit * 100 + firm), UInt32(unit * 100 + firm)]
      }
    }
    let partition = CountPartition(units: units, unitCount: 3, tables: [])
    let rule = DisclosureRule(minimumCount: 10, roundingBase: 420, nearness: 1)
    let figures = firms.map { figure(Array(repeating: 1_000, count: $0), rule: rule) }
    #expect(figures == [.value(12_180), .value(12_180), .suppressed])
    func hidden(ofFirms: Bool) throws -> Int {
      var statements = try SumStatements(
        partition, numbers: units.map { _ in 500 },
        by: ofFirms ? Contributors(numbers: owners) : nil, rule: rule)
      statements.add(kinds: [0], units: [[0], [1], [2]], group: 0, figures: figures)
      statements.add(
        kinds: [0], units: [[0, 1, 2]], group: 0,
        figures: [figure(Array(repeating: 1_000, count: 33), rule: rule)])
      return try statements.hidden().count
    }
    // 8,192 to 9,449, which is 420 up and down.
    #expect(try hidden(ofFirms: false) == 0)
    #expect(try hidden(ofFirms: true) == 1)
  }

  /// A sum of ones is the number of records: told as a count, it would tell what is hidden since two firms have all.
  @Test func aCountDoesNotTellASumOfFewContributors() throws {
    let partition = CountPartition(
      units: (0..<60).map { $0 < 30 ? 0 : $0 < 48 ? 1 : 2 }, unitCount: 3, tables: [])
    let column = MeasuredRecords(partition, numbers: Array(repeating: 1, count: 60))
    let rule = DisclosureRule.openbaar
    func figure(_ count: Int) -> PublishedFigure {
      PublishedFigure(Double(count), contributions: count, rule: rule)
    }
    func hidden(_ isSumByContributor: Bool) throws -> Set<CountStatements.Place> {
      var statements = CountStatements(partition, rule: rule)
      statements.add(
        kinds: [0], units: [[0], [1], [2]], group: 0, figures: [figure(30), figure(18), figure(12)])
      statements.add(
        .column(column), kinds: [0], units: [[0], [1], [2]], group: 1,
        figures: [figure(30), figure(18), .suppressed], isSumByContributor: isSumByContributor)
      return try statements.hidden()
    }
    #expect(try hidden(false).isEmpty)
    #expect(try hidden(true) == [CountStatements.Place(statement: 0, area: 2)])
  }
}
