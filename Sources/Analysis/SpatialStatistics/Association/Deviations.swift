/// Values less their mean, with the sums of their powers.
struct Deviations {
  let mean: Double
  let values: [Double]
  /// The sums of the squares, third and fourth powers.
  let squares: Double
  let cubes: Double
  let fourths: Double

  var count: Double { Double(values.count) }
  /// The variance over all areas.
  var m2: Double { squares / count }
  /// The kurtosis.
  var b2: Double { fourths / count / (m2 * m2) }

  init(_ input: [Double]) {
    let count = Double(input.count)
    let rough = input.reduce(0, +) / count
    // Once more, for what rounding left over.
    let mean = rough + input.reduce(0) { $0 + ($1 - rough) } / count
    let values = input.map { $0 - mean }
    var squares = 0.0
    var cubes = 0.0
    var fourths = 0.0
    for z in values {
      squares += z * z
      cubes += z * z * z
      fourths += z * z * z * z
    }
    self.mean = mean
    self.values = values
    self.squares = squares
    self.cubes = cubes
    self.fourths = fourths
  }
}

/// The sums over a graph in which moments are written.
struct WeightSums {
  /// The sum of all weights.
  let s0: Double
  /// Half the sum of the squares of w(i,j) + w(j,i).
  let s1: Double
  /// The sum over areas of the square of row sum plus column sum.
  let s2: Double

  init(_ weights: SpatialWeights) {
    var columns = [Double](repeating: 0, count: weights.count)
    var rows = columns
    var s0 = 0.0
    var s1 = 0.0
    for area in 0..<weights.count {
      for place in weights.starts[area]..<weights.starts[area + 1] {
        let w = weights.weights[place]
        let neighbour = Int(weights.neighbours[place])
        let back = weights.weight(from: neighbour, to: area)
        rows[area] += w
        columns[neighbour] += w
        s0 += w
        // (w + back)² / 2 over both directions; a link without one back is met once.
        s1 += back == 0 ? w * w : (w + back) * (w + back) / 2
      }
    }
    self.s0 = s0
    self.s1 = s1
    s2 = zip(rows, columns).reduce(0) { $0 + ($1.0 + $1.1) * ($1.0 + $1.1) }
  }
}
