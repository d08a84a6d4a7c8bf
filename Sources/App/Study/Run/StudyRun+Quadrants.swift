internal import Cartography
internal import Comparison
internal import Exports
internal import Indicators

extension StudyRun {
  /// Opportunity against resilience: the first index of either theme, when both are of one level.
  static func quadrants(of indices: [MappedIndex]) -> Quadrants? {
    func layer(_ theme: Indicator.Theme) -> IndicatorLayer? {
      indices.first { $0.map.layer.indicator.theme == theme }?.map.layer
    }
    guard let opportunity = layer(.gelegenheid), let resilience = layer(.weerbaarheid) else {
      return nil
    }
    return Quadrants(opportunity: opportunity, resilience: resilience)
  }

  /// The files of quadrants that are wanted.
  static func quadrantPages(
    _ report: QuadrantReport, choice: StudyExport.Choice
  ) throws -> [StudyExport.Page] {
    let files = try (choice.geoJSON ? report.maps() : []) + (choice.csv ? [report.table] : [])
    return files.map { file in StudyExport.Page(name: file.name) { file.bytes } }
  }
}

extension StudyReport.Quadrants {
  /// Counts quadrants.
  init(_ quadrants: Quadrants) {
    self.init(
      level: quadrants.opportunity.level,
      counts: Quadrants.Quadrant.allCases.map { ($0.rawValue, quadrants.count($0)) },
      unsureCount: quadrants.statuses.count { $0 == .fewData })
  }
}
