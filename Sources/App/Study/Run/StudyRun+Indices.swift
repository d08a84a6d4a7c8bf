internal import Areas
internal import Cartography
internal import Composites
internal import Disclosure
internal import Exports
internal import Indicators
internal import Indices
internal import SpatialStatistics

/// An index of a study, with its maps and all that was found out about it.
struct MappedIndex {
  let level: AreaLevel
  /// The scores by level; at all levels on the scale that was fitted at ``level``.
  let scored: [AreaLevel: ScoredIndex]
  let map: IndicatorMap
  /// The maps at the other levels.
  let wider: [IndicatorMap]
  /// Nil when it was not to be found out.
  let certainty: IndexCertainty?
  /// How far the scores hold for the areas of wider levels.
  let agreements: [(level: AreaLevel, agreement: LevelAgreement)]

  var fitted: FittedIndex? { scored[level]?.fitted }
}

/// The composite indices: from published values alone.
extension StudyRun {
  func mappedIndices(
    _ plan: StudyPlan, maker: MapMaker, country: [AreaLevel: PublishedTable], tasks: Int,
    sharesChoices: Bool
  ) async throws -> [MappedIndex] {
    let maker = IndexMaker(
      maps: maker, country: country, certainty: study.certainty, sharesChoices: sharesChoices,
      tasks: tasks)
    var mapped: [MappedIndex] = []
    for index in plan.indices {
      let layers = maker.layers(index)
      if index.frozen == nil, let own = layers[index.level] {
        try refuseSilentMembers(index, own)
      }
      do {
        if let one = try await maker.mapped(index, layers) { mapped.append(one) }
      } catch Failure.index(let id, let reason) {
        let rule = IndexRule.notComputable(index: id, reason: reason)
        throw StudyProblems([study.problem(at: index.choice.origin, .indexRule(rule))])
      }
    }
    return mapped
  }

  /// Refuses an index with members that tell nothing, unless the study says that they take no part.
  private func refuseSilentMembers(_ index: PlannedIndex, _ layers: [IndicatorLayer]) throws {
    let without = Set(index.choice.without.map(\.value))
    let problems = index.definition.silentMembers(layers).compactMap { silent -> StudyProblem? in
      let id = index.definition.members[silent.member].indicator.id
      guard !without.contains(id) else { return nil }
      let rule = IndexRule.silentMember(
        index: index.definition.id, indicator: id, silent.reason.silence)
      return study.problem(at: index.choice.origin, .indexRule(rule))
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
  }
}

extension FittedIndex.Absence {
  fileprivate var silence: IndexRule.Silence {
    switch self {
    case .constant: .constant
    case .fewEverywhere: .few
    case .missingEverywhere, .named, .unsuitableLimits: .missing
    }
  }
}

extension IndexError {
  /// What is wrong and what to do.
  var sentence: String {
    switch self {
    case .opposedLoadings(let members):
      return """
        weights by principal components cannot be had: \(members.joined(separator: ", ")) \
        \(members.count == 1 ? "counts" : "count") against the others in these areas. Use \
        'weighting: given', or leave members out.
        """
    case .noComponents:
      return """
        weights by principal components cannot be had: too few areas have all members. Use \
        'weighting: given'.
        """
    case .missingEverywhere(let member, _): return "'\(member)' has no number in any area."
    case .fewEverywhere(let member, _): return "'\(member)' has too little data in every area."
    case .constant(let member, _): return "'\(member)' is the same in all areas."
    case .noLimits(let member, _):
      return "the limits or the reference of '\(member)' do not suit its numbers."
    case .tooFewMembers: return "fewer than two members are left."
    case .weightsSumToZero: return "all weights are zero; give a member a weight above 0."
    case .negativeWeight(let member): return "the weight of '\(member)' is below zero."
    case .budgetNotHundred(let person, let total):
      return "the points of person \(person) add up to \(total); each divides 100."
    case .unknownFrame(let frame): return "the scale has no areas of \(frame)."
    }
  }
}
