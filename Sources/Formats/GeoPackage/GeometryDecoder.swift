internal import Geometry

/// Decodes the blob of a geometry column: the GeoPackage header and the WKB after it.
///
/// Every count is compared with the bytes that are left before it is believed, so memory use stays
/// within a small multiple of the size of the blob. Nothing nests deeper than polygons in a
/// multipolygon.
/// Source: OGC 12-128r17 (GeoPackage 1.3), clause 2.1.3; OGC 06-103r4, clause 8.
struct GeometryDecoder {
  private var offset = 0
  private var littleEndian = true

  /// Decodes a whole blob.
  static func decode(_ bytes: RawSpan) throws(GeoPackageGeometryFault) -> GeoPackageGeometry {
    var decoder = GeometryDecoder()
    let saysEmpty = try decoder.header(bytes)
    let type = try decoder.geometryHead(bytes)
    let geometry: GeoPackageGeometry
    switch type.base {
    case 1: geometry = try decoder.point(bytes, type)
    case 2: geometry = try Self.lines([try decoder.positions(bytes, type)])
    case 5: geometry = try Self.lines(try decoder.lines(bytes, type))
    case 3: geometry = surface([try decoder.polygon(bytes, type, index: 0)])
    case 6: geometry = surface(try decoder.polygons(bytes, type))
    default: return .other(type: type.raw)
    }
    guard decoder.offset == bytes.byteCount else {
      throw .trailingBytes(bytes.byteCount - decoder.offset)
    }
    guard !saysEmpty || geometry == .empty else { throw .notEmpty }
    return geometry
  }

  /// Skips the GeoPackage header; returns whether it calls the geometry empty.
  private mutating func header(_ bytes: RawSpan) throws(GeoPackageGeometryFault) -> Bool {
    guard bytes.byteCount >= 2, bytes.byte(at: 0) == 0x47, bytes.byte(at: 1) == 0x50 else {
      throw .noGeoPackageHeader
    }
    guard bytes.byteCount >= 8 else { throw .cutOff }
    let version = bytes.byte(at: 2)
    guard version == 0 else { throw .unknownVersion(version) }
    let flags = bytes.byte(at: 3)
    guard flags & 0b10_0000 == 0 else { throw .extended }
    let envelopeSize: Int
    switch (flags >> 1) & 0b111 {
    case 0: envelopeSize = 0
    case 1: envelopeSize = 32
    case 2, 3: envelopeSize = 48
    case 4: envelopeSize = 64
    case let kind: throw .badEnvelope(kind)
    }
    guard bytes.byteCount >= 8 + envelopeSize else { throw .cutOff }
    offset = 8 + envelopeSize
    return flags & 0b1_0000 != 0
  }

  /// Reads byte order and type, with which every WKB geometry starts.
  private mutating func geometryHead(
    _ bytes: RawSpan
  ) throws(GeoPackageGeometryFault) -> GeometryType {
    guard bytes.byteCount - offset >= 5 else { throw .cutOff }
    let order = bytes.byte(at: offset)
    guard order <= 1 else { throw .badByteOrder(order) }
    littleEndian = order == 1
    offset += 1
    return GeometryType(raw: try count(bytes))
  }

  private mutating func count(_ bytes: RawSpan) throws(GeoPackageGeometryFault) -> UInt32 {
    guard bytes.byteCount - offset >= 4 else { throw .cutOff }
    let value = bytes.uint32(at: offset, littleEndian: littleEndian)
    offset += 4
    return value
  }

  /// Reads a number of parts that take at least `size` bytes each.
  private mutating func count(
    _ bytes: RawSpan, ofParts size: Int
  ) throws(GeoPackageGeometryFault) -> Int {
    guard let count = Int(exactly: try count(bytes)), count <= (bytes.byteCount - offset) / size
    else { throw .cutOff }
    return count
  }

  private mutating func point(
    _ bytes: RawSpan, _ type: GeometryType
  ) throws(GeoPackageGeometryFault) -> GeoPackageGeometry {
    guard bytes.byteCount - offset >= type.stride else { throw .cutOff }
    let point = bytes.position(at: offset, littleEndian: littleEndian)
    offset += type.stride
    if point.x.isNaN, point.y.isNaN { return .empty }
    guard point.isFinite else { throw .notFinite }
    return .point(point)
  }

