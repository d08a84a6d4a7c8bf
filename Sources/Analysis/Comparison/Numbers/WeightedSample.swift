/// One group of values with their weights: the units of a city with their inhabitants.
public struct WeightedSample: Hashable, Sendable {
  /// The values, in any order.
  public let values: [Double]
  /// The weight of each, zero or more.
  public let weights: [Double]

  /// Pairs values with weights.
  public init(values: [Double], weights: [Double]) {
    self.values = values
    self.weights = weights
  }
}
