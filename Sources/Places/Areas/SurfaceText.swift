internal import Bytes
internal import Geometry

/// Surfaces written as well-known text: `POLYGON ((…))`, `MULTIPOLYGON (((…)))`, with or without heights
/// and an EPSG number before it, as `SRID=28992;POLYGON …`.
/// Source: OGC 06-103r4, clause 7; PostGIS's EWKT.
struct SurfaceText {
  /// The EPSG number, when the text names one.
  let epsg: Int?
  let surface: MultiPolygon

  /// Whether a text begins like a surface.
  static func isSurface(_ text: some StringProtocol) -> Bool {
    let upper = text.prefix(80).uppercased().drop { $0.isWhitespace }
    let body = upper.hasPrefix("SRID=") ? upper.drop { $0 != ";" }.dropFirst() : upper
    let word = body.drop { $0.isWhitespace }
    return word.hasPrefix("POLYGON") || word.hasPrefix("MULTIPOLYGON")
  }

  /// Reads a text; nil when it is no surface, or goes on behind it.
  init?(_ text: String) {
    var reader = Reader(Array(text.utf8))
    var epsg: Int?
    if reader.word("SRID") {
      guard reader.sign("="), let number = reader.number(), let whole = Int(exactly: number),
        reader.sign(";")
      else { return nil }
      epsg = whole
    }
    let isMulti = reader.word("MULTIPOLYGON")
    guard isMulti || reader.word("POLYGON") else { return nil }
    // The dimensions are seen from the positions themselves.
    _ = reader.word("ZM") || reader.word("Z") || reader.word("M")
    var polygons: [Polygon] = []
    if !reader.word("EMPTY") {
      if isMulti {
        guard reader.sign("(") else { return nil }
        repeat {
          guard let polygon = reader.polygon() else { return nil }
          polygons.append(polygon)
        } while reader.sign(",")
        guard reader.sign(")") else { return nil }
      } else {
        guard let polygon = reader.polygon() else { return nil }
        polygons.append(polygon)
      }
    }
    guard reader.isAtEnd else { return nil }
    self.epsg = epsg
    surface = MultiPolygon(polygons)
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func skipBlanks() {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return index == bytes.count
      }
    }

    mutating func sign(_ sign: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
      index += 1
      return true
    }

    mutating func word(_ word: String) -> Bool {
      skipBlanks()
      let letters = Array(word.utf8)
      guard index + letters.count <= bytes.count else { return false }
      for (offset, letter) in letters.enumerated() where bytes[index + offset] & 0xDF != letter {
        return false
      }
      index += letters.count
      return true
    }

    mutating func number() -> Double? {
      skipBlanks()
      let start = index
      while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ","),
        bytes[index] != UInt8(ascii: ")"), bytes[index] != UInt8(ascii: ";")
      {
        index += 1
      }
      return DecimalNumber.parse(bytes.span.extracting(start..<index))
    }

    mutating func polygon() -> Polygon? {
      guard sign("(") else { return nil }
      var rings: [Ring] = []
      repeat {
        guard sign("("), let ring = ring() else { return nil }
        rings.append(ring)
      } while sign(",")
      guard sign(")"), let first = rings.first else { return nil }
      return Polygon(exterior: first, holes: Array(rings.dropFirst()))
    }

    /// The positions up to the closing bracket, heights and measures left out.
    private mutating func ring() -> Ring? {
      var positions: [Position] = []
      repeat {
        guard let x = number(), let y = number() else { return nil }
        positions.append(Position(x: x, y: y))
        var others = 0
        while true {
          skipBlanks()
          guard index < bytes.count else { return nil }
          if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ")") { break }
          others += 1
          guard others <= 2, number() != nil else { return nil }
        }
      } while sign(",")
      guard sign(")") else { return nil }
      return try? Ring(positions)
    }
  }
}
