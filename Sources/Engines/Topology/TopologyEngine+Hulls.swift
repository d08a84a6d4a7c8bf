internal import CGEOS
public import Geometry

extension TopologyEngine {
  /// The smallest convex surface that holds all `points`; empty when they lie on one line.
  /// - Throws: ``TopologyError/positionOutOfRange(index:)``,
  ///   ``TopologyError/refused(operation:message:)``.
  public func convexHull(of points: [Position]) throws(TopologyError) -> MultiPolygon {
    try surface(hull(of: checked(points), shape: .convex))
  }

  /// A surface without holes that holds all `points` and may be hollow; empty when they lie on one
  /// line.
  ///
  /// - Parameter ratio: which edges may remain, as a part of the range between the shortest and the
  ///   longest edge of the Delaunay triangulation: 1 gives the convex hull, 0 the most hollow one.
  /// - Throws: ``TopologyError/parameterOutOfRange(name:value:)`` unless `ratio` is in 0...1,
  ///   ``TopologyError/positionOutOfRange(index:)``, ``TopologyError/refused(operation:message:)``.
  public func concaveHull(
    of points: [Position], ratio: Double
  ) throws(TopologyError) -> MultiPolygon {
    try surface(hull(of: checked(points), shape: .concave(ratio: ratio)))
  }

  /// The points themselves when each is finite and within 1e9 of the origin.
  func checked(_ points: [Position]) throws(TopologyError) -> [Position] {
    for (index, point) in points.enumerated() {
      guard abs(point.x) <= 1e9, abs(point.y) <= 1e9 else {
        throw .positionOutOfRange(index: index)
      }
    }
    return points
  }

  /// A hull, which is a line or a point when the points span no surface.
  func hull(of points: [Position], shape: HullShape) throws(TopologyError) -> GeometryHandle {
    let points = try geometry(points: points)
    switch shape {
    case .convex:
      return try unsafe make("convex hull") { context in
        unsafe points.lend { unsafe GEOSConvexHull_r(context, $0) }
      }
    case .concave(let ratio):
      guard (0...1).contains(ratio) else {
        throw .parameterOutOfRange(name: "ratio", value: ratio)
      }
      return try unsafe make("concave hull") { context in
        unsafe points.lend { unsafe GEOSConcaveHull_r(context, $0, ratio, 0) }
      }
    }
  }
}

/// How a hull is drawn around points.
public enum HullShape: Hashable, Sendable {
  /// The smallest convex surface.
  case convex
  /// A surface that may be hollow; see ``TopologyEngine/concaveHull(of:ratio:)`` for the ratio.
  case concave(ratio: Double)
}
