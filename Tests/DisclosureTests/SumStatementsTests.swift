import Disclosure
import Tabulation
import TestSupport
import Testing

struct SumStatementsTests {
  private let rule = DisclosureRule.openbaar

  private func figure(_ contributions: [Double], rule: DisclosureRule = .openbaar)
    -> PublishedFigure
  {
    let sorted = contributions.sorted(by: >)
    return PublishedFigure(
      contributions.reduce(0, +), contributions: contributions.count,
      concentration: Concentration(
        total: contributions.reduce(0, +),
        largest: (0..<Concentration.kept).map { $0 < sorted.count ? sorted[$0] : 0 }), rule: rule)
  }

  @Test func aSumOfWhichOneIsMoreThanHalfIsNotTold() {
    #expect(figure([100] + Array(repeating: 10, count: 10)) == .value(200))
    #expect(figure([101] + Array(repeating: 10, count: 10)) == .suppressed)
    let two = DisclosureRule(
      minimumCount: 10, roundingBase: 5,
      dominance: DisclosureRule.Dominance(largest: 2, percent: 60), nearness: nil)
    #expect(figure([60, 61] + Array(repeating: 10, count: 9), rule: two) == .value(210))
    #expect(figure([70, 61] + Array(repeating: 10, count: 8), rule: two) == .suppressed)
  }

  /// Cox's p % rule: the second largest knows its own 90, and what is left is all that hides the other.
  @Test func theSecondLargestCannotEstimateTheLargest() {
    let rule = DisclosureRule(
      minimumCount: 10, roundingBase: 1, dominance: nil, nearness: 10)
    #expect(figure([100, 90] + Array(repeating: 1, count: 10), rule: rule) == .value(200))
    #expect(figure([100, 90] + Array(repeating: 1, count: 9), rule: rule) == .suppressed)
  }

  @Test func noughtIsToldOnlyWhereTheRuleSaysSo() {
    let shown = DisclosureRule(minimumCount: 10, roundingBase: 5, zeros: .shown)
    #expect(PublishedFigure(0, contributions: 0, rule: shown) == .value(0))
    #expect(PublishedFigure(0, contributions: 0, rule: rule) == .suppressed)
    #expect(PublishedFigure(3, contributions: 3, rule: shown) == .suppressed)
    // Records that add up to nought are records.
    #expect(PublishedFigure(0, contributions: 4, rule: shown) == .suppressed)
  }

  @Test func aCountOfNoughtThatIsToldProtectsNobodyElse() throws {
    let shown = DisclosureRule(minimumCount: 10, roundingBase: 5, zeros: .shown)
    let partition = CountPartition(
      units: Array(repeating: 0, count: 30) + Array(repeating: 1, count: 4), unitCount: 3,
      tables: [])
    var statements = CountStatements(partition, rule: shown)
    func figure(_ count: Int) -> PublishedFigure {
      PublishedFigure(Double(count), contributions: count, rule: shown)
    }
    statements.add(
      kinds: [0], units: [[0], [1], [2]], group: 0, figures: [figure(30), figure(4), figure(0)])
    let whole = statements.add(kinds: [0], units: [[0, 1, 2]], group: 0, figures: [figure(34)])
    // 33 to 37 less 28 to 32 leaves at most 9 for the 4, since the third is nought.
    let hidden = try statements.hidden()
    #expect(hidden.count == 1)
    #expect(hidden.first?.statement == whole || hidden.first?.area == 0)
  }

  /// One wijk of several buurten: what an outsider knows of a hidden sum is the total less the others.
  @Test(arguments: 0..<60) func hiddenSumsLieFarFromWhatCanBeDerived(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let buurten = 2 + pick(5)
    let isWhole = seed % 3 != 0
    var units: [Int32] = []
    var numbers: [Double] = []
    for unit in 0..<buurten {
      for _ in 0..<(pick(3) == 0 ? pick(9) : 10 + pick(20)) {
        units.append(Int32(unit))
        numbers.append(Double(pick(12) == 0 ? 500 + pick(900) : pick(60)) + (isWhole ? 0 : 0.25))
      }
    }
    let partition = CountPartition(units: units, unitCount: buurten, tables: [])
    func own(_ unit: Int?) -> [Double] {
      zip(units, numbers).filter { unit == nil || Int($0.0) == unit }.map(\.1)
    }
    let parts = (0..<buurten).map { own($0) }
    let figures = parts.map { figure($0) }
    let total = figure(own(nil))
    var statements = try SumStatements(partition, numbers: numbers, rule: rule)
    let areas = statements.add(
      kinds: [0], units: (0..<buurten).map { [$0] }, group: 0, figures: figures)
    let whole = statements.add(
      kinds: [0], units: [Array(0..<buurten)], group: 0, figures: [total])
    let hidden = try statements.hidden()
    func bounds(_ figure: PublishedFigure, _ statement: Int, _ area: Int) -> ClosedRange<Double>? {
      guard !hidden.contains(CountStatements.Place(statement: statement, area: area)) else {
        return nil
      }
      return figure.number.map { max($0 - 2.5, 0)...$0 + 2.5 }
    }
    let said = figures.indices.map { bounds(figures[$0], areas, $0) }
    guard let sum = bounds(total, whole, 0) else { return }
    let rest = said.compactMap(\.self)
    let free = said.count { $0 == nil }
    for area in figures.indices where figures[area] == .suppressed {
      let value = parts[area].reduce(0, +)
      let upper = sum.upperBound - rest.reduce(0) { $0 + $1.lowerBound }
      let lower = free > 1 ? 0 : max(0, sum.lowerBound - rest.reduce(0) { $0 + $1.upperBound })
      let margin = max(value / 10, 5)
      #expect(upper >= value + margin - 1e-6)
      #expect(lower <= max(value - margin, 0) + 1e-6)
    }
  }

