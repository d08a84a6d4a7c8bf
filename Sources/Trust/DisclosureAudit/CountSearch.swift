/// What the unknowns of a system can be other than they are, found by trying combinations of changes.
///
/// For systems whose cells do not fit in two families. A combination raises what must be raised and then
/// mends, one change at a time, what that breaks; the most promising ones are kept. What is found is
/// possible; that nothing is found does not show that nothing is.
final class CountSearch: CountChanger {
  private(set) var system: CountSystem
  var kept: Set<Int> = []
  private(set) var values: [Int]
  private var sums: [Int]
  private let trueSums: [Int]
  private let cellsOfUnknown: [[Int32]]
  /// What the combination that is looked at does to each cell; zero between searches.
  private var shifts: [Int]

  /// How many combinations are kept, and how many changes one may have.
  private static let width = 48
  private static let depth = 10

  init(_ system: CountSystem) {
    self.system = system
    values = system.values
    trueSums = system.cells.map(system.sum(of:))
    sums = trueSums
    shifts = [Int](repeating: 0, count: trueSums.count)
    var cells = [[Int32]](repeating: [], count: values.count)
    for (index, cell) in system.cells.enumerated() {
      for member in cell.members { cells[Int(member)].append(Int32(index)) }
    }
    cellsOfUnknown = cells
  }

  func copy() -> any CountChanger { CountSearch(system) }

  func ways(meeting goal: CountSystem.Goal) -> [[CountFlow.Way]] { [] }
  func carries(_ way: CountFlow.Way) -> Bool { false }

  func publish(_ cell: Int, _ isPublished: Bool) { system.cells[cell].isPublished = isPublished }
  func sum(_ cell: Int) -> Int { sums[cell] }

  var moved: [Int] { sums.indices.filter { sums[$0] != trueSums[$0] } }

  func reset() {
    values = system.values
    sums = trueSums
  }

  func move(_ cell: Int, to goal: Int, hiding: (([Int]) -> Void)?) -> Bool {
    while sums[cell] != goal {
      let isUp = goal > sums[cell]
      let found = search(cell, isUp: isUp, isHiding: hiding != nil)
      if let found, found.broken.isEmpty {
        apply(found, cell, goal: goal)
        continue
      }
      var jumps = JumpSearch(
        system, from: values, goal: CountSystem.Goal(cell: cell, isUp: isUp, sum: goal), kept: kept)
      let jumped = jumps.find(isHiding: hiding != nil)
      if let jumped, found.map({ price(jumped.broken) <= $0.cost.price }) ?? true {
        hide(jumped.broken, hiding)
        take(jumped.values)
        return true
      }
      guard let found else { return false }
      hide(found.broken, hiding)
      apply(found, cell, goal: goal)
    }
    return true
  }

