/// Values with the weight of each: how a number is spread over the people who live with it.
///
/// Shape: values ascending, weights in their order, each above zero. With the inhabitants of areas as
/// weights, a quantile says how many inhabitants live in an area with at most that value.
public struct WeightedDistribution: Hashable, Sendable {
  /// The values, ascending.
  public let values: [Double]
  /// The weight of each value, above zero.
  public let weights: [Double]
  /// The sum of the weights.
  public let totalWeight: Double

  /// Pairs values with weights; values of weight 0 are left out.
  /// - Throws: ``ComparisonError`` for lists of other lengths, a value that is no number, or a weight
  ///   that is negative or no number.
  /// - Complexity: O(n log n).
  public init(values: [Double], weights: [Double]) throws(ComparisonError) {
    guard values.count == weights.count else {
      throw .otherCount(values: values.count, weights: weights.count)
    }
    for place in values.indices {
      guard values[place].isFinite else { throw .notFinite(place) }
      guard weights[place].isFinite, weights[place] >= 0 else { throw .badWeight(place) }
    }
    let order = values.indices.filter { weights[$0] > 0 }
      .sorted { (values[$0], $0) < (values[$1], $1) }
    self.values = order.map { values[$0] }
    self.weights = order.map { weights[$0] }
    totalWeight = self.weights.reduce(0, +)
  }

  /// Whether there is nothing.
  public var isEmpty: Bool { values.isEmpty }

  /// The smallest value at or below which at least the share `p` of the weight lies: the inverse of
  /// the cumulative distribution, without interpolation. Nil without values.
  public func quantile(_ p: Double) -> Double? {
    let goal = p * totalWeight
    var sum = 0.0
    for (value, weight) in zip(values, weights) {
      sum += weight
      // Sums of weights come out a little below what they should be.
      if sum >= goal - 1e-12 * totalWeight { return value }
    }
    return values.last
  }

  /// The weighted mean; nil without values.
  public var mean: Double? {
    guard !isEmpty else { return nil }
    return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / totalWeight
  }

  /// Gini's coefficient: half the mean absolute difference between two people, over the mean; 0 when
  /// all have the same, towards 1 when one has all.
  ///
  /// Nil without values, with a negative value, or when all are 0: then it has no meaning (Gini 1912;
  /// Lerman and Yitzhaki 1989, doi:10.1016/0304-4076(89)90074-2).
  public var gini: Double? {
    guard let mean, let first = values.first, first >= 0, mean > 0 else { return nil }
    var below = 0.0
    var sum = 0.0
    for (value, weight) in zip(values, weights) {
      sum += weight * value * (2 * below + weight - totalWeight)
      below += weight
    }
    return max(sum / (totalWeight * totalWeight * mean), 0)
  }

  /// The share of the weight of values that `isCounted` picks; nil without values.
  public func share(_ isCounted: (Double) -> Bool) -> Double? {
    guard !isEmpty else { return nil }
    return zip(values, weights).reduce(0) { isCounted($1.0) ? $0 + $1.1 : $0 } / totalWeight
  }
}
