internal import CGEOS
public import Geometry

/// Whether a surface is one that maps can use.
public enum Validity: Hashable, Sendable {
  /// Rings do not cross, holes lie inside, parts do not overlap.
  case valid
  /// Not so: GEOS's reason, and where.
  case invalid(reason: String, at: Position)
}

extension TopologyEngine {
  /// Checks a surface by the rules of OGC simple features.
  /// - Throws: ``TopologyError``.
  /// - Complexity: O(n log n) in its positions.
  public func validity(of surface: MultiPolygon) throws -> Validity {
    try unsafe with(surface, "validity") { geometry in
      var reason: UnsafeMutablePointer<CChar>?
      var place: OpaquePointer?
      switch unsafe GEOSisValidDetail_r(context, geometry, 0, &reason, &place) {
      case 1: return .valid
      case 0:
        defer {
          unsafe GEOSFree_r(context, reason)
          unsafe GEOSGeom_destroy_r(context, place)
        }
        var x = 0.0
        var y = 0.0
        if let place = unsafe place {
          unsafe GEOSGeomGetX_r(context, place, &x)
          unsafe GEOSGeomGetY_r(context, place, &y)
        }
        let words = unsafe reason.map { unsafe String(cString: $0) } ?? ""
        return .invalid(reason: words, at: Position(x: x, y: y))
      default: throw failure("validity")
      }
    }
  }

  /// The surface made valid: GEOS `MakeValid` by structure, lines and points that come out dropped.
  /// - Throws: ``TopologyError``.
  public func repaired(_ surface: MultiPolygon) throws -> MultiPolygon {
    try unsafe with(surface, "repair") { geometry in
      guard let parameters = unsafe GEOSMakeValidParams_create_r(context) else {
        throw failure("repair")
      }
      defer { unsafe GEOSMakeValidParams_destroy_r(context, parameters) }
      unsafe GEOSMakeValidParams_setMethod_r(context, parameters, GEOS_MAKE_VALID_STRUCTURE)
      guard let valid = unsafe GEOSMakeValidWithParams_r(context, geometry, parameters) else {
        throw failure("repair")
      }
      defer { unsafe GEOSGeom_destroy_r(context, valid) }
      return MultiPolygon(unsafe try polygons(in: valid, "repair"))
    }
  }

  /// For each position whether the surface covers it, by GEOS's prepared `covers`.
  ///
  /// The measure for our own point location in tests.
  /// - Throws: ``TopologyError``.
  public func covers(_ surface: MultiPolygon, _ positions: [Position]) throws -> [Bool] {
    try unsafe with(surface, "covers") { geometry in
      guard let prepared = unsafe GEOSPrepare_r(context, geometry) else {
        throw failure("covers")
      }
      defer { unsafe GEOSPreparedGeom_destroy_r(context, prepared) }
      return try positions.map { position in
        guard let point = unsafe GEOSGeom_createPointFromXY_r(context, position.x, position.y)
        else { throw failure("covers") }
        defer { unsafe GEOSGeom_destroy_r(context, point) }
        let answer = unsafe GEOSPreparedCovers_r(context, prepared, point)
        guard answer < 2 else { throw failure("covers") }
        return answer == 1
      }
    }
  }
}
