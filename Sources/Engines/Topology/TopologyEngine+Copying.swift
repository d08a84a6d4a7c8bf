internal import CGEOS
internal import Geometry

extension TopologyEngine {
  /// A GEOS copy of a surface; the caller destroys it.
  func made(_ surface: MultiPolygon, _ operation: String) throws(TopologyError) -> OpaquePointer {
    var parts: [OpaquePointer?] = unsafe []
    for polygon in surface.polygons {
      guard let part = unsafe made(polygon) else {
        unsafe parts.forEach { unsafe GEOSGeom_destroy_r(context, $0) }
        throw failure(operation)
      }
      unsafe parts.append(part)
    }
    // From here on the collection owns its parts, also when making it fails.
    guard
      let geometry = unsafe GEOSGeom_createCollection_r(
        context, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(surface.polygons.count))
    else { throw failure(operation) }
    return unsafe geometry
  }

  private func made(_ polygon: Polygon) -> OpaquePointer? {
    guard let exterior = unsafe ring(polygon.exterior) else { return nil }
    var holes: [OpaquePointer?] = unsafe []
    for hole in polygon.holes {
      guard let hole = unsafe ring(hole) else {
        unsafe holes.forEach { unsafe GEOSGeom_destroy_r(context, $0) }
        unsafe GEOSGeom_destroy_r(context, exterior)
        return nil
      }
      unsafe holes.append(hole)
    }
    return unsafe GEOSGeom_createPolygon_r(context, exterior, &holes, UInt32(polygon.holes.count))
  }

  private func ring(_ ring: Ring) -> OpaquePointer? {
    unsafe sequence(ring.positions).flatMap {
      unsafe GEOSGeom_createLinearRing_r(context, $0)
    }
  }

  /// Positions as GEOS holds them.
  func sequence(_ positions: [Position]) -> OpaquePointer? {
    unsafe positions.withUnsafeBytes { raw in
      unsafe GEOSCoordSeq_copyFromBuffer_r(
        context, raw.baseAddress!.assumingMemoryBound(to: Double.self),
        UInt32(positions.count), 0, 0)
    }
  }

  /// The polygons in a GEOS geometry of any kind; lines and points in it are left out.
  func polygons(in geometry: OpaquePointer, _ operation: String) throws(TopologyError) -> [Polygon]
  {
    let type = unsafe UInt32(bitPattern: GEOSGeomTypeId_r(context, geometry))
    switch type {
    case GEOS_POLYGON.rawValue:
      guard unsafe GEOSisEmpty_r(context, geometry) == 0 else { return [] }
      guard let exterior = unsafe GEOSGetExteriorRing_r(context, geometry) else {
        throw failure(operation)
      }
      var holes: [Ring] = []
      for index in 0..<max(unsafe GEOSGetNumInteriorRings_r(context, geometry), 0) {
        guard let hole = unsafe GEOSGetInteriorRingN_r(context, geometry, index) else {
          throw failure(operation)
        }
        holes.append(unsafe try read(hole, operation))
      }
      return [Polygon(exterior: unsafe try read(exterior, operation), holes: holes)]
    case GEOS_MULTIPOLYGON.rawValue, GEOS_GEOMETRYCOLLECTION.rawValue:
      var polygons: [Polygon] = []
      for index in 0..<max(unsafe GEOSGetNumGeometries_r(context, geometry), 0) {
        guard let part = unsafe GEOSGetGeometryN_r(context, geometry, index) else {
          throw failure(operation)
        }
        polygons += unsafe try self.polygons(in: part, operation)
      }
      return polygons
    default:
      return []
    }
  }

  private func read(_ ring: OpaquePointer, _ operation: String) throws(TopologyError) -> Ring {
    guard let sequence = unsafe GEOSGeom_getCoordSeq_r(context, ring) else {
      throw failure(operation)
    }
    var count: UInt32 = 0
    guard unsafe GEOSCoordSeq_getSize_r(context, sequence, &count) == 1 else {
      throw failure(operation)
    }
    var positions = [Position](repeating: Position(x: 0, y: 0), count: Int(count))
    let copied = unsafe positions.withUnsafeMutableBytes { raw in
      unsafe GEOSCoordSeq_copyToBuffer_r(
        context, sequence, raw.baseAddress!.assumingMemoryBound(to: Double.self), 0, 0)
    }
    guard copied == 1 else { throw failure(operation) }
    do {
      return try Ring(positions)
    } catch {
      throw .refused(operation: operation, message: "a ring of the result is no ring")
    }
  }
}
