public import Areas
internal import Geometry
public import SpatialStatistics

extension Outlines {
  /// The boundaries of areas, in their order; an area without a surface has no ring.
  public init(_ areas: [Area]) {
    let nodes = areas.reduce(0) { $0 + $1.geometry.positionCount }
    var x: [Double] = []
    var y: [Double] = []
    var (ringStarts, areaStarts) = ([0], [0])
    x.reserveCapacity(nodes)
    y.reserveCapacity(nodes)
    areaStarts.reserveCapacity(areas.count + 1)
    func add(_ ring: Ring) {
      // −0 and 0 are the same place.
      for position in ring.positions {
        x.append(position.x + 0)
        y.append(position.y + 0)
      }
      ringStarts.append(x.count)
    }
    for area in areas {
      for polygon in area.geometry.polygons {
        add(polygon.exterior)
        for hole in polygon.holes { add(hole) }
      }
      areaStarts.append(ringStarts.count - 1)
    }
    self.init(x: x, y: y, ringStarts: ringStarts, areaStarts: areaStarts)
  }
}
