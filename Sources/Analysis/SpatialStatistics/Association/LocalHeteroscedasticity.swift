extension LocalAssociation {
  /// Local spatial heteroscedasticity (LOSH): do values around an area differ more from their
  /// surroundings than elsewhere?
  ///
  /// H_i = Σ w_ij e_j / (ē Σ w_ij) with e = |x − x̄(w)|^a, x̄(w) the weighted mean around an area (Ord and
  /// Getis 2012, doi:10.1007/s00168-011-0492-y). Expected is 1; the variance is that of the paper, and
  /// the p-value of ``heteroscedasticityP`` comes from its chi-squared approximation. An area without
  /// neighbours has no e, and is no neighbour to others here. Above 1 is mixed, below 1 alike; z is not
  /// given, since H is far from normal.
  ///
  /// With a plan e of the other areas is put around each area in random order, its own e kept (as Xu, Mei
  /// and Yan 2014, doi:10.1007/s00168-014-0605-3, do against an e that is far from normal); the p-values are
  /// those of ``p(_:)``. A table of permutations is for areas that all have neighbours.
  /// - Throws: ``StatisticsError``: as for local Moran's I, and `badParameter` for an exponent that is
  ///   not above 0; `badPermutations`.
  public static func heteroscedasticity(
    _ values: [Double], _ weights: SpatialWeights, exponent: Double = 2,
    _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> LocalAssociation {
    try Requirement.values(values, weights)
    try Requirement.varies(values)
    guard exponent > 0, exponent.isFinite else { throw .badParameter(exponent) }
    let mean = Deviations(values)
    var result = LocalAssociation(count: values.count)
    var residuals = [Double?](repeating: nil, count: values.count)
    for area in 0..<values.count {
      result.isHigh[area] = above(mean.values[area])
      let sum = weights.sum(of: area)
      guard weights.weights(of: area).contains(where: { $0 > 0 }) else { continue }
      var lag = (weights.selfWeights?[area] ?? 0) * values[area]
      for place in weights.starts[area]..<weights.starts[area + 1] {
        lag += weights.weights[place] * values[Int(weights.neighbours[place])]
      }
      result.lag[area] = lag
      residuals[area] = Power.of(abs(values[area] - lag / sum), exponent)
    }
    let known = residuals.compactMap(\.self)
    let n = Double(known.count)
    let average = known.reduce(0, +) / n
    guard average > 0 else { return result }
    let spread = known.reduce(0) { $0 + ($1 - average) * ($1 - average) } / n
    for area in 0..<values.count {
      guard let own = residuals[area] else { continue }
      let selfWeight = weights.selfWeights?[area] ?? 0
      var sum = selfWeight
      var squares = selfWeight * selfWeight
      var total = selfWeight * own
      for place in weights.starts[area]..<weights.starts[area + 1] {
        guard let residual = residuals[Int(weights.neighbours[place])] else { continue }
        let w = weights.weights[place]
        sum += w
        squares += w * w
        total += w * residual
      }
      guard sum > 0, n > 1 else { continue }
      let scale = average * sum
      result.statistic[area] = total / scale
      result.expected[area] = 1
      result.variance[area] =
        spread * max(n * squares - sum * sum, 0) / ((n - 1) * scale * scale)
    }
    // H rises with the sum of e around the area, so that is what is counted.
    let linked = residuals.indices.filter { residuals[$0] != nil }
    var drawn = LocalAssociation(count: linked.count)
    let among = linked.count == values.count ? weights : weights.restricted(to: linked)
    try await drawn.draw(ConditionalTest(known, among, .lag), plan)
    for (place, area) in linked.enumerated() {
      result.permutations[area] = drawn.permutations[place]
    }
    result.rounds = drawn.rounds
    return result
  }

  /// The p-values of ``heteroscedasticity(_:_:exponent:)``: 2 H / V against a chi-squared distribution
  /// with 2 / V degrees of freedom, V the variance of H.
  ///
  /// `greater` asks whether the surroundings are mixed, `less` whether they are alike.
  public func heteroscedasticityP(_ alternative: Alternative = .twoSided) -> [Double?] {
    zip(statistic, variance).map { statistic, variance in
      guard let statistic, let variance, variance > 0 else { return nil }
      let upper = IncompleteGamma.upper(1 / variance, statistic / variance)
      let lower = IncompleteGamma.lower(1 / variance, statistic / variance)
      return switch alternative {
      case .twoSided: min(1, 2 * min(upper, lower))
      case .greater: upper
      case .less: lower
      case .directed: min(upper, lower)
      }
    }
  }
}
