import Geometry

func ring(_ corners: [(Double, Double)]) throws -> Ring {
  try Ring((corners + [corners[0]]).map { Position(x: $0.0, y: $0.1) })
}

func area(_ corners: (Double, Double)..., holes: [[(Double, Double)]] = []) throws -> MultiPolygon {
  MultiPolygon([Polygon(exterior: try ring(corners), holes: try holes.map { try ring($0) })])
}

func rectangle(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) throws
  -> MultiPolygon
{
  try area((minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY))
}

/// A star around a centre with corners on whole coordinates: no edges cross.
func star(
  _ x: Int, _ y: Int, reach: Int, corners: Int, using generator: inout some RandomNumberGenerator
) throws -> Ring {
  // Directions in order of angle, none parallel to the one before.
  let directions = [(1, 0), (2, 1), (1, 1), (1, 2), (0, 1), (-1, 2), (-1, 1), (-2, 1)]
  let all = directions + directions.map { (-$0.0, -$0.1) }
  let kept = all.indices.filter {
    $0 % 4 == 0 || Int.random(in: 0..<16, using: &generator) < corners
  }
  return try ring(
    kept.map {
      let step = Int.random(in: 1...reach, using: &generator)
      return (Double(x + all[$0].0 * step), Double(y + all[$0].1 * step))
    })
}
