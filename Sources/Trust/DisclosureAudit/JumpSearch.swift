/// What the unknowns of a system can be other than they are, so that one cell reaches a goal: looked for by changing
/// one unknown at a time by as much as helps most, where what stays broken weighs more and more.
///
/// Finds long chains of changes that ``CountSearch`` misses. What is found is possible; that nothing is found does
/// not show that nothing is. Equal systems give equal counts.
///
/// Source: Luteberget & Sartor 2023, Feasibility Jump, doi:10.1007/s12532-023-00234-8.
struct JumpSearch {
  /// Counts that bring the cell to its goal.
  struct Found {
    let values: [Int]
    /// The published cells that do not hold for them.
    let broken: [Int]
  }

  private let system: CountSystem
  private let goal: CountSystem.Goal
  /// The places in the system of the cells that bind, the goal last.
  private let cells: [Int]
  private let lower: [Int]
  private let upper: [Int]
  /// What it costs to break each; nil where that may not be.
  private let prices: [Int?]
  private let bindings: [[Int]]
  private var values: [Int]
  private var sums: [Int]
  private var weights: [Int]
  private var random: UInt64

  /// How many changes are tried for a goal, and of how many unknowns each is the best.
  private static let steps = 500
  private static let choice = 24

  /// - Parameters:
  ///   - values: counts to begin with.
  ///   - kept: cells that may not be hidden.
  init(
    _ system: CountSystem, from values: [Int], goal: CountSystem.Goal, kept: Set<Int>
  ) {
    self.system = system
    self.goal = goal
    self.values = values
    let binding = system.cells.indices.filter { cell in
      let own = system.cells[cell]
      return cell != goal.cell && own.isPublished && !own.members.isEmpty
        && own.bounds != 0...Int.max
    }
    cells = binding + [goal.cell]
    // What is known of the cell itself holds beyond the goal too.
    let own = system.cells[goal.cell].bounds
    lower =
      binding.map { system.cells[$0].bounds.lowerBound } + [goal.isUp ? goal.sum : own.lowerBound]
    upper =
      binding.map { system.cells[$0].bounds.upperBound } + [goal.isUp ? own.upperBound : goal.sum]
    prices =
      binding.map { system.cells[$0].isFixed || kept.contains($0) ? nil : system.cells[$0].weight }
      + [nil]
    var bindings = [[Int]](repeating: [], count: values.count)
    var sums = [Int](repeating: 0, count: cells.count)
    for (place, cell) in cells.enumerated() {
      for member in system.cells[cell].members {
        bindings[Int(member)].append(place)
        sums[place] += values[Int(member)]
      }
    }
    self.bindings = bindings
    self.sums = sums
    weights = [Int](repeating: 1, count: cells.count)
    random = UInt64(truncatingIfNeeded: goal.cell) &* 2 &+ (goal.isUp ? 1 : 0)
  }

  /// Looks for counts for which all holds that is said.
  /// - Parameter isHiding: takes, where there are none, those that break what costs least to hide.
  mutating func find(isHiding: Bool) -> Found? {
    var best: (values: [Int], broken: [Int], price: Int)?
    for _ in 0..<Self.steps {
      let broken = cells.indices.filter { over($0, sums[$0]) > 0 }
      if broken.isEmpty { return Found(values: values, broken: []) }
      if isHiding {
        var price = 0
        var isOpen = true
        for place in broken {
          guard let own = prices[place] else {
            isOpen = false
            break
          }
          price += own
        }
        if isOpen, price < best?.price ?? .max {
          best = (values, broken.map { cells[$0] }, price)
        }
      }
      let place = broken[Int(next() % UInt64(broken.count))]
      guard let jump = mostHelpful(among: system.cells[cells[place]].members) else {
        for place in broken { weights[place] += 1 }
        continue
      }
      values[jump.unknown] += jump.change
      for place in bindings[jump.unknown] { sums[place] += jump.change }
    }
    return best.map { Found(values: $0.values, broken: $0.broken) }
  }

  /// The change of an unknown that helps most; nil when none helps.
  private mutating func mostHelpful(among members: [Int32]) -> (unknown: Int, change: Int)? {
    var best: (unknown: Int, change: Int, gain: Int)?
    let count = min(members.count, Self.choice)
    let start = members.count > Self.choice ? Int(next() % UInt64(members.count)) : 0
    let stride = members.count > Self.choice ? 1 + Int(next() % UInt64(members.count - 1)) : 1
    var place = start
    for _ in 0..<count {
      let unknown = Int(members[place])
      place = (place + stride) % members.count
      var before = 0
      for own in bindings[unknown] { before += weights[own] * over(own, sums[own]) }
      func consider(_ change: Int) {
        guard change != 0, values[unknown] + change >= 0 else { return }
        var after = 0
        for own in bindings[unknown] { after += weights[own] * over(own, sums[own] + change) }
        if before - after > best?.gain ?? 0 { best = (unknown, change, before - after) }
      }
      for own in bindings[unknown] {
        if sums[own] < lower[own] { consider(lower[own] - sums[own]) }
        if sums[own] > upper[own] {
          consider(max(upper[own] - sums[own], -values[unknown]))
        }
        // As far as others have room.
        if sums[own] >= lower[own], sums[own] <= upper[own] {
          if upper[own] != .max { consider(upper[own] - sums[own]) }
          consider(max(lower[own] - sums[own], -values[unknown]))
        }
      }
    }
    return best.map { ($0.unknown, $0.change) }
  }

  /// The largest breach that is told from larger ones, so that no sum of weighted ones overflows.
  private static let largestBreach = 1 << 40

  /// By how much a sum breaks what is said.
  private func over(_ place: Int, _ sum: Int) -> Int {
    let breach =
      sum < lower[place] ? lower[place] - sum : sum > upper[place] ? sum - upper[place] : 0
    return min(breach, Self.largestBreach)
  }

  /// The next of numbers that look as if chance gave them, the same for the same goal.
  private mutating func next() -> UInt64 {
    defer { random &+= 0x9E37_79B9_7F4A_7C15 }
    return random.mixed
  }
}