  private mutating func polygons(
    _ bytes: RawSpan, _ type: GeometryType
  ) throws(GeoPackageGeometryFault) -> [Polygon?] {
    let count = try count(bytes, ofParts: 9)
    var polygons: [Polygon?] = []
    polygons.reserveCapacity(count)
    for index in 0..<count {
      let part = try geometryHead(bytes)
      guard part.base == 3, part.stride == type.stride else { throw .unexpectedType(part.raw) }
      polygons.append(try polygon(bytes, part, index: index))
    }
    return polygons
  }

  /// A polygon, or nil when it has no rings at all.
  private mutating func polygon(
    _ bytes: RawSpan, _ type: GeometryType, index: Int
  ) throws(GeoPackageGeometryFault) -> Polygon? {
    let count = try count(bytes, ofParts: 4)
    guard count > 0 else { return nil }
    let exterior = try ring(bytes, type, polygon: index, ring: 0)
    var holes: [Ring] = []
    holes.reserveCapacity(count - 1)
    for number in 1..<count {
      holes.append(try ring(bytes, type, polygon: index, ring: number))
    }
    return Polygon(exterior: exterior, holes: holes)
  }

  private mutating func ring(
    _ bytes: RawSpan, _ type: GeometryType, polygon: Int, ring: Int
  ) throws(GeoPackageGeometryFault) -> Ring {
    let positions = try positions(bytes, type)
    do {
      return try Ring(positions)
    } catch {
      throw .ring(polygon: polygon, ring: ring, error)
    }
  }

  private mutating func positions(
    _ bytes: RawSpan, _ type: GeometryType
  ) throws(GeoPackageGeometryFault) -> [Position] {
    let count = try count(bytes, ofParts: type.stride)
    var positions: [Position] = []
    positions.reserveCapacity(count)
    for _ in 0..<count {
      positions.append(bytes.position(at: offset, littleEndian: littleEndian))
      offset += type.stride
    }
    return positions
  }

  private mutating func lines(
    _ bytes: RawSpan, _ type: GeometryType
  ) throws(GeoPackageGeometryFault) -> [[Position]] {
    let count = try count(bytes, ofParts: 9)
    var lines: [[Position]] = []
    lines.reserveCapacity(count)
    for _ in 0..<count {
      let part = try geometryHead(bytes)
      guard part.base == 2, part.stride == type.stride else { throw .unexpectedType(part.raw) }
      lines.append(try positions(bytes, part))
    }
    return lines
  }

  private static func lines(
    _ lines: [[Position]]
  ) throws(GeoPackageGeometryFault) -> GeoPackageGeometry {
    let parts = lines.filter { !$0.isEmpty }
    for part in parts where !part.allSatisfy(\.isFinite) { throw .notFinite }
    return parts.isEmpty ? .empty : .lines(parts)
  }

  private static func surface(_ polygons: [Polygon?]) -> GeoPackageGeometry {
    let parts = polygons.compactMap(\.self)
    return parts.isEmpty ? .empty : .multiPolygon(MultiPolygon(parts))
  }
}

/// The type number of a WKB geometry: ISO (1003 has heights) or the older flags in the high bits.
private struct GeometryType {
  let raw: UInt32
  /// The type without dimensions: 1 point, 2 line, 3 polygon, 5 lines, 6 multipolygon; 0 when unknown.
  let base: UInt32
  /// The number of bytes of one position.
  let stride: Int

  init(raw: UInt32) {
    self.raw = raw
    let flags = raw >> 28
    let number = raw & 0x0FFF_FFFF
    let dimensions = number / 1000
    // Bit 29 announces an EPSG number inside the geometry, which GeoPackage does not know.
    guard flags & 0b0011 == 0, dimensions <= 3, flags == 0 || dimensions == 0 else {
      base = 0
      stride = 16
      return
    }
    let hasZ = dimensions == 1 || dimensions == 3 || flags & 0b1000 != 0
    let hasM = dimensions >= 2 || flags & 0b0100 != 0
    base = number % 1000
    stride = 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0)
  }
}

/// Reads at a place that lies within the bytes; each is checked again and would stop the program.
extension RawSpan {
  @inline(__always)
  fileprivate func byte(at offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  fileprivate func uint32(at offset: Int, littleEndian: Bool) -> UInt32 {
    let value = unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return littleEndian ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
  }

  @inline(__always)
  fileprivate func position(at offset: Int, littleEndian: Bool) -> Position {
    let x = unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let y = unsafe unsafeLoadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
    return Position(
      x: Double(bitPattern: littleEndian ? UInt64(littleEndian: x) : UInt64(bigEndian: x)),
      y: Double(bitPattern: littleEndian ? UInt64(littleEndian: y) : UInt64(bigEndian: y)))
  }
}
