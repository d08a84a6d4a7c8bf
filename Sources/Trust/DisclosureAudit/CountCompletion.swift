/// Counts that agree with what is known of sums of them, where not all of them are known themselves.
public struct CountCompletion: Sendable {
  /// The counts. They agree with all cells when ``misfit`` is nil.
  public let values: [Int]
  /// A cell of which the sum cannot lie in its bounds beside those of others, or for which no way to get there was
  /// found; nil when all fit.
  public let misfit: Int?

  /// Changes counts, as little as is easy, until the sum of every cell lies in its bounds.
  ///
  /// One cell after the other is brought within its bounds, with those that are there already staying there. Where
  /// the cells lie in two families that is a maximum flow for each, so what is not found is not there; elsewhere it is
  /// looked for.
  /// - Parameters:
  ///   - start: counts to begin with, none below zero.
  ///   - cells: what is known, as published cells.
  /// - Complexity: O(cells), and a search for each cell that does not fit at first.
  public init(from start: [Int], cells: [CountSystem.Cell]) {
    let system = CountSystem(values: start, supposing: cells)
    let strained = cells.indices.filter { !cells[$0].bounds.contains(system.sum(of: cells[$0])) }
    guard !strained.isEmpty else {
      values = start
      misfit = nil
      return
    }
    let changer = system.changer()
    for cell in strained { changer.publish(cell, false) }
    var misfit: Int?
    for cell in strained where misfit == nil {
      let bounds = cells[cell].bounds
      let goal = min(max(changer.sum(cell), bounds.lowerBound), bounds.upperBound)
      if changer.sum(cell) == goal || changer.move(cell, to: goal, hiding: nil) {
        changer.publish(cell, true)
      } else {
        misfit = cell
      }
    }
    values = changer.values
    self.misfit = misfit
  }
}
