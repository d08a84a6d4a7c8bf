/// Why numbers cannot be compared.
public enum ComparisonError: Error, Hashable, Sendable {
  /// There are not as many weights, or rows, as values.
  case otherCount(values: Int, weights: Int)
  /// The value at a place is infinite or no number.
  case notFinite(Int)
  /// The weight at a place is negative, infinite or no number.
  case badWeight(Int)
  /// A number of clusters below 2, or above the number of elements.
  case badClusterCount(Int, elements: Int)
}
