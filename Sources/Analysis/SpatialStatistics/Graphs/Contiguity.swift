/// When two areas touch.
public enum Contiguity: String, Hashable, Sendable, CaseIterable {
  /// They share a node.
  case queen
  /// They share an edge between two nodes.
  case rook
}

extension SpatialWeights {
  /// The binary, symmetric graph of areas that touch.
  ///
  /// Nodes are shared when they lie at the same place, or at most `snap` apart: then each is taken to
  /// lie where the first one near it lies. A node in the middle of an edge of the other area is not
  /// shared; neither are areas that overlap without a common node. Repair such boundaries first.
  /// - Throws: ``SpatialWeightsError/badParameter(_:)`` for a `snap` that is negative or no number.
  /// - Complexity: O(nodes); for the 14,568 buurten of the Netherlands with 650,658 nodes a few
  ///   hundredths of a second.
  public static func contiguity(
    _ contiguity: Contiguity, _ outlines: Outlines, snap: Double = 0
  ) throws(SpatialWeightsError) -> SpatialWeights {
    guard snap >= 0, snap.isFinite else { throw .badParameter(snap) }
    let nodes = snap > 0 ? NodeNumbers.snapped(outlines, snap) : NodeNumbers.exact(outlines)
    let pairs =
      switch contiguity {
      case .queen: queenPairs(outlines, nodes)
      case .rook: rookPairs(outlines, nodes)
      }
    return SpatialWeights(count: outlines.count, pairs: pairs)
  }

  /// The pairs of areas with a common node.
  ///
  /// Each node keeps the chain of areas that were seen at it, mostly one or two.
  private static func queenPairs(_ outlines: Outlines, _ nodes: NodeNumbers) -> [UInt64] {
    var firstArea = [Int32](repeating: -1, count: nodes.count)
    var more = [Int32](repeating: -1, count: nodes.count)
    var chain: [(area: Int32, next: Int32)] = []
    var pairs: [UInt64] = []
    pairs.reserveCapacity(outlines.count * 8)
    var last: UInt64 = .max
    func add(_ a: Int32, _ b: Int32) {
      let pair = UInt64(UInt32(a)) << 32 | UInt64(UInt32(b))
      // Along a common boundary the same pair comes again and again.
      if pair != last { pairs.append(pair) }
      last = pair
    }
    let numbers = nodes.numbers.span
    for area in 0..<outlines.count {
      let own = Int32(area)
      let first = outlines.ringStarts[outlines.areaStarts[area]]
      let end = outlines.ringStarts[outlines.areaStarts[area + 1]]
      for place in first..<end {
        let node = Int(numbers[place])
        let other = firstArea[node]
        if other < 0 {
          firstArea[node] = own
          continue
        }
        if other == own { continue }
        add(other, own)
        var link = more[node]
        var isKnown = false
        while link >= 0 {
          let member = chain[Int(link)]
          if member.area == own {
            isKnown = true
            break
          }
          add(member.area, own)
          link = member.next
        }
        if !isKnown {
          chain.append((own, more[node]))
          more[node] = Int32(chain.count - 1)
        }
      }
    }
    return pairs
  }

  /// The pairs of areas with a common edge.
  private static func rookPairs(_ outlines: Outlines, _ nodes: NodeNumbers) -> [UInt64] {
    var edges: [(edge: UInt64, area: Int32)] = []
    edges.reserveCapacity(nodes.numbers.count)
    for area in 0..<outlines.count {
      for ring in outlines.areaStarts[area]..<outlines.areaStarts[area + 1] {
        let end = outlines.ringStarts[ring + 1]
        for place in outlines.ringStarts[ring]..<max(end - 1, outlines.ringStarts[ring]) {
          let a = UInt64(UInt32(nodes.numbers[place]))
          let b = UInt64(UInt32(nodes.numbers[place + 1]))
          if a != b { edges.append((min(a, b) << 32 | max(a, b), Int32(area))) }
        }
      }
    }
    edges.sort { ($0.edge, $0.area) < ($1.edge, $1.area) }
    var pairs: [UInt64] = []
    var first = 0
    while first < edges.count {
      var end = first + 1
      while end < edges.count, edges[end].edge == edges[first].edge { end += 1 }
      for a in first..<end {
        for b in (a + 1)..<max(end, a + 1) where edges[a].area != edges[b].area {
          let pair =
            UInt64(UInt32(edges[a].area)) << 32 | UInt64(UInt32(edges[b].area))
          if pairs.last != pair { pairs.append(pair) }
        }
      }
      first = end
    }
    return pairs
  }
}
