internal import Geometry

/// Makes the blob of a geometry column: header with envelope, then a little-endian MULTIPOLYGON.
///
/// Positions keep their order: GeoPackage asks for no direction of rings.
/// Source: OGC 12-128r17 (GeoPackage 1.3), clause 2.1.3.
struct GeometryEncoder {
  /// The blob of the last geometry.
  private(set) var bytes: [UInt8] = []

  /// Replaces ``bytes`` and returns the box around all rings, empty for a surface without parts.
  mutating func encode(_ surface: MultiPolygon, epsg: Int) -> Box {
    var box = Box.empty
    for polygon in surface.polygons {
      extend(&box, by: polygon.exterior)
      for hole in polygon.holes { extend(&box, by: hole) }
    }
    bytes.removeAll(keepingCapacity: true)
    // "GP", version 0; flags: little-endian, and an envelope of x and y or the mark of emptiness.
    bytes += [0x47, 0x50, 0, box.isEmpty ? 0b1_0001 : 0b0_0011]
    append(UInt32(truncatingIfNeeded: epsg))
    if !box.isEmpty {
      append(Position(x: box.minX, y: box.maxX))
      append(Position(x: box.minY, y: box.maxY))
    }
    appendHead(type: 6, count: surface.polygons.count)
    for polygon in surface.polygons {
      appendHead(type: 3, count: 1 + polygon.holes.count)
      append(polygon.exterior)
      for hole in polygon.holes { append(hole) }
    }
    return box
  }

  private func extend(_ box: inout Box, by ring: Ring) {
    for position in ring.positions { box.extend(to: position) }
  }

  private mutating func appendHead(type: UInt32, count: Int) {
    bytes.append(1)
    append(type)
    append(UInt32(count))
  }

  private mutating func append(_ ring: Ring) {
    append(UInt32(ring.positions.count))
    for position in ring.positions { append(position) }
  }

  private mutating func append(_ value: UInt32) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ position: Position) {
    let pair = (position.x.bitPattern.littleEndian, position.y.bitPattern.littleEndian)
    unsafe withUnsafeBytes(of: pair) { unsafe bytes.append(contentsOf: $0) }
  }
}
