import Geometry
import TestSupport

/// A ring through corners given as x, y pairs; closed by itself.
func ring(_ corners: [(Double, Double)]) throws -> Ring {
  try Ring((corners + [corners[0]]).map { Position(x: $0.0, y: $0.1) })
}

/// An area of one polygon.
func area(_ corners: [(Double, Double)], holes: [[(Double, Double)]] = []) throws -> MultiPolygon {
  MultiPolygon([Polygon(exterior: try ring(corners), holes: try holes.map(ring))])
}

/// A square with its lower left corner at x, y.
func square(_ x: Double, _ y: Double, _ side: Double) throws -> MultiPolygon {
  try area(corners(x, y, side))
}

func corners(_ x: Double, _ y: Double, _ side: Double) -> [(Double, Double)] {
  [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
}
