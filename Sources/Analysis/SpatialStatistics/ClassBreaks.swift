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

  init(edges: [Double]) { self.edges = edges }

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
  /// Classes of the same width.
  case equal
  /// Classes one standard deviation wide, laid out from the mean.
  case deviation
  /// Above the mean, above the mean of those, and so on, while those above are at most 40 % of the
  /// weight: for values of which most are small (B. Jiang, Head/tail breaks, 2013,
  /// doi:10.1080/00330124.2012.700499).
  case headtail
  /// The quarters of a box plot, and beyond 1.5 times its height the outliers (J. W. Tukey,
  /// Exploratory Data Analysis, 1977).
  case box
  /// Edges at round numbers: multiples of 1, 2 or 5 times a power of ten.
  case pretty
}

extension ClassBreaks {
  /// Divides values into at most `classes` classes.
  ///
  /// Values that are not finite, or with a weight that is not above zero, take no part. Equal values
  /// are never divided. With `quantile`, `optimal`, `headtail` and the quarters of `box` the edges, or
  /// those next to them, follow from values that occur; fewer classes come out when fewer different
  /// values go in, or when one value carries more weight than a class. `box` has six classes with
  /// outliers on both sides: with less room the low outliers go with the lowest quarter, and below that
  /// quarters are left out from the middle. Values that are all equal give one class.
  /// - Complexity: O(n log n · classes).
  public init(_ values: [WeightedValue], classes: Int, method: ClassificationMethod) {
    let groups = ValueGroups(values)
    guard let first = groups.values.first, let last = groups.values.last, classes > 0 else {
      self.init(starts: [], last: 0)
      return
    }
    let inner: [Double]
    switch method {
    case .quantile:
      inner = groups.quantileStarts(classes).dropFirst().map { groups.values[$0] }
    case .optimal:
      inner = groups.optimalStarts(min(classes, groups.values.count)).dropFirst()
        .map { groups.values[$0] }
    case .equal:
      inner = (1..<max(classes, 1)).map { first + (last - first) * Double($0) / Double(classes) }
    case .deviation: inner = groups.deviationEdges(classes)
    case .headtail: inner = groups.headTailEdges(classes)
    case .box: inner = groups.boxEdges(classes)
    case .pretty:
      self.init(
        edges: first < last && classes > 1 ? groups.prettyEdges(classes) : [first, last])
      return
    }
    // The optimum may begin a class with the largest value; other edges there would hold nothing.
    let keepsLast = method == .quantile || method == .optimal
    var starts = [first]
    for edge in inner where edge > starts[starts.count - 1] && (edge < last || keepsLast) {
      starts.append(edge)
    }
    self.init(starts: starts, last: last)
  }

  /// Classes with given inner edges, such as limits of policy; all are kept, also those without values.
  ///
  /// The outer edges are those of the values, or the outer given ones when those lie further out;
  /// below limits that are above zero the classes begin at zero at the latest.
  /// - Parameter inner: ascending, finite.
  /// - Returns: nil when `inner` does not ascend or holds a number that is not finite.
  public init?(given inner: [Double], over values: [Double]) {
    guard inner.allSatisfy(\.isFinite), zip(inner, inner.dropFirst()).allSatisfy(<) else {
      return nil
    }
    let finite = values.filter(\.isFinite)
    let zero = inner.first.map { $0 > 0 ? [0.0] : [] } ?? []
    let outer = finite + [inner.first, inner.last].compactMap(\.self) + zero
    guard let first = outer.min(), let last = outer.max() else {
      self.init(edges: [])
      return
    }
    self.init(edges: [first] + inner + [last])
  }
}
