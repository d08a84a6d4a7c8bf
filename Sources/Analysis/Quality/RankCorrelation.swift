/// How far two rows of numbers go up together, by their ranks.
public enum RankCorrelation {
  /// Spearman's rank correlation: Pearson's correlation of the ranks, those of equal numbers being their
  /// mean. The same as `scipy.stats.spearmanr`.
  /// - Returns: nil when all numbers of a row are equal, as with fewer than two pairs.
  /// - Precondition: as many of the one as of the other, all finite.
  /// - Complexity: O(n log n).
  public static func spearman(_ first: [Double], _ second: [Double]) -> Double? {
    precondition(first.count == second.count, "pairs of numbers")
    let (a, b) = (ranks(first), ranks(second))
    let middle = Double(first.count + 1) / 2
    var (products, ofFirst, ofSecond) = (0.0, 0.0, 0.0)
    for place in a.indices {
      let (x, y) = (a[place] - middle, b[place] - middle)
      products += x * y
      ofFirst += x * x
      ofSecond += y * y
    }
    guard ofFirst > 0, ofSecond > 0 else { return nil }
    return max(-1, min(1, products / (ofFirst * ofSecond).squareRoot()))
  }

  /// How much further up those of a group lie than all others, by their ranks: the rank-biserial correlation,
  /// 2 (mean rank of the group - mean rank of the others) / n. 1 when all of the group lie above all others,
  /// also when the group is small; Spearman's cannot get beyond √(3 p (1 - p)) for a share p.
  ///
  /// Source: Cureton 1956, Rank-biserial correlation, Psychometrika 21, doi:10.1007/BF02289138.
  /// - Parameters:
  ///   - isMember: whether each belongs to the group.
  ///   - numbers: one for each.
  /// - Returns: nil when the group or the others are none, or all numbers are equal.
  /// - Precondition: as many of the one as of the other, all numbers finite.
  /// - Complexity: O(n log n).
  public static func rankBiserial(_ isMember: [Bool], _ numbers: [Double]) -> Double? {
    precondition(isMember.count == numbers.count, "pairs")
    let members = isMember.count { $0 }
    let others = isMember.count - members
    guard members > 0, others > 0, numbers.contains(where: { $0 != numbers[0] }) else { return nil }
    var sum = 0.0
    for (place, rank) in ranks(numbers).enumerated() where isMember[place] { sum += rank }
    let all = Double(numbers.count)
    let ofMembers = sum / Double(members)
    let ofOthers = (all * (all + 1) / 2 - sum) / Double(others)
    return max(-1, min(1, 2 * (ofMembers - ofOthers) / all))
  }

  /// The ranks from 1; equal numbers have the mean of theirs.
  public static func ranks(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, numbers[order[end + 1]] == numbers[order[start]] { end += 1 }
      let rank = Double(start + end) / 2 + 1
      for place in start...end { ranks[order[place]] = rank }
      start = end + 1
    }
    return ranks
  }
}
