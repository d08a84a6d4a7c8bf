import SpatialStatistics
import Testing

/// Against all permutations, one by one.
@Suite struct EnumerationTests {
  private let x = [1.0, 3, 2, 7, 5, 4, 9, 0.5]
  /// A graph without symmetry, with weights of all kinds.
  private var uneven: SpatialWeights {
    get throws {
      try SpatialWeights(
        neighbours: [
          [1, 2, 4], [0, 3], [0, 3, 5, 6], [1], [5, 7], [2, 4, 6], [0, 2], [1, 3, 5],
        ],
        weights: [
          [1, 2, 0.5], [1, 0.25], [1, 1, 3, 0.1], [2], [1, 1], [0.3, 0.7, 1], [1, 4], [1, 1, 1],
        ])
    }
  }

  /// Calls `body` with each order of the values.
  private func permutations(_ values: [Double], _ body: ([Double]) -> Void) {
    var order = values
    func go(_ place: Int) {
      if place == order.count {
        body(order)
        return
      }
      for other in place..<order.count {
        order.swapAt(place, other)
        go(place + 1)
        order.swapAt(place, other)
      }
    }
    go(0)
  }

  private func moments(_ sums: (count: Double, sum: Double, squares: Double)) -> [Double] {
    let mean = sums.sum / sums.count
    return [mean, sums.squares / sums.count - mean * mean]
  }

  /// Σ w x_i x_j and Σ w (x_i − x_j)² as they are defined.
  private func cross(_ w: SpatialWeights, _ body: (Int, Int) -> Double) -> Double {
    var sum = 0.0
    for i in 0..<w.count {
      for (j, weight) in zip(w.neighbours(of: i), w.weights(of: i)) {
        sum += weight * body(i, Int(j))
      }
    }
    return sum
  }

  private func check(
    _ values: [Double], _ result: GlobalAssociation, _ statistic: ([Double]) -> Double
  ) {
    var sums = (count: 0.0, sum: 0.0, squares: 0.0)
    permutations(values) { order in
      let value = statistic(order)
      sums = (sums.count + 1, sums.sum + value, sums.squares + value * value)
    }
    #expect(abs(statistic(values) - result.value) < 1e-12)
    expectClose([result.expected, result.variance], moments(sums), within: 1e-11)
  }

  @Test func globalMoments() async throws {
    for w in [try uneven, try uneven.styled(.binary), try uneven.styled(.varianceStabilising)] {
      let n = Double(x.count)
      let mean = x.reduce(0, +) / n
      let squares = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let s0 = w.weights.reduce(0, +)
      check(x, try await .moran(x, w)) { v in
        n / s0 * cross(w) { (v[$0] - mean) * (v[$1] - mean) } / squares
      }
      check(x, try await .geary(x, w)) { v in
        (n - 1) / (2 * s0) * cross(w) { (v[$0] - v[$1]) * (v[$0] - v[$1]) } / squares
      }
      let all = x.reduce(0, +) * x.reduce(0, +) - x.reduce(0) { $0 + $1 * $1 }
      check(x, try await .generalG(x, w)) { v in cross(w) { v[$0] * v[$1] } / all }
      let binary = [1.0, 0, 0, 1, 1, 0, 1, 0]
      let joins = try await JoinCounts(binary, w)
      check(binary, joins.both) { v in cross(w) { v[$0] * v[$1] } / 2 }
      check(binary, joins.neither) { v in cross(w) { (1 - v[$0]) * (1 - v[$1]) } / 2 }
      check(binary, joins.mixed) { v in
        cross(w) { (v[$0] - v[$1]) * (v[$0] - v[$1]) } / 2
      }
    }
  }

  @Test func conditionalMomentsAndTails() async throws {
    let w = try uneven
    let plan = PermutationPlan(permutations: 20_000, seed: 3)
    let n = Double(x.count)
    let mean = x.reduce(0, +) / n
    let squares = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let moran = try await LocalAssociation.localMoran(x, w, plan)
    let geary = try await LocalAssociation.localGeary(x, w, plan)
    let g = try await LocalAssociation.localG(x, w, plan)
    for area in 0..<x.count {
      var others = x
      others.remove(at: area)
      let row = Array(w.weights(of: area))
      let z = x[area] - mean
      func check(_ result: LocalAssociation, _ statistic: ([Double]) -> Double) {
        var sums = (count: 0.0, sum: 0.0, squares: 0.0)
        var tails = (atLeast: 0.0, atMost: 0.0)
        let observed = result.statistic[area]!
        permutations(others) { order in
          let value = statistic(order)
          sums = (sums.count + 1, sums.sum + value, sums.squares + value * value)
          tails.atLeast += value >= observed - 1e-12 ? 1 : 0
          tails.atMost += value <= observed + 1e-12 ? 1 : 0
        }
        expectClose(
          [result.expected[area], result.variance[area]], moments(sums), within: 1e-11)
        let count = result.permutations[area]
        #expect(count.permutations == 20_000)
        // Five standard errors of 20,000 draws.
        for (drawn, all) in [(count.atLeast, tails.atLeast), (count.atMost, tails.atMost)] {
          let share = all / sums.count
          let error = (share * (1 - share) / 20_000).squareRoot()
          #expect(abs(Double(drawn) / 20_000 - share) <= 5 * error)
        }
      }
      check(moran) { v in
        (n - 1) * z / squares * zip(row, v).reduce(0) { $0 + $1.0 * ($1.1 - mean) }
      }
      check(geary) { v in
        zip(row, v).reduce(0) { $0 + $1.0 * (x[area] - $1.1) * (x[area] - $1.1) } / (squares / n)
      }
      let rest = others.reduce(0, +)
      check(g) { v in zip(row, v).reduce(0) { $0 + $1.0 * $1.1 } / rest }
    }
  }

  @Test func globalPermutationsHaveTheRightTail() async throws {
    let w = try uneven
    let moran = try await GlobalAssociation.moran(x, w, PermutationPlan(permutations: 5_000))
    let mean = x.reduce(0, +) / 8
    func statistic(_ v: [Double]) -> Double { cross(w) { (v[$0] - mean) * (v[$1] - mean) } }
    let observed = statistic(x)
    var extreme = 0.0
    permutations(x) { extreme += statistic($0) >= observed - 1e-9 ? 1 : 0 }
    let share = extreme / 40_320
    let error = (share * (1 - share) / 5_000).squareRoot()
    #expect(abs(Double(moran.permutations.atLeast) / 5_000 - share) <= 5 * error)
  }
}
