/// Cells divided over two families in each of which any two cells are nested or disjoint.
///
/// Statements in two such families are the capacities of a flow, so that bounds derived from them are
/// exact and whole: a hierarchy of areas with categories that add up to a total, or two divisions of the
/// same ground. Edmonds (1970), Submodular functions, matroids, and certain polyhedra; Castro (2012),
/// doi:10.1016/j.ejor.2011.08.024, for tables.
struct LaminarFamilies {
  /// For each cell 0 or 1; -1 for a cell without unknowns.
  private(set) var family: [Int]
  /// For each cell the smallest cell of its family that holds it, or -1.
  private(set) var parent: [Int]
  /// For each family and unknown the smallest cell that holds it, or -1.
  private(set) var smallest: [[Int]]

  /// - Returns: nil when a group of cells crosses cells of both families.
  init?(_ system: CountSystem) {
    family = Array(repeating: -1, count: system.cells.count)
    parent = family
    smallest = []
    var groups: [Int: [Int]] = [:]
    for cell in system.cells.indices where !system.cells[cell].members.isEmpty {
      groups[system.cells[cell].group, default: []].append(cell)
    }
    var nestings = [Nesting(system), Nesting(system)]
    for group in groups.sorted(by: { $0.key < $1.key }).map(\.value) {
      guard let choice = nestings.indices.first(where: { nestings[$0].add(group, in: system) })
      else { return nil }
      for cell in group { family[cell] = choice }
    }
    for cell in system.cells.indices where family[cell] >= 0 {
      parent[cell] = nestings[family[cell]].parent(of: cell)
    }
    smallest = nestings.map { nesting in
      system.values.indices.map { nesting.smallest(holding: $0) }
    }
  }
}
