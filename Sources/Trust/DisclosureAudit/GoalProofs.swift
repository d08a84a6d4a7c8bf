/// Which goals are met with what is said of a system, and by which other counts that is known: so that a cell can
/// be shown again without looking at goals that have nothing to do with it.
final class GoalProofs {
  /// The cells that were hidden for others.
  private(set) var hidden: Set<Int> = []

  /// What shows that goals are met.
  private enum Claim: Hashable {
    /// Counts that meet the goal of this number.
    case goal(Int)
    /// A way that is wide enough, of use to several goals.
    case way(CountFlow.Way)
  }

  private let changer: any CountChanger
  private let goals: [CountSystem.Goal]
  private var claims: [Claim] = []
  private var numbers: [Claim: Int] = [:]
  private var isTrue: [Bool] = []
  /// For each claim the cells hidden for others that it needs to be hidden.
  private var needs: [Set<Int>] = []
  /// For each such cell the claims that need it, or needed it.
  private var claimsNeeding: [Int: Set<Int>] = [:]
  /// For each claim the goals that rely on it, or relied on it.
  private var goalsRelying: [[Int]] = []
  /// For each goal the claims it relies on.
  private var claimsOfGoal: [[Int]]

  /// Nothing is known yet.
  /// - Parameter hidden: cells that are hidden for others to begin with.
  init(_ goals: [CountSystem.Goal], _ changer: any CountChanger, hidden: Set<Int> = []) {
    self.goals = goals
    self.changer = changer
    self.hidden = hidden
    claimsOfGoal = Array(repeating: [], count: goals.count)
    for cell in hidden { changer.publish(cell, false) }
  }

  /// Looks whether a goal is met.
  /// - Parameters:
  ///   - isHiding: hides cells to meet it.
  ///   - found: called with the counts that meet it, when they were looked for.
  func meets(_ goal: Int, isHiding: Bool, found: () -> Void = {}) -> Bool {
    let own = goals[goal]
    if own.isMet(by: changer.sum(own.cell)) { return true }
    if let ways = changer.ways(meeting: own).first(where: { $0.allSatisfy(isWide) }) {
      claimsOfGoal[goal] = ways.map { numbers[.way($0)]! }
      for claim in claimsOfGoal[goal] { goalsRelying[claim].append(goal) }
      return true
    }
    return meetsAlone(goal, isHiding: isHiding, found: found)
  }

  private func meetsAlone(_ goal: Int, isHiding: Bool, found: () -> Void = {}) -> Bool {
    let own = goals[goal]
    let isMet = changer.move(
      own.cell, to: own.sum, hiding: isHiding ? { self.hidden.formUnion($0) } : nil)
    found()
    if isMet {
      let claim = number(.goal(goal))
      record(claim)
      claimsOfGoal[goal] = [claim]
    }
    changer.reset()
    return isMet
  }

  private func isWide(_ way: CountFlow.Way) -> Bool {
    if let known = numbers[.way(way)] { return isTrue[known] }
    let claim = number(.way(way))
    isTrue[claim] = changer.carries(way)
    if isTrue[claim] { record(claim) }
    changer.reset()
    return isTrue[claim]
  }

  private func number(_ claim: Claim) -> Int {
    if let known = numbers[claim] { return known }
    numbers[claim] = claims.count
    claims.append(claim)
    isTrue.append(true)
    needs.append([])
    goalsRelying.append([])
    return claims.count - 1
  }

  /// Records what the present counts need.
  private func record(_ claim: Int) {
    guard !hidden.isEmpty else { return }
    needs[claim] = Set(changer.strained(among: hidden))
    for cell in needs[claim] { claimsNeeding[cell, default: []].insert(claim) }
  }

  /// Shows a cell again that was hidden for others, unless a goal that is met would not be then.
  func show(_ cell: Int) {
    changer.publish(cell, true)
    var broken: [Int] = []
    if remainMet(without: cell, broken: &broken) {
      hidden.remove(cell)
    } else {
      changer.publish(cell, false)
      for claim in broken { isTrue[claim] = true }
    }
  }

  /// Ways come first, then goals in their order.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    func rank(_ claim: Int) -> Int { if case .goal(let goal) = claims[claim] { goal } else { -1 } }
    return (rank(one), one) < (rank(other), other)
  }

  /// - Parameter broken: gets the claims that do not hold any more.
  private func remainMet(without cell: Int, broken: inout [Int]) -> Bool {
    for claim in (claimsNeeding[cell] ?? []).sorted(by: precedes) where needs[claim].contains(cell)
    {
      switch claims[claim] {
      case .goal(let goal):
        guard claimsOfGoal[goal] == [claim] else { continue }
        guard meetsAlone(goal, isHiding: false) else { return false }
      case .way(let way):
        if !isTrue[claim] { continue }
        let isWide = changer.carries(way)
        if isWide { record(claim) }
        changer.reset()
        if isWide { continue }
        isTrue[claim] = false
        broken.append(claim)
        for goal in goalsRelying[claim] where claimsOfGoal[goal].contains(claim) {
          guard meetsAlone(goal, isHiding: false) else { return false }
        }
      }
    }
    return true
  }
}
