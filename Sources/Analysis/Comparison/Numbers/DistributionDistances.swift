internal import SpatialStatistics

/// How far the distributions of groups lie apart, each pair, with intervals.
///
/// With F and G the cumulative shares of weight: Kolmogorov and Smirnov's distance is the largest
/// |F − G| (0 the same, 1 nowhere together); Wasserstein's distance of order 1 is ∫ |F − G|, in the unit
/// of the values: how far the values of one must be moved on average to become the other
/// (Vallender 1974, doi:10.1137/1118101).
///
/// Intervals are percentiles over samples of units, drawn with replacement within each group, a unit
/// with its weight (Efron 1979, doi:10.1214/aos/1176344552). A distance cannot fall below 0, so an
/// interval lies above 0 also where two groups differ by chance alone: it says how sure the size of
/// a difference is, not whether there is one.
public struct DistributionDistances: Hashable, Sendable {
  /// The distances between two groups.
  public struct Pair: Hashable, Sendable {
    /// The place of the one group.
    public let first: Int
    /// The place of the other, a later one.
    public let second: Int
    /// Kolmogorov and Smirnov's distance.
    public let kolmogorovSmirnov: Double
    /// Its 95 % interval; nil without draws.
    public let kolmogorovSmirnovInterval: ClosedRange<Double>?
    /// Wasserstein's distance of order 1.
    public let wasserstein: Double
    /// Its 95 % interval; nil without draws.
    public let wassersteinInterval: ClosedRange<Double>?
  }

  /// All pairs of groups with weight, in the order of their places.
  public let pairs: [Pair]

  /// Compares groups.
  /// - Parameters:
  ///   - draws: how many samples the intervals rest on; 0 for none.
  ///   - seed: draw r of group g comes from its own sequence under this seed.
  /// - Throws: ``ComparisonError``.
  /// - Complexity: O(draws × units × pairs).
  public init(
    _ groups: [WeightedSample], draws: Int, seed: UInt64
  ) throws(ComparisonError) {
    for group in groups {
      // Checks what is given, with its places.
      _ = try WeightedDistribution(values: group.values, weights: group.weights)
    }
    let sweep = Sweep(groups)
    let observed = sweep.distances(sweep.weights)
    var drawn = observed.map { _ in (ks: [Double](), w: [Double]()) }
    var weights = sweep.weights
    for draw in 0..<max(draws, 0) {
      sweep.resample(into: &weights, seed: seed, draw: draw)
      for (place, distance) in sweep.distances(weights).enumerated() {
        drawn[place].ks.append(distance.ks)
        drawn[place].w.append(distance.w)
      }
    }
    pairs = observed.indices.map { place in
      Pair(
        first: sweep.pairs[place].0, second: sweep.pairs[place].1,
        kolmogorovSmirnov: observed[place].ks,
        kolmogorovSmirnovInterval: Self.interval(&drawn[place].ks),
        wasserstein: observed[place].w,
        wassersteinInterval: Self.interval(&drawn[place].w))
    }
  }

  /// The middle 95 % of what was drawn.
  private static func interval(_ drawn: inout [Double]) -> ClosedRange<Double>? {
    guard !drawn.isEmpty else { return nil }
    drawn.sort()
    func at(_ p: Double) -> Double {
      drawn[min(Int((p * Double(drawn.count)).rounded(.up)), drawn.count - 1)]
    }
    return at(0.025)...at(0.975)
  }
}

/// All units in the order of their values, to go through once for all pairs.
private struct Sweep {
  /// The groups with weight, by their place among all groups.
  let present: [Int]
  /// The pairs of groups, by their place among all groups.
  let pairs: [(Int, Int)]
  /// The weight of each unit, in the order of values.
  let weights: [Double]
  private let values: [Double]
  private let group: [Int]
  /// The units of each group that is present.
  private let units: [[Int]]
  /// The pairs, by their place among the groups that are present.
  private let places: [(Int, Int)]

  init(_ groups: [WeightedSample]) {
    let present = groups.indices.filter { groups[$0].weights.contains { $0 > 0 } }
    var all: [(value: Double, group: Int, weight: Double)] = []
    for (place, index) in present.enumerated() {
      for (value, weight) in zip(groups[index].values, groups[index].weights) where weight > 0 {
        all.append((value, place, weight))
      }
    }
    // Units that are alike in all are interchangeable, so the order of the input does not matter.
    all.sort { ($0.value, $0.group, $0.weight) < ($1.value, $1.group, $1.weight) }
    var units = present.map { _ in [Int]() }
    for (unit, row) in all.enumerated() { units[row.group].append(unit) }
    var places: [(Int, Int)] = []
    for a in present.indices {
      for b in present.indices where b > a { places.append((a, b)) }
    }
    self.present = present
    self.places = places
    self.units = units
    pairs = places.map { (present[$0.0], present[$0.1]) }
    values = all.map(\.value)
    group = all.map(\.group)
    weights = all.map(\.weight)
  }

  /// The distance of each pair with the given weights of units.
  func distances(_ weights: [Double]) -> [(ks: Double, w: Double)] {
    var totals = units.map { _ in 0.0 }
    for (unit, weight) in weights.enumerated() { totals[group[unit]] += weight }
    var shares = units.map { _ in 0.0 }
    var result = places.map { _ in (ks: 0.0, w: 0.0) }
    for unit in values.indices {
      let own = group[unit]
      if weights[unit] > 0 { shares[own] += weights[unit] / totals[own] }
      // Up to the next value the shares stay as they are.
      guard unit + 1 < values.count, values[unit + 1] > values[unit] else { continue }
      let gap = values[unit + 1] - values[unit]
      for (place, pair) in places.enumerated() {
        let difference = abs(shares[pair.0] - shares[pair.1])
        result[place].ks = max(result[place].ks, difference)
        result[place].w += difference * gap
      }
    }
    return result
  }

  /// Draws as many units of each group as it has, with replacement.
  func resample(into drawn: inout [Double], seed: UInt64, draw: Int) {
    for unit in drawn.indices { drawn[unit] = 0 }
    for (place, own) in units.enumerated() {
      var stream = RandomStream(seed: seed, draw, present[place])
      for _ in own {
        let unit = own[stream.next(below: own.count)]
        drawn[unit] += weights[unit]
      }
    }
  }
}
