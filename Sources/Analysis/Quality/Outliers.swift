/// Values that differ from what is expected of them far more than others do.
///
/// Distances are measured in robust standard deviations: 1.4826 times the median of the absolute
/// deviations from the median (Rousseeuw and Croux 1993, doi:10.1080/01621459.1993.10476408), which a few
/// wrong values do not move.
public enum Outliers {
  /// From how many robust standard deviations on a value is one.
  public static let distance = 8.0
  /// With fewer differences nothing is said.
  public static let fewest = 20

  /// The values that differ from the median of their neighbours far more than others do, by their place.
  /// - Parameters:
  ///   - values: one per area; nil where unknown.
  ///   - neighbours: for each area the places of others; those with fewer than three known values around
  ///     them are not looked at.
  /// - Returns: the places, and how many areas were looked at; nil when they are too few, or when half of
  ///   them differ by the same.
  /// - Complexity: O(n log n) for bounded numbers of neighbours.
  public static func amongNeighbours(
    _ values: [Double?], neighbours: [[Int]]
  ) -> (places: [Int], compared: Int)? {
    var places: [Int] = []
    var differences: [Double] = []
    for (place, value) in values.enumerated() {
      guard let value else { continue }
      let around = neighbours[place].compactMap { values[$0] }
      guard around.count >= 3 else { continue }
      places.append(place)
      differences.append(value - median(around))
    }
    return far(differences).map { ($0.map { places[$0] }, places.count) }
  }

  /// The values that changed far more than others, by their place: in proportion where all are above
  /// zero, else in difference.
  /// - Returns: the places, and how many were compared; nil when they are too few, or when half of them
  ///   changed by the same.
  public static func amongChanges(
    _ values: [Double?], earlier: [Double?]
  ) -> (places: [Int], compared: Int)? {
    let pairs = values.indices.compactMap { place in
      if let now = values[place], let before = earlier[place] { (place, now, before) } else { nil }
    }
    let isRatio = pairs.allSatisfy { $0.1 > 0 && $0.2 > 0 }
    let changes = pairs.map { isRatio ? logarithm($0.1 / $0.2) : $0.1 - $0.2 }
    return far(changes).map { ($0.map { pairs[$0].0 }, pairs.count) }
  }

  /// The places of numbers that lie ``distance`` robust standard deviations from the median, or more.
  private static func far(_ numbers: [Double]) -> [Int]? {
    guard numbers.count >= fewest, numbers.allSatisfy(\.isFinite) else { return nil }
    let middle = median(numbers)
    let scale = 1.4826 * median(numbers.map { abs($0 - middle) })
    guard scale > 0 else { return nil }
    return numbers.indices.filter { abs(numbers[$0] - middle) >= distance * scale }
  }

  static func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
