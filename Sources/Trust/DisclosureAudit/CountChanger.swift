/// Finds other counts that agree with all that is said of a system.
protocol CountChanger: AnyObject {
  /// The system, with what is said now.
  var system: CountSystem { get }
  /// Cells that may not be hidden.
  var kept: Set<Int> { get set }
  /// The same, changed apart from now on.
  func copy() -> any CountChanger
  /// Says a cell, or hides it.
  func publish(_ cell: Int, _ isPublished: Bool)
  /// The present sum of a cell.
  func sum(_ cell: Int) -> Int
  /// The present values of the unknowns.
  var values: [Int] { get }
  /// The cells of which the sum may be another than it truly is.
  var moved: [Int] { get }
  /// Puts everything back as it truly is.
  func reset()
  /// Raises the sum of a cell up to `goal`, or lowers it down to it, as far as what is said allows; it may get further
  /// within the bounds of the cell.
  /// - Parameter hiding: called with cells that had to be hidden to get further; without it none are.
  /// - Returns: whether the goal was reached.
  func move(_ cell: Int, to goal: Int, hiding: (([Int]) -> Void)?) -> Bool
  /// Ways that other goals have too and that show together, when each is wide enough, that a goal is met: choices
  /// of them.
  func ways(meeting goal: CountSystem.Goal) -> [[CountFlow.Way]]
  /// Whether a way is wide enough; fills it.
  func carries(_ way: CountFlow.Way) -> Bool
}

extension CountChanger {
  /// The cells among those given whose present sum is outside of what they would say.
  func strained(among cells: Set<Int>) -> [Int] {
    moved.filter { cells.contains($0) && !system.cells[$0].bounds.contains(sum($0)) }
  }
}

extension CountSystem {
  /// The changer that is exact, where there is one.
  func changer() -> any CountChanger {
    if let flow = CountFlow(self) { return flow }
    return CountSearch(self)
  }
}
