extension GlobalAssociation {
  /// Moran's I: do neighbours resemble each other?
  ///
  /// I = n / S0 · Σ w_ij z_i z_j / Σ z²; moments of Cliff and Ord 1981, Spatial Processes, chapter 2.
  /// Without links the statistic has no meaning; islands count in n and in the mean when the graph has
  /// them (see ``IslandPolicy``).
  /// - Throws: ``StatisticsError``: `otherCount`, `tooFewAreas` below 4, `notFinite`, `constant`,
  ///   `noLinks`, `badPermutations`.
  public static func moran(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> GlobalAssociation {
    try Requirement.values(values, weights)
    try Requirement.varies(values)
    let z = Deviations(values)
    let sums = WeightSums(weights)
    let n = z.count
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    let scale = n / s0 / z.squares
    let expected = -1 / (n - 1)
    let square = expected * expected
    let normal =
      (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - square
    let random =
      (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
        - z.b2 * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0))
      / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - square
    let statistic: @Sendable ([Double]) -> Double = { weights.product($0) * scale }
    var result = GlobalAssociation(
      value: statistic(z.values), expected: expected, variance: random, normalVariance: normal,
      count: values.count)
    try await result.draw(plan, z.values, statistic: statistic)
    return result
  }

  /// Moran's I of rates, standardised as for ``LocalAssociation/localMoran(events:populations:_:_:)``.
  /// - Throws: ``StatisticsError``, as for values and as for the rates.
  public static func moran(
    events: [Double], populations: [Double], _ weights: SpatialWeights,
    _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> GlobalAssociation {
    try await moran(
      try Rates.standardised(events: events, populations: populations), weights, plan)
  }

  /// Geary's C: how much do neighbours differ, as a part of how much any two areas do?
  ///
  /// C = (n − 1) Σ w_ij (x_i − x_j)² / (2 S0 Σ z²); 1 is expected, below it neighbours are alike. Moments
  /// of Cliff and Ord 1981.
  /// - Throws: ``StatisticsError``, as ``moran(_:_:_:)``.
  public static func geary(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> GlobalAssociation {
    try Requirement.values(values, weights)
    try Requirement.varies(values)
    let z = Deviations(values)
    let sums = WeightSums(weights)
    let n = z.count
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    let k = z.b2
    let scale = (n - 1) / (2 * s0 * z.squares)
    let normal = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0)
    let first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
    let second = (n - 1) * s2 / 4 * (n * n + 3 * n - 6 - (n * n - n + 2) * k)
    let third = s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * k)
    let random = (first - second + third) / (n * (n - 2) * (n - 3) * s0 * s0)
    let statistic: @Sendable ([Double]) -> Double = { weights.differences($0) * scale }
    var result = GlobalAssociation(
      value: statistic(z.values), expected: 1, variance: random, normalVariance: normal,
      count: values.count)
    try await result.draw(plan, z.values, statistic: statistic)
    return result
  }
}

extension SpatialWeights {
  /// Σ w_ij x_i x_j over links.
  func product(_ values: [Double]) -> Double {
    let values = values.span
    var sum = 0.0
    for area in 0..<count {
      var lag = 0.0
      for place in starts[area]..<starts[area + 1] {
        lag += weights[place] * values[Int(neighbours[place])]
      }
      sum += values[area] * lag
    }
    return sum
  }

  /// Σ w_ij (x_i − x_j)² over links.
  func differences(_ values: [Double]) -> Double {
    let values = values.span
    var sum = 0.0
    for area in 0..<count {
      for place in starts[area]..<starts[area + 1] {
        let difference = values[area] - values[Int(neighbours[place])]
        sum += weights[place] * difference * difference
      }
    }
    return sum
  }
}
