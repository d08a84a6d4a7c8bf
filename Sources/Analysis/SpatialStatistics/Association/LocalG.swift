extension LocalAssociation {
  /// Getis and Ord's G of each area: is there much or little of the variable around it?
  ///
  /// Gi leaves the area itself out: G = Σ w_ij x_j / Σ x_j over the others. Gi* has it among its own
  /// surroundings, when the graph has weights of areas for themselves
  /// (``SpatialWeights/includingSelf(weight:)``): G* = Σ w_ij x_j / Σ x_j over all. Ord and Getis 1995,
  /// doi:10.1111/j.1538-4632.1995.tb00912.x. `z` is right for weights of any style, which scaling of a
  /// row leaves as it is. The statistic itself is nil when the sum of the values is 0; z and the
  /// permutations are not affected by that, nor by negative values: they tell of the
  /// sum around the area.
  /// - Throws: ``StatisticsError``: `otherCount`, `tooFewAreas` below 4, `notFinite`, `constant`,
  ///   `noLinks`, `badPermutations`.
  public static func localG(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> LocalAssociation {
    try Requirement.values(values, weights)
    try Requirement.varies(values)
    let all = Deviations(values)
    let n = all.count
    let total = values.reduce(0, +)
    var result = LocalAssociation(count: values.count)
    for area in 0..<values.count {
      result.isHigh[area] = above(all.values[area])
      let row = weights.weights(of: area)
      guard row.contains(where: { $0 > 0 }) else { continue }
      let own = weights.selfWeights?[area] ?? 0
      let z = all.values[area]
      var lag = own * z
      var raw = own * values[area]
      var sum = own
      var squares = own * own
      for place in weights.starts[area]..<weights.starts[area + 1] {
        let w = weights.weights[place]
        lag += w * all.values[Int(weights.neighbours[place])]
        raw += w * values[Int(weights.neighbours[place])]
        sum += w
        squares += w * w
      }
      result.lag[area] = raw
      let isStar = weights.selfWeights != nil
      let rest = isStar ? total : total - values[area]
      let expected: Double
      let variance: Double
      if isStar {
        expected = 0
        let room = n * squares - sum * sum
        // With equal weights for all areas nothing can vary; what is left then is rounding.
        variance = room > sum * sum * 1e-12 ? all.m2 * room / (n - 1) : 0
      } else {
        let mean = -z / (n - 1)
        let moments = LagMoments(
          weights: row, mean: mean,
          variance: max(all.squares - z * z, 0) / (n - 1) - mean * mean, count: values.count)
        expected = moments.expected
        variance = moments.variance
      }
      if variance > 0 {
        result.z[area] = (lag - expected) / variance.squareRoot()
        result.isLagHigh[area] = above(lag - expected)
      }
      if rest != 0 {
        result.statistic[area] = raw / rest
        result.expected[area] = (expected + sum * all.mean) / rest
        result.variance[area] = variance / (rest * rest)
      }
    }
    try await result.draw(ConditionalTest(values, weights, .lag), plan)
    return result
  }
}
