extension GlobalAssociation {
  /// Getis and Ord's General G: do high values lie together, or low ones?
  ///
  /// G = Σ w_ij x_i x_j / Σ_{i≠j} x_i x_j (Getis and Ord 1992, doi:10.1111/j.1538-4632.1992.tb00261.x).
  /// The variable has a natural zero and no negative values; weights are usually binary.
  /// Moments are those of putting the values anywhere on the map, from sums of products of two, three and
  /// four different values, in which nothing is subtracted.
  /// - Throws: ``StatisticsError``, as Moran's I, `negative`, and `onePositive` when fewer than two values
  ///   are above 0.
  public static func generalG(
    _ values: [Double], _ weights: SpatialWeights, _ plan: PermutationPlan? = nil
  ) async throws(StatisticsError) -> GlobalAssociation {
    try Requirement.values(values, weights)
    try Requirement.varies(values)
    for (area, value) in values.enumerated() where value < 0 { throw .negative(area: area) }
    guard values.count(where: { $0 > 0 }) > 1 else { throw .onePositive }
    let sums = WeightSums(weights)
    let n = Double(values.count)
    let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
    // On values around 1, so that fourth powers stay within reach.
    let mean = values.reduce(0, +) / n
    let x = values.map { $0 / mean }
    let products = DistinctProducts(x)
    let all = products.two
    let expected = s0 / (n * (n - 1))
    let pairs = products.squares / all / all / (n * (n - 1))
    let paths = products.path / all / all / (n * (n - 1) * (n - 2))
    let apart = products.four / all / all / (n * (n - 1) * (n - 2) * (n - 3))
    let square = s1 * pairs + (s2 - 2 * s1) * paths + (s0 * s0 + s1 - s2) * apart
    let statistic: @Sendable ([Double]) -> Double = { weights.product($0) / all }
    var result = GlobalAssociation(
      value: statistic(x), expected: expected, variance: square - expected * expected,
      normalVariance: nil, count: values.count)
    try await result.draw(plan, x, statistic: statistic)
    return result
  }
}

/// Sums of products over different areas, in any order, of values that are not negative.
private struct DistinctProducts {
  /// Σ x_i x_j.
  private(set) var two = 0.0
  /// Σ x_i² x_j².
  private(set) var squares = 0.0
  /// Σ x_i² x_j x_k.
  private(set) var path = 0.0
  /// Σ x_i x_j x_k x_l.
  private(set) var four = 0.0

  init(_ x: [Double]) {
    // Of the values so far: products of one, two, three of them, and with one of them squared.
    var (one, pair, three) = (0.0, 0.0, 0.0)
    var (square, squareAndOne) = (0.0, 0.0)
    for value in x {
      let own = value * value
      four += value * three
      path += own * pair + value * squareAndOne
      squares += own * square
      three += value * pair
      squareAndOne += own * one + value * square
      pair += value * one
      square += own
      one += value
    }
    // The orders in which the same areas can stand.
    two = 2 * pair
    squares *= 2
    path *= 2
    four *= 24
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
