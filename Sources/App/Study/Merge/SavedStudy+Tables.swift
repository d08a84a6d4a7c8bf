internal import Areas
internal import Governance
internal import Patterns
internal import Tabulation

extension SavedStudy.Table {
  init(_ table: TableSpecification, levels: [AreaLevel]) {
    id = table.id
    title = table.title
    records = table.records.value
    switch table.measure {
    case .count: (measure, column) = ("count", nil)
    case .distinct(let name): (measure, column) = ("distinct", name)
    case .sum(let name): (measure, column) = ("sum", name)
    }
    category = table.category?.value
    period = table.period?.rawValue
    self.levels = levels.map(\.rawValue)
    hasTotals = table.hasTotals
    methodBreaks = table.methodBreaks
  }

  /// How dates are cut into periods; nil without periods.
  var cut: PeriodCut? { period.flatMap(PeriodCut.init) }
}

extension SavedStudy.DataSet {
  init(_ data: StudyDataSet, in study: StudyFile) {
    let claim = data.declaration?.value
    let figures = study.figures.first { $0.id == data.id && data.figures != nil }
    id = data.id
    source = data.source
    isSynthetic =
      figures?.isSynthetic ?? study.records.first { $0.id == data.id }?.isSynthetic ?? false
    isOpen = data.isOpen
    edition = figures?.edition.value
    dataClass = claim?.dataClass.rawValue
    controller = claim?.controller
    legalBasis = claim?.legalBasis
    retention = claim?.retention
  }
}

extension SavedStudy {
  /// Whether names of tables can be those of their files, and periods and breaks are such as a study has.
  var areTablesSound: Bool {
    let known = Set(layers.map(\.level))
    return Set(tables.map(\.id)).count == tables.count
      && tables.allSatisfy { table in
        isName(table.id) && !table.levels.isEmpty && known.isSuperset(of: table.levels)
          && ["count", "distinct", "sum"].contains(table.measure)
          && (table.column == nil) == (table.measure == "count")
          && table.period == table.cut?.rawValue
          && table.methodBreaks.allSatisfy { table.cut?.number(ofLabel: $0) != nil }
      }
  }

  /// Whether a question is asked of something that can answer it.
  func isAnswerable(_ pattern: Pattern) -> Bool {
    guard pattern.question.statistic == .trend else {
      return pattern.indicator != nil && pattern.table == nil
    }
    return pattern.indicator == nil && tables.contains { $0.id == pattern.table && $0.cut != nil }
  }
}
