internal import Indices

extension ScoredIndex {
  /// The scores that the areas would have without a member, its weight divided over the others; nil
  /// where there is none.
  /// - Parameter member: the place of the member in the definition.
  /// - Complexity: O(members × areas).
  public func scores(without member: Int) -> [Double?] {
    var scores = [Double?](repeating: nil, count: areas.count)
    for (number, part) in fitted.parts.enumerated() {
      let places = areas.indices.filter { areas[$0].part == number }
      guard let model = part.model else { continue }
      var weights = model.weights
      let total = weights.reduce(0, +)
      if let own = part.members.firstIndex(of: member) { weights[own] = 0 }
      let rest = weights.reduce(0, +)
      guard rest > 0 else { continue }
      let other = IndexModel(
        members: model.members, weights: weights.map { $0 / rest * total },
        aggregation: model.aggregation, presentWeight: model.presentWeight, frames: model.frames)
      let columns = part.members.map { own in places.map { areas[$0].memberScores[own] } }
      for (place, score) in zip(places, other.scores(from: columns)) { scores[place] = score.score }
    }
    return scores
  }
}
