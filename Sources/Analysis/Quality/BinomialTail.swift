#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How likely it is that many of a number of independent items are of a kind.
public enum BinomialTail {
  /// The probability that `count` or more of `total` items are of a kind, when each is with probability
  /// `probability`: exact, by adding up the terms, not by an approximation. The same as
  /// `scipy.stats.binom.sf(count - 1, total, probability)`.
  ///
  /// - Parameters:
  ///   - count: from 0 on; with more than `total` the probability is 0.
  ///   - total: 0 or more.
  ///   - probability: above 0 and below 1.
  /// - Complexity: O(√total) terms, at most `total`.
  public static func atLeast(_ count: Int, of total: Int, probability: Double) -> Double {
    precondition(total >= 0 && probability > 0 && probability < 1, "a binomial draw")
    if count <= 0 { return 1 }
    if count > total { return 0 }
    // The shorter side of the two is added up, from its largest term on.
    if Double(count) > Double(total) * probability {
      return min(1, sum(from: count, by: 1, of: total, probability))
    }
    return max(0, 1 - sum(from: count - 1, by: -1, of: total, probability))
  }

  /// The terms from one on, up or down, until they no longer count.
  private static func sum(from first: Int, by step: Int, of total: Int, _ p: Double) -> Double {
    var term = exp(logarithmOfTerm(first, of: total, p))
    var sum = 0.0
    var count = first
    while term > sum * 1e-17, (0...total).contains(count) {
      sum += term
      term *=
        step > 0
        ? Double(total - count) / Double(count + 1) * (p / (1 - p))
        : Double(count) / Double(total - count + 1) * ((1 - p) / p)
      count += step
    }
    return sum
  }

  private static func logarithmOfTerm(_ count: Int, of total: Int, _ p: Double) -> Double {
    let (n, k) = (Double(total), Double(count))
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log1p(-p)
  }
}
