/// Where the weights of the members of an index come from.
public enum Weighting: Hashable, Sendable, Codable {
  /// Each member weighs the same.
  case equal
  /// The weights of the members themselves.
  case given
  /// What each member adds to the first principal component: its squared loading. Members that then
  /// weigh the most are those that go together, which is not the same as mattering the most.
  case principalComponent
  /// The mean of how several people divided 100 points over the members.
  case budget([[Double]])

  /// The weights, 1 together.
  /// - Throws: ``IndexError`` when they cannot be had, are negative or add up to zero.
  func weights(of members: [IndexMember], coherence: Coherence) throws(IndexError) -> [Double] {
    let raw: [Double]
    switch self {
    case .equal: raw = members.map { _ in 1 }
    case .given: raw = members.map(\.weight)
    case .principalComponent:
      guard coherence.firstLoadings.count == members.count else { throw .noComponents }
      let opposed = members.indices.filter { coherence.firstLoadings[$0] < 0 }
      guard opposed.isEmpty else { throw .opposedLoadings(members: opposed.map { members[$0].id }) }
      raw = coherence.firstLoadings.map { $0 * $0 }
    case .budget(let people):
      for (person, points) in people.enumerated() {
        guard points.count == members.count, points.allSatisfy({ $0 >= 0 }),
          abs(points.reduce(0, +) - 100) < 1e-6
        else { throw .budgetNotHundred(person: person + 1, total: points.reduce(0, +)) }
      }
      guard !people.isEmpty else { throw .weightsSumToZero }
      raw = members.indices.map { place in people.reduce(0) { $0 + $1[place] } }
    }
    for (member, weight) in zip(members, raw) where !(weight >= 0 && weight.isFinite) {
      throw .negativeWeight(member: member.id)
    }
    let total = raw.reduce(0, +)
    guard total > 0 else { throw .weightsSumToZero }
    return raw.map { $0 / total }
  }
}
