/// Elements described by several numbers on one scale that outliers hardly move.
///
/// Each column becomes (x − median) / scale, cut off at ±3. The scale is 1.4826 times the median
/// absolute deviation; when that is 0, 1.2533 times the mean absolute deviation from the median; a column
/// in which that is 0 too is constant and says nothing (Iglewicz and Hoaglin 1993, How to Detect and
/// Handle Outliers). Both equal the standard deviation of a normal distribution.
public struct RobustProfiles: Sendable {
  /// Where scores are cut off, on both sides.
  public static let limit = 3.0
  /// The columns that vary, by their place among those that were given.
  public let columns: [Int]
  /// The median of each of them.
  public let centres: [Double]
  /// The scale of each of them.
  public let scales: [Double]
  /// The scores, a row for each element; nil where there was no value.
  public let scores: [[Double?]]

  /// Scores the columns, each with a value or none for every element.
  public init(columns given: [[Double?]], count: Int) {
    var columns: [Int] = []
    var centres: [Double] = []
    var scales: [Double] = []
    for (place, column) in given.enumerated() {
      let present = column.compactMap(\.self).sorted()
      guard let centre = Self.median(present) else { continue }
      let deviations = present.map { abs($0 - centre) }
      let mad = Self.median(deviations.sorted()) ?? 0
      let scale =
        mad > 0 ? 1.4826 * mad : 1.2533 * deviations.reduce(0, +) / Double(deviations.count)
      guard scale > 0 else { continue }
      columns.append(place)
      centres.append(centre)
      scales.append(scale)
    }
    self.columns = columns
    self.centres = centres
    self.scales = scales
    scores = (0..<count).map { element in
      columns.indices.map { place in
        given[columns[place]][element].map {
          max(-Self.limit, min(Self.limit, ($0 - centres[place]) / scales[place]))
        }
      }
    }
  }

  /// How unlike two elements are: the root of the mean squared difference over the columns that both
  /// have; nil when they have none in common.
  public func dissimilarity(_ a: Int, _ b: Int) -> Double? {
    var sum = 0.0
    var count = 0
    for place in columns.indices {
      guard let x = scores[a][place], let y = scores[b][place] else { continue }
      sum += (x - y) * (x - y)
      count += 1
    }
    return count > 0 ? (sum / Double(count)).squareRoot() : nil
  }

  /// The share of the columns of which an element has a value; 0 without columns.
  public func completeness(_ element: Int) -> Double {
    columns.isEmpty
      ? 0 : Double(scores[element].count { $0 != nil }) / Double(columns.count)
  }

  /// The middle of sorted numbers, of an even number the mean of the two; nil of none.
  static func median(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
