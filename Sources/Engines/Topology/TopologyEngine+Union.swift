internal import CGEOS
public import Geometry

extension TopologyEngine {
  /// The surface that several surfaces cover together, shared boundaries dissolved.
  /// - Throws: ``TopologyError``.
  public func union(_ surfaces: [MultiPolygon]) throws -> MultiPolygon {
    let all = MultiPolygon(surfaces.flatMap(\.polygons))
    return try unsafe with(all, "union") { geometry in
      guard let union = unsafe GEOSUnaryUnion_r(context, geometry) else { throw failure("union") }
      defer { unsafe GEOSGeom_destroy_r(context, union) }
      return MultiPolygon(unsafe try polygons(in: union, "union"))
    }
  }

  /// The surface that both surfaces cover.
  /// - Throws: ``TopologyError``.
  public func intersection(_ a: MultiPolygon, _ b: MultiPolygon) throws -> MultiPolygon {
    try unsafe with(a, "intersection") { first in
      try unsafe with(b, "intersection") { second in
        guard let common = unsafe GEOSIntersection_r(context, first, second) else {
          throw failure("intersection")
        }
        defer { unsafe GEOSGeom_destroy_r(context, common) }
        return MultiPolygon(unsafe try polygons(in: common, "intersection"))
      }
    }
  }
}
