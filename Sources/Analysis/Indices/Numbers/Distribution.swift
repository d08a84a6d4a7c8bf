/// How a list of numbers is spread.
public struct Distribution: Hashable, Sendable {
  /// The finite numbers among those given, ascending.
  public let sorted: [Double]
  /// Their mean; not a number when there are none.
  public let mean: Double

  /// Sorts the finite numbers of a list.
  /// - Complexity: O(n log n).
  public init(_ values: some Sequence<Double>) {
    sorted = values.filter(\.isFinite).sorted()
    mean = sorted.reduce(0, +) / Double(sorted.count)
  }

  /// How many numbers there are.
  public var count: Int { sorted.count }

  /// The standard deviation with n - 1 below the line; 0 for one number, not a number for none.
  public var standardDeviation: Double {
    guard count != 1 else { return 0 }
    return (moment(2) * Double(count) / Double(count - 1)).squareRoot()
  }

  /// The adjusted Fisher-Pearson skewness G1 (Joanes and Gill 1998, doi:10.1111/1467-9884.00122); nil
  /// with fewer than three numbers, or when all are equal.
  public var skewness: Double? {
    let n = Double(count)
    let m2 = moment(2)
    guard count >= 3, m2 > 0 else { return nil }
    return moment(3) / (m2 * m2.squareRoot()) * (n * (n - 1)).squareRoot() / (n - 2)
  }

  /// The excess kurtosis G2, 0 for a normal distribution (same source); nil with fewer than four
  /// numbers, or when all are equal.
  public var kurtosis: Double? {
    let n = Double(count)
    let m2 = moment(2)
    guard count >= 4, m2 > 0 else { return nil }
    let g2 = moment(4) / (m2 * m2) - 3
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6)
  }

  /// The middle number, or the mean of the two in the middle.
  public var median: Double { quantile(0.5) }

  /// The median distance to the median.
  public var medianDeviation: Double {
    let middle = median
    return Distribution(sorted.map { abs($0 - middle) }).median
  }

  /// The mean distance to the median.
  public var meanDeviation: Double {
    let middle = median
    return sorted.reduce(0) { $0 + abs($1 - middle) } / Double(count)
  }

  /// The number below which lies `share` of the list, straight between two of them (type 7 of Hyndman
  /// and Fan 1996, doi:10.1080/00031305.1996.10473566).
  /// - Parameter share: 0 to 1.
  public func quantile(_ share: Double) -> Double {
    guard let last = sorted.last else { return .nan }
    let place = share * Double(count - 1)
    let below = Int(place)
    guard below + 1 < count else { return last }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// The k-th central moment.
  private func moment(_ k: Int) -> Double {
    var sum = 0.0
    for value in sorted {
      var product = 1.0
      for _ in 0..<k { product *= value - mean }
      sum += product
    }
    return sum / Double(count)
  }
}
