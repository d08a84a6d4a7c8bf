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
    _ plan: StudyPlan, published: [AreaLevel: PublishedTable], borders: [AreaLevel: [[Int]]],
    country: [AreaLevel: PublishedTable], document: MapDocument, tasks: Int,
    sharesChoices: Bool
  ) async throws -> [MappedIndex] {
    var mapped: [MappedIndex] = []
    for index in plan.indices {
      if let one = try await self.mapped(
        index, published: published, borders: borders, country: country, document: document,
        tasks: tasks, sharesChoices: sharesChoices)
      {
        mapped.append(one)
      }
    }
    return mapped
  }

  private func mapped(
    _ index: PlannedIndex, published: [AreaLevel: PublishedTable], borders: [AreaLevel: [[Int]]],
    country: [AreaLevel: PublishedTable], document: MapDocument, tasks: Int,
    sharesChoices: Bool
  ) async throws -> MappedIndex? {
    let definition = index.definition
    let layers = published.mapValues { table in
      let evaluator = IndicatorEvaluator(table, neighbours: borders[table.level] ?? [])
      return definition.members.map { evaluator.layer($0.indicator) }
    }
    guard let own = layers[index.level] else { return nil }
    let frames = IndexFrames(published)
    func names(_ level: AreaLevel) -> [String?]? { frames.names(definition.frame, level: level) }
    let without = Set(index.choice.without.map(\.value))
    let fitted: FittedIndex
    if index.frozen == nil { try refuseSilentMembers(index, own) }
    do {
      if let frozen = index.frozen {
        fitted = FittedIndex(definition, frozen: frozen.parts, own, frames: names(index.level))
      } else if definition.frame == .country, let table = country[index.level] {
        let evaluator = IndicatorEvaluator(table)
        fitted = try FittedIndex(
          definition, definition.members.map { evaluator.layer($0.indicator) }, without: without)
      } else {
        fitted = try FittedIndex(
          definition, own, without: without, frames: names(index.level))
      }
    } catch {
      throw Failure.index(definition.id, error.sentence)
    }
    var scored: [AreaLevel: ScoredIndex] = [:]
    for (level, layers) in layers {
      scored[level] = ScoredIndex(fitted, layers, frames: names(level))
    }
    func map(_ layer: IndicatorLayer, given: [Double]?) -> IndicatorMap {
      IndicatorMap(
        layer, method: study.classification, classCount: study.classCount, given: given,
        document: document)
    }
    guard let first = scored[index.level] else { return nil }
    let drawn = map(first.layer, given: index.choice.breaks ?? index.frozen?.breaks)
    var certainty: IndexCertainty?
    var shown = drawn
    if study.certainty.draws > 0 {
      let plan = UncertaintyPlan(
        draws: study.certainty.draws, seed: study.certainty.seed, sharesChoices: sharesChoices)
      let (sure, found) = try await first.withCertainty(plan, tasks: tasks) {
        drawn.breaks.classIndex(of: $0)
      }
      scored[index.level] = sure
      certainty = found
      // The classes stay those of all scores, also of those that turn out to be unsure.
      shown = map(sure.layer, given: drawn.innerBreaks)
    }
    let others = scored.keys.filter { $0 != index.level }.sorted()
    return MappedIndex(
      level: index.level, scored: scored, map: shown,
      wider: others.compactMap { scored[$0].map { map($0.layer, given: drawn.innerBreaks) } },
      certainty: certainty,
      agreements: agreements(
        scored, level: index.level, published: published, areas: document.areas,
        classIndex: { drawn.breaks.classIndex(of: $0) }))
  }

  /// Refuses an index with members that tell nothing, unless the study says that they take no part.
  private func refuseSilentMembers(_ index: PlannedIndex, _ layers: [IndicatorLayer]) throws {
    let without = Set(index.choice.without.map(\.value))
    let problems = index.definition.silentMembers(layers).compactMap { silent -> StudyProblem? in
      let id = index.definition.members[silent.member].indicator.id
      guard !without.contains(id) else { return nil }
      let rule = IndexRule.silentMember(
        index: index.definition.id, indicator: id, isConstant: silent.reason == .constant)
      return study.problem(at: index.choice.origin, .indexRule(rule))
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
  }

  /// What an index says at its level beside what it says at each wider level of CBS.
  private func agreements(
    _ scored: [AreaLevel: ScoredIndex], level: AreaLevel, published: [AreaLevel: PublishedTable],
    areas: AreaSet, classIndex: (Double) -> Int?
  ) -> [(level: AreaLevel, agreement: LevelAgreement)] {
    guard let layer = areas[level], let own = scored[level],
      let inhabitants = published[level]?.columns[StudyComparison.inhabitantsColumn]?.figures
    else { return [] }
    return scored.keys.filter { $0 > level && !$0.isOwn && !level.isOwn }.sorted().compactMap {
      wider in
      guard let other = areas[wider], let scores = scored[wider]?.areas,
        let parents = areas.parents(of: layer, in: other)
      else { return nil }
      return LevelAgreement(
        own.areas.map(\.score),
        wider: parents.map { $0 < 0 ? nil : scores[Int($0)].score },
        inhabitants: inhabitants.map(\.number), classIndex: classIndex
      ).map { (wider, $0) }
    }
  }
}

extension IndicatorMap {
  /// The edges between classes; nil with fewer than two classes.
  fileprivate var innerBreaks: [Double]? {
    breaks.count > 1 ? Array(breaks.edges.dropFirst().dropLast()) : nil
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
