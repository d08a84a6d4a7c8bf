/// The surface of one area: one or more polygons, for instance a mainland and its islands.
public struct MultiPolygon: Hashable, Sendable {
  /// The parts; empty for an area without surface.
  public let polygons: [Polygon]

  /// Makes a surface from its parts.
  public init(_ polygons: [Polygon]) {
    self.polygons = polygons
  }

  /// All rings of all parts.
  public var rings: [Ring] { polygons.flatMap(\.rings) }

  /// The area in square units of the coordinates: m² in RD New; meaningless in degrees.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }

  /// The smallest box around all parts; empty when there are none.
  public var box: Box {
    polygons.reduce(Box.empty) { $0.union($1.exterior.box) }
  }

  /// The number of positions over all rings, closing positions included.
  public var positionCount: Int {
    polygons.reduce(0) { count, polygon in
      count + polygon.exterior.positions.count
        + polygon.holes.reduce(0) { $0 + $1.positions.count }
    }
  }

  /// The surface with every position replaced, for instance by another reference system.
  /// - Throws: ``RingError`` when a new position is not finite or no longer closes its ring.
  public func mapPositions(_ transform: (Position) -> Position) throws(RingError) -> MultiPolygon {
    var polygons: [Polygon] = []
    polygons.reserveCapacity(self.polygons.count)
    for polygon in self.polygons {
      var rings: [Ring] = []
      for ring in polygon.rings { rings.append(try Ring(ring.positions.map(transform))) }
      polygons.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
    }
    return MultiPolygon(polygons)
  }
}
