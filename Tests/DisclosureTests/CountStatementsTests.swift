import Disclosure
import Tabulation
import TestSupport
import Testing

struct CountStatementsTests {
  private let rule = DisclosureRule.openbaar

  /// Records in three buurten of one wijk, of kinds a and b.
  private func partition(_ counts: [(a: Int, b: Int)]) -> CountPartition {
    var units: [Int32] = []
    var places: [Int32] = []
    for (unit, count) in counts.enumerated() {
      units += Array(repeating: Int32(unit), count: count.a + count.b)
      places += Array(repeating: 0, count: count.a) + Array(repeating: 1, count: count.b)
    }
    return CountPartition(
      units: units, unitCount: counts.count,
      tables: [RecordPlaces(categories: ["a", "b"], periods: [""], places: places)])
  }

  private func figure(_ count: Int) -> PublishedFigure {
    PublishedFigure(Double(count), contributions: count, rule: rule)
  }

  @Test func aPartHoldsAllRecordsOfAKind() {
    let partition = partition([(3, 1), (0, 2), (0, 0)])
    #expect(partition.kindCount == 2)
    #expect(partition.counts == [3, 1, 0, 2, 0, 0])
    #expect(partition.places == [[0, 1]])
  }

  /// A delivery says 12 to 14, published as 10 to 15, of a wijk of which one buurt has 12: 15 less 10 leaves 5.
  @Test func boundsThatArePublishedTellOfWhatTheyHold() throws {
    var statements = CountStatements(
      CountPartition(counts: [12, 1], kindCount: 1), rule: rule)
    let wijk = statements.add(
      kinds: [0], units: [[0, 1]], group: 0, figures: [.interval(lower: 10, upper: 15)])
    let buurten = statements.add(
      kinds: [0], units: [[0], [1]], group: 0, figures: [12, 1].map(figure))
    // Hiding the buurt costs less than its wijk.
    #expect(try statements.hidden() == [CountStatements.Place(statement: buurten, area: 0)])
    #expect(statements.said(hiding: [])[wijk] == [.between(lower: 10, upper: 15)])
  }

  @Test func aPlaceWithoutRecordsCanHoldSome() {
    let partition = CountPartition(
      units: [0], unitCount: 1,
      tables: [RecordPlaces(categories: ["a", "b"], periods: [""], places: [0])])
    #expect(partition.places == [[0, 1]])
    #expect(partition.counts == [1, 0])
  }

  /// 12 of a and 3 of b make 15: at most 17 less at least 10 leaves 7 for b.
  @Test func theTotalOfABuurtDoesNotTellItsSmallCategory() throws {
    var statements = CountStatements(partition([(12, 3)]), rule: rule)
    let all = statements.add(kinds: [0, 1], units: [[0]], group: 0, figures: [figure(15)])
    let a = statements.add(kinds: [0], units: [[0]], group: 1, figures: [figure(12)])
    let b = statements.add(kinds: [1], units: [[0]], group: 1, figures: [figure(3)])
    #expect((all, a, b) == (0, 1, 2))
    // Hiding a costs least: it is the smaller of the two.
    #expect(try statements.hidden() == [CountStatements.Place(statement: a, area: 0)])
  }

