internal import Areas
internal import Composites
internal import Disclosure
internal import Tabulation

extension StudyRun {
  /// Open figures of all areas that were read, for indices that compare with the whole country; nothing when
  /// none does.
  func country(
    _ plan: StudyPlan, inputs: StudyInputs, all: AreaSet
  ) throws -> [AreaLevel: PublishedTable] {
    let levels = Set(
      plan.indices.filter { $0.definition.frame == .country && $0.frozen == nil }.map(\.level))
    guard !levels.isEmpty else { return [:] }
    let areas = AreaSet(
      edition: all.edition, layers: all.layers.filter { levels.contains($0.level) },
      isSchematic: all.isSchematic)
    var bases = Dictionary(
      uniqueKeysWithValues: areas.layers.map { ($0.level, BaseTable($0)) })
    addFigures(of: areas, to: &bases)
    var report = StudyReport()
    // Names might be those of areas in several gemeenten here, where the study has one.
    try addFigureFiles(
      inputs.figures.filter { $0.specification.kind == .open && $0.specification.name == nil },
      plan: plan, areas: areas, to: &bases, report: &report)
    return bases.mapValues { PublishedTable($0, for: study.audience, rule: countRule) }
  }
}
