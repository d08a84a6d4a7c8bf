internal import Geometry

/// Sorts the rings of a record into boundaries and their holes.
///
/// In a shapefile boundaries run clockwise and holes against the clock, in any order. A hole goes to
/// the smallest boundary that covers it; one that none covers was wound the wrong way and counts as a
/// boundary.
enum RingNesting {
  /// The surface that the rings draw together.
  /// - Complexity: O(holes × boundaries), and the positions of those that may fit.
  static func surface(_ rings: [Ring]) -> MultiPolygon {
    if rings.count == 1 { return MultiPolygon([Polygon(exterior: rings[0])]) }
    var boundaries: [(ring: Ring, area: Double, box: Box, holes: [Ring])] = []
    var holes: [Ring] = []
    for ring in rings {
      let area = ring.signedArea
      if area <= 0 { boundaries.append((ring, -area, ring.box, [])) } else { holes.append(ring) }
    }
    var strays: [Ring] = []
    for hole in holes {
      let box = hole.box
      let area = hole.signedArea
      var best: Int?
      for index in boundaries.indices where boundaries[index].area >= area {
        let candidate = boundaries[index]
        guard candidate.box.minX <= box.minX, candidate.box.minY <= box.minY,
          candidate.box.maxX >= box.maxX, candidate.box.maxY >= box.maxY
        else { continue }
        if let former = best, boundaries[former].area <= candidate.area { continue }
        if covers(candidate.ring, hole) { best = index }
      }
      if let best { boundaries[best].holes.append(hole) } else { strays.append(hole) }
    }
    return MultiPolygon(
      boundaries.map { Polygon(exterior: $0.ring, holes: $0.holes) }
        + strays.map { Polygon(exterior: $0) })
  }

  /// Whether a ring covers another that does not cross it: decided by the first position of the other
  /// that does not lie on the boundary.
  private static func covers(_ ring: Ring, _ other: Ring) -> Bool {
    for position in other.positions {
      if let isInside = contains(ring, position) { return isInside }
    }
    return true
  }

  /// Whether a position lies inside a ring; nil on its boundary.
  private static func contains(_ ring: Ring, _ position: Position) -> Bool? {
    var isInside = false
    let positions = ring.positions
    for index in 1..<positions.count {
      let a = positions[index - 1]
      let b = positions[index]
      if a == position || b == position { return nil }
      let side = (b.x - a.x) * (position.y - a.y) - (b.y - a.y) * (position.x - a.x)
      if side == 0, min(a.x, b.x) <= position.x, position.x <= max(a.x, b.x),
        min(a.y, b.y) <= position.y, position.y <= max(a.y, b.y)
      {
        return nil
      }
      if (a.y > position.y) != (b.y > position.y), (side > 0) == (b.y > a.y) { isInside.toggle() }
    }
    return isInside
  }
}
