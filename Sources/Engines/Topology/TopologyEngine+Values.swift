internal import CGEOS
internal import Geometry

/// Copying between our values and GEOS.
extension TopologyEngine {
  /// A multipolygon of GEOS with the parts of all `areas`.
  func geometry(_ areas: [MultiPolygon]) throws(TopologyError) -> GeometryHandle {
    try unsafe make("copying surfaces") { context in
      var parts: [OpaquePointer] = unsafe []
      for polygon in areas.lazy.flatMap(\.polygons) {
        guard let part = unsafe Self.copy(polygon, context) else {
          unsafe GeometryHandle.destroy(parts, context: context)
          return nil
        }
        unsafe parts.append(part)
      }
      return unsafe GeometryHandle.collected(parts, type: GEOS_MULTIPOLYGON, context: context)
    }
  }

  /// A multipoint of GEOS.
  func geometry(points: [Position]) throws(TopologyError) -> GeometryHandle {
    try unsafe make("copying points") { context in
      var parts: [OpaquePointer] = unsafe []
      for point in points {
        guard let part = unsafe GEOSGeom_createPointFromXY_r(context, point.x, point.y) else {
          unsafe GeometryHandle.destroy(parts, context: context)
          return nil
        }
        unsafe parts.append(part)
      }
      return unsafe GeometryHandle.collected(parts, type: GEOS_MULTIPOINT, context: context)
    }
  }

  /// The polygons in a result, in normal order.
  func surface(_ geometry: consuming GeometryHandle) throws(TopologyError) -> MultiPolygon {
    let geometry = geometry
    let polygons: [Polygon]? = unsafe withContext { context in
      unsafe geometry.lend { pointer in
        guard unsafe GEOSNormalize_r(context, pointer) == 0 else { return nil }
        var polygons: [Polygon] = []
        return unsafe Self.collect(pointer, context, &polygons) ? polygons : nil
      }
    }
    guard let polygons else { throw refusal("copying the result") }
    return MultiPolygon(polygons)
  }

  private static func copy(_ polygon: Polygon, _ context: OpaquePointer) -> OpaquePointer? {
    guard let exterior = unsafe copy(polygon.exterior, context) else { return nil }
    var holes: [OpaquePointer?] = unsafe []
    for ring in polygon.holes {
      guard let hole = unsafe copy(ring, context) else {
        unsafe GEOSGeom_destroy_r(context, exterior)
        unsafe GeometryHandle.destroy(holes.compactMap { unsafe $0 }, context: context)
        return nil
      }
      unsafe holes.append(hole)
    }
    return unsafe holes.withUnsafeMutableBufferPointer {
      unsafe GEOSGeom_createPolygon_r(context, exterior, $0.baseAddress, UInt32($0.count))
    }
  }

  private static func copy(_ ring: Ring, _ context: OpaquePointer) -> OpaquePointer? {
    // A position is two doubles, x before y: the layout that GEOS reads.
    let sequence = unsafe ring.positions.withUnsafeBytes {
      unsafe GEOSCoordSeq_copyFromBuffer_r(
        context, $0.assumingMemoryBound(to: Double.self).baseAddress,
        UInt32(ring.positions.count), 0, 0)
    }
    guard let sequence = unsafe sequence else { return nil }
    return unsafe GEOSGeom_createLinearRing_r(context, sequence)
  }

  /// Adds the polygons of `geometry`; `false` when one of them cannot be read.
  private static func collect(
    _ geometry: OpaquePointer, _ context: OpaquePointer, _ polygons: inout [Polygon]
  ) -> Bool {
    guard unsafe GEOSisEmpty_r(context, geometry) == 0 else { return true }
    switch unsafe GEOSGeomTypeId_r(context, geometry) {
    case Int32(GEOS_POLYGON.rawValue):
      guard let exterior = unsafe ring(GEOSGetExteriorRing_r(context, geometry), context) else {
        return false
      }
      var holes: [Ring] = []
      for index in 0..<(unsafe GEOSGetNumInteriorRings_r(context, geometry)) {
        guard let hole = unsafe ring(GEOSGetInteriorRingN_r(context, geometry, index), context)
        else { return false }
        holes.append(hole)
      }
      polygons.append(Polygon(exterior: exterior, holes: holes))
      return true
    case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      for index in 0..<(unsafe GEOSGetNumGeometries_r(context, geometry)) {
        guard let part = unsafe GEOSGetGeometryN_r(context, geometry, index),
          unsafe collect(part, context, &polygons)
        else { return false }
      }
      return true
    default:
      return true
    }
  }

  private static func ring(_ line: OpaquePointer?, _ context: OpaquePointer) -> Ring? {
    guard let line = unsafe line,
      let sequence = unsafe GEOSGeom_getCoordSeq_r(context, line)
    else { return nil }
    var count: UInt32 = 0
    guard unsafe GEOSCoordSeq_getSize_r(context, sequence, &count) == 1 else { return nil }
    var positions = [Position](repeating: Position(x: 0, y: 0), count: Int(count))
    let copied = unsafe positions.withUnsafeMutableBytes {
      unsafe GEOSCoordSeq_copyToBuffer_r(
        context, sequence, $0.assumingMemoryBound(to: Double.self).baseAddress, 0, 0)
    }
    return copied == 1 ? try? Ring(positions) : nil
  }
}
