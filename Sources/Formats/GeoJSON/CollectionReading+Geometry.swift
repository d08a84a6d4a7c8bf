internal import Geometry

extension CollectionReading {
  /// Reads a geometry of which the cursor stands before the brace. Coordinates that come before the
  /// type are passed over first, and read when the type is known.
  mutating func readGeometry(feature: Int) throws(GeoJSONError) -> GeoJSONGeometry? {
    var type: String?
    var coordinates: Int?
    var geometry: GeoJSONGeometry??
    var more = try cursor.openObject()
    while more {
      switch try cursor.memberName() {
      case "type":
        type = try text("type", feature: feature)
        geometry = nil
      case "coordinates":
        coordinates = cursor.index
        if let type {
          geometry = .some(try readCoordinates(type, feature: feature))
        } else {
          try cursor.skipValue()
        }
      default:
        try cursor.skipValue()
      }
      more = try cursor.nextMember()
    }
    guard let type else { throw .missingMember("type", feature: feature) }
    if let geometry { return geometry }
    guard let coordinates else {
      if Self.isRead(type) { throw .missingMember("coordinates", feature: feature) }
      return .other(type: type)
    }
    let end = cursor.index
    cursor.index = coordinates
    let late = try readCoordinates(type, feature: feature)
    cursor.index = end
    return late
  }

  private static func isRead(_ type: String) -> Bool {
    type == "MultiPolygon" || type == "Polygon" || type == "Point"
  }

  private mutating func readCoordinates(_ type: String, feature: Int) throws(GeoJSONError)
    -> GeoJSONGeometry?
  {
    guard Self.isRead(type) else {
      try cursor.skipValue()
      return .other(type: type)
    }
    guard try cursor.peek(.value) == UInt8(ascii: "[") else {
      try cursor.skipValue()
      throw .wrongMember("coordinates", feature: feature, expected: .array)
    }
    switch type {
    case "Point":
      return try readPoint(feature: feature)
    case "Polygon":
      let polygon = try readPolygon(feature: feature, polygon: 0)
      return .multiPolygon(MultiPolygon(polygon.map { [$0] } ?? []))
    default:
      var polygons: [Polygon] = []
      var more = try cursor.openArray()
      while more {
        guard let polygon = try readPolygon(feature: feature, polygon: polygons.count) else {
          throw .polygonWithoutRings(feature: feature, polygon: polygons.count)
        }
        polygons.append(polygon)
        more = try cursor.nextElement()
      }
      return .multiPolygon(MultiPolygon(polygons))
    }
  }

  /// A point, or nil when its array is empty.
  private mutating func readPoint(feature: Int) throws(GeoJSONError) -> GeoJSONGeometry? {
    guard try openCoordinates(feature: feature) else { return nil }
    return .point(try positionInside(feature: feature))
  }

  /// A polygon, or nil when its array is empty.
  private mutating func readPolygon(feature: Int, polygon: Int) throws(GeoJSONError) -> Polygon? {
    var exterior: Ring?
    var holes: [Ring] = []
    var more = try openCoordinates(feature: feature)
    while more {
      let positions = try readPositions(feature: feature)
      let ordinal = exterior == nil ? 0 : holes.count + 1
      do {
        let ring = try Ring(positions)
        if exterior == nil { exterior = ring } else { holes.append(ring) }
      } catch {
        throw .ring(feature: feature, polygon: polygon, ring: ordinal, error)
      }
      more = try cursor.nextElement()
    }
    return exterior.map { Polygon(exterior: $0, holes: holes) }
  }

  private mutating func readPositions(feature: Int) throws(GeoJSONError) -> [Position] {
    positions.removeAll(keepingCapacity: true)
    var more = try openCoordinates(feature: feature)
    while more {
      cursor.plainPairs { x, y in positions.append(Position(x: x, y: y)) }
      positions.append(try position(feature: feature))
      more = try cursor.nextElement()
    }
    var ring: [Position] = []
    ring.reserveCapacity(positions.count)
    ring.append(contentsOf: positions)
    return ring
  }

  private mutating func position(feature: Int) throws(GeoJSONError) -> Position {
    guard try openCoordinates(feature: feature) else {
      throw .notAPosition(cursor.place(at: cursor.index - 1), feature: feature)
    }
    return try positionInside(feature: feature)
  }

  /// The rest of a position that is not empty, after its bracket.
  private mutating func positionInside(feature: Int) throws(GeoJSONError) -> Position {
    let x = try coordinate(feature: feature)
    guard try cursor.nextElement() else {
      throw .notAPosition(cursor.place(at: cursor.index - 1), feature: feature)
    }
    let y = try coordinate(feature: feature)
    while try cursor.nextElement() { _ = try coordinate(feature: feature) }
    return Position(x: x, y: y)
  }

  /// Steps into an array of coordinates; false when it is empty, and then it is left already.
  private mutating func openCoordinates(feature: Int) throws(GeoJSONError) -> Bool {
    if try cursor.peek(.value) == UInt8(ascii: "[") { return try cursor.openArray() }
    let place = cursor.place()
    try cursor.skipValue()
    throw .notAnArray(place, feature: feature)
  }

  private mutating func coordinate(feature: Int) throws(GeoJSONError) -> Double {
    switch try cursor.peek(.value) {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try cursor.double()
    default:
      let place = cursor.place()
      try cursor.skipValue()
      throw .notAPosition(place, feature: feature)
    }
  }
}
