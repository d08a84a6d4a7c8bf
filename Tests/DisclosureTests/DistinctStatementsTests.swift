import Disclosure
import Tabulation
import TestSupport
import Testing

struct DistinctStatementsTests {
  private let rule = DisclosureRule.openbaar

  private func figure(_ count: Int) -> PublishedFigure {
    PublishedFigure(Double(count), contributions: count, rule: rule)
  }

  /// Records with a word in each part: `words[part]`, parts being kinds of one buurt or buurten.
  private func records(
    _ words: [[UInt32]], kinds: Int = 1
  ) -> (partition: CountPartition, words: [UInt32]) {
    var units: [Int32] = []
    var places: [Int32] = []
    for (part, own) in words.enumerated() {
      units += Array(repeating: Int32(part / kinds), count: own.count)
      places += Array(repeating: Int32(part % kinds), count: own.count)
    }
    return (
      CountPartition(
        units: units, unitCount: words.count / kinds,
        tables: [
          RecordPlaces(
            categories: (0..<kinds).map { "\($0)" }, periods: [""], places: places)
        ]), words.flatMap(\.self)
    )
  }

  @Test func wordsByThePartsInWhichTheyOccur() {
    let (partition, words) = records([[1, 2, 2, 9], [2, 3, 9], [3, 2, 4]])
    let found = partition.combinations(of: words, except: 9)
    #expect(found.map(\.parts) == [[0], [0, 1, 2], [1, 2], [2]])
    #expect(found.map(\.count) == [1, 1, 1, 1])
    #expect(partition.combinations(of: words, except: nil).count == 5)
    #expect(
      CountPartition(units: [-1], unitCount: 1, tables: []).combinations(of: [1], except: nil)
        .isEmpty)
  }

  /// 15 addresses in a wijk, of which 12 in one buurt: the other has 3, unless an address lies in both.
  @Test func theAddressesOfAWijkDoNotTellThoseOfABuurt() throws {
    let (partition, words) = records([Array(0..<12), Array(20..<23), Array(40..<80)])
    func hidden(_ sets: [[Int]], _ counts: [Int]) throws -> Int {
      var statements = DistinctStatements(partition, words: words, empty: nil, rule: rule)
      statements.add(
        kinds: [0], units: [[0], [1], [2]], group: 0, figures: [12, 3, 40].map(figure))
      statements.add(kinds: [0], units: sets, group: 1, figures: counts.map(figure))
      return try statements.hidden().count
    }
    #expect(try hidden([], []) == 0)
    #expect(try hidden([[0, 1]], [15]) == 1)
    #expect(try hidden([[0, 1, 2]], [55]) == 1)
  }

  /// Of 14 addresses with a record 12 have one of a: two have others alone.
  @Test func whatTwoNumbersLeaveBetweenThemIsProtected() throws {
    let (partition, words) = records([Array(0..<12), Array(5..<14)], kinds: 2)
    var statements = DistinctStatements(partition, words: words, empty: nil, rule: rule)
    statements.add(kinds: [0, 1], units: [[0]], group: 0, figures: [figure(14)])
    statements.add(kinds: [0], units: [[0]], group: 1, figures: [figure(12)])
    #expect(try statements.hidden().isEmpty)
    statements.addRest(
      of: .init(kinds: [0, 1], units: [[0]]), without: .init(kinds: [0], units: [[0]]), group: -1)
    #expect(try statements.hidden().count == 1)
  }

  @Test func whatWasSaidBeforeHidesWhatIsSaidNow() throws {
    let (partition, words) = records([Array(0..<12), Array(20..<23)])
    var statements = DistinctStatements(partition, words: words, empty: nil, rule: rule)
    statements.add(kinds: [0], units: [[0], [1]], group: 0, figures: [figure(12), figure(3)])
    let found = statements.addEarlier(
      kinds: [0], units: [[0, 1], [0], [1], [0]], group: 1,
      said: [.between(lower: 13, upper: 17), .between(lower: 18, upper: 22), .hidden, .nothing])
    #expect(found.held == 1)
    #expect(found.lapsed == 1)
    #expect(try statements.hidden() == [CountStatements.Place(statement: 0, area: 0)])
    // What was hidden for others than its size needs no protection.
    var other = DistinctStatements(partition, words: words, empty: nil, rule: rule)
    other.addEarlier(kinds: [0], units: [[0]], group: 0, said: [.hidden])
    other.add(kinds: [0], units: [[0, 1]], group: 1, figures: [figure(15)])
    #expect(try other.hidden().isEmpty)
  }

  /// Two areas and the whole of them, whose words may lie in both: by trying all numbers of words.
  @Test(arguments: 0..<40) func noSmallNumberCanBeDerived(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let first = pick(2) == 0 ? pick(10) : 10 + pick(8)
    let second = pick(2) == 0 ? pick(10) : 10 + pick(8)
    let both = seed % 2 == 0 ? 0 : pick(5)
    let (partition, words) = records([
      Array(0..<UInt32(first)) + Array(100..<UInt32(100 + both)),
      Array(50..<UInt32(50 + second)) + Array(100..<UInt32(100 + both)),
    ])
    let truth = [first, second, both]
    let sets = [[0, 2], [1, 2], [0, 1, 2]]
    let counts = sets.map { set in set.reduce(0) { $0 + truth[$1] } }
    var statements = DistinctStatements(partition, words: words, empty: nil, rule: rule)
    statements.add(kinds: [0], units: [[0], [1]], group: 0, figures: counts[0...1].map(figure))
    statements.add(kinds: [0], units: [[0, 1]], group: 1, figures: [figure(counts[2])])
    let hidden = try statements.hidden()
    let bounds = (0..<3).map { cell -> ClosedRange<Int>? in
      hidden.contains(CountStatements.Place(statement: cell / 2, area: cell % 2))
        ? nil : rule.bounds(of: figure(counts[cell]))
    }
    var largest = [0, 0, 0]
    for a in 0...30 {
      for b in 0...30 {
        // Nobody is taken to think of words in both where there are none.
        for c in 0...(both == 0 ? 0 : 30) {
          let sums = [a + c, b + c, a + b + c]
          guard zip(bounds, sums).allSatisfy({ $0?.contains($1) ?? true }) else { continue }
          largest = zip(largest, sums).map { max($0, $1) }
        }
      }
    }
    for cell in 0..<3 where counts[cell] < rule.minimumCount {
      #expect(largest[cell] >= rule.minimumCount, "cell \(cell) of \(truth)")
    }
  }
}
