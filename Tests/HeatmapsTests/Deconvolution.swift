import Geometry

/// An attacker who knows kernel, bandwidth and the number of records, and looks for their positions.
///
/// Points are placed one by one where they explain most of what is left, then all are moved together by
/// Levenberg and Marquardt's method. What is known of a cell is an interval; a density outside it is the
/// error.
struct Deconvolution {
  let centers: [Position]
  let bandwidth: Double
  let count: Int
  let box: ClosedRange<Double>

  private var peak: Double { 3 / (Double.pi * bandwidth * bandwidth) * 1e6 }

  private func kernel(_ center: Position, _ x: Double, _ y: Double) -> (
    value: Double, dx: Double, dy: Double
  ) {
    let (ex, ey) = (center.x - x, center.y - y)
    let u = 1 - (ex * ex + ey * ey) / (bandwidth * bandwidth)
    guard u > 0 else { return (0, 0, 0) }
    let slope = 4 * peak * u / (bandwidth * bandwidth)
    return (peak * u * u, slope * ex, slope * ey)
  }

  private func residuals(_ known: [(Double, Double)], _ places: [Double]) -> [Double] {
    zip(centers, known).map { center, interval in
      var sum = 0.0
      for index in 0..<(places.count / 2) {
        sum += kernel(center, places[2 * index], places[2 * index + 1]).value
      }
      return sum < interval.0 ? interval.0 - sum : sum > interval.1 ? interval.1 - sum : 0
    }
  }

  /// The positions that fit best what is known.
  func positions(_ known: [(Double, Double)]) -> [Position] {
    // The middle of an interval is where one begins.
    var left = known.map { $0.1.isFinite ? ($0.0 + $0.1) / 2 : $0.0 }
    var places: [Double] = []
    let candidates = stride(from: box.lowerBound, through: box.upperBound, by: 100).flatMap { x in
      stride(from: box.lowerBound, through: box.upperBound, by: 100).map { (x, $0) }
    }
    for _ in 0..<count {
      var best = (gain: -Double.infinity, x: 0.0, y: 0.0)
      for (x, y) in candidates {
        var gain = 0.0
        for (center, value) in zip(centers, left) {
          let k = kernel(center, x, y).value
          if k > 0 { gain += k * (2 * value - k) }
        }
        if gain > best.gain { best = (gain, x, y) }
      }
      // Not quite on the candidate, so that no two points are the same.
      places += [best.x + Double(places.count % 7), best.y + Double(places.count % 11)]
      for index in left.indices { left[index] -= kernel(centers[index], best.x, best.y).value }
    }
    refine(&places, known)
    return (0..<count).map { Position(x: places[2 * $0], y: places[2 * $0 + 1]) }
  }

  private func refine(_ places: inout [Double], _ known: [(Double, Double)]) {
    let n = places.count
    var damping = 1e-3
    var now = residuals(known, places)
    var error = now.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<150 where error > 1e-18 {
      var matrix = [Double](repeating: 0, count: n * n)
      var right = [Double](repeating: 0, count: n)
      for (place, center) in centers.enumerated() where now[place] != 0 {
        var terms: [(Int, Double)] = []
        for index in 0..<(n / 2) {
          let k = kernel(center, places[2 * index], places[2 * index + 1])
          if k.value > 0 { terms += [(2 * index, k.dx), (2 * index + 1, k.dy)] }
        }
        for (i, a) in terms {
          right[i] += a * now[place]
          for (j, b) in terms { matrix[i * n + j] += a * b }
        }
      }
      var improved = false
      for _ in 0..<12 {
        var damped = matrix
        for i in 0..<n { damped[i * n + i] += damping * (matrix[i * n + i] + 1e-12) }
        guard let step = Self.solve(damped, right) else {
          damping *= 10
          continue
        }
        let moved = zip(places, step).map { min(max($0 + $1, box.lowerBound), box.upperBound) }
        let next = residuals(known, moved)
        let nextError = next.reduce(0) { $0 + $1 * $1 }
        if nextError < error {
          (places, now, error, damping) = (moved, next, nextError, max(damping / 5, 1e-14))
          improved = true
          break
        }
        damping *= 5
      }
      if !improved { return }
    }
  }

  /// Solves a symmetric positive system by Cholesky's method.
  private static func solve(_ matrix: [Double], _ right: [Double]) -> [Double]? {
    let n = right.count
    var l = matrix
    for i in 0..<n {
      for j in 0...i {
        var sum = l[i * n + j]
        for k in 0..<j { sum -= l[i * n + k] * l[j * n + k] }
        if i == j {
          guard sum > 0 else { return nil }
          l[i * n + i] = sum.squareRoot()
        } else {
          l[i * n + j] = sum / l[j * n + j]
        }
      }
    }
    var x = right
    for i in 0..<n {
      for k in 0..<i { x[i] -= l[i * n + k] * x[k] }
      x[i] /= l[i * n + i]
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      for k in (i + 1)..<n { x[i] -= l[k * n + i] * x[k] }
      x[i] /= l[i * n + i]
    }
    return x
  }

  /// The distance from each true point to the nearest that was found, each found one used once.
  func distances(_ found: [Position], to truth: [Position]) -> [Double] {
    var pairs: [(Double, Int, Int)] = []
    for (i, a) in truth.enumerated() {
      for (j, b) in found.enumerated() {
        pairs.append((((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot(), i, j))
      }
    }
    pairs.sort { $0.0 < $1.0 }
    var (usedA, usedB): (Set<Int>, Set<Int>) = ([], [])
    var result = [Double](repeating: .infinity, count: truth.count)
    for (distance, i, j) in pairs where !usedA.contains(i) && !usedB.contains(j) {
      usedA.insert(i)
      usedB.insert(j)
      result[i] = distance
    }
    return result
  }
}
