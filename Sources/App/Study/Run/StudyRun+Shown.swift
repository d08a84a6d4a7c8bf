internal import Areas
internal import Composites
internal import Indicators

/// What a study shows, as far as its file and the catalogue tell.
extension StudyRun {
  /// The study worked out from its file; what is wrong with it is told where it is run.
  var plan: StudyPlan {
    var problems: [StudyProblem] = []
    return StudyPlan(study, geodata: geodata, sectors: sectors, problems: &problems)
  }

  /// The levels of maps and tables that the study asks for, the finest first.
  var shownLevels: [AreaLevel] {
    let plan = plan
    var levels = Set(plan.indicators.map(\.level))
    levels.formUnion(
      plan.indicators.flatMap { plan.otherLevels[$0.indicator.id] ?? [] })
    levels.formUnion(plan.indices.map(\.level))
    levels.formUnion(study.tables.map { $0.level ?? study.level })
    if study.hasTypes || levels.isEmpty { levels.insert(study.level) }
    return levels.sorted()
  }

  /// Whether numbers of records are added up.
  var addsUp: Bool {
    let plan = plan
    return plan.indicators.contains { $0.indicator.addsUp }
      || plan.indices.contains { $0.definition.members.contains { $0.indicator.addsUp } }
      || study.tables.contains(where: \.measure.isSum)
  }
}
