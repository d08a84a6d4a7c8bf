import Disclosure
import Tabulation
import TestSupport
import Testing

/// Two publications of the same records, one after the other.
struct EarlierStatementsTests {
  private let rule = DisclosureRule.openbaar

  private func partition(_ counts: [Int]) -> CountPartition {
    let units = counts.enumerated().flatMap {
      Array(repeating: Int32($0.offset), count: $0.element)
    }
    return CountPartition(
      units: units, unitCount: counts.count,
      tables: [
        RecordPlaces(
          categories: [""], periods: [""], places: Array(repeating: 0, count: units.count))
      ])
  }

  private func figure(_ count: Int) -> PublishedFigure {
    PublishedFigure(Double(count), contributions: count, rule: rule)
  }

  private func publish(
    _ counts: [Int], _ sets: [[Int]], after earlier: [(sets: [[Int]], said: [SaidCount])] = []
  ) throws -> [SaidCount] {
    var statements = CountStatements(partition(counts), rule: rule)
    statements.add(
      kinds: [0], units: sets, group: 0,
      figures: sets.map { figure($0.reduce(0) { $0 + counts[$1] }) })
    for (number, past) in earlier.enumerated() {
      statements.addEarlier(kinds: [0], units: past.sets, group: number + 1, said: past.said)
    }
    return statements.said(hiding: try statements.hidden())[0]
  }

  /// A wijk of 15, then its buurten of 12 and 3: at most 17 less at least 10 leaves 7.
  @Test func whatWasSaidOfAWijkHidesABuurtLater() throws {
    let counts = [12, 3, 40]
    let first = try publish(counts, [[0, 1], [2]])
    #expect(first == [.between(lower: 13, upper: 17), .between(lower: 38, upper: 42)])
    let buurten = [[0], [1], [2]]
    #expect(
      try publish(counts, buurten) == [
        .between(lower: 10, upper: 12), .hidden, .between(lower: 38, upper: 42),
      ])
    #expect(
      try publish(counts, buurten, after: [([[0, 1], [2]], first)])
        == [.hidden, .hidden, .between(lower: 38, upper: 42)])
  }

  /// What was hidden as small may not follow from the total that is said later.
  @Test func whatWasHiddenStaysSo() throws {
    let counts = [12, 3]
    let first = try publish(counts, [[0], [1]])
    #expect(first == [.between(lower: 10, upper: 12), .hidden])
    #expect(try publish(counts, [[0, 1]]) == [.between(lower: 13, upper: 17)])
    #expect(try publish(counts, [[0, 1]], after: [([[0], [1]], first)]) == [.hidden])
  }

  @Test func whatFollowsFromEarlierPublicationsAloneIsRefused() {
    // Nobody asked for the second buurt then; now it is said to be small, which follows already.
    #expect(throws: CountsNotSafe(count: 1)) {
      try publish(
        [12, 3], [[1]],
        after: [
          ([[0], [0, 1]], [.between(lower: 10, upper: 12), .between(lower: 13, upper: 17)])
        ])
    }
  }

  @Test func whatIsNotSoOfTheseRecordsIsLeftOut() throws {
    var statements = CountStatements(partition([12, 30]), rule: rule)
    let found = statements.addEarlier(
      kinds: [0], units: [[0], [1], [0, 1], []], group: 0,
      said: [.between(lower: 18, upper: 22), .between(lower: 28, upper: nil), .nothing, .nothing])
    #expect(found.held == 1)
    #expect(found.lapsed == 1)
  }

  /// Every count that either publication hides as small is, in some counts that agree with both, ten or more.
  @Test func twoPublicationsTogetherTellNoSmallCount() throws {
    var generator = RepeatableGenerator(seed: 7)
    let sets = [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]]
    let families = [
      [0, 1, 2], [0, 1, 2, 6], [3, 2], [3, 2, 6], [4, 0], [4, 0, 6], [5, 1], [6], [0, 3, 6],
      [1, 4, 6],
    ]
    var refused = 0
    var naiveLeaks = 0
    for _ in 0..<50 {
      let counts = (0..<3).map { _ in Int.random(in: 0...22, using: &generator) }
      let first = families.randomElement(using: &generator)!.map { sets[$0] }
      let second = families.randomElement(using: &generator)!.map { sets[$0] }
      guard let before = try? publish(counts, first), let alone = try? publish(counts, second)
      else { continue }
      if leaks(counts, [(first, before), (second, alone)]) { naiveLeaks += 1 }
      guard let after = try? publish(counts, second, after: [(first, before)]) else {
        refused += 1
        continue
      }
      #expect(!leaks(counts, [(first, before), (second, after)]), "\(counts) \(first) \(second)")
    }
    #expect(naiveLeaks > 3)
    #expect(refused < 25)
  }

  /// Whether from what is said a small count that is hidden can be derived to be small, by trying all.
  private func leaks(_ counts: [Int], _ said: [(sets: [[Int]], said: [SaidCount])]) -> Bool {
    let all = said.flatMap { zip($0.sets, $0.said) }
    let hidden = all.filter { set, count in
      count == .hidden && set.reduce(0) { $0 + counts[$1] } < rule.minimumCount
    }.map(\.0)
    var open = Set(hidden)
    for a in 0...45 {
      for b in 0...45 {
        for c in 0...45 where !open.isEmpty {
          let values = [a, b, c]
          let agrees = all.allSatisfy { set, count in
            guard case .between(let lower, let upper) = count else { return true }
            let sum = set.reduce(0) { $0 + values[$1] }
            return lower <= sum && sum <= upper ?? .max
          }
          if agrees {
            open = open.filter { $0.reduce(0) { $0 + values[$1] } < rule.minimumCount }
          }
        }
      }
    }
    return !open.isEmpty
  }
}
