internal import Bytes
internal import Indicators

/// The indicators that a study brings itself, in files of the form of the catalogue.
struct OwnIndicators {
  private(set) var problems: [StudyProblem] = []
  private(set) var indicators: [Indicator] = []
  private(set) var paths: [String: String] = [:]
  /// The choices of the study, with the ids of those that could be read.
  private(set) var choices: [IndicatorChoice]

  init(_ study: StudyFile, geodata: Geodata) {
    choices = study.indicators
    guard choices.contains(where: { $0.file != nil }) else { return }
    let loader = IndicatorLoader(
      geodata.sectors, aliases: geodata.aliases, units: geodata.units, known: geodata.indicators,
      lineage: geodata.lineage)
    var ids: [Int: String] = [:]
    for (place, choice) in choices.enumerated() {
      guard let path = choice.file else { continue }
      guard PathTarget.exists(path) else {
        problems.append(study.problem(at: choice.id, .missingFile(path)))
        continue
      }
      ids[place] = loader.add(path)
    }
    problems += loader.load()
    indicators = loader.indicators.values.sorted { $0.id < $1.id }
    paths = loader.paths
    choices = choices.enumerated().compactMap { place, choice in
      guard choice.file != nil else { return choice }
      guard let id = ids[place], loader.indicators[id] != nil else { return nil }
      var choice = choice
      choice.id = Located(id, line: choice.id.line, column: choice.id.column)
      return choice
    }
  }
}
