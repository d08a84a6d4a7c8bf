internal import CGEOS
public import Geometry

extension TopologyEngine {
  /// Everything that lies in at least one of `areas`; empty when there are none.
  ///
  /// Shared boundaries disappear when they match exactly; slivers between nearly equal ones stay.
  /// - Throws: ``TopologyError/refused(operation:message:)``, mostly for invalid input.
  public func union(_ areas: [MultiPolygon]) throws(TopologyError) -> MultiPolygon {
    let geometry = try geometry(areas)
    return try surface(
      unsafe make("union") { context in
        unsafe geometry.lend { unsafe GEOSUnaryUnion_r(context, $0) }
      })
  }

  /// Everything that lies in both areas; empty when they only touch.
  /// - Throws: ``TopologyError/refused(operation:message:)``, mostly for invalid input.
  public func intersection(
    _ a: MultiPolygon, _ b: MultiPolygon
  ) throws(TopologyError) -> MultiPolygon {
    let a = try geometry([a])
    let b = try geometry([b])
    return try surface(
      unsafe make("intersection") { context in
        unsafe a.lend { a in unsafe b.lend { b in unsafe GEOSIntersection_r(context, a, b) } }
      })
  }

  /// Everything within `distance` of the area; for a negative distance, what lies at least that far
  /// inside.
  ///
  /// - Parameters:
  ///   - distance: in the unit of the coordinates, finite.
  ///   - quadrantSegments: how many straight pieces stand for a quarter circle, at least 1; with 8
  ///     the outline lies at most 0.5 % of the distance too far in.
  /// - Throws: ``TopologyError/parameterOutOfRange(name:value:)`` and
  ///   ``TopologyError/refused(operation:message:)``.
  public func buffer(
    _ area: MultiPolygon, distance: Double, quadrantSegments: Int
  ) throws(TopologyError) -> MultiPolygon {
    guard distance.isFinite else { throw .parameterOutOfRange(name: "distance", value: distance) }
    guard (1...1_000).contains(quadrantSegments) else {
      throw .parameterOutOfRange(name: "quadrantSegments", value: Double(quadrantSegments))
    }
    let geometry = try geometry([area])
    return try surface(
      unsafe make("buffer") { context in
        unsafe geometry.lend {
          unsafe GEOSBuffer_r(context, $0, distance, Int32(quadrantSegments))
        }
      })
  }
}
