extension CountSystem {
  /// The protected cells that are safe when others are: each holds a protected cell that must reach as far.
  ///
  /// Counts that bring a cell to its reach bring all that holds it as far, and hidden cells say nothing. So these
  /// need not be looked at. Of cells with the same members the first is looked at.
  /// - Complexity: O(members), and the members of cells that begin in another and are not in it.
  var implied: Set<Int> {
    let order = cells.indices.filter {
      cells[$0].reach != nil && !cells[$0].isPublished && !cells[$0].members.isEmpty
    }.sorted { (cells[$0].members.count, $0) < (cells[$1].members.count, $1) }
    var implied: Set<Int> = []
    // For each unknown the cells that begin with it and are looked at.
    var beginning = [[Int]](repeating: [], count: values.count)
    var stamps = [Int](repeating: -1, count: values.count)
    for cell in order {
      let own = cells[cell]
      for member in own.members { stamps[Int(member)] = cell }
      let isImplied =
        own.depth == nil
        && own.members.contains { member in
          beginning[Int(member)].contains { part in
            cells[part].reach! >= own.reach!
              && cells[part].members.allSatisfy { stamps[Int($0)] == cell }
          }
        }
      if isImplied { implied.insert(cell) } else { beginning[Int(own.members[0])].append(cell) }
    }
    return implied
  }
}
