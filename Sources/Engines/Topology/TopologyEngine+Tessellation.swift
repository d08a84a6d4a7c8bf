internal import CGEOS
public import Geometry

/// A point that stands for an area in a schematic map.
public struct LabelPoint: Hashable, Sendable {
  /// The number of the area; several points may have the same.
  public let group: Int
  /// Where it stands.
  public let position: Position

  /// Pairs a group with a position.
  public init(group: Int, position: Position) {
    self.group = group
    self.position = position
  }
}

extension TopologyEngine {
  /// Draws areas around label points: the cells that lie nearest to the points of a group, within a
  /// hull around all points.
  ///
  /// A Voronoi tessellation, clipped by the concave hull of the points widened by `margin`, its cells
  /// joined by group. The clipped outer cells share their corners with their neighbours, so the
  /// result is a coverage without gaps or overlaps, up to the rounding of corners on the hull.
  /// - Parameters:
  ///   - points: no two at the same position.
  ///   - groupCount: groups are 0 to `groupCount` - 1.
  ///   - hullRatio: 0 to 1, the looseness of the hull; 1 is the convex hull.
  ///   - margin: in the unit of the positions.
  /// - Returns: one surface per group; empty for a group without points.
  /// - Throws: ``TopologyError``.
  public func schematicAreas(
    _ points: [LabelPoint], groupCount: Int, hullRatio: Double, margin: Double
  ) throws -> [MultiPolygon] {
    var surfaces = [MultiPolygon](repeating: MultiPolygon([]), count: groupCount)
    guard !points.isEmpty else { return surfaces }
    let operation = "schematic areas"
    guard let sequence = unsafe self.sequence(points.map(\.position)),
      let cloud = unsafe GEOSGeom_createLineString_r(
        context, points.count > 1 ? sequence : doubled(points[0].position))
    else { throw failure(operation) }
    defer { unsafe GEOSGeom_destroy_r(context, cloud) }
    guard let hull = unsafe GEOSConcaveHull_r(context, cloud, hullRatio, 0) else {
      throw failure(operation)
    }
    defer { unsafe GEOSGeom_destroy_r(context, hull) }
    guard let outline = unsafe GEOSBuffer_r(context, hull, margin, 8) else {
      throw failure(operation)
    }
    defer { unsafe GEOSGeom_destroy_r(context, outline) }
    guard
      let cells = unsafe GEOSVoronoiDiagram_r(context, cloud, outline, 0, 0)
    else { throw failure(operation) }
    defer { unsafe GEOSGeom_destroy_r(context, cells) }

    var cellsOfGroup = [[Polygon]](repeating: [], count: groupCount)
    let voronoi = unsafe try polygons(in: cells, operation)
    let locator = PolygonLocator(voronoi.map { MultiPolygon([$0]) })
    for point in points {
      if let cell = locator.firstCovering(point.position) {
        cellsOfGroup[point.group].append(voronoi[cell])
      }
    }
    for group in 0..<groupCount where !cellsOfGroup[group].isEmpty {
      let joined = try union([MultiPolygon(cellsOfGroup[group])])
      surfaces[group] = try unsafe with(joined, operation) { whole in
        guard let clipped = unsafe GEOSIntersectionPrec_r(context, whole, outline, 0.001) else {
          throw failure(operation)
        }
        defer { unsafe GEOSGeom_destroy_r(context, clipped) }
        return MultiPolygon(unsafe try polygons(in: clipped, operation))
      }
    }
    return surfaces
  }

  /// A line needs two positions; one point stands for both.
  private func doubled(_ position: Position) -> OpaquePointer? {
    unsafe sequence([position, position])
  }
}
