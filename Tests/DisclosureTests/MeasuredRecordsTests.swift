import Disclosure
import DisclosureAudit
import Tabulation
import TestSupport
import Testing

/// Counts in disguise: a column of ones that is added up, a column of words that all differ.
struct MeasuredRecordsTests {
  private let rule = DisclosureRule.openbaar

  private func figure(_ count: Int) -> PublishedFigure {
    PublishedFigure(Double(count), contributions: count, rule: rule)
  }

  /// A wijk of two buurten of 20 and 4, of which the records are added up as ones: the total of records less
  /// the sum of the first is the second.
  @Test(arguments: [true, false]) func aTotalOfRecordsLessASumOfOnesTellsNoSmallCount(
    isSum: Bool
  ) throws {
    let units = [Int32](repeating: 0, count: 20) + [1, 1, 1, 1]
    let partition = CountPartition(units: units, unitCount: 2, tables: [])
    let column =
      isSum
      ? MeasuredRecords(partition, numbers: units.map { _ in 1 })
      : MeasuredRecords(partition, words: units.indices.map { UInt32($0) }, empty: nil)
    var counts = CountStatements(partition, rule: rule)
    let total = counts.add(kinds: [0], units: [[0, 1]], group: 0, figures: [figure(24)])
    let own = counts.add(
      .column(column), kinds: [0], units: [[0], [1]], group: 0, figures: [figure(20), figure(4)])
    let hidden = try counts.hidden()
    #expect(hidden.count == 1)
    #expect(
      hidden.isSubset(of: [total, own].map { CountStatements.Place(statement: $0, area: 0) }))
  }

  /// Words of two records each say that there are twice as many records at most.
  @Test func theCommonestWordBoundsTheNumberOfRecords() throws {
    let units = [Int32](repeating: 0, count: 40) + [1, 1, 1, 1]
    let partition = CountPartition(units: units, unitCount: 2, tables: [])
    func hidden(isPaired: Bool, total: Int) throws -> Int {
      let words = units.indices.map { UInt32(isPaired ? $0 / 2 : $0 < 4 ? 0 : $0) }
      let column = MeasuredRecords(partition, words: words, empty: nil)
      #expect(!column.isCount)
      var counts = CountStatements(partition, rule: rule)
      counts.add(kinds: [0], units: [[0], [1]], group: 0, figures: [figure(40), figure(4)])
      counts.add(
        .column(column), kinds: [0], units: [[0, 1]], group: 0, figures: [.value(Double(total))])
      return try counts.hidden().count
    }
    // 22 words of two are 44 records at most, of which the first area has 38 or more: 6 are left for the second.
    #expect(try hidden(isPaired: true, total: 20) == 1)
    // With up to four records each it tells less still.
    #expect(try hidden(isPaired: false, total: 40) == 0)
  }

  /// Sums that lie far from each other tell little of how many records there are.
  @Test func sumsOfNumbersThatDifferAreLeft() throws {
    let units = [Int32](repeating: 0, count: 20) + [1, 1, 1, 1]
    let partition = CountPartition(units: units, unitCount: 2, tables: [])
    let column = MeasuredRecords(partition, numbers: units.indices.map { Double(1 + $0 % 7) })
    var counts = CountStatements(partition, rule: rule)
    counts.add(kinds: [0], units: [[0, 1]], group: 0, figures: [figure(24)])
    counts.add(
      .column(column), kinds: [0], units: [[0], [1]], group: 0,
      figures: [figure(75), .suppressed])
    #expect(try counts.hidden().isEmpty)
  }

  /// Random hierarchies of which some are told as counts and some as sums of ones or different words: taken for
  /// the counts that they are, nothing small follows from all together.
  @Test(arguments: 0..<200) func disguisedCountsAreAsSafeAsCounts(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let isSum = seed % 2 == 0
    let unitCount = 2 + pick(3)
    var units: [Int32] = []
    var kinds: [UInt32] = []
    for unit in 0..<unitCount {
      for kind in 0..<2 as Range<UInt32> {
        for _ in 0..<(pick(3) == 0 ? pick(10) : 10 + pick(15)) {
          units.append(Int32(unit))
          kinds.append(kind)
        }
      }
    }
    let isAlike = units.map { _ in 1.0 }
    let places = RecordPlaces(
      categories: ["a", "b"], periods: ["alle"], places: kinds.map { Int32($0) })
    let partition = CountPartition(units: units, unitCount: unitCount, tables: [places])
    func counted(_ kind: Int?) -> [Int] {
      (0..<partition.kindCount).filter { kind == nil || Int(partition.places[0][$0]) == kind }
    }
    struct Cells {
      let kinds: [Int]
      let units: [[Int]]
      let group: Int
      let isColumn: Bool
    }
    let each = (0..<unitCount).map { [$0] }
    let whole = [Array(0..<unitCount)]
    var all: [Cells] = []
    for (group, kind) in [nil, 0, 1].enumerated() {
      for units in [each, whole] {
        all.append(
          Cells(
            kinds: counted(kind), units: units, group: group == 0 ? 0 : 1, isColumn: pick(2) == 0))
      }
    }
    func count(_ cells: Cells, _ area: Int) -> Int {
      cells.units[area].reduce(0) { sum, unit in
        cells.kinds.reduce(sum) { $0 + partition.counts[unit * partition.kindCount + $1] }
      }
    }
    func figures(_ cells: Cells) -> [PublishedFigure] {
      cells.units.indices.map { figure(count(cells, $0)) }
    }
    let words = units.indices.map { UInt32($0) }
    let column =
      isSum
      ? MeasuredRecords(partition, numbers: isAlike)
      : MeasuredRecords(partition, words: words, empty: nil)
    var counts = CountStatements(partition, rule: rule)
    for cells in all {
      counts.add(
        cells.isColumn ? .column(column) : .records, kinds: cells.kinds, units: cells.units,
        group: cells.group, figures: figures(cells))
    }
    let hidden = try counts.hidden()
    #expect(column.isCount)
    // All as plain counts, each with what is told of it.
    let system = CountSystem(
      values: partition.counts,
      cells: all.enumerated().flatMap { number, cells in
        cells.units.indices.map { area in
          let count = count(cells, area)
          let bounds =
            hidden.contains(CountStatements.Place(statement: number, area: area))
            ? nil : rule.bounds(of: figure(count))
          return CountSystem.Cell(
            members: cells.units[area].flatMap { unit in
              cells.kinds.map { Int32(unit * partition.kindCount + $0) }
            }.sorted(), group: cells.group, bounds: bounds ?? 0...Int.max,
            reach: count < rule.minimumCount ? rule.minimumCount : nil, weight: 1,
            isPublished: bounds != nil)
        }
      })
    #expect(CountAudit(system).unsafe().isEmpty)
  }
}
