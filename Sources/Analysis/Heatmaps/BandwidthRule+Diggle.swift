#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

internal import Geometry

extension BandwidthRule {
  /// The standard deviation with the least estimated mean squared error.
  ///
  /// M. Berman, P. Diggle, Estimating weighted integrals of the second-order intensity of a spatial
  /// point process, 1989, doi:10.1111/j.2517-6161.1989.tb01750.x. Distances up to a quarter of the
  /// shorter side of the window, and no further than a thousand neighbours, in 511 steps; radii up to half of that.
  static func diggle(_ points: HeatmapPoints, in window: Window) -> Double {
    let intensity = Double(points.count) / window.area
    let farthest = min(
      min(window.box.width, window.box.height) / 4, (1000 / (Double.pi * intensity)).squareRoot())
    let steps = 511
    let step = farthest / Double(steps)
    let k = borderCorrected(points, in: window, step: step, steps: steps, intensity: intensity)
    var best = (sigma: 0.0, error: Double.infinity)
    for place in 1...(steps / 2) {
      let h = Double(place) * step
      let disc = Double.pi * h * h
      var pairs = 0.0
      for near in 1...steps {
        // At the nearer end of each step, as spatstat has it: the error is flat near its least value.
        let s = Double(near - 1) * step
        guard s < 2 * h else { break }
        pairs += overlap(s, h) * (k[near] - k[near - 1])
      }
      let error = (1 / intensity - 2 * k[place]) / disc + pairs / (disc * disc)
      if error < best.error { best = (h / 2, error) }
    }
    return best.sigma
  }

  /// The surface that two discs of radius `h` at distance `s` share, twice.
  private static func overlap(_ s: Double, _ h: Double) -> Double {
    let y = min(max(s / (2 * h), 0), 1)
    return 2 * h * h * (acos(y) - y * (1 - y * y).squareRoot())
  }

  /// Ripley's K at the multiples of `step`, from places that are farther from the boundary.
  private static func borderCorrected(
    _ points: HeatmapPoints, in window: Window, step: Double, steps: Int, intensity: Double
  ) -> [Double] {
    let farthest = step * Double(steps)
    let depths = window.distancesToBoundary(points.positions)
    var pairs = [Double](repeating: 0, count: steps + 2)
    var centers = [Double](repeating: 0, count: steps + 2)
    for index in 0..<points.count {
      let deepest = min(Int((depths[index] / step).rounded(.down)), steps)
      centers[0] += 1
      centers[deepest + 1] -= 1
      for other in points.range(from: points.y[index] - farthest, to: points.y[index] + farthest)
      where other != index {
        let dx = points.x[other] - points.x[index]
        let dy = points.y[other] - points.y[index]
        let place = Int(((dx * dx + dy * dy).squareRoot() / step).rounded(.up))
        guard place <= deepest else { continue }
        pairs[place] += 1
        pairs[deepest + 1] -= 1
      }
    }
    var (pairsNow, centersNow) = (0.0, 0.0)
    return (0...steps).map { place in
      pairsNow += pairs[place]
      centersNow += centers[place]
      return centersNow > 0 ? pairsNow / (centersNow * intensity) : 0
    }
  }
}
