internal import Areas
internal import Comparison
internal import Disclosure
internal import Indicators
internal import Patterns
internal import SpatialStatistics
internal import Tables
internal import Tabulation

/// Open figures of the gemeenten of a study and of those around them.
struct Surroundings {
  let areas: AreaLayer
  let layers: [IndicatorLayer]
  let inhabitants: [Double?]
  /// The neighbouring gemeenten of each gemeente of the study, by code.
  let neighbours: [String: Set<String>]
}

extension StudyRun {
  /// The open indicators of the study at its level, also of neighbouring gemeenten as far as they are
  /// among the areas; nil when the areas have no inhabitants.
  ///
  /// Records and delivered counts take no part: neighbouring gemeenten have none, and with other areas
  /// beside them other counts would have to be hidden than in the study itself.
  func surroundings(tasks: Int) async throws -> Surroundings? {
    let (plan, inputs, all, kept, checks) = try prepared()
    guard let everywhere = all[study.level] else { return nil }
    let codes = Set(kept.gemeenten.map(\.code))
    let graph = try SpatialWeights.contiguity(.queen, Outlines(everywhere.areas))
    var neighbours: [String: Set<String>] = [:]
    for (area, own) in everywhere.areas.enumerated() where codes.contains(own.gemeentecode) {
      for other in graph.neighbours(of: area) {
        let code = everywhere.areas[Int(other)].gemeentecode
        if code != own.gemeentecode { neighbours[own.gemeentecode, default: []].insert(code) }
      }
    }
    let wanted = neighbours.values.reduce(codes) { $0.union($1) }
    var report = StudyReport()
    let areas = try repaired(
      AreaSet(
        edition: all.edition,
        layers: [everywhere.filtered { wanted.contains($0.gemeentecode) }],
        isSchematic: all.isSchematic), checks, report: &report)
    guard let layer = areas[study.level] else { return nil }
    var bases = [study.level: BaseTable(layer)]
    addFigures(of: areas, to: &bases)
    // Names might be those of areas in several gemeenten here, where the study has one.
    try addFigureFiles(
      inputs.figures.filter { $0.specification.kind == .open && $0.specification.name == nil },
      plan: plan, areas: areas, to: &bases, report: &report)
    try await addPoints(inputs.records, plan: plan, areas: areas, tasks: tasks, to: &bases)
    let evaluated = try borders(plan, areas: areas)[study.level] ?? []
    guard
      let table = bases[study.level].map({
        PublishedTable($0, for: study.audience, rule: countRule)
      }),
      let inhabitants = table.columns[StudyComparison.inhabitantsColumn]
    else { return nil }
    let open = plan.indicators.map(\.indicator).filter {
      !plan.isProtected($0) && StudyComparison.isInProfiles($0)
    }
    return Surroundings(
      areas: layer, layers: open.map { IndicatorEvaluator(table, neighbours: evaluated).layer($0) },
      inhabitants: inhabitants.figures.map { $0.number }, neighbours: neighbours)
  }
}
