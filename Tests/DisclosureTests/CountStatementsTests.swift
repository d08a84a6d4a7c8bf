import Disclosure
import Tabulation
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
    var statements = CountStatements(partition([(40, 1)]), rule: rule)
    let total = statements.add(kinds: [0, 1], units: [[0]], group: 0, figures: [figure(41)])
    let distinct = statements.add(
      .distinct, kinds: [0], units: [[0]], group: 1, figures: [figure(40)])
    statements.add(kinds: [1], units: [[0]], group: 1, figures: [figure(1)])
    let hidden = try statements.hidden()
    #expect(hidden.count == 1)
    #expect(
      hidden.isSubset(of: [total, distinct].map { CountStatements.Place(statement: $0, area: 0) }))
  }
}
