internal import Geometry

/// The boundary of a surface as SVG path data, in hundredths of a millimetre.
struct PicturePath {
  /// The path data; empty when the surface is too small to be seen.
  let text: String

  /// - Parameters:
  ///   - box: the extent of the map in metres; its left upper corner comes at `x`, `y` in mm.
  ///   - scale: mm for a metre.
  init(_ surface: MultiPolygon, box: Box, scale: Double, x: Double, y: Double) {
    var text = ""
    for ring in surface.rings {
      // Whole hundredths, so that positions which fall together are seen to.
      var points: [(x: Int, y: Int)] = []
      for position in ring.positions.dropLast() {
        let point = (
          x: Int(((x + (position.x - box.minX) * scale) * 100).rounded()),
          y: Int(((y + (box.maxY - position.y) * scale) * 100).rounded())
        )
        if let last = points.last, last == point { continue }
        points.append(point)
      }
      while points.count > 1, let last = points.last, last == points[0] { points.removeLast() }
      guard points.count > 2 else { continue }
      text += "M\(Self.number(points[0].x)) \(Self.number(points[0].y))"
      var previous = points[0]
      for point in points.dropFirst() {
        text += "l\(Self.number(point.x - previous.x)) \(Self.number(point.y - previous.y))"
        previous = point
      }
      text += "z"
    }
    self.text = text
  }

  private static func number(_ hundredths: Int) -> String { (Double(hundredths) / 100).short }
}
