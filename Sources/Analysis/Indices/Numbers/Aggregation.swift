/// How the scores of the members of an index become one.
public enum Aggregation: Hashable, Sendable, Codable {
  /// The weighted mean: a low score is made up for by a high one.
  case arithmetic
  /// The weighted geometric mean: a low score is made up for in part.
  case geometric
  /// The weighted mean of powers, of which the root is taken: below 1 low scores count more, above 1
  /// high ones. 0 is the geometric mean.
  case generalised(power: Double)

  /// Scores below this count as this much where a mean needs numbers above zero.
  public static let floor = 1.0

  /// Whether scores have to be above zero.
  public var needsPositive: Bool {
    switch self {
    case .arithmetic: false
    case .geometric: true
    case .generalised(let power): power <= 0
    }
  }

  /// The mean of scores, over the weight of those that are there.
  /// - Parameters:
  ///   - scores: 0 to 100; not a number where a member has none.
  ///   - weights: 0 or more, one for each score.
  /// - Returns: not a number when no weight is there.
  @inline(__always)
  public func callAsFunction(_ scores: some Sequence<Double>, _ weights: [Double]) -> Double {
    var sum = 0.0
    var total = 0.0
    for (score, weight) in zip(scores, weights) where !score.isNaN && weight > 0 {
      sum += weight * inner(score)
      total += weight
    }
    return total > 0 ? outer(sum / total) : .nan
  }

  /// The function under the sum.
  @inline(__always)
  func inner(_ score: Double) -> Double {
    switch self {
    case .arithmetic: return score
    case .geometric: return naturalLogarithm(max(score, Self.floor))
    case .generalised(let p):
      if p == 0 { return naturalLogarithm(max(score, Self.floor)) }
      return power(p < 0 ? max(score, Self.floor) : score, p)
    }
  }

  /// Writes the function under the sum of many scores, each 0 to 100; what is not a number stays so.
  func setTerms(_ scores: [Double], _ terms: inout [Double]) {
    let scores = scores.span
    var terms = terms.mutableSpan
    let count = min(scores.count, terms.count)
    if self == .geometric || self == .generalised(power: 0) {
      for place in 0..<count { terms[place] = quickLogarithm(max(scores[place], Self.floor)) }
    } else {
      for place in 0..<count { terms[place] = inner(scores[place]) }
    }
  }

  /// The function over the sum, the inverse of the one under it.
  @inline(__always)
  func outer(_ mean: Double) -> Double {
    switch self {
    case .arithmetic: return mean
    case .geometric: return exponential(mean)
    case .generalised(let p): return p == 0 ? exponential(mean) : power(mean, 1 / p)
    }
  }
}
