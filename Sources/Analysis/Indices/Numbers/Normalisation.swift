/// How numbers of different units are put on one scale from 0 to 100.
public enum Normalisation: String, Hashable, Sendable, CaseIterable, Codable {
  /// Distance to the median in median distances: (x - median) / (1.4826 MAD), so that -3 gives 0, 0
  /// gives 50 and 3 gives 100. When half of the numbers are equal the MAD is 0 and the mean distance to
  /// the median takes its place, times 1.2533 (Iglewicz and Hoaglin, How to Detect and Handle Outliers,
  /// 1993).
  case robustZ = "robust_z"
  /// Distance to the mean in standard deviations, on the same scale.
  case z
  /// The smallest number is 0, the largest 100.
  case minMax = "min_max"
  /// The share of the other numbers that is smaller, in percent.
  case percentile
  /// Given limits are 0 and 100.
  case goalposts
  /// The smallest number is 0, a given reference 100.
  case distance
}

/// A scale from 0 to 100 with its parameters, fitted on the numbers of a frame.
public enum NormalScale: Hashable, Sendable {
  /// 50 at `centre`, one sixth of the scale per `spread`.
  case centred(centre: Double, spread: Double)
  /// 0 at `low`, 100 at `high`.
  case span(low: Double, high: Double)
  /// The share of these ascending numbers, one of them left out, that is smaller.
  case ranks([Double])

  /// Fits a scale on numbers.
  ///
  /// - Parameters:
  ///   - list: the numbers of the frame, after treatment of outliers.
  ///   - goalposts: the limits for ``Normalisation/goalposts``.
  ///   - reference: the number for ``Normalisation/distance``.
  /// - Returns: nil when the numbers do not differ, so that no scale can be fitted, or when what the
  ///   method needs is not given or does not lie as it must.
  public init?(
    _ method: Normalisation, _ list: Distribution, goalposts: ClosedRange<Double>? = nil,
    reference: Double? = nil
  ) {
    if method == .goalposts {
      guard let goalposts, goalposts.lowerBound < goalposts.upperBound else { return nil }
      self = .span(low: goalposts.lowerBound, high: goalposts.upperBound)
      return
    }
    guard let low = list.sorted.first, let high = list.sorted.last, low < high else { return nil }
    switch method {
    case .robustZ:
      let deviation = list.medianDeviation
      self = .centred(
        centre: list.median,
        spread: deviation > 0 ? 1.4826 * deviation : 1.253_314 * list.meanDeviation)
    case .z: self = .centred(centre: list.mean, spread: list.standardDeviation)
    case .minMax, .goalposts: self = .span(low: low, high: high)
    case .percentile: self = .ranks(list.sorted)
    case .distance:
      guard let reference, low < reference else { return nil }
      self = .span(low: low, high: reference)
    }
  }

  /// The score of a number, 0 to 100.
  /// - Complexity: O(1); O(log n) for ranks.
  @inline(__always)
  public func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .centred(let centre, let spread):
      return min(max(50 + (value - centre) / spread * (50.0 / 3), 0), 100)
    case .span(let low, let high):
      return min(max((value - low) / (high - low) * 100, 0), 100)
    case .ranks(let sorted):
      var start = 0
      var end = sorted.count
      while start < end {
        let middle = (start + end) / 2
        if sorted[middle] < value { start = middle + 1 } else { end = middle }
      }
      return min(Double(start) / Double(sorted.count - 1) * 100, 100)
    }
  }
}
