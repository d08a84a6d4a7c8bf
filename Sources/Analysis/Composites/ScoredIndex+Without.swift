internal import Indices

extension ScoredIndex {
  /// Whether a member takes part anywhere: it was not left out, and has values.
  /// - Parameter member: the place of the member in the definition.
  public func takesPart(_ member: Int) -> Bool {
    fitted.parts.contains { $0.model != nil && $0.members.contains(member) }
  }

  /// The scores that areas with a score would have without a member, its weight divided over the others, rounded
  /// as scores are; nil where there is none, or the member takes no part.
  /// - Parameter member: the place of the member in the definition.
  /// - Complexity: O(members × areas).
  public func scores(without member: Int) -> [Double?] {
    var scores = [Double?](repeating: nil, count: areas.count)
    for (number, part) in fitted.parts.enumerated() {
      let places = areas.indices.filter { areas[$0].part == number && areas[$0].score != nil }
      guard let model = part.model, let own = part.members.firstIndex(of: member) else { continue }
      var weights = model.weights
      let total = weights.reduce(0, +)
      weights[own] = 0
      let rest = weights.reduce(0, +)
      guard rest > 0 else { continue }
      let other = IndexModel(
        members: model.members, weights: weights.map { $0 / rest * total },
        aggregation: model.aggregation, presentWeight: model.presentWeight, frames: model.frames)
      let columns = part.members.map { own in places.map { areas[$0].memberScores[own] } }
      for (place, score) in zip(places, other.scores(from: columns)) {
        scores[place] = score.score.map(Self.rounded)
      }
    }
    return scores
  }
}
