import Geometry
import TestSupport
import Testing

@testable import GeoPackage

/// Builds blobs of any byte order, also wrong ones.
private struct Blob {
  var bytes: [UInt8] = []
  var littleEndian = true

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func int(_ value: UInt32) {
    let ordered = littleEndian ? value.littleEndian : value.bigEndian
    unsafe withUnsafeBytes(of: ordered) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func double(_ value: Double) {
    let bits = value.bitPattern
    let ordered = littleEndian ? bits.littleEndian : bits.bigEndian
    unsafe withUnsafeBytes(of: ordered) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func header(flags: UInt8 = 0, envelope: Int = 0) {
    bytes += [0x47, 0x50, 0, flags | (littleEndian ? 1 : 0)]
    int(28992)
    for _ in 0..<envelope { double(0) }
  }

  mutating func head(_ type: UInt32, count: UInt32? = nil) {
    byte(littleEndian ? 1 : 0)
    int(type)
    if let count { int(count) }
  }

  mutating func ring(_ xs: [(Double, Double)], extra: Int = 0) {
    int(UInt32(xs.count))
    for (x, y) in xs {
      double(x)
      double(y)
      for _ in 0..<extra { double(.nan) }
    }
  }

  static func make(littleEndian: Bool = true, _ fill: (inout Blob) -> Void) -> [UInt8] {
    var blob = Blob(littleEndian: littleEndian)
    fill(&blob)
    return blob.bytes
  }
}

private func decode(_ bytes: [UInt8]) throws(GeoPackageGeometryFault) -> GeoPackageGeometry {
  try unsafe GeometryDecoder.decode(bytes.span.bytes)
}

private let triangle = [(0.0, 0.0), (4.0, 0.0), (0.0, 3.0), (0.0, 0.0)]

@Suite struct GeometryDecoderTests {
  private let surface: MultiPolygon

  init() throws {
    surface = MultiPolygon([
      Polygon(exterior: try Ring(triangle.map { Position(x: $0.0, y: $0.1) }))
    ])
  }

  @Test(arguments: [true, false])
  func bothByteOrdersAndAllEnvelopes(littleEndian: Bool) throws {
    for (kind, numbers) in [(0, 0), (1, 4), (2, 6), (3, 6), (4, 8)] {
      let blob = Blob.make(littleEndian: littleEndian) {
        $0.header(flags: UInt8(kind << 1), envelope: numbers)
        $0.head(3, count: 1)
        $0.ring(triangle)
      }
      #expect(try decode(blob) == .multiPolygon(surface))
    }
  }

  /// The header in one byte order, the geometry in the other.
  @Test func mixedByteOrders() throws {
    let blob = Blob.make {
      $0.header()
      $0.littleEndian = false
      $0.head(6, count: 1)
      $0.littleEndian = true
      $0.head(3, count: 1)
      $0.ring(triangle)
    }
    #expect(try decode(blob) == .multiPolygon(surface))
  }

  @Test(arguments: [
    (UInt32(1000), 1), (2000, 1), (3000, 2), (0x8000_0000, 1), (0x4000_0000, 1), (0xC000_0000, 2),
  ])
  func heightsAndMeasuresAreDropped(dimension: UInt32, extra: Int) throws {
    let blob = Blob.make {
      $0.header()
      $0.head(6 + dimension, count: 1)
      $0.head(3 + dimension, count: 1)
      $0.ring(triangle, extra: extra)
    }
    #expect(try decode(blob) == .multiPolygon(surface))
  }

  @Test func points() throws {
    func point(_ x: Double, _ y: Double, flags: UInt8 = 0) throws -> GeoPackageGeometry {
      try decode(
        Blob.make {
          $0.header(flags: flags)
          $0.head(1)
          $0.double(x)
          $0.double(y)
        })
    }
    #expect(try point(1, 2) == .point(Position(x: 1, y: 2)))
    #expect(try point(.nan, .nan, flags: 0b1_0000) == .empty)
    #expect(throws: GeoPackageGeometryFault.notFinite) { try point(.infinity, 2) }
    #expect(throws: GeoPackageGeometryFault.notFinite) { try point(1, .nan) }
    #expect(throws: GeoPackageGeometryFault.notEmpty) { try point(1, 2, flags: 0b1_0000) }
  }

  @Test func lines() throws {
    func decoded(_ fill: (inout Blob) -> Void) throws -> GeoPackageGeometry {
      try decode(
        Blob.make {
          $0.header()
          fill(&$0)
        })
    }
    let part = triangle.map { Position(x: $0.0, y: $0.1) }
    #expect(
      try decoded {
        $0.head(2)
        $0.ring(triangle)
      } == .lines([part]))
    let several = try decoded {
      $0.head(1005, count: 3)
      for _ in 0..<2 {
        $0.head(1002)
        $0.ring(triangle, extra: 1)
      }
      $0.head(1002)
      $0.int(0)
    }
    #expect(several == .lines([part, part]))
    #expect(try decoded { $0.head(5, count: 0) } == .empty)
    #expect(throws: GeoPackageGeometryFault.cutOff) {
      try decoded {
        $0.head(2)
        $0.int(0x1000_0000)
      }
    }
    #expect(throws: GeoPackageGeometryFault.notFinite) {
      try decoded {
        $0.head(2)
        $0.ring([(0, 0), (.infinity, 1)])
      }
    }
    #expect(throws: GeoPackageGeometryFault.unexpectedType(3)) {
      try decoded {
        $0.head(5, count: 1)
        $0.head(3, count: 1)
        $0.ring(triangle)
      }
    }
  }

  @Test func otherTypesAndEmptySurfaces() throws {
    func type(_ type: UInt32, count: UInt32) throws -> GeoPackageGeometry {
      try decode(
        Blob.make {
          $0.header()
          $0.head(type, count: count)
        })
    }
    #expect(try type(6, count: 0) == .empty)
    #expect(try type(3, count: 0) == .empty)
    #expect(try type(7, count: 9) == .other(type: 7))
    #expect(try type(10, count: 9) == .other(type: 10))
    #expect(try type(4003, count: 1) == .other(type: 4003))
    #expect(try type(0x2000_0003, count: 1) == .other(type: 0x2000_0003))
  }

  @Test func hostileCounts() throws {
    for count in [UInt32.max, 0x8000_0000, 0x1000_0000, 2] {
      let blobs = [
        Blob.make {
          $0.header()
          $0.head(6, count: count)
          $0.head(3, count: 1)
          $0.ring(triangle)
        },
        Blob.make {
          $0.header()
          $0.head(3, count: count)
          $0.ring(triangle)
        },
        Blob.make {
          $0.header()
          $0.head(3, count: 1)
          $0.int(count)
        },
      ]
      for blob in blobs {
        #expect(throws: GeoPackageGeometryFault.cutOff) { try decode(blob) }
      }
    }
  }

  @Test func faultsAreNamed() throws {
    func fault(_ fill: (inout Blob) -> Void) -> GeoPackageGeometryFault? {
      #expect(throws: GeoPackageGeometryFault.self) { try decode(Blob.make(fill)) }
    }
    #expect(fault { _ in } == .noGeoPackageHeader)
    #expect(fault { $0.bytes = [0x47, 0x50] } == .cutOff)
    #expect(fault { $0.bytes = [0x47, 0x50, 7, 1, 0, 0, 0, 0] } == .unknownVersion(7))
    #expect(fault { $0.header(flags: 0b10_0000) } == .extended)
    #expect(fault { $0.header(flags: 7 << 1) } == .badEnvelope(7))
    #expect(fault { $0.header(flags: 4 << 1, envelope: 7) } == .cutOff)
    #expect(
      fault {
        $0.header()
        $0.bytes += [2, 0, 0, 0, 0]
      } == .badByteOrder(2))
    #expect(
      fault {
        $0.header()
        $0.head(6, count: 1)
        $0.head(6, count: 1)
        $0.ring([])
      } == .unexpectedType(6))
    #expect(
      fault {
        $0.header()
        $0.head(3, count: 1)
        $0.ring(triangle)
        $0.byte(0)
      } == .trailingBytes(1))
    #expect(
      fault {
        $0.header()
        $0.head(3, count: 2)
        $0.ring(triangle)
        $0.ring(triangle.dropLast() + [(1, 1)])
      } == .ring(polygon: 0, ring: 1, .notClosed))
    #expect(
      fault {
        $0.header()
        $0.head(3, count: 1)
        $0.ring([(0, 0), (1, .nan), (1, 1), (0, 0)])
      } == .ring(polygon: 0, ring: 0, .notFinite))
  }

  /// Whatever the bytes, decoding ends with a geometry or a fault.
  @Test func randomBytes() throws {
    var encoder = GeometryEncoder()
    var generator = RepeatableGenerator(seed: 28992)
    for surface in try Sample.surfaces() {
      _ = encoder.encode(surface, epsg: 28992)
      let whole = encoder.bytes
      for size in 0..<whole.count {
        #expect(throws: GeoPackageGeometryFault.self) { try decode(Array(whole.prefix(size))) }
      }
      for _ in 0..<20_000 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          // Mostly the front, where the counts are.
          let end = Bool.random(using: &generator) ? min(62, bytes.count) : bytes.count
          let index = Int.random(in: 0..<end, using: &generator)
          bytes[index] = [0, 1, 0x7F, 0x80, 0xFF, .random(in: 0...255, using: &generator)]
            .randomElement(using: &generator)!
        }
        _ = try? decode(bytes)
      }
    }
  }
}
