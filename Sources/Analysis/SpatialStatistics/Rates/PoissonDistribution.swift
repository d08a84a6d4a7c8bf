#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The Poisson distribution.
struct PoissonDistribution {
  let mean: Double

  /// The probability of at most `k` events; `k` is whole and not negative.
  func atMost(_ k: Double) -> Double { mean == 0 ? 1 : IncompleteGamma.upper(k + 1, mean) }

  /// The probability of at least `k` events.
  func atLeast(_ k: Double) -> Double { k == 0 ? 1 : IncompleteGamma.lower(k, mean) }

  /// The probability of `k` events.
  func exactly(_ k: Double) -> Double { IncompleteGamma.density(k, mean) }

  /// The least number for which `atMost` is at least `p`.
  func quantile(_ p: Double) -> Double {
    var high = 1.0
    while atMost(high) < p { high *= 2 }
    var low = -1.0
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if middle >= 0, atMost(middle) >= p { high = middle } else { low = middle }
    }
    return high
  }

  /// Where a falling function passes 0, to the last digit.
  static func solve(_ range: ClosedRange<Double>, _ function: (Double) -> Double) -> Double {
    var low = range.lowerBound
    var high = range.upperBound
    while true {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { return middle }
      if function(middle) > 0 { low = middle } else { high = middle }
    }
  }

  static func logarithm(_ value: Double) -> Double { log(value) }
}