  @Test func aHiddenSumHidesAnotherWhenTheTotalIsTold() throws {
    let units = [Int32](repeating: 0, count: 20) + [Int32](repeating: 1, count: 20) + [2, 2, 2]
    let numbers = units.map { $0 == 2 ? 40.0 : 10 }
    let partition = CountPartition(units: units, unitCount: 3, tables: [])
    var statements = try SumStatements(partition, numbers: numbers, rule: rule)
    statements.add(
      kinds: [0], units: [[0], [1], [2]], group: 0,
      figures: [.value(200), .value(200), .suppressed])
    statements.add(kinds: [0], units: [[0, 1, 2]], group: 0, figures: [.value(520)])
    // 520 less 400 is 120, five up and down; 12 are needed.
    #expect(try statements.hidden().count == 1)
  }

  /// No sum below the minimum is told, and halves are rounded up: 10 tells of 10, 11 and 12.
  @Test func theSmallestSumTellsMoreThanItsRounding() throws {
    let partition = CountPartition(
      units: (0..<24).map { $0 < 12 ? 0 : 1 }, unitCount: 2, tables: [])
    // 24 of 1 make 25, of which 12 are told as 10: the others are 11 to 17, when 8 were allowed up to 19.
    var statements = try SumStatements(
      partition, numbers: Array(repeating: 1, count: 24), rule: rule)
    statements.add(
      kinds: [0], units: [[0], [1]], group: 0, figures: [.value(10), .suppressed])
    statements.add(kinds: [0], units: [[0, 1]], group: 0, figures: [.value(25)])
    #expect(try statements.hidden().count == 1)
  }

  @Test func numbersBelowZeroAreRefused() {
    let partition = CountPartition(units: [0, 0], unitCount: 1, tables: [])
    #expect(throws: SumStatements.NegativeNumbers.self) {
      try SumStatements(partition, numbers: [3, -1], rule: rule)
    }
  }

  /// Sums of all and of dwellings, in an area with one shop of 777: the difference is the shop.
  @Test func whatTwoSumsLeaveBetweenThemIsProtected() throws {
    let partition = CountPartition(
      units: Array(repeating: 0, count: 30), unitCount: 1,
      tables: [
        RecordPlaces(
          categories: ["woning", "winkel"], periods: [""],
          places: Array(repeating: 0, count: 29) + [1])
      ])
    #expect(partition.kindCount == 2)
    let numbers = Array(repeating: 100.0, count: 29) + [777]
    func hidden(rest: Bool) throws -> Set<CountStatements.Place> {
      var statements = try SumStatements(partition, numbers: numbers, rule: rule)
      statements.add(kinds: [0, 1], units: [[0]], group: 0, figures: [.value(3_675)])
      statements.add(kinds: [0], units: [[0]], group: 1, figures: [.value(2_900)])
      if rest {
        statements.addRest(
          of: .init(kinds: [0, 1], units: [[0]]), without: .init(kinds: [0], units: [[0]]),
          group: -1)
      }
      return try statements.hidden()
    }
    #expect(try hidden(rest: false).isEmpty)
    #expect(try hidden(rest: true).count == 1)
  }

  /// Records with an empty cell are no word, so that a count of words can be nought where records are.
  @Test func noughtOfSomethingElseTellsNothingOfRecords() throws {
    let shown = DisclosureRule(minimumCount: 10, roundingBase: 5, zeros: .shown)
    let partition = CountPartition(
      units: [0, 0, 0], unitCount: 1,
      tables: [RecordPlaces(categories: [""], periods: [""], places: [-1, -1, -1])])
    var statements = CountStatements(partition, rule: shown)
    let words = MeasuredRecords(partition, words: [0, 0, 0], empty: 0)
    let kinds = (0..<partition.kindCount).filter { partition.places[0][$0] >= 0 }
    statements.add(.column(words), kinds: kinds, units: [[0]], group: 0, figures: [.value(0)])
    #expect(try statements.hidden().isEmpty)
  }

  @Test func sumsBeyondAllBoundsDoNotStopTheProgram() throws {
    let partition = CountPartition(units: Array(repeating: 0, count: 30), unitCount: 1, tables: [])
    for size in [1e19, 1e16 + 0.5, 1e300] {
      let numbers = Array(repeating: size, count: 29) + [0.5]
      var sums = try SumStatements(partition, numbers: numbers, rule: rule)
      sums.add(kinds: [0], units: [[0]], group: 0, figures: [.value(size * 29)])
      #expect(try sums.hidden().isEmpty)
      var counts = CountStatements(partition, rule: rule)
      let column = MeasuredRecords(partition, numbers: numbers)
      counts.add(.column(column), kinds: [0], units: [[0]], group: 0, figures: [.value(size * 29)])
      #expect(try counts.hidden().isEmpty)
    }
  }
}
