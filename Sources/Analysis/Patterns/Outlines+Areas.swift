public import Areas
internal import Geometry
public import SpatialStatistics

extension Outlines {
  /// The boundaries of areas, in their order; an area without a surface has no ring.
  public init(_ areas: [Area]) {
    self.init()
    reserve(nodes: areas.reduce(0) { $0 + $1.geometry.positionCount }, areas: areas.count)
    for area in areas {
      for polygon in area.geometry.polygons {
        for ring in [polygon.exterior] + polygon.holes {
          let positions = ring.positions
          addRing(count: positions.count) { (positions[$0].x, positions[$0].y) }
        }
      }
      endArea()
    }
  }
}
