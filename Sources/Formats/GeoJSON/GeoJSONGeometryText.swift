public import Geometry

/// Geometries as GeoJSON text, by RFC 7946.
public enum GeoJSONGeometryText {
  /// The area as `{"type":"MultiPolygon","coordinates":[…]}`.
  ///
  /// Outer rings run counter-clockwise and holes clockwise. Coordinates are rounded, halves away
  /// from zero, and written without trailing zeros; a position that rounding makes equal to the one
  /// before is left out. A ring that encloses nothing after rounding is left out: a hole alone, an
  /// outer ring with its polygon. When nothing of an area would be left, the area is written with
  /// as many more decimals as it takes, up to 12; when it encloses nothing even then, its rings are
  /// written as they are, without area but closed and of four positions or more. So an area never
  /// disappears. An area without polygons has empty `coordinates`.
  /// - Parameters:
  ///   - area: the area in WGS 84 degrees; other units are written just so. Coordinates beyond
  ///     ±2^53 units of the last decimal are written as that.
  ///   - decimals: digits after the point, 0 to 12; 7 is about a centimetre.
  public static func multiPolygon(_ area: MultiPolygon, decimals: Int) -> [UInt8] {
    var text: [UInt8] = []
    var box = Box.empty
    appendMultiPolygon(area, decimals: decimals, to: &text, box: &box)
    return text
  }

  /// Appends what ``multiPolygon(_:decimals:)`` gives, and grows `box` by the positions as written:
  /// for the `bbox` of a collection, which then equals the box that a reader computes.
  /// - Complexity: O(positions).
  public static func appendMultiPolygon(
    _ area: MultiPolygon, decimals: Int, to text: inout [UInt8], box: inout Box
  ) {
    text.append(contentsOf: #"{"type":"MultiPolygon","coordinates":["#.utf8)
    var isWritten = area.polygons.isEmpty
    for decimals in decimals...12 where !isWritten {
      isWritten = append(area, on: CoordinateGrid(decimals: decimals), to: &text, box: &box)
    }
    if !isWritten {
      appendUnchanged(area, on: CoordinateGrid(decimals: decimals), to: &text, box: &box)
    }
    text.append(contentsOf: "]}".utf8)
  }

  /// The position as `{"type":"Point","coordinates":[…]}`; `null` when it is not finite.
  /// - Parameters:
  ///   - position: WGS 84 degrees.
  ///   - decimals: as for ``multiPolygon(_:decimals:)``.
  public static func point(_ position: Position, decimals: Int) -> [UInt8] {
    guard position.isFinite else { return Array("null".utf8) }
    let grid = CoordinateGrid(decimals: decimals)
    var text = Array(#"{"type":"Point","coordinates":["#.utf8)
    text.append(scaled: grid.units(position.x), decimals: decimals)
    text.append(UInt8(ascii: ","))
    text.append(scaled: grid.units(position.y), decimals: decimals)
    text.append(contentsOf: "]}".utf8)
    return text
  }

  /// Appends the polygons that enclose something; false when there are none.
  private static func append(
    _ area: MultiPolygon, on grid: CoordinateGrid, to text: inout [UInt8], box: inout Box
  ) -> Bool {
    var ring = GridRing()
    var isFirst = true
    for polygon in area.polygons {
      ring.set(polygon.exterior, on: grid)
      let winding = ring.winding
      guard winding != 0 else { continue }
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      text.append(UInt8(ascii: "["))
      text.append(ring, on: grid, reversed: winding < 0, box: &box)
      for hole in polygon.holes {
        ring.set(hole, on: grid)
        let winding = ring.winding
        guard winding != 0 else { continue }
        text.append(UInt8(ascii: ","))
        text.append(ring, on: grid, reversed: winding > 0, box: &box)
      }
      text.append(UInt8(ascii: "]"))
    }
    return !isFirst
  }

  /// Appends all outer rings with all their positions, equal ones too.
  private static func appendUnchanged(
    _ area: MultiPolygon, on grid: CoordinateGrid, to text: inout [UInt8], box: inout Box
  ) {
    for (index, polygon) in area.polygons.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text.append(UInt8(ascii: "["))
      text.append(
        GridRing(keepingAll: polygon.exterior, on: grid), on: grid, reversed: false, box: &box)
      text.append(UInt8(ascii: "]"))
    }
  }
}
