/// When a list of numbers has outliers, and how far winsorising may go.
///
/// A list passes when its skewness is small or its kurtosis is (OECD/JRC, Handbook on Constructing
/// Composite Indicators, 2008, ISBN 978-92-64-04345-9, step 4).
public struct OutlierRule: Hashable, Sendable, Codable {
  /// The size of the skewness G1 below which a list passes.
  public var skewness: Double
  /// The excess kurtosis G2 below which a list passes.
  public var kurtosis: Double
  /// How many numbers may be drawn in at most.
  public var mostWinsorised: Int

  /// Sets the limits.
  public init(skewness: Double = 2, kurtosis: Double = 3.5, mostWinsorised: Int = 5) {
    self.skewness = skewness
    self.kurtosis = kurtosis
    self.mostWinsorised = mostWinsorised
  }

  /// Whether a list needs no treatment. A list that is too short for both figures passes.
  public func passes(_ list: Distribution) -> Bool {
    guard let g1 = list.skewness, let g2 = list.kurtosis else { return true }
    return abs(g1) < skewness || g2 < kurtosis
  }

  /// What a list needs.
  ///
  /// First the largest numbers, or with a negative skewness the smallest, are set to the next one, one
  /// more each time until the list passes. When that takes more than ``mostWinsorised`` the list as it
  /// was goes through a logarithm. What does not pass then is kept so, and the log of the index says so.
  /// - Complexity: O(n log n).
  public func treatment(of list: Distribution) -> OutlierTreatment {
    guard !passes(list), let first = list.sorted.first, let last = list.sorted.last else {
      return .none
    }
    var low = 0
    var high = list.count - 1
    var current = list
    for _ in 0..<mostWinsorised {
      if (current.skewness ?? 0) >= 0 { high -= 1 } else { low += 1 }
      guard low < high else { break }
      let (least, most) = (list.sorted[low], list.sorted[high])
      current = Distribution(list.sorted.map { min(max($0, least), most) })
      if passes(current) { return .winsorised(low: least, high: most) }
    }
    return .logarithm(low: first, high: last, isReflected: (list.skewness ?? 0) < 0)
  }
}

/// What is done with outliers before numbers are put on one scale.
public enum OutlierTreatment: Hashable, Sendable {
  /// Nothing.
  case none
  /// Numbers outside are set to the nearest limit.
  case winsorised(low: Double, high: Double)
  /// ln(x - low + (high - low) / 100); reflected, for a long tail below,
  /// -ln(high - x + (high - low) / 100). Numbers outside are set to the nearest limit first.
  case logarithm(low: Double, high: Double, isReflected: Bool)

  /// The number after treatment. Order is kept.
  @inline(__always)
  public func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .none: return value
    case .winsorised(let low, let high): return min(max(value, low), high)
    case .logarithm(let low, let high, let isReflected):
      let inside = min(max(value, low), high)
      let shift = (high - low) / 100
      return isReflected
        ? -naturalLogarithm(high - inside + shift) : naturalLogarithm(inside - low + shift)
    }
  }
}
