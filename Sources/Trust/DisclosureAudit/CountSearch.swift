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

  /// How many combinations are kept, and how many changes one may have.
  private static let width = 48
  private static let depth = 10

  init(_ system: CountSystem) {
    self.system = system
    values = system.values
    trueSums = system.cells.map(system.sum(of:))
    sums = trueSums
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
      guard let found = search(cell, isUp: isUp, isHiding: hiding != nil) else { return false }
      if !found.broken.isEmpty {
        for cell in found.broken { publish(cell, false) }
        hiding?(found.broken)
      }
      apply(found, cell, goal: goal)
    }
    return true
  }

  /// Changes of unknowns by one each, and what they do to the cells.
  private struct Combination {
    var unknowns: [Int32: Int] = [:]
    var changes: [Int32: Int] = [:]
    /// By how much what is said is broken, and what it costs to hide that instead; nil when it cannot.
    var excess = 0
    var price: Int? = 0
    /// Published cells that are broken.
    var broken: [Int] = []
    /// The cell to mend next, and whether it must rise.
    var next: (cell: Int, isUp: Bool)?
  }

  private func search(_ target: Int, isUp: Bool, isHiding: Bool) -> Combination? {
    var best: Combination?
    var kept = [evaluated(Combination(), target, isUp)]
    for _ in 0..<Self.depth {
      var candidates: [Combination] = []
      for combination in kept {
        guard let (cell, mustRise) = combination.next else { continue }
        for unknown in system.cells[cell].members {
          let change = mustRise ? 1 : -1
          let before = combination.unknowns[unknown] ?? 0
          // A change is not undone, and no count goes below zero.
          guard before * change >= 0, mustRise || values[Int(unknown)] + before > 0 else {
            continue
          }
          var next = combination
          next.unknowns[unknown] = before + change
          for cell in cellsOfUnknown[Int(unknown)] { next.changes[cell, default: 0] += change }
          next = evaluated(next, target, isUp)
          guard (next.changes[Int32(target)] ?? 0) * (isUp ? 1 : -1) > 0 else { continue }
          if next.excess == 0 { return next }
          if isHiding, let price = next.price, price < best?.price ?? Int.max { best = next }
          candidates.append(next)
        }
      }
      guard !candidates.isEmpty else { break }
      let order = candidates.indices.sorted {
        (candidates[$0].excess, candidates[$0].price ?? Int.max, $0)
          < (candidates[$1].excess, candidates[$1].price ?? Int.max, $1)
      }
      kept = order.prefix(Self.width).map { candidates[$0] }
    }
    return best
  }

  private func evaluated(_ start: Combination, _ target: Int, _ isUp: Bool) -> Combination {
    var combination = start
    combination.excess = 0
    combination.price = 0
    combination.broken = []
    combination.next = combination.changes.isEmpty ? (target, isUp) : nil
    var worst = 0
    for (cell, change) in combination.changes.sorted(by: { $0.key < $1.key }) where change != 0 {
      let own = system.cells[Int(cell)]
      guard own.isPublished, Int(cell) != target else { continue }
      let sum = sums[Int(cell)] + change
      let over = max(sum - own.bounds.upperBound, own.bounds.lowerBound - sum)
      guard over > 0 else { continue }
      combination.excess += over
      combination.broken.append(Int(cell))
      combination.price =
        own.isFixed || kept.contains(Int(cell)) ? nil : combination.price.map { $0 + own.weight }
      if over > worst {
        worst = over
        combination.next = (Int(cell), sum < own.bounds.lowerBound)
      }
    }
    return combination
  }

  /// Makes the changes as often as they can be made.
  private func apply(_ combination: Combination, _ target: Int, goal: Int) {
    let step = abs(combination.changes[Int32(target)]!)
    var times = max(1, abs(goal - sums[target]) / step)
    for (unknown, change) in combination.unknowns where change < 0 {
      times = min(times, values[Int(unknown)] / -change)
    }
    for (cell, change) in combination.changes where change != 0 && Int(cell) != target {
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
