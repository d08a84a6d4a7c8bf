extension MultiPolygon {
  /// The centre of gravity of the surface, holes left out; it may lie outside the surface itself.
  ///
  /// Nil when the surface has no area. Winding order does not matter.
  public var centroid: Position? {
    guard let origin = polygons.first?.exterior.positions.first else { return nil }
    var area = 0.0
    var x = 0.0
    var y = 0.0
    func add(_ ring: Ring, isHole: Bool) {
      var sum = (area: 0.0, x: 0.0, y: 0.0)
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
        let cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        sum.area += cross
        sum.x += (a.x + b.x - 2 * origin.x) * cross
        sum.y += (a.y + b.y - 2 * origin.y) * cross
      }
      let sign: Double = (sum.area < 0) == isHole ? 1 : -1
      area += sign * sum.area
      x += sign * sum.x
      y += sign * sum.y
    }
    for polygon in polygons {
      add(polygon.exterior, isHole: false)
      for hole in polygon.holes { add(hole, isHole: true) }
    }
    guard area > 0 else { return nil }
    return Position(x: origin.x + x / (3 * area), y: origin.y + y / (3 * area))
  }
}
