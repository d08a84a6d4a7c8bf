/// The edges of classes over a line of numbers.
///
/// Class k holds the values from `edges[k]` up to but not including `edges[k + 1]`; the last class
/// also holds its upper edge. Edges ascend; the last two are equal when the
/// last class holds one value.
public struct ClassBreaks: Hashable, Sendable {
  /// One number more than there are classes.
  public let edges: [Double]

  /// The number of classes; zero when there were no values.
  public var count: Int { max(edges.count - 1, 0) }

  /// The class of `value`, counted from 0; nil outside the edges and without classes.
  public func classIndex(of value: Double) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value <= last else {
      return nil
    }
    guard count > 0 else { return nil }
    return min(edges.dropFirst().count { $0 <= value }, count - 1)
  }

  /// Makes classes from the first value of each and the largest value of all. All values equal give
  /// one class from that value to itself.
  init(starts: [Double], last: Double) {
    edges = starts.isEmpty ? [] : starts + [last]
  }
}

/// A value with the weight it has in the choice of classes.
public struct WeightedValue: Hashable, Sendable {
  /// The value; a finite number.
  public let value: Double
  /// Its weight, above zero; 1 / (areas of its city) gives cities equal weight.
  public let weight: Double

  /// Pairs a value with a weight.
  public init(value: Double, weight: Double) {
    self.value = value
    self.weight = weight
  }
}

/// How classes are chosen.
public enum ClassificationMethod: String, Hashable, Sendable, CaseIterable {
  /// As much weight in each class as equal values allow.
  case quantile
  /// The least sum of weighted squared distances to the class means (Fisher-Jenks), the true optimum.
  case optimal
}

extension ClassBreaks {
  /// Divides values into at most `classes` classes.
  ///
  /// The edges are values that occur. Fewer classes come out when fewer different values go in, or,
  /// with quantiles, when one value carries more weight than a class.
  /// - Complexity: O(n log n · classes).
  public init(_ values: [WeightedValue], classes: Int, method: ClassificationMethod) {
    let groups = ValueGroups(values)
    guard !groups.values.isEmpty, classes > 0 else {
      self.init(starts: [], last: 0)
      return
    }
    let starts =
      switch method {
      case .quantile: groups.quantileStarts(classes)
      case .optimal: groups.optimalStarts(min(classes, groups.values.count))
      }
    self.init(starts: starts.map { groups.values[$0] }, last: groups.values.last!)
  }
}