  private func price(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + system.cells[$1].weight } }

  private func hide(_ cells: [Int], _ hiding: (([Int]) -> Void)?) {
    guard !cells.isEmpty else { return }
    for cell in cells { publish(cell, false) }
    hiding?(cells)
  }

  private func take(_ other: [Int]) {
    values = other
    sums = system.cells.map { cell in cell.members.reduce(0) { $0 + other[Int($1)] } }
  }

  /// Changes of unknowns by one each, and what they do to the cells, without those that do nothing.
  private struct Combination {
    var unknowns: [Int32: Int] = [:]
    var changes: [Int32: Int] = [:]
    var cost = Cost()
    /// The same for the same unknowns, in whatever order they were changed.
    var key: UInt64 = 0
    /// Published cells that are broken.
    var broken: [Int] = []
    /// The cell to mend next, and whether it must rise.
    var next: (cell: Int, isUp: Bool)?
  }

  /// By how much what is said is broken, and what it costs to hide that instead.
  private struct Cost {
    var excess = 0
    var weight = 0
    /// How many broken cells may not be hidden.
    var held = 0

    var price: Int { held == 0 ? weight : Int.max }
  }

  /// A combination with one change more, before it is worked out.
  private struct Candidate {
    let base: Int
    let unknown: Int32
    let change: Int
    let cost: Cost
    let key: UInt64
  }

  private func search(_ target: Int, isUp: Bool, isHiding: Bool) -> Combination? {
    var best: Combination?
    var start = Combination()
    start.next = (target, isUp)
    var promising = [start]
    let sign = isUp ? 1 : -1
    for _ in 0..<Self.depth {
      var candidates: [Candidate] = []
      for (base, combination) in promising.enumerated() {
        guard let (cell, mustRise) = combination.next else { continue }
        let change = mustRise ? 1 : -1
        let reached = (combination.changes[Int32(target)] ?? 0) * sign
        for (cell, change) in combination.changes { shifts[Int(cell)] = change }
        for unknown in system.cells[cell].members {
          let before = combination.unknowns[unknown] ?? 0
          // A change is not undone, and no count goes below zero.
          guard before * change >= 0, mustRise || values[Int(unknown)] + before > 0 else {
            continue
          }
          var cost = combination.cost
          var gained = reached
          for cell in cellsOfUnknown[Int(unknown)] {
            guard Int(cell) != target else {
              gained += change * sign
              continue
            }
            add(Int(cell), shifts[Int(cell)], -1, to: &cost)
            add(Int(cell), shifts[Int(cell)] + change, 1, to: &cost)
          }
          guard gained > 0 else { continue }
          let candidate = Candidate(
            base: base, unknown: unknown, change: change, cost: cost,
            key: combination.key &+ UInt64(UInt32(bitPattern: unknown)).mixed)
          if cost.excess == 0 || isHiding && cost.price < best?.cost.price ?? Int.max {
            best = worked(candidate, promising, target)
            if cost.excess == 0 { break }
          }
          Self.insert(candidate, into: &candidates)
        }
        for cell in combination.changes.keys { shifts[Int(cell)] = 0 }
        if best?.cost.excess == 0 { return best }
      }
      guard !candidates.isEmpty else { break }
      promising = candidates.map { worked($0, promising, target) }
    }
    return best
  }

  /// Puts a candidate among the most promising ones, of those alike behind earlier ones, unless the same
  /// changes are among them already.
  private static func insert(_ new: Candidate, into candidates: inout [Candidate]) {
    func isBefore(_ one: Candidate, _ other: Candidate) -> Bool {
      one.cost.excess != other.cost.excess
        ? one.cost.excess < other.cost.excess : one.cost.price < other.cost.price
    }
    if candidates.count == width, !isBefore(new, candidates[width - 1]) { return }
    var place = candidates.count
    while place > 0, isBefore(new, candidates[place - 1]) { place -= 1 }
    var alike = place - 1
    while alike >= 0, !isBefore(candidates[alike], new) {
      if candidates[alike].key == new.key { return }
      alike -= 1
    }
    if candidates.count == width { candidates.removeLast() }
    candidates.insert(new, at: place)
  }

  /// By how much a published cell is broken when it changes by `change`.
  private func over(_ cell: Int, _ change: Int) -> Int {
    guard change != 0, system.cells[cell].isPublished else { return 0 }
    let bounds = system.cells[cell].bounds
    let sum = sums[cell] + change
    return sum > bounds.upperBound
      ? sum - bounds.upperBound : sum < bounds.lowerBound ? bounds.lowerBound - sum : 0
  }

  /// Adds what a change of a cell costs, or takes it away.
  private func add(_ cell: Int, _ change: Int, _ sign: Int, to cost: inout Cost) {
    let over = over(cell, change)
    guard over > 0 else { return }
    cost.excess += sign * over
    if system.cells[cell].isFixed || kept.contains(cell) {
      cost.held += sign
    } else {
      cost.weight += sign * system.cells[cell].weight
    }
  }

  /// The combination that a change makes of the one before it: what it changes and breaks, and the cell to mend
  /// next, which is the one broken most.
  private func worked(
    _ candidate: Candidate, _ promising: [Combination], _ target: Int
  ) -> Combination {
    var combination = promising[candidate.base]
    combination.cost = candidate.cost
    combination.key = candidate.key
    combination.unknowns[candidate.unknown, default: 0] += candidate.change
    for cell in cellsOfUnknown[Int(candidate.unknown)] {
      let change = (combination.changes[cell] ?? 0) + candidate.change
      combination.changes[cell] = change == 0 ? nil : change
    }
    combination.broken = []
    combination.next = nil
    var worst = 0
    for (cell, change) in combination.changes where Int(cell) != target {
      let over = over(Int(cell), change)
      guard over > 0 else { continue }
      combination.broken.append(Int(cell))
      if over > worst || over == worst && Int(cell) < combination.next?.cell ?? Int.max {
        worst = over
        combination.next = (
          Int(cell), sums[Int(cell)] + change < system.cells[Int(cell)].bounds.lowerBound
        )
      }
    }
    combination.broken.sort()
    return combination
  }

  /// Makes the changes as often as they can be made.
  private func apply(_ combination: Combination, _ target: Int, goal: Int) {
    let step = abs(combination.changes[Int32(target)]!)
    var times = max(1, abs(goal - sums[target]) / step)
    for (unknown, change) in combination.unknowns where change < 0 {
      times = min(times, values[Int(unknown)] / -change)
    }
    for (cell, change) in combination.changes where Int(cell) != target {
      let own = system.cells[Int(cell)]
      guard own.isPublished else { continue }
      let sum = sums[Int(cell)]
      let room = change > 0 ? own.bounds.upperBound - sum : sum - own.bounds.lowerBound
      times = min(times, room / abs(change))
    }
    for (unknown, change) in combination.unknowns { values[Int(unknown)] += times * change }
    for (cell, change) in combination.changes { sums[Int(cell)] += times * change }
  }
}
