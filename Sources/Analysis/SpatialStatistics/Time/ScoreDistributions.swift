/// The exact distribution of Kendall's score when every order of the values is as likely.
///
/// The score is the number of pairs with different values less twice the inversions; the inversions of
/// the orders of a multiset are counted by a Gaussian multinomial coefficient, a product of the
/// distributions of Mann and Whitney's U, group after group. All terms are probabilities above zero, so
/// nothing is lost by subtraction.
struct ScoreDistributions {
  private var known: [[Int]: [Double]] = [:]

  /// The probability of a score at least as far from zero; `ties` are the sizes of the groups of
  /// equal values, largest first.
  mutating func twoSided(score: Int, ties: [Int]) -> Double {
    let distribution = inversions(ties)
    let pairs = distribution.count - 1
    // The score falls by two with each inversion, and is symmetric.
    let most = (pairs - abs(score)) / 2
    let tail = distribution[0...most].reduce(0, +)
    // The middle counts on both sides; what rounding leaves below 1 is 1.
    return 2 * tail > 1 - 1e-12 ? 1 : 2 * tail
  }

  /// The probability of each number of inversions.
  private mutating func inversions(_ ties: [Int]) -> [Double] {
    if let found = known[ties] { return found }
    var distribution = [1.0]
    var placed = 0
    for size in ties {
      if placed > 0 {
        distribution = Self.product(
          distribution, size == 1 ? Self.uniform(placed) : Self.rankSums(placed, size))
      }
      placed += size
    }
    known[ties] = distribution
    return distribution
  }

  /// One value among `others`: each number of larger ones before it is as likely.
  private static func uniform(_ others: Int) -> [Double] {
    [Double](repeating: 1 / Double(others + 1), count: others + 1)
  }

  /// Mann and Whitney's U of groups of `m` and `n`: the last in order belongs to the first group, ahead
  /// of none of the second, or to the second, behind all of the first.
  private static func rankSums(_ m: Int, _ n: Int) -> [Double] {
    var rows = [[Double]](repeating: [1], count: n + 1)
    for first in 1...m {
      var next = rows
      for second in 1...n {
        var row = [Double](repeating: 0, count: first * second + 1)
        let total = Double(first + second)
        for (place, share) in rows[second].enumerated() {
          row[place] += share * Double(first) / total
        }
        for (place, share) in next[second - 1].enumerated() {
          row[place + first] += share * Double(second) / total
        }
        next[second] = row
      }
      rows = next
    }
    return rows[n]
  }

  private static func product(_ a: [Double], _ b: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: a.count + b.count - 1)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() { result[i + j] += x * y }
    }
    return result
  }
}
