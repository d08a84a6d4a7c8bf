extension LocalAssociation {
  /// Local Geary's c of each area: how much does it differ from each of its neighbours?
  ///
  /// c_i = Σ_j w_ij (z_i − z_j)², z with standard deviation 1 (divided by n); Anselin 1995,
  /// doi:10.1111/j.1538-4632.1995.tb00338.x, and 2019, doi:10.1111/gean.12164. Small means alike. The
  /// moments are exact ones over all ways to put the other areas' values around the area, its own value
  /// kept. Weights of areas for themselves are not used.
  /// - Throws: ``StatisticsError``: `otherCount`, `tooFewAreas` below 4, `notFinite`, `constant`,
  ///   `noLinks`, `badPermutations`.
  public static func localGeary(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> LocalAssociation {
    try Requirement.values(values, weights)
    try Requirement.varies(values)
    let raw = Deviations(values)
    let deviation = raw.m2.squareRoot()
    let all = Deviations(raw.values.map { $0 / deviation })
    let n = all.count
    var result = LocalAssociation(count: values.count)
    for area in 0..<values.count {
      let z = all.values[area]
      result.isHigh[area] = above(z)
      let row = weights.weights(of: area)
      guard row.contains(where: { $0 > 0 }) else { continue }
      var statistic = 0.0
      var lag = 0.0
      var deviations = 0.0
      for place in weights.starts[area]..<weights.starts[area + 1] {
        let w = weights.weights[place]
        let neighbour = Int(weights.neighbours[place])
        statistic += w * (z - all.values[neighbour]) * (z - all.values[neighbour])
        lag += w * values[neighbour]
        deviations += w * all.values[neighbour]
      }
      // The sums of (z − z_j)² and its square over all others, from the sums of powers.
      let squares = n * z * z + all.squares
      let fourths =
        n * z * z * z * z + 6 * z * z * all.squares - 4 * z * all.cubes + all.fourths
      let mean = squares / (n - 1)
      let moments = LagMoments(
        weights: row, mean: mean, variance: max(fourths / (n - 1) - mean * mean, 0),
        count: values.count)
      result.lag[area] = lag
      result.statistic[area] = statistic
      result.expected[area] = moments.expected
      result.variance[area] = moments.variance
      result.z[area] = moments.z(statistic)
      result.isLagHigh[area] = above(deviations)
    }
    try await result.draw(ConditionalTest(all.values, weights, .squaredDifference), plan)
    return result
  }
}