  /// What all leave of a, in two buurten and their wijk: never told, and protected once.
  @Test func whatTwoCountsLeaveBetweenThemIsProtected() throws {
    let partition = partition([(20, 1), (30, 2)])
    func hidden(_ rests: [(CountStatements.Selection, CountStatements.Selection)]) throws
      -> Set<CountStatements.Place>
    {
      var statements = CountStatements(partition, rule: rule)
      statements.add(kinds: [0, 1], units: [[0, 1]], group: 0, figures: [figure(53)])
      statements.add(kinds: [0], units: [[0], [1]], group: 1, figures: [20, 30].map(figure))
      for (whole, part) in rests { statements.addRest(of: whole, without: part, group: -1) }
      return try statements.hidden()
    }
    let wijk = CountStatements.Selection(kinds: [0, 1], units: [[0, 1]])
    let rest = (wijk, CountStatements.Selection(kinds: [0], units: [[0, 1]]))
    // At most 57 less at least 18 and 28 leave 11.
    #expect(try hidden([rest]).isEmpty)
    #expect(try hidden([]).isEmpty)
    // Of which nothing is said leaves nothing, and what is not small needs no protection.
    #expect(
      try hidden([
        (wijk, CountStatements.Selection(kinds: [0], units: [nil])),
        (wijk, CountStatements.Selection(kinds: [1], units: [[0, 1]])),
      ]).isEmpty)
  }

  /// Two levels of one source, all in the wijk and one kind per buurt or the other way round, by trying all
  /// counts.
  @Test(arguments: 0..<16) func noCountOfTwoLevelsCanBeDerived(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    func pick() -> Int {
      random.next() % 3 == 0 ? 1 + Int(random.next() % 9) : 10 + Int(random.next() % 8)
    }
    let buurten = [(a: pick(), b: pick()), (a: pick(), b: pick())]
    let partition = partition(buurten)
    guard partition.kindCount == 2 else { return }
    let truth = buurten.flatMap { [$0.a, $0.b] }
    let isAllPerBuurt = seed % 2 == 0
    let (fine, wide) = isAllPerBuurt ? ([0, 1], [0]) : ([0], [0, 1])
    func members(_ kinds: [Int], _ units: [Int]) -> [Int] {
      units.flatMap { unit in kinds.map { unit * 2 + $0 } }
    }
    func sum(_ members: [Int], _ values: [Int]) -> Int { members.reduce(0) { $0 + values[$1] } }
    let cells =
      [members(fine, [0]), members(fine, [1]), members(wide, [0, 1])] + [members([1], [0, 1])]
    var statements = CountStatements(partition, rule: rule)
    statements.add(
      kinds: fine, units: [[0], [1]], group: 1,
      figures: cells[0...1].map { figure(sum($0, truth)) })
    statements.add(
      kinds: wide, units: [[0, 1]], group: 2, figures: [figure(sum(cells[2], truth))])
    let both = CountStatements.Selection(kinds: [0, 1], units: [[0, 1]])
    statements.addRest(
      of: both, without: CountStatements.Selection(kinds: [0], units: [[0, 1]]), group: -1)
    let hidden = try statements.hidden()
    let bounds = (0..<3).map { cell -> ClosedRange<Int>? in
      let place = CountStatements.Place(statement: cell / 2, area: cell % 2)
      return hidden.contains(place) ? nil : rule.bounds(of: figure(sum(cells[cell], truth)))
    }
    // A count that nothing bounds can be 20 as well as more.
    var largest = [Int](repeating: 0, count: 4)
    for a in 0...20 {
      for b in 0...20 {
        if let bound = bounds[0], isAllPerBuurt ? !bound.contains(a + b) : !bound.contains(a) {
          continue
        }
        for c in 0...20 {
          for d in 0...20 {
            let values = [a, b, c, d]
            guard
              zip(bounds, cells).allSatisfy({ bound, cell in
                bound?.contains(sum(cell, values)) ?? true
              })
            else { continue }
            for (cell, members) in cells.enumerated() {
              largest[cell] = max(largest[cell], sum(members, values))
            }
          }
        }
      }
    }
    for cell in cells.indices where sum(cells[cell], truth) < rule.minimumCount {
      #expect(largest[cell] >= rule.minimumCount, "cell \(cell) of \(truth)")
    }
  }

  @Test func whatWillBeSaidAnywayIsNotHidden() throws {
    var statements = CountStatements(partition([(12, 3)]), rule: rule)
    statements.add(kinds: [0, 1], units: [[0]], group: 0, figures: [figure(15)], isFixed: true)
    statements.add(kinds: [0], units: [[0]], group: 1, figures: [figure(12)], isFixed: true)
    statements.add(kinds: [1], units: [[0]], group: 1, figures: [figure(3)])
    #expect(throws: CountsNotSafe(count: 1)) { try statements.hidden() }
  }

  /// A wijk of 65 with buurten of 30, 32 and 3: 63...67 less 28...32 and 28...32 leaves up to 11.
  @Test func roundingAloneCanBeEnough() throws {
    var statements = CountStatements(partition([(30, 0), (32, 0), (3, 0)]), rule: rule)
    statements.add(
      kinds: [0, 1], units: [[0], [1], [2]], group: 0, figures: [30, 32, 3].map(figure))
    statements.add(kinds: [0, 1], units: [[0, 1, 2]], group: 0, figures: [figure(65)])
    #expect(try statements.hidden() == [])
  }

  @Test func distinctCountsTellThatThereAreRecordsEnough() throws {
    // 40 addresses say that there are 38 records or more, of which the others are at most 42 - 38.
    let partition = partition([(40, 1)])
    var statements = CountStatements(partition, rule: rule)
    // Some addresses have many records, so how many there are at most is not told by it.
    let addresses = MeasuredRecords(
      partition, words: (0..<41).map { UInt32($0 < 5 ? 0 : $0) }, empty: nil)
    let total = statements.add(kinds: [0, 1], units: [[0]], group: 0, figures: [figure(41)])
    let distinct = statements.add(
      .column(addresses), kinds: [0], units: [[0]], group: 1, figures: [figure(40)])
    statements.add(kinds: [1], units: [[0]], group: 1, figures: [figure(1)])
    let hidden = try statements.hidden()
    #expect(hidden.count == 1)
    #expect(
      hidden.isSubset(of: [total, distinct].map { CountStatements.Place(statement: $0, area: 0) }))
  }
}
