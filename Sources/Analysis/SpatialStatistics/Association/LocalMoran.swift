extension LocalAssociation {
  /// Local Moran's I of each area: does it resemble its surroundings?
  ///
  /// I_i = (n − 1) z_i Σ_j w_ij z_j / Σ z², z the deviations from the mean (Anselin 1995,
  /// doi:10.1111/j.1538-4632.1995.tb00338.x), on the scale of PySAL and GeoDa; that of spdep is
  /// n / (n − 1) times as large. Moments and permutations are conditional: the area keeps its value.
  /// Weights of areas for themselves are not used. Without `plan` no permutations are drawn.
  /// - Throws: ``StatisticsError``: `otherCount`, `tooFewAreas` below 4, `notFinite`, `constant`,
  ///   `noLinks`, `badPermutations`.
  /// - Complexity: O(links), and per permutation of an area with equal weights a few instructions,
  ///   else O(its neighbours).
  public static func localMoran(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> LocalAssociation {
    try await bivariateMoran(values, values, weights, plan)
  }

  /// Local Moran's I of rates, standardised so that areas with few people do not stand out by chance.
  ///
  /// The values are those of ``Rates/standardised(events:populations:)`` (Assunção and Reis 1999,
  /// doi:10.1002/(SICI)1097-0258(19990830)18:16<2147::AID-SIM179>3.0.CO;2-I), used without taking
  /// their mean away again but for the deviations that I itself takes.
  /// - Throws: ``StatisticsError``, as for values and as for the rates.
  public static func localMoran(
    events: [Double], populations: [Double], _ weights: SpatialWeights,
    _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> LocalAssociation {
    try await localMoran(
      try Rates.standardised(events: events, populations: populations), weights, plan)
  }

  /// Bivariate local Moran's I: does the value of an area go with another variable around it?
  ///
  /// I_i = (n − 1) / n · z(x)_i Σ_j w_ij z(y)_j, both with standard deviation 1 (divided by n), as in
  /// PySAL (Anselin, Syabri and Smirnov 2002). It tells nothing of how x and y go together within an
  /// area. The lag is that of `y`.
  /// - Throws: ``StatisticsError``, as for one variable.
  public static func bivariateMoran(
    _ x: [Double], _ y: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> LocalAssociation {
    try Requirement.values(x, weights)
    try Requirement.values(y, weights)
    try Requirement.varies(x)
    try Requirement.varies(y)
    let own = Deviations(x)
    let other = Deviations(y)
    let n = own.count
    let scale = (n - 1) / (own.squares * other.squares).squareRoot()
    var result = LocalAssociation(count: x.count)
    for area in 0..<x.count {
      result.isHigh[area] = above(own.values[area])
      let row = weights.weights(of: area)
      guard row.contains(where: { $0 > 0 }) else { continue }
      var lag = 0.0
      var raw = 0.0
      for place in weights.starts[area]..<weights.starts[area + 1] {
        let neighbour = Int(weights.neighbours[place])
        lag += weights.weights[place] * other.values[neighbour]
        raw += weights.weights[place] * y[neighbour]
      }
      let mean = -other.values[area] / (n - 1)
      let spread =
        max(other.squares - other.values[area] * other.values[area], 0) / (n - 1) - mean * mean
      let moments = LagMoments(weights: row, mean: mean, variance: spread, count: x.count)
      let factor = scale * own.values[area]
      result.lag[area] = raw
      result.statistic[area] = factor * lag
      result.expected[area] = factor * moments.expected
      result.variance[area] = factor * factor * moments.variance
      result.z[area] = moments.z(lag).map { own.values[area] < 0 ? -$0 : $0 }
      result.isLagHigh[area] = above(lag)
    }
    try await result.draw(ConditionalTest(y, weights, .lag), plan)
    // The counts are those of the lag; below the mean a larger lag makes a smaller I.
    for area in 0..<x.count where own.values[area] < 0 { result.permutations[area].turn() }
    return result
  }
}

extension PermutationCount {
  /// The counts for the statistic with its sign changed.
  mutating func turn() {
    swap(&atLeast, &atMost)
    swap(&decidedUpper, &decidedLower)
  }
}
