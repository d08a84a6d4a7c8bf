import Disclosure
import Tabulation
import TestSupport
import Testing

/// Two publications of sums of the same records, one after the other.
struct EarlierSumsTests {
  private let rule = DisclosureRule.openbaar

  private struct Sums {
    var units: [Int32] = []
    var numbers: [Double] = []
    let unitCount: Int

    func own(_ set: [Int]) -> [Double] {
      zip(units, numbers).filter { set.contains(Int($0.0)) }.map(\.1)
    }
  }

  private func figure(_ numbers: [Double]) -> PublishedFigure {
    let sorted = numbers.sorted(by: >)
    let total = numbers.reduce(0, +)
    return PublishedFigure(
      total, contributions: numbers.count,
      concentration: Concentration(
        total: total,
        largest: (0..<Concentration.kept).map { $0 < sorted.count ? sorted[$0] : 0 }), rule: rule)
  }

  private func publish(
    _ sums: Sums, _ sets: [[Int]], after earlier: [(sets: [[Int]], said: [SaidCount])] = []
  ) throws -> [SaidCount] {
    let partition = CountPartition(
      units: sums.units, unitCount: sums.unitCount,
      tables: [
        RecordPlaces(
          categories: [""], periods: [""], places: Array(repeating: 0, count: sums.units.count))
      ])
    var statements = try SumStatements(partition, numbers: sums.numbers, rule: rule)
    let figures = sets.map { figure(sums.own($0)) }
    statements.add(kinds: [0], units: sets, group: 0, figures: figures)
    for (number, past) in earlier.enumerated() {
      statements.addEarlier(kinds: [0], units: past.sets, group: number + 1, said: past.said)
    }
    let hidden = try statements.hidden()
    return figures.enumerated().map { area, figure in
      hidden.contains(CountStatements.Place(statement: 0, area: area))
        ? .hidden : SaidCount(sum: figure, rule: rule)
    }
  }

  @Test func whatASumSaysInThousandths() {
    func said(_ number: Double) -> SaidCount { SaidCount(sum: .value(number), rule: rule) }
    #expect(said(10) == .between(lower: 10_000, upper: 12_499))
    #expect(said(15) == .between(lower: 12_500, upper: 17_499))
    #expect(said(0) == .between(lower: 0, upper: 0))
    #expect(said(1e14) == .between(lower: 1_000_000_000_000_000, upper: nil))
    #expect(SaidCount(sum: .suppressed, rule: rule) == .hidden)
    #expect(SaidCount(count: .value(15), rule: rule) == .between(lower: 13, upper: 17))
    #expect(SaidCount(count: .suppressed, rule: rule) == .hidden)
  }

  /// 600 in a wijk, then 400 in one of its buurten: the other has 200 from one record and nine.
  @Test func aSumOfAWijkHidesThatOfABuurtLater() throws {
    var sums = Sums(unitCount: 2)
    sums.units = Array(repeating: 0, count: 20) + Array(repeating: 1, count: 10)
    sums.numbers = Array(repeating: 20, count: 20) + [155] + Array(repeating: 5, count: 9)
    let first = try publish(sums, [[0, 1]])
    #expect(first == [.between(lower: 597_500, upper: 602_499)])
    #expect(try publish(sums, [[0], [1]]) == [.between(lower: 397_500, upper: 402_499), .hidden])
    #expect(try publish(sums, [[0], [1]], after: [([[0, 1]], first)]) == [.hidden, .hidden])
    // And the other way round.
    #expect(
      try publish(
        sums, [[0, 1]], after: [([[0], [1]], [.between(lower: 397_500, upper: 402_499), .hidden])])
        == [.hidden])
  }

  @Test func sumsThatAreNotSoOfTheseRecordsAreLeftOut() throws {
    let partition = CountPartition(
      units: Array(repeating: 0, count: 12), unitCount: 1, tables: [])
    for (number, sum) in [(2.0, 24_000), (2.25, 27_000)] {
      var statements = try SumStatements(
        partition, numbers: Array(repeating: number, count: 12), rule: rule)
      let found = statements.addEarlier(
        kinds: [0], units: [[0], [0], [0], [0]], group: 0,
        said: [
          .between(lower: sum - 2_500, upper: sum + 2_499), .between(lower: sum + 900, upper: nil),
          .between(lower: sum, upper: nil), .nothing,
        ])
      #expect(found.held == 2)
      #expect(found.lapsed == 1)
    }
  }

  /// What either publication hides can lie as far from what it is as the rule asks, by trying all whole sums.
  @Test func twoPublicationsTogetherTellNoHiddenSum() throws {
    var random = RepeatableGenerator(seed: 11)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let sets = [[0], [1], [2], [0, 1], [1, 2], [0, 1, 2]]
    let families = [[0, 1, 2], [0, 1, 2, 5], [3, 2], [3, 2, 5], [0, 4], [5], [0, 4, 5]]
    var naiveLeaks = 0
    var tried = 0
    for _ in 0..<30 {
      var sums = Sums(unitCount: 3)
      for unit in 0..<3 {
        for _ in 0..<(pick(3) == 0 ? pick(9) : 10 + pick(4)) {
          sums.units.append(Int32(unit))
          sums.numbers.append(Double(pick(14) == 0 ? 12 + pick(10) : 1 + pick(2)))
        }
      }
      let first = families[pick(families.count)].map { sets[$0] }
      let second = families[pick(families.count)].map { sets[$0] }
      guard let before = try? publish(sums, first), let alone = try? publish(sums, second) else {
        continue
      }
      if leaks(sums, [(first, before), (second, alone)]) { naiveLeaks += 1 }
      guard let after = try? publish(sums, second, after: [(first, before)]) else { continue }
      tried += 1
      #expect(!leaks(sums, [(first, before), (second, after)]), "\(sums) \(first) \(second)")
    }
    #expect(naiveLeaks > 1)
    #expect(tried > 15)
  }

  private func leaks(_ sums: Sums, _ said: [(sets: [[Int]], said: [SaidCount])]) -> Bool {
    let all = said.flatMap { zip($0.sets, $0.said) }
    var goals: Set<[Int]> = []
    for (set, count) in all where count == .hidden && figure(sums.own(set)) == .suppressed {
      let sum = Int(sums.own(set).reduce(0, +))
      let margin = max((sum + 9) / 10, 5)
      goals.insert(set + [-1, sum + margin])
      goals.insert(set + [-2, max(sum - margin, 0)])
    }
    let bounds = all.compactMap { set, count -> (a: Int, b: Int, c: Int, ClosedRange<Int>)? in
      guard case .between(let lower, let upper) = count else { return nil }
      return (
        set.contains(0) ? 1 : 0, set.contains(1) ? 1 : 0, set.contains(2) ? 1 : 0,
        lower...(upper ?? .max)
      )
    }
    let limit = (0..<3).map { Int(sums.own([$0]).reduce(0, +)) }.reduce(0, max) + 16
    for a in 0...limit {
      for b in 0...limit {
        for c in 0...limit {
          var agrees = true
          for own in bounds where agrees {
            agrees = own.3.contains(1_000 * (own.a * a + own.b * b + own.c * c))
          }
          guard agrees else { continue }
          goals = goals.filter { goal in
            let sum = goal.dropLast(2).reduce(0) { $0 + [a, b, c][$1] }
            let end = goal[goal.count - 1]
            return goal[goal.count - 2] == -1 ? sum < end : sum > end
          }
          if goals.isEmpty { return false }
        }
      }
    }
    return !goals.isEmpty
  }
}
