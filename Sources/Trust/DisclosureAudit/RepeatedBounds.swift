extension CountSystem {
  /// Said cells that tell only that there is so much or more, where another one tells as much of a part: for each
  /// the one that tells it. Prefers those that cannot be hidden, then those that cost most.
  ///
  /// As long as the others are said, these can be left out: whatever follows from all follows without them.
  /// - Complexity: O(such cells × cells), and the members of cells in them.
  var repeated: [Int: Int] {
    var tellers: [Int: Int] = [:]
    var stamps = [Int](repeating: -1, count: values.count)
    for cell in cells.indices where cells[cell].isPublished && cells[cell].bounds.upperBound == .max
    {
      let own = cells[cell]
      for member in own.members { stamps[Int(member)] = cell }
      for other in cells.indices {
        let part = cells[other]
        // Of the same members the first tells it, so that no two stand in for each other.
        guard part.isPublished, part.bounds.lowerBound >= own.bounds.lowerBound,
          (part.members.count, other) < (own.members.count, cell), !part.members.isEmpty,
          part.members.allSatisfy({ stamps[Int($0)] == cell })
        else { continue }
        if let known = tellers[cell], !isKept(other, before: known) { continue }
        tellers[cell] = other
      }
    }
    return tellers
  }

  private func isKept(_ one: Int, before other: Int) -> Bool {
    let (a, b) = (cells[one], cells[other])
    return a.isFixed != b.isFixed ? a.isFixed : a.weight > b.weight
  }

  /// The system without the cells that only repeat what others say, in parts that have no exact flow with them; those
  /// others cannot be hidden.
  var withoutRepeated: CountSystem {
    var system = self
    for part in parts() where LaminarFamilies(part.system) == nil {
      let repeated = part.system.repeated
      system = system.without(Set(repeated.keys.map { part.cells[$0] }))
      for teller in repeated.values { system.cells[part.cells[teller]].isFixed = true }
    }
    return system
  }
}
