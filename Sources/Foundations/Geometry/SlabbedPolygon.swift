/// A polygon whose edges are sorted into horizontal slabs, so that a ray meets few of them.
///
/// An edge stands in every slab that it touches.
struct SlabbedPolygon: Sendable {
  let box: Box
  /// The first of `slabCount + 1` entries in the shared list of slab starts.
  let firstSlab: Int
  let slabCount: Int
  /// Slabs per unit of height.
  let slabsPerUnit: Double
  /// Where the polygon's edges stand in the shared list, repeated ones included.
  let edgeRange: Range<Int>

  @inline(__always)
  func slab(at y: Double) -> Int {
    // Also for heights at the limits of Double, where the product may be infinite or no number.
    let slab = (y - box.minY) * slabsPerUnit
    return slab < Double(slabCount) ? Int(slab) : slabCount - 1
  }

  func covers(_ position: Position, edges: Span<Edge>, slabStarts: Span<UInt32>) -> Bool {
    guard box.contains(position) else { return false }
    let slab = firstSlab + slab(at: position.y)
    var inside = false
    var index = Int(slabStarts[slab])
    let end = Int(slabStarts[slab + 1])
    while index < end {
      switch edges[index].meeting(from: position) {
      case .nothing: break
      case .crossing: inside.toggle()
      case .boundary: return true
      }
      index += 1
    }
    return inside
  }
}

/// Room for sorting the edges of one polygon at a time.
struct SlabScratch {
  private var counts: [UInt32] = []

  /// Sorts `own` into slabs at the end of `edges`; about four edges a slab.
  mutating func divide(
    _ own: [Edge], box: Box, into edges: inout [Edge], slabStarts: inout [UInt32]
  ) -> SlabbedPolygon {
    let slabCount = max(1, min(own.count / 4, 4_096))
    let perUnit = box.height > 0 ? Double(slabCount) / box.height : 0
    let first = edges.count
    let polygon = SlabbedPolygon(
      box: box, firstSlab: slabStarts.count, slabCount: slabCount, slabsPerUnit: perUnit,
      edgeRange: first..<first)
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: slabCount + 1))
    for edge in own {
      let low = polygon.slab(at: min(edge.a.y, edge.b.y))
      let high = polygon.slab(at: max(edge.a.y, edge.b.y))
      for slab in low...high { counts[slab] += 1 }
    }
    var start = UInt32(first)
    for slab in 0...slabCount {
      let count = counts[slab]
      slabStarts.append(start)
      counts[slab] = start
      start += count
    }
    if let edge = own.first {
      for _ in first..<Int(start) { edges.append(edge) }
    }
    for edge in own {
      let low = polygon.slab(at: min(edge.a.y, edge.b.y))
      let high = polygon.slab(at: max(edge.a.y, edge.b.y))
      for slab in low...high {
        edges[Int(counts[slab])] = edge
        counts[slab] += 1
      }
    }
    return SlabbedPolygon(
      box: box, firstSlab: polygon.firstSlab, slabCount: slabCount, slabsPerUnit: perUnit,
      edgeRange: first..<edges.count)
  }
}
