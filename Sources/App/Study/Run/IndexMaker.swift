internal import Areas
internal import Composites
internal import Disclosure
internal import Exports
internal import Indicators
internal import Indices
internal import SpatialStatistics

/// Makes indices of published values, with their maps.
struct IndexMaker {
  let maps: MapMaker
  /// Open figures of all areas that were read, for indices that compare with the whole country.
  let country: [AreaLevel: PublishedTable]
  let certainty: CertaintyChoice
  /// Whether it is found out which choice accounts for how much of what is not sure.
  let sharesChoices: Bool
  let tasks: Int

  /// The members of an index at each level.
  func layers(_ index: PlannedIndex) -> [AreaLevel: [IndicatorLayer]] {
    var layers: [AreaLevel: [IndicatorLayer]] = [:]
    for level in maps.published.keys {
      guard let evaluator = maps.evaluator(level) else { continue }
      layers[level] = index.definition.members.map { evaluator.layer($0.indicator) }
    }
    return layers
  }

  /// An index from its members at each level; nil when its own level has no values.
  /// - Throws: ``StudyRun/Failure/index(_:_:)``.
  func mapped(
    _ index: PlannedIndex, _ layers: [AreaLevel: [IndicatorLayer]]
  ) async throws -> MappedIndex? {
    let definition = index.definition
    guard let own = layers[index.level] else { return nil }
    let frames = IndexFrames(maps.published)
    func names(_ level: AreaLevel) -> [String?]? { frames.names(definition.frame, level: level) }
    let fitted = try fitted(index, own, names: names(index.level))
    var scored: [AreaLevel: ScoredIndex] = [:]
    for (level, layers) in layers {
      scored[level] = ScoredIndex(fitted, layers, frames: names(level))
    }
    guard let first = scored[index.level] else { return nil }
    let drawn = maps.map(first.layer, given: index.choice.breaks ?? index.frozen?.breaks)
    var found: IndexCertainty?
    var shown = drawn
    if certainty.draws > 0 {
      let plan = UncertaintyPlan(
        draws: certainty.draws, seed: certainty.seed, sharesChoices: sharesChoices)
      let (sure, certainty) = try await first.withCertainty(plan, tasks: tasks) {
        drawn.breaks.classIndex(of: $0)
      }
      scored[index.level] = sure
      found = certainty
      // The classes stay those of all scores, also of those that turn out to be unsure.
      shown = maps.map(sure.layer, given: drawn.innerBreaks)
    }
    let others = scored.keys.filter { $0 != index.level }.sorted()
    return MappedIndex(
      level: index.level, scored: scored, map: shown,
      wider: others.compactMap { level in
        scored[level].map { maps.map($0.layer, given: drawn.innerBreaks) }
      },
      certainty: found,
      agreements: agreements(
        scored, level: index.level, published: maps.published, areas: maps.document.areas,
        classIndex: { drawn.breaks.classIndex(of: $0) }))
  }

  /// The scale of an index: a frozen one, or one that is fitted to the values.
  private func fitted(
    _ index: PlannedIndex, _ own: [IndicatorLayer], names: [String?]?
  ) throws -> FittedIndex {
    let definition = index.definition
    let without = Set(index.choice.without.map(\.value))
    do {
      if let frozen = index.frozen {
        return FittedIndex(definition, frozen: frozen.parts, own, frames: names)
      }
      if definition.frame == .country, let table = country[index.level] {
        let evaluator = IndicatorEvaluator(table)
        return try FittedIndex(
          definition, definition.members.map { evaluator.layer($0.indicator) }, without: without)
      }
      return try FittedIndex(definition, own, without: without, frames: names)
    } catch {
      throw StudyRun.Failure.index(definition.id, error.sentence)
    }
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
