import DisclosureAudit
import Testing

struct CountCompletionTests {
  private func known(_ members: [Int32], _ bounds: ClosedRange<Int>, group: Int) -> CountSystem.Cell
  {
    CountSystem.Cell(members: members, group: group, bounds: bounds, isPublished: true)
  }

  @Test func whatFitsStaysAsItIs() {
    let completion = CountCompletion(
      from: [3, 4], cells: [known([0], 0...4, group: 0), known([0, 1], 7...7, group: 0)])
    #expect(completion.misfit == nil)
    #expect(completion.values == [3, 4])
  }

  @Test func smallCountsTakeWhatTheirWijkHas() {
    // Ten in a wijk of two buurten of which one has 0 to 4 and the other 5 to 9.
    let completion = CountCompletion(
      from: [0, 5],
      cells: [
        known([0], 0...4, group: 0), known([1], 5...9, group: 0), known([0, 1], 10...10, group: 0),
      ])
    #expect(completion.misfit == nil)
    #expect(completion.values.reduce(0, +) == 10)
    #expect(completion.values[0] <= 4 && completion.values[1] <= 9)
  }

  @Test func moreThanTheirWijkDoesNotFit() {
    let cells = [
      known([0], 8...8, group: 0), known([1], 5...9, group: 0), known([0, 1], 10...10, group: 0),
    ]
    #expect(CountCompletion(from: [8, 5], cells: cells).misfit != nil)
  }

  /// Two buurten and two kinds with what is known of them at random, against all counts that there are.
  @Test func countsAreFoundWhereThereAreSome() {
    var (fits, misfits) = (0, 0)
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix(state: seed)
      func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
      let sets: [(members: [Int32], group: Int)] = [
        ([0], 0), ([1], 0), ([2], 0), ([3], 0), ([0, 2], 0), ([1, 3], 0), ([0, 1], 1), ([2, 3], 1),
        ([0, 1, 2, 3], 1),
      ]
      let cells = sets.filter { _ in pick(4) > 0 }.map { members, group in
        let least = pick(5) * members.count / 2
        return known(members, least...least + pick(3), group: group)
      }
      let start = (0..<4).map { _ in pick(6) }
      func agrees(_ values: [Int]) -> Bool {
        cells.allSatisfy { cell in
          cell.bounds.contains(cell.members.reduce(0) { $0 + values[Int($1)] })
        }
      }
      let completion = CountCompletion(from: start, cells: cells)
      #expect(completion.values.allSatisfy { $0 >= 0 })
      if completion.misfit == nil {
        fits += 1
        #expect(agrees(completion.values), "seed \(seed)")
      } else {
        misfits += 1
        // No bound is above 12, so that what is larger than that need not be tried.
        let side = 0..<13
        let exists = side.contains { a in
          side.contains { b in side.contains { c in side.contains { agrees([a, b, c, $0]) } } }
        }
        #expect(!exists, "seed \(seed)")
      }
    }
    #expect(fits > 50 && misfits > 50)
  }
}
