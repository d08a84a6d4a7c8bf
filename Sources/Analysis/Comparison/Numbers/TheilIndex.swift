/// How unequal a number is over people, and how much of it lies between groups.
///
/// Theil's T = Σ sᵢ (xᵢ/μ) ln(xᵢ/μ), with sᵢ the share of the weight: 0 when all are equal. It is the
/// exact sum of a part between groups, as if each had the mean of its group, and a part within
/// (Theil 1967, Economics and Information Theory; Shorrocks 1980, doi:10.2307/1913126).
public struct TheilIndex: Hashable, Sendable {
  /// T over all.
  public let total: Double
  /// The part that is left when everybody has the mean of their group.
  public let between: Double
  /// The part within groups: the sum over groups of their share of the total value times their own T.
  public let within: Double
  /// T within each group, in their order; nil of a group without values or with nothing but zeros.
  public let groups: [Double?]

  /// The share of the inequality that lies between groups; nil when there is none.
  public var betweenShare: Double? { total > 0 ? between / total : nil }

  /// Decomposes over groups; empty groups take no part. A value of 0 adds 0, its limit.
  /// - Returns: nil without values, with a negative value, or when all are 0.
  public init?(_ distributions: [WeightedDistribution]) {
    let present = distributions.filter { !$0.isEmpty }
    guard present.allSatisfy({ ($0.values.first ?? 0) >= 0 }) else { return nil }
    let weight = present.reduce(0) { $0 + $1.totalWeight }
    let sum = present.reduce(0) { $0 + ($1.mean ?? 0) * $1.totalWeight }
    guard weight > 0, sum > 0 else { return nil }
    let mean = sum / weight
    var between = 0.0
    var within = 0.0
    var groups: [Double?] = []
    for group in distributions {
      guard let own = group.mean, own > 0 else {
        groups.append(nil)
        continue
      }
      let inside = Self.index(group, mean: own)
      groups.append(inside)
      let share = group.totalWeight / weight
      between += share * Self.term(own / mean)
      within += share * own / mean * inside
    }
    self.groups = groups
    self.between = max(between, 0)
    self.within = within
    total = self.between + within
  }

  private static func index(_ group: WeightedDistribution, mean: Double) -> Double {
    max(
      zip(group.values, group.weights).reduce(0) { $0 + $1.1 * term($1.0 / mean) }
        / group.totalWeight, 0)
  }

  private static func term(_ ratio: Double) -> Double {
    ratio > 0 ? ratio * naturalLogarithm(ratio) : 0
  }
}
