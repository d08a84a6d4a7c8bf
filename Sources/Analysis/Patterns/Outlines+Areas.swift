public import Areas
internal import Geometry
public import SpatialStatistics

extension Outlines {
  /// The boundaries of areas, in their order; an area without a surface has no ring.
  public init(_ areas: [Area]) {
    let nodes = areas.reduce(0) { $0 + $1.geometry.positionCount }
    var x = [Double](repeating: 0, count: nodes)
    var y = x
    var (ringStarts, areaStarts) = ([0], [0])
    areaStarts.reserveCapacity(areas.count + 1)
    do {
      var east = x.mutableSpan
      var north = y.mutableSpan
      var node = 0
      for area in areas {
        for polygon in area.geometry.polygons {
          for ring in [polygon.exterior] + polygon.holes {
            // −0 and 0 are the same place.
            for position in ring.positions {
              east[node] = position.x + 0
              north[node] = position.y + 0
              node += 1
            }
            ringStarts.append(node)
          }
        }
        areaStarts.append(ringStarts.count - 1)
      }
    }
    self.init(x: x, y: y, ringStarts: ringStarts, areaStarts: areaStarts)
  }
}
