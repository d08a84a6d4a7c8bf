extension SpatialWeights {
  /// The graph with the links of both; where both have a link, the larger weight.
  ///
  /// Both have the same areas in the same order.
  public func union(_ other: SpatialWeights) -> SpatialWeights {
    precondition(count == other.count, "graphs of the same areas")
    var starts = [0]
    var neighbours: [Int32] = []
    var weights: [Double] = []
    for area in 0..<count {
      var a = self.starts[area]
      var b = other.starts[area]
      while a < self.starts[area + 1] || b < other.starts[area + 1] {
        let mine = a < self.starts[area + 1] ? self.neighbours[a] : Int32.max
        let theirs = b < other.starts[area + 1] ? other.neighbours[b] : Int32.max
        neighbours.append(min(mine, theirs))
        weights.append(
          max(
            mine <= theirs ? self.weights[a] : 0, theirs <= mine ? other.weights[b] : 0))
        if mine <= theirs { a += 1 }
        if theirs <= mine { b += 1 }
      }
      starts.append(neighbours.count)
    }
    return SpatialWeights(starts: starts, neighbours: neighbours, weights: weights)
  }

  /// The binary graph of areas that are `order` steps apart, or at most that many when
  /// `includingLower`.
  ///
  /// The number of steps is the least (Anselin and Smirnov 1996,
  /// doi:10.1111/j.1467-9787.1996.tb01101.x); paths that turn back make no neighbours.
  /// - Throws: ``SpatialWeightsError/badParameter(_:)`` for an order below 1.
  public func higherOrder(
    _ order: Int, includingLower: Bool = false
  ) throws(SpatialWeightsError) -> SpatialWeights {
    guard order >= 1 else { throw .badParameter(Double(order)) }
    var starts = [0]
    var found: [Int32] = []
    var seen = [Int32](repeating: -1, count: count)
    for area in 0..<count {
      seen[area] = Int32(area)
      var ring = [Int32(area)]
      var chosen: [Int32] = []
      for step in 1...order {
        var next: [Int32] = []
        for member in ring {
          for neighbour in neighbours(of: Int(member)) where seen[Int(neighbour)] != Int32(area) {
            seen[Int(neighbour)] = Int32(area)
            next.append(neighbour)
          }
        }
        if step == order || includingLower { chosen += next }
        ring = next
      }
      found += chosen.sorted()
      starts.append(found.count)
    }
    return SpatialWeights(
      starts: starts, neighbours: found, weights: [Double](repeating: 1, count: found.count))
  }

  /// The graph of some of the areas, in their order; links to the others are dropped.
  ///
  /// Weights stay as they are: style the graph afterwards.
  public func restricted(to kept: [Int]) -> SpatialWeights {
    var places = [Int32](repeating: -1, count: count)
    for (place, area) in kept.enumerated() { places[area] = Int32(place) }
    var starts = [0]
    starts.reserveCapacity(kept.count + 1)
    var neighbours: [Int32] = []
    var weights: [Double] = []
    neighbours.reserveCapacity(self.neighbours.count)
    weights.reserveCapacity(self.neighbours.count)
    let ascends = zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 }
    for area in kept {
      let first = neighbours.count
      for place in self.starts[area]..<self.starts[area + 1] {
        let neighbour = places[Int(self.neighbours[place])]
        guard neighbour >= 0 else { continue }
        neighbours.append(neighbour)
        weights.append(self.weights[place])
      }
      if !ascends {
        let order = (first..<neighbours.count).sorted { neighbours[$0] < neighbours[$1] }
        let sortedNeighbours = order.map { neighbours[$0] }
        let sortedWeights = order.map { weights[$0] }
        neighbours.replaceSubrange(first..., with: sortedNeighbours)
        weights.replaceSubrange(first..., with: sortedWeights)
      }
      starts.append(neighbours.count)
    }
    let own = selfWeights.map { all in kept.map { all[$0] } }
    return SpatialWeights(
      starts: starts, neighbours: neighbours, weights: weights, selfWeights: own)
  }

  /// The graph with every link in both directions; where only one had it, with its weight, else with
  /// the larger.
  public func symmetric() -> SpatialWeights {
    var starts = [Int](repeating: 0, count: count + 1)
    for neighbour in neighbours { starts[Int(neighbour) + 1] += 1 }
    for area in 0..<count { starts[area + 1] += starts[area] }
    var filled = Array(starts.dropLast())
    var back = neighbours
    var backWeights = weights
    for area in 0..<count {
      for place in self.starts[area]..<self.starts[area + 1] {
        let neighbour = Int(neighbours[place])
        back[filled[neighbour]] = Int32(area)
        backWeights[filled[neighbour]] = weights[place]
        filled[neighbour] += 1
      }
    }
    return union(SpatialWeights(starts: starts, neighbours: back, weights: backWeights))
  }
}
