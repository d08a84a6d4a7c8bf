import Geometry
import TestSupport

/// Squares of 100 m, side by side, whose common sides wander: a coverage with many corners.
func wanderingSquares(columns: Int, rows: Int, seed: UInt64) throws -> [MultiPolygon] {
  var generator = RepeatableGenerator(seed: seed)
  var sides: [[Int]: [Position]] = [:]
  /// The side from one crossing to the next, with eleven corners between, the same from either side.
  func side(_ column: Int, _ row: Int, goesEast: Bool) -> [Position] {
    let key = [column, row, goesEast ? 1 : 0]
    if let known = sides[key] { return known }
    let isOuter = goesEast ? row == 0 || row == rows : column == 0 || column == columns
    let made = (0...12).map { step in
      let along = Double(step) * 100 / 12
      let away = isOuter || step % 12 == 0 ? 0 : Double.random(in: -9...9, using: &generator)
      return goesEast
        ? Position(x: Double(column) * 100 + along, y: Double(row) * 100 + away)
        : Position(x: Double(column) * 100 + away, y: Double(row) * 100 + along)
    }
    sides[key] = made
    return made
  }
  var squares: [MultiPolygon] = []
  for row in 0..<rows {
    for column in 0..<columns {
      let ring =
        side(column, row, goesEast: true).dropLast()
        + side(column + 1, row, goesEast: false).dropLast()
        + side(column, row + 1, goesEast: true).reversed().dropLast()
        + side(column, row, goesEast: false).reversed()
      squares.append(MultiPolygon([Polygon(exterior: try Ring(Array(ring)))]))
    }
  }
  return squares
}

/// A ring around a centre with a corner each few degrees.
func circle(_ x: Double, _ y: Double, radius: Double, corners: Int) throws -> Ring {
  // Points of a square wave around a circle need no trigonometry of the platform.
  let positions = (0..<corners).map { step -> Position in
    let quarter = Double(4 * step) / Double(corners)
    let t = quarter - quarter.rounded(.down)
    let (a, b) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
    let (c, s): (Double, Double) =
      switch Int(quarter) {
      case 0: (a, b)
      case 1: (-b, a)
      case 2: (-a, -b)
      default: (b, -a)
      }
    return Position(x: x + radius * c, y: y + radius * s)
  }
  return try Ring(positions + [positions[0]])
}

/// A surface of one polygon.
func surface(_ exterior: Ring, holes: [Ring] = []) -> MultiPolygon {
  MultiPolygon([Polygon(exterior: exterior, holes: holes)])
}
