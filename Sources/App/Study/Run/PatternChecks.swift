internal import Composites
internal import Patterns
internal import Tables
internal import Tabulation

/// What is wrong with the questions about patterns of a study, seen beside the rest of it.
struct PatternChecks {
  private(set) var problems: [StudyProblem] = []

  init(_ study: StudyFile, indices: [PlannedIndex]) {
    for pattern in study.patterns {
      if pattern.question.statistic == .trend {
        checkTable(of: pattern, study)
      } else if let indicator = pattern.indicator {
        let known = study.indicators.map(\.id.value) + indices.map(\.definition.layerID)
        guard !known.contains(indicator.value) else { continue }
        problems.append(
          study.problem(
            at: indicator,
            .unknownWord(
              key: "indicator", given: indicator.value,
              nearest: nearestWord(to: indicator.value, among: known), allowed: known)))
      }
    }
  }

  private mutating func checkTable(of pattern: PatternSpecification, _ study: StudyFile) {
    guard let name = pattern.table else { return }
    guard let table = study.tables.first(where: { $0.id == name.value }) else {
      let known = study.tables.map(\.id)
      problems.append(
        study.problem(
          at: name,
          .unknownWord(
            key: "table", given: name.value, nearest: nearestWord(to: name.value, among: known),
            allowed: known)))
      return
    }
    switch table.period {
    case .year, .quarter: break
    case .month, nil:
      problems.append(
        study.problem(
          at: name, .tableWithoutPeriods(table: table.id, isByMonth: table.period != nil)))
    }
    if (table.category == nil) != (pattern.category == nil) {
      problems.append(
        study.problem(
          at: pattern.category ?? name,
          .categoryOfTable(table: table.id, isMissing: pattern.category == nil)))
    }
  }
}
