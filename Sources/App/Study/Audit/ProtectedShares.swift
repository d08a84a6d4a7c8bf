internal import Areas
internal import CSV
internal import Exports
internal import Geocoding
internal import Tables
internal import Tabulation

/// Percentages of origin, nationality or religion per area. They are kept apart from all figures: nothing
/// but the bias audit takes this type.
struct ProtectedShares {
  /// For each level the columns, one percentage per area; nil where there is none.
  let columns: [AreaLevel: [(name: String, shares: [Double?])]]
  /// The columns of which no share is above 1, though some are above 0: they may be parts of 1 for percentages.
  let partColumns: [String]

  /// Of more areas only the number is told.
  private static let mostCodes = 40

  /// That shares may be parts of 1, as a sentence for each column.
  var remarks: [String] {
    partColumns.map {
      "audit: no share in '\($0)' is above 1. If they are parts of 1, give percentages: else the means per group "
        + "are wrong."
    }
  }

  /// Reads the file that a study names for its audit.
  /// - Throws: ``StudyProblems``, or `CSVError`.
  init(_ audit: AuditSpecification, study: StudyFile, areas: AreaSet) throws {
    let file: CSVFile
    do {
      file = try RecordSource.open(audit.file.value)
    } catch {
      throw StudyProblems([
        study.problem(
          at: audit.file,
          .unusableFile(audit.file.value, reason: ErrorSentence.text(error, naming: false)))
      ])
    }
    var problems: [StudyProblem] = []
    let key = audit.key.flatMap {
      StudyInputs.column($0, of: file, study: study, problems: &problems)
    }
    let found = audit.columns.compactMap { column in
      StudyInputs.column(column, of: file, study: study, problems: &problems).map {
        FigureLayout.Column(name: column.value, index: $0)
      }
    }
    let codes = key ?? StudyInputs.Figures.key(of: file)
    if codes == nil, audit.key == nil {
      problems.append(
        study.problem(
          at: audit.file,
          .missingColumn(
            "buurtcode", file: file.path, nearest: nil,
            known: file.columnNames(asked: study.askedColumns))))
    }
    guard problems.isEmpty, let codes else { throw StudyProblems(problems) }
    let content = try FigureFile(
      file, layout: FigureLayout(key: .code(codes), columns: found), areas: areas)
    var columns: [AreaLevel: [(name: String, shares: [Double?])]] = [:]
    for layer in areas.layers {
      columns[layer.level] = found.map { column -> (name: String, shares: [Double?]) in
        let figures = content.figures[layer.level]?[column.name]
        return (
          column.name,
          figures?.map(\.number) ?? [Double?](repeating: nil, count: layer.areas.count)
        )
      }
    }
    for (column, place) in zip(found, audit.columns) {
      let all = columns.values.flatMap { $0.filter { $0.name == column.name }.flatMap(\.shares) }
      if all.contains(where: { !(0...100).contains($0 ?? 0) }) {
        problems.append(
          study.problem(
            at: place,
            .wrongType(key: "columns", expected: "columns with percentages, from 0 to 100")))
      }
    }
    if !content.contradictedCodes.isEmpty {
      let codes = content.contradictedCodes
      problems.append(
        study.problem(
          at: audit.file,
          .unusableFile(
            audit.file.value,
            reason: "it has several rows with different shares for "
              + codes.prefix(Self.mostCodes).joined(separator: ", ")
              + (codes.count > Self.mostCodes ? ", and \(codes.count - Self.mostCodes) more" : "")
              + ". Leave one row for each area.")))
    }
    partColumns = found.map(\.name).filter { name in
      let all = columns.values.flatMap { $0.filter { $0.name == name }.flatMap(\.shares) }
      return all.contains { ($0 ?? 0) > 0 } && all.allSatisfy { ($0 ?? 0) <= 1 }
    }
    guard content.matchedRows > 0 else {
      throw StudyProblems([
        study.problem(
          at: audit.file,
          .unusableFile(audit.file.value, reason: "none of its codes is one of the areas."))
      ])
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
    self.columns = columns
  }
}
