internal import SpatialStatistics

/// How much each member of an index adds to the score of an area.
///
/// For a mean of scores the parts are w (score - start). For other means they are Shapley's values
/// (1953, doi:10.1515/9781400881970-018): what a member adds when it comes in, its score in the place of
/// the start, averaged over all orders in which members can come in. Either way the start and the parts
/// add up to the score.
struct Shapley {
  let aggregation: Aggregation
  /// The score of each member before it comes in.
  let starts: [Double]
  /// The weight of each member.
  let weights: [Double]

  /// Up to how many members all sets are gone through; for more, orders are drawn.
  static let mostExact = 12
  /// How many orders are drawn, each together with its reverse.
  static let drawnOrders = 1_000

  /// The score at the start, and what each member adds.
  /// - Parameter scores: not a number for a member that is not there; it adds 0.
  func parts(of scores: [Double]) -> (start: Double, parts: [Double]) {
    let places = scores.indices.filter { !scores[$0].isNaN && weights[$0] > 0 }
    let total = places.reduce(0) { $0 + weights[$1] }
    let shares = places.map { weights[$0] / total }
    let low = places.map { aggregation.inner(starts[$0]) }
    let high = places.map { aggregation.inner(scores[$0]) }
    let base = zip(shares, low).reduce(0) { $0 + $1.0 * $1.1 }
    let gains = places.indices.map { shares[$0] * (high[$0] - low[$0]) }
    let added: [Double]
    if case .arithmetic = aggregation {
      added = gains
    } else if places.count <= Self.mostExact {
      added = exact(base, gains)
    } else {
      added = drawn(base, gains)
    }
    var parts = [Double](repeating: 0, count: scores.count)
    for (place, part) in zip(places, added) { parts[place] = part }
    return (places.isEmpty ? .nan : aggregation.outer(base), parts)
  }

  private func exact(_ base: Double, _ gains: [Double]) -> [Double] {
    let n = gains.count
    // The value of each set, and the chance that just this set came in before a given member.
    var sums = [base]
    for gain in gains { sums += sums.map { $0 + gain } }
    let values = sums.map { aggregation.outer($0) }
    var chances = [Double](repeating: 1 / Double(max(n, 1)), count: max(n, 1))
    for size in 1..<max(n, 1) {
      chances[size] = chances[size - 1] * Double(size) / Double(n - size)
    }
    return (0..<n).map { member in
      var sum = 0.0
      for set in values.indices where set & (1 << member) == 0 {
        sum += chances[set.nonzeroBitCount] * (values[set | 1 << member] - values[set])
      }
      return sum
    }
  }

  private func drawn(_ base: Double, _ gains: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: gains.count)
    var stream = RandomStream(seed: 1, gains.count)
    var order = Array(gains.indices)
    for _ in 0..<Self.drawnOrders {
      stream.shuffle(&order)
      for order in [order, order.reversed()] {
        var sum = base
        var before = aggregation.outer(sum)
        for member in order {
          sum += gains[member]
          let after = aggregation.outer(sum)
          sums[member] += after - before
          before = after
        }
      }
    }
    return sums.map { $0 / Double(2 * Self.drawnOrders) }
  }
}
