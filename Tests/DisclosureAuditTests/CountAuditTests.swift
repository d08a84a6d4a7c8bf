import DisclosureAudit
import Testing

struct CountAuditTests {
  /// A wijk of buurten with one kind of record, published under the rule.
  private func wijk(
    _ values: [Int], total: ClosedRange<Int>? = nil, isFixed: Bool = false, rounding: Int = 5
  )
    -> CountSystem
  {
    var cells = values.enumerated().map { place, value in
      RandomTables.published([Int32(place)], sum: value, group: 0, covers: 1, rounding: rounding)
    }
    let sum = values.reduce(0, +)
    let all = RandomTables.published(
      values.indices.map { Int32($0) }, sum: sum, group: 0, covers: values.count, rounding: rounding
    )
    cells.append(
      CountSystem.Cell(
        members: all.members, group: 0, bounds: total ?? all.bounds, weight: all.weight,
        isFixed: isFixed, isPublished: true))
    return CountSystem(values: values, cells: cells)
  }

  @Test func oneHiddenBuurtIsTheRestOfItsWijk() {
    // 50 to 54... of 52 = 20 + 27 + 5: 48...52 less 18...22 and 23...27.
    let audit = CountAudit(wijk([20, 25, 5]))
    #expect(audit.isExact)
    #expect(audit.interval(of: 2) == CountAudit.Interval(lower: 0, upper: 11))
    #expect(audit.unsafe() == [])
    // Said exactly, the total leaves 0 to 9: all that can be is under ten.
    let exact = CountAudit(wijk([20, 25, 5], total: 50...50))
    #expect(exact.interval(of: 2) == CountAudit.Interval(lower: 1, upper: 9))
    #expect(exact.unsafe() == [2])
  }

  @Test func whatIsNotSaidAboveHasNoEnd() {
    let system = CountSystem(
      values: [5],
      cells: [RandomTables.published([0], sum: 5, group: 0, covers: 1, rounding: 5)])
    #expect(CountAudit(system).interval(of: 0) == CountAudit.Interval(lower: 0, upper: nil))
  }

  @Test func theCheapestNeighbourIsHiddenToo() {
    let protector = CellProtector(wijk([20, 125, 5, 40], rounding: 1))
    #expect(protector.complementary == [0])
    #expect(protector.unprotected == [])
    #expect(CountAudit(protector.system).unsafe() == [])
    #expect(!protector.system.cells[0].isPublished)
  }

  @Test func whatWasSaidBeforeCannotBeTakenBack() {
    // The total is known, and there is nothing else to hide.
    let protector = CellProtector(wijk([5, 2], total: 7...7, isFixed: true))
    #expect(protector.complementary == [])
    #expect(protector.unprotected == [0, 1])
  }

  /// All counts that agree, by trying them all.
  @Test func intervalsAreThoseOfAllCountsThatAgree() throws {
    for seed in 0..<12 as Range<UInt64> {
      var random = SplitMix(state: seed)
      func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
      let values = (0..<4).map { _ in pick(9) }
      // Two buurten, two kinds: each alone, each kind over both, each buurt over both, all.
      let sets: [(members: [Int32], group: Int)] = [
        ([0], 1), ([1], 2), ([2], 1), ([3], 2), ([0, 2], 1), ([1, 3], 2), ([0, 1], 0), ([2, 3], 0),
        ([0, 1, 2, 3], 0),
      ]
      let cells = sets.map { members, group in
        let sum = members.reduce(0) { $0 + values[Int($1)] }
        let isPublished = members.count == 4 || pick(3) > 0
        return CountSystem.Cell(
          members: members, group: group, bounds: max(0, sum - pick(3))...sum + pick(3),
          reach: isPublished ? nil : sum + 1, isPublished: isPublished)
      }
      let system = CountSystem(values: values, cells: cells)
      let audit = CountAudit(system)
      #expect(audit.isExact)
      var least = [Int](repeating: .max, count: cells.count)
      var most = [Int](repeating: -1, count: cells.count)
      let all = cells[8].bounds.upperBound
      for a in 0...all {
        for b in 0...(all - a) {
          for c in 0...(all - a - b) {
            for d in 0...(all - a - b - c) {
              let sums = sets.map { $0.members.reduce(0) { $0 + [a, b, c, d][Int($1)] } }
              guard zip(cells, sums).allSatisfy({ !$0.isPublished || $0.bounds.contains($1) })
              else { continue }
              for (place, sum) in sums.enumerated() {
                least[place] = min(least[place], sum)
                most[place] = max(most[place], sum)
              }
            }
          }
        }
      }
      for (place, cell) in cells.enumerated() where !cell.isPublished {
        let interval = audit.interval(of: place)
        #expect(interval == CountAudit.Interval(lower: least[place], upper: most[place]))
        #expect(audit.unsafe().contains(place) == (most[place] < cell.reach ?? 0))
      }
    }
  }

  /// Two divisions of the same ground. What is hidden as if everybody knew which of the parts that they have in
  /// common are empty, is hidden from one who does not know it.
  @Test func emptyPartsNeedNotBeKnownToBeEmpty() throws {
    var hidden = 0
    for seed in 0..<60 as Range<UInt64> {
      var random = SplitMix(state: seed)
      func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
      let (leaves, squares) = (3 + pick(3), 2 + pick(3))
      // All parts, most of them empty; the first of each leaf and each square is known to be there.
      let parts = (0..<leaves).flatMap { leaf in (0..<squares).map { (leaf: leaf, square: $0) } }
      let values = parts.map { _ in pick(3) > 0 ? 0 : pick(2) == 0 ? pick(9) : 8 + pick(40) }
      let known = parts.indices.filter {
        values[$0] > 0 || parts[$0].square == parts[$0].leaf % squares
          || parts[$0].leaf == parts[$0].square % leaves
      }
      func system(_ units: [Int]) -> CountSystem {
        let own = units.map { values[$0] }
        func cell(_ group: Int, _ isMember: (Int) -> Bool) -> CountSystem.Cell {
          let members = units.indices.filter { isMember(units[$0]) }
          return RandomTables.published(
            members.map { Int32($0) }, sum: members.reduce(0) { $0 + own[$1] }, group: group,
            covers: 1, rounding: 5)
        }
        return CountSystem(
          values: own,
          cells: (0..<leaves).map { leaf in cell(0) { parts[$0].leaf == leaf } }
            + [cell(0) { _ in true }]
            + (0..<squares).map { square in cell(1) { parts[$0].square == square } })
      }
      let suppression = CountSuppression(system(known))
      #expect(suppression.unsafe.isEmpty, "\(seed)")
      hidden += suppression.complementary.count
      let whole = system(Array(parts.indices))
      let shown = CountSystem(
        values: whole.values,
        cells: whole.cells.enumerated().map { place, cell in
          let isHidden = suppression.complementary.contains(place)
          return CountSystem.Cell(
            members: cell.members, group: cell.group,
            bounds: isHidden ? 0...Int.max : cell.bounds, reach: cell.reach, weight: cell.weight,
            isPublished: cell.isPublished && !isHidden)
        })
      let audit = CountAudit(shown)
      #expect(audit.isExact)
      #expect(audit.unsafe().isEmpty, "\(seed)")
    }
    #expect(hidden > 20)
  }
}
