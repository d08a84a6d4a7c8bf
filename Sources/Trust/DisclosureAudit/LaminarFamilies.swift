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
    smallest = Array(repeating: Array(repeating: -1, count: system.values.count), count: 2)
    var groups: [Int: [Int]] = [:]
    for cell in system.cells.indices where !system.cells[cell].members.isEmpty {
      groups[system.cells[cell].group, default: []].append(cell)
    }
    var members: [[Int]] = [[], []]
    for group in groups.sorted(by: { $0.key < $1.key }).map(\.value) {
      var isPlaced = false
      for choice in 0..<2 where !isPlaced {
        let all = members[choice] + group
        guard let nesting = Self.nesting(all, in: system) else { continue }
        members[choice] = all
        for (cell, above) in zip(nesting.order, nesting.parents) {
          family[cell] = choice
          parent[cell] = above
        }
        smallest[choice] = nesting.smallest
        isPlaced = true
      }
      guard isPlaced else { return nil }
    }
  }

  /// How cells nest, or nil when two of them cross.
  private static func nesting(
    _ cells: [Int], in system: CountSystem
  ) -> (order: [Int], parents: [Int], smallest: [Int])? {
    let order = cells.sorted {
      (-system.cells[$0].members.count, $0) < (-system.cells[$1].members.count, $1)
    }
    var smallest = [Int](repeating: -1, count: system.values.count)
    var parents: [Int] = []
    parents.reserveCapacity(order.count)
    for cell in order {
      let members = system.cells[cell].members
      let above = smallest[Int(members[0])]
      for member in members where smallest[Int(member)] != above { return nil }
      for member in members { smallest[Int(member)] = cell }
      parents.append(above)
    }
    return (order, parents, smallest)
  }
}
