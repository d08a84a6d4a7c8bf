/// Why a statistic has no meaning for these numbers.
public enum StatisticsError: Error, Hashable, Sendable {
  /// There are fewer areas than the statistic needs.
  case tooFewAreas(Int, atLeast: Int)
  /// There are not as many values as areas of the graph.
  case otherCount(values: Int, areas: Int)
  /// A value is infinite or no number; missing values are left out beforehand.
  case notFinite(area: Int)
  /// A value is so large that powers of it are no numbers: beyond ``largest``.
  case tooLarge(area: Int)
  /// All values are equal, or differ by less than ``StatisticsError/smallest``.
  case constant
  /// Fewer than two values are above 0, where products of values are summed.
  case onePositive
  /// A value is negative where a count, a rate or a share is meant.
  case negative(area: Int)
  /// A population is zero or negative.
  case noPopulation(area: Int)
  /// A population is above 0 and under ``Rates/smallestPopulation``.
  case tooSmall(area: Int)
  /// A value is neither 0 nor 1.
  case notBinary(area: Int)
  /// No area has neighbours.
  case noLinks
  /// The number of permutations is below 1, or a table of permutations does not fit the areas: numbers
  /// beyond them, the same twice in a row, or too few.
  case badPermutations
  /// A share, confidence or exponent lies outside its range.
  case badParameter(Double)

  /// The largest size of a value: its fourth power is still a number, also summed over many areas.
  public static let largest = 1e75
  /// The smallest difference that counts: its square is still above 0.
  public static let smallest = 1e-75
}

/// The conditions that the statistics have in common.
enum Requirement {
  static func values(
    _ values: [Double], _ weights: SpatialWeights, atLeast: Int = 4
  ) throws(StatisticsError) {
    guard values.count == weights.count else {
      throw .otherCount(values: values.count, areas: weights.count)
    }
    guard values.count >= atLeast else { throw .tooFewAreas(values.count, atLeast: atLeast) }
    try sizes(values)
    guard weights.weights.contains(where: { $0 > 0 }) else { throw .noLinks }
  }

  /// Values that can be squared and summed.
  static func sizes(_ values: [Double]) throws(StatisticsError) {
    for (area, value) in values.enumerated() where !(abs(value) <= StatisticsError.largest) {
      throw value.isFinite ? .tooLarge(area: area) : .notFinite(area: area)
    }
  }

  static func varies(_ values: [Double]) throws(StatisticsError) {
    guard let first = values.first,
      values.contains(where: { abs($0 - first) >= StatisticsError.smallest })
    else { throw .constant }
  }
}
