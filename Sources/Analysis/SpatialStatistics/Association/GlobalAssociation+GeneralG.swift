extension GlobalAssociation {
  /// Getis and Ord's General G: do high values lie together, or low ones?
  ///
  /// G = Σ w_ij x_i x_j / Σ_{i≠j} x_i x_j (Getis and Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x).
  /// The variable has a natural zero and no negative values; weights are usually binary.
  /// - Throws: ``StatisticsError``, as Moran's I, and `negative`; `constant` also when fewer than two
  ///   values are above 0.
  public static func generalG(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> GlobalAssociation {
    try Requirement.values(values, weights)
    try Requirement.varies(values)
    for (area, value) in values.enumerated() where value < 0 { throw .negative(area: area) }
    guard values.count(where: { $0 > 0 }) > 1 else { throw .constant }
    let sums = WeightSums(weights)
    let n = Double(values.count)
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    // On values around 1, so that fourth powers stay within reach.
    let mean = values.reduce(0, +) / n
    let x = values.map { $0 / mean }
    let m1 = n
    let m2 = x.reduce(0) { $0 + $1 * $1 }
    let m3 = x.reduce(0) { $0 + $1 * $1 * $1 }
    let m4 = x.reduce(0) { $0 + $1 * $1 * $1 * $1 }
    let all = m1 * m1 - m2
    let expected = s0 / (n * (n - 1))
    let b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0
    let b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    let b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0)
    let b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0
    let b4 = s1 - s2 + s0 * s0
    let square =
      (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 * m1 * m1 * m1)
      / (all * all * n * (n - 1) * (n - 2) * (n - 3))
    let statistic: @Sendable ([Double]) -> Double = { weights.product($0) / all }
    var result = GlobalAssociation(
      value: statistic(x), expected: expected, variance: square - expected * expected,
      normalVariance: nil, count: values.count)
    try await result.draw(plan, x, statistic: statistic)
    return result
  }
}

/// The join counts of a map of areas that have something (1) or not (0).
///
/// Moments are those of sampling without replacement: as many areas have it as observed (Cliff and Ord
/// 1981, Spatial Processes, chapter 2). A join of two neighbours counts with the mean of the weights of
/// its two links: with binary weights, once.
public struct JoinCounts: Sendable {
  /// Joins between two areas that have it.
  public let both: GlobalAssociation
  /// Joins between one that has it and one that has not.
  public let mixed: GlobalAssociation
  /// Joins between two areas that have it not.
  public let neither: GlobalAssociation

  /// Counts joins.
  /// - Throws: ``StatisticsError``: `otherCount`, `tooFewAreas` below 4, `notFinite`, `notBinary`,
  ///   `constant` when all have it or none, `noLinks`, `badPermutations`.
  public init(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) {
    try Requirement.values(values, weights)
    for (area, value) in values.enumerated() where value != 0 && value != 1 {
      throw .notBinary(area: area)
    }
    try Requirement.varies(values)
    let sums = WeightSums(weights)
    let n = Double(values.count)
    let have = values.reduce(0, +)
    both = try await Self.same(sums, n, have, values, weights, plan)
    neither = try await Self.same(sums, n, n - have, values.map { 1 - $0 }, weights, plan)
    mixed = try await Self.mixed(sums, n, have, values, weights, plan)
  }

  private static func same(
    _ sums: WeightSums, _ n: Double, _ have: Double, _ values: [Double], _ weights: SpatialWeights,
    _ plan: PermutationPlan?
  ) async throws(StatisticsError) -> GlobalAssociation {
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    let two = have * (have - 1) / (n * (n - 1))
    let three = two * (have - 2) / (n - 2)
    let four = three * (have - 3) / (n - 3)
    let expected = s0 * two / 2
    let square = (s1 * two + (s2 - 2 * s1) * three + (s0 * s0 + s1 - s2) * four) / 4
    let statistic: @Sendable ([Double]) -> Double = { weights.product($0) / 2 }
    var result = GlobalAssociation(
      value: statistic(values), expected: expected, variance: square - expected * expected,
      normalVariance: nil, count: values.count)
    try await result.draw(plan, values, statistic: statistic)
    return result
  }

  private static func mixed(
    _ sums: WeightSums, _ n: Double, _ have: Double, _ values: [Double], _ weights: SpatialWeights,
    _ plan: PermutationPlan?
  ) async throws(StatisticsError) -> GlobalAssociation {
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    let rest = n - have
    let two = have * rest / (n * (n - 1))
    let three = two * (have + rest - 2) / (n - 2)
    let four =
      have * (have - 1) * rest * (rest - 1) / (n * (n - 1) * (n - 2) * (n - 3))
    let expected = s0 * two
    let square =
      (2 * s1 * two + (s2 - 2 * s1) * three + 4 * (s0 * s0 + s1 - s2) * four) / 4
    let statistic: @Sendable ([Double]) -> Double = { weights.differences($0) / 2 }
    var result = GlobalAssociation(
      value: statistic(values), expected: expected, variance: square - expected * expected,
      normalVariance: nil, count: values.count)
    try await result.draw(plan, values, statistic: statistic)
    return result
  }
}
