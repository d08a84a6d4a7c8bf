internal import CGEOS
public import Geometry

extension TopologyEngine {
  /// For each of `points` whether it lies in `area` or on its boundary.
  ///
  /// A position that is not finite lies nowhere. The area is prepared once. Meant for checking: for
  /// locating many points the search in `Geometry` is faster.
  /// - Throws: ``TopologyError/refused(operation:message:)``.
  /// Cost: about 0.1 µs per point.
  public func covers(
    _ area: MultiPolygon, _ points: [Position]
  ) throws(TopologyError) -> [Bool] {
    let geometry = try geometry([area])
    return try covers(geometry, points)
  }

  /// The same for a geometry that is already with GEOS.
  func covers(
    _ area: borrowing GeometryHandle, _ points: [Position]
  ) throws(TopologyError) -> [Bool] {
    let answers: [Bool]? = unsafe withContext { context in
      unsafe area.lend { pointer in
        guard let prepared = unsafe GEOSPrepare_r(context, pointer) else { return nil }
        defer { unsafe GEOSPreparedGeom_destroy_r(context, prepared) }
        var answers: [Bool] = []
        answers.reserveCapacity(points.count)
        for point in points {
          guard point.isFinite else {
            answers.append(false)
            continue
          }
          guard let place = unsafe GEOSGeom_createPointFromXY_r(context, point.x, point.y)
          else { return nil }
          let answer = unsafe GEOSPreparedCovers_r(context, prepared, place)
          unsafe GEOSGeom_destroy_r(context, place)
          guard answer != 2 else { return nil }
          answers.append(answer == 1)
        }
        return answers
      }
    }
    guard let answers else { throw refusal("point in surface") }
    return answers
  }

  /// The shortest distance from `area` to a position, in the unit of the coordinates; zero when the
  /// position lies in the area or on its boundary.
  /// - Throws: ``TopologyError/emptyArea(operation:)``, ``TopologyError/positionOutOfRange(index:)``
  ///   (index 0) for a position that is not finite, ``TopologyError/refused(operation:message:)``.
  /// Cost: linear in the number of positions of the area.
  public func distance(
    from area: MultiPolygon, to position: Position
  ) throws(TopologyError) -> Double {
    guard !area.polygons.isEmpty else { throw .emptyArea(operation: "distance") }
    guard position.isFinite else { throw .positionOutOfRange(index: 0) }
    let area = try geometry([area])
    let place = try geometry(points: [position])
    var distance = Double.nan
    let answer = unsafe withContext { context in
      unsafe area.lend { area in
        unsafe place.lend { place in unsafe GEOSDistance_r(context, area, place, &distance) }
      }
    }
    guard answer == 1, distance.isFinite else { throw refusal("distance") }
    return distance
  }
}
