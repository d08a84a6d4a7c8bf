import Geometry
import Heatmaps

/// An attacker who knows that one address has far more records than any other, that the others lie about
/// evenly, the kernel and its bandwidth; and looks for the address from the classes of cells.
///
/// Of all places and numbers of records the best is taken: that under which the densities lie least
/// outside the classes.
struct DominanceAttack {
  let centers: [Position]
  let bandwidth: Double
  /// The density of the others.
  let background: Double
  let side: Double

  /// The best place for what is known of each cell; nil where nothing is.
  func place(_ known: [(Double, Double)?]) -> Position {
    let cells = zip(centers, known).compactMap { center, known in known.map { (center, $0) } }
    var best = (error: Double.infinity, x: 0.0, y: 0.0)
    func look(_ x: Double, _ y: Double) {
      for mass in [3.0, 10, 30, 60, 98, 150] {
        var error = 0.0
        for (center, interval) in cells {
          let (dx, dy) = (center.x - x, center.y - y)
          let u = max(1 - (dx * dx + dy * dy) / (bandwidth * bandwidth), 0)
          let value = background + mass * 3 / (Double.pi * bandwidth * bandwidth) * 1e6 * u * u
          let off = max(interval.0 - value, value - interval.1, 0)
          error += off * off
          if error >= best.error { break }
        }
        if error < best.error { best = (error, x, y) }
      }
    }
    for step in [150.0, 40, 10] {
      let (x, y) = step == 150 ? (side / 2, side / 2) : (best.x, best.y)
      let reach = step == 150 ? side / 2 : 4 * step
      for east in stride(from: x - reach, through: x + reach, by: step) {
        for north in stride(from: y - reach, through: y + reach, by: step) { look(east, north) }
      }
    }
    return Position(x: best.x, y: best.y)
  }
}
