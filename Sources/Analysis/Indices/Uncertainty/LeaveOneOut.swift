/// What becomes of an index when one member is left out.
public struct LeaveOneOut: Sendable {
  /// For each member the mean over the areas of how far they move, in thousandths of places; nil when
  /// no area has a score both ways.
  public let meanMoves: [Double?]
  /// For each area with a score the member without which it moves most, and how far; nil when no
  /// member can be left out.
  public let largest: [(member: Int, move: Int)?]

  /// Leaves each member out in turn.
  /// - Complexity: O(members · areas · (members + log areas)).
  init(_ model: IndexModel, memberScores: [[Double]], areas: [Int]) {
    var means: [Double?] = []
    var largest = [(member: Int, move: Int)?](repeating: nil, count: areas.count)
    let whole = model.scores(from: memberScores)
    // Below 1 when members of the index have no number anywhere.
    let total = model.weights.reduce(0, +)
    for member in model.members.indices {
      var weights = model.weights
      weights[member] = 0
      let rest = weights.reduce(0, +)
      guard rest > 0 else {
        means.append(nil)
        continue
      }
      let other = IndexModel(
        members: model.members, weights: weights.map { $0 / rest * total },
        aggregation: model.aggregation,
        presentWeight: model.presentWeight, frames: model.frames
      ).scores(from: memberScores)
      let both = areas.indices.filter { other[areas[$0]].score != nil }
      let before = Self.places(both.map { whole[areas[$0]].score ?? 0 })
      let after = Self.places(both.map { other[areas[$0]].score ?? 0 })
      var sum = 0
      for (number, area) in both.enumerated() {
        let move = abs(after[number] - before[number])
        sum += move
        if move > (largest[area]?.move ?? -1) { largest[area] = (member, move) }
      }
      means.append(both.isEmpty ? nil : Double(sum) / Double(both.count))
    }
    meanMoves = means
    self.largest = largest
  }

  /// The places of scores in thousandths: 0 the lowest, 1,000 the highest; equal scores share the place
  /// in their middle.
  static func places(_ scores: [Double]) -> [Int] {
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    var places = [Int](repeating: 0, count: scores.count)
    var first = 0
    while first < order.count {
      var next = first + 1
      while next < order.count, scores[order[next]] == scores[order[first]] { next += 1 }
      let place =
        order.count > 1 ? ((first + next - 1) * 500 + (order.count - 1) / 2) / (order.count - 1) : 0
      for position in first..<next { places[order[position]] = place }
      first = next
    }
    return places
  }
}
