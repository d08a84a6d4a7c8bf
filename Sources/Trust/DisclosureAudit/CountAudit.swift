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

  private let parts: [(system: CountSystem, cells: [Int])]
  /// Whether intervals are exact. Otherwise each lies within the one that can be derived: it is at least
  /// so wide.
  public let isExact: Bool

  /// Prepares the audit.
  public init(_ system: CountSystem) {
    parts = system.parts()
    isExact = parts.allSatisfy { LaminarFamilies($0.system) != nil }
  }

  /// The protected cells, hidden, of which an outsider can derive that they are under their reach, or
  /// of which the contrary was not proven.
  ///
  /// Other counts that agree with all that is said show of every cell in them how far it can reach, so
  /// most need no search of their own.
  /// - Complexity: O(protected cells × statements) at worst, far less in practice.
  public func unsafe() -> [Int] {
    parts.flatMap { part in Self.unsafe(part.system).map { part.cells[$0] } }.sorted()
  }

  private static func unsafe(_ system: CountSystem) -> [Int] {
    let goals = system.goals
    guard !goals.isEmpty else { return [] }
    let changer = system.changer()
    var met: Set<CountSystem.Goal> = []
    let goalsOfCell = Dictionary(grouping: goals, by: \.cell)
    for goal in goals where !met.contains(goal) {
      if goal.isMet(by: changer.sum(goal.cell))
        || changer.move(goal.cell, to: goal.sum, hiding: nil)
      {
        met.insert(goal)
      }
      for other in changer.moved {
        for goal in goalsOfCell[other] ?? [] where goal.isMet(by: changer.sum(other)) {
          met.insert(goal)
        }
      }
      changer.reset()
    }
    return Set(goals.filter { !met.contains($0) }.map(\.cell)).sorted()
  }

  /// The interval of a cell.
  /// - Parameter limit: how far up is looked.
  public func interval(of cell: Int, limit: Int = 1 << 20) -> Interval {
    for part in parts {
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
