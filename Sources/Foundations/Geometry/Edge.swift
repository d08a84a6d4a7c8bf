/// One straight piece of a boundary.
struct Edge: Sendable {
  let a: Position
  let b: Position

  /// What a ray from `position` to the east meets.
  enum Meeting {
    case nothing
    case crossing
    case boundary
  }

  /// Counts as in the ray-crossing rule: an edge counts when it has one end above the ray and the
  /// other on or below it, so a corner counts once.
  @inline(__always)
  func meeting(from position: Position) -> Meeting {
    if a.x < position.x && b.x < position.x { return .nothing }
    if a.y == position.y && b.y == position.y {
      let inside = min(a.x, b.x) <= position.x && position.x <= max(a.x, b.x)
      return inside ? .boundary : .nothing
    }
    if (a.y > position.y) != (b.y > position.y) {
      if a.x > position.x && b.x > position.x { return .crossing }
      let side = orientation(a, b, position)
      if side == 0 { return .boundary }
      return (side > 0) == (b.y > a.y) ? .crossing : .nothing
    }
    // The ray passes at the height of an end that the rule does not count.
    return a == position || b == position ? .boundary : .nothing
  }

  @inline(__always)
  func squaredDistance(to position: Position) -> Double {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let length = dx * dx + dy * dy
    var t = length > 0 ? ((position.x - a.x) * dx + (position.y - a.y) * dy) / length : 0
    t = min(max(t, 0), 1)
    let ex = position.x - (a.x + t * dx)
    let ey = position.y - (a.y + t * dy)
    return ex * ex + ey * ey
  }
}

extension MultiPolygon {
  /// Appends every edge of every ring and gives the box around them.
  func appendEdges(to edges: inout [Edge]) -> Box {
    var box = Box.empty
    for polygon in polygons {
      append(polygon.exterior, to: &edges, box: &box)
      for hole in polygon.holes { append(hole, to: &edges, box: &box) }
    }
    return box
  }

  private func append(_ ring: Ring, to edges: inout [Edge], box: inout Box) {
    let positions = ring.positions
    box.extend(to: positions[0])
    for index in 1..<positions.count {
      box.extend(to: positions[index])
      if positions[index] != positions[index - 1] {
        edges.append(Edge(a: positions[index - 1], b: positions[index]))
      }
    }
  }
}
