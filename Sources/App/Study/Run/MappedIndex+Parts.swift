internal import Atlas
internal import Composites
internal import Indicators
internal import Indices

extension MappedIndex {
  /// What the scores are made of, at each level.
  var parts: [IndexParts] {
    scored.sorted { $0.key < $1.key }.map { level, scored in
      let definition = scored.fitted.definition
      let weights = definition.weights(scored.fitted.parts.first)
      return IndexParts(
        map: scored.layer.indicator.id, level: level,
        members: zip(definition.members, weights).map { member, weight in
          IndexParts.Member(
            name: member.indicator.name, weight: weight, isReversed: member.isReversed)
        },
        scores: scored.areas.indices.map { place in
          guard let total = scored.layer.values[place].value,
            let found = scored.contributions(place: place)
          else { return nil }
          let shown = RoundedParts(start: found.start, parts: found.parts, total: total)
          return IndexParts.Score(
            start: shown.start,
            parts: zip(shown.parts, scored.areas[place].memberScores).map { $1.isNaN ? nil : $0 })
        })
    }
  }
}

extension IndexDefinition {
  /// The share of the weight that each member has: as given, or as found in a part of the fit.
  func weights(_ part: FittedIndex.Part?) -> [Double] {
    if let known = knownWeights { return known }
    var weights = [Double](repeating: 0, count: members.count)
    guard let part, let model = part.model else { return weights }
    for (member, weight) in zip(part.members, model.weights) { weights[member] = weight }
    return weights
  }
}
