/// What an outsider can derive from what is said of a system.
public struct CountAudit: Sendable {
  /// An interval that an outsider can derive; both ends are possible.
  public struct Interval: Hashable, Sendable {
    /// The smallest sum that is possible.
    public let lower: Int
    /// The largest, or nil when nothing bounds it below the limit that was asked for.
    public let upper: Int?

    /// Makes an interval.
    public init(lower: Int, upper: Int?) {
      self.lower = lower
      self.upper = upper
    }
  }

  private let system: CountSystem
  /// Whether intervals are exact. Otherwise each lies within the one that can be derived: it is at least
  /// so wide.
  public var isExact: Bool {
    system.parts().allSatisfy { LaminarFamilies($0.system) != nil }
  }

  /// Prepares the audit.
  public init(_ system: CountSystem) {
    self.system = system
  }

  /// The protected cells, hidden, of which an outsider can derive that they are under their reach, or
  /// of which the contrary was not proven.
  ///
  /// What is shown of one cell is shown of others with it, so most need no search of their own.
  /// - Complexity: O(protected cells × statements) at worst, far less in practice.
  public func unsafe() -> [Int] {
    var unsafe: Set<Int> = []
    var safe: Set<Int> = []
    while true {
      // Cells that only those imply that are not safe are looked at next.
      let rest = system.without(unsafe)
      let looked = rest.without(rest.implied.union(safe)).withoutRepeated
      let found = looked.parts().flatMap { part in
        Self.unsafe(part.system).map { part.cells[$0] }
      }
      if found.isEmpty { return unsafe.sorted() }
      unsafe.formUnion(found)
      safe.formUnion(looked.protected)
      safe.subtract(unsafe)
    }
  }

  private static func unsafe(_ system: CountSystem) -> [Int] {
    let goals = system.goals
    guard !goals.isEmpty else { return [] }
    let changer = system.changer()
    let proofs = GoalProofs(goals, changer)
    var isMet = [Bool](repeating: false, count: goals.count)
    let goalsOfCell = Dictionary(grouping: goals.indices) { goals[$0].cell }
    for goal in goals.indices where !isMet[goal] {
      isMet[goal] = proofs.meets(goal, isHiding: false) {
        for cell in changer.moved {
          for other in goalsOfCell[cell] ?? [] where goals[other].isMet(by: changer.sum(cell)) {
            isMet[other] = true
          }
        }
      }
    }
    return Set(goals.indices.filter { !isMet[$0] }.map { goals[$0].cell }).sorted()
  }

  /// The interval of a cell.
  /// - Parameter limit: how far up is looked.
  public func interval(of cell: Int, limit: Int = 1 << 20) -> Interval {
    for part in system.parts() {
      guard let own = part.cells.firstIndex(of: cell) else { continue }
      let changer = part.system.changer()
      let isOpen = changer.move(own, to: max(limit, changer.sum(own)), hiding: nil)
      let upper = changer.sum(own)
      changer.reset()
      _ = changer.move(own, to: 0, hiding: nil)
      return Interval(lower: changer.sum(own), upper: isOpen ? nil : upper)
    }
    return Interval(lower: 0, upper: 0)
  }
}
