import Geometry
import Heatmaps

func surface(_ rings: [[(Double, Double)]]) throws -> MultiPolygon {
  let rings = try rings.map { ring in
    try Ring((ring + [ring[0]]).map { Position(x: $0.0, y: $0.1) })
  }
  return MultiPolygon([Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))])
}

func rectangle(_ width: Double, _ height: Double, at x: Double = 0, _ y: Double = 0) throws
  -> MultiPolygon
{
  try surface([[(x, y), (x + width, y), (x + width, y + height), (x, y + height)]])
}

/// The concave polygon with a hole of `Tests/Oracles/heatmap_density.py`.
func ragged() throws -> MultiPolygon {
  try surface([
    [(0, 0), (2000, 100), (2100, 1500), (1200, 900), (300, 1700), (-100, 600)],
    [(600, 400), (700, 800), (1100, 500)],
  ])
}
