extension SpatialWeights {
  /// The areas without neighbours, ascending: islands. An area whose weights are all 0 is one too.
  public var islands: [Int] {
    (0..<count).filter { area in weights(of: area).allSatisfy { $0 == 0 } }
  }

  /// The component of each area, numbered from 0 in the order of their first area.
  ///
  /// Two areas are in one component when links lead from one to the other, whatever their direction.
  public var components: [Int] {
    var root = Array(0..<count)
    func find(_ area: Int) -> Int {
      var area = area
      while root[area] != area {
        root[area] = root[root[area]]
        area = root[area]
      }
      return area
    }
    for area in 0..<count {
      for neighbour in neighbours(of: area) {
        let a = find(area)
        let b = find(Int(neighbour))
        if a != b { root[max(a, b)] = min(a, b) }
      }
    }
    var numbers = [Int](repeating: -1, count: count)
    var next = 0
    return (0..<count).map { area in
      let first = find(area)
      if numbers[first] < 0 {
        numbers[first] = next
        next += 1
      }
      return numbers[first]
    }
  }

  /// The graph in which each island is linked, both ways and with weight 1, to the nearest other area.
  ///
  /// `sites` has a point for each area. Of areas at the same distance the first is taken.
  public func attachingIslands(_ sites: Sites) -> SpatialWeights {
    let islands = islands
    guard !islands.isEmpty, count > 1 else { return self }
    var pairs: [UInt64] = []
    for island in islands {
      var best = (distance: Double.infinity, area: -1)
      for other in 0..<count where other != island {
        let distance = sites.squaredDistance(island, other)
        if distance < best.distance { best = (distance, other) }
      }
      if best.area >= 0 {
        pairs.append(UInt64(min(island, best.area)) << 32 | UInt64(max(island, best.area)))
      }
    }
    return union(SpatialWeights(count: count, pairs: pairs))
  }
}

/// What happens to areas without neighbours.
public enum IslandPolicy: String, Hashable, Sendable, CaseIterable {
  /// They are left out: of the number of areas, of the mean, and of the drawing of permutations.
  case leaveOut = "leave-out"
  /// Each is linked to the nearest other area.
  case nearest
  /// They stay in the number of areas and in the mean, and get no local statistic.
  case keep
}
