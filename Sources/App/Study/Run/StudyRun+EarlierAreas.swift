internal import Areas

extension StudyRun {
  /// The areas of other years that the study names, the earliest first, or notes what is wrong with them; none where
  /// no ledger is minded.
  func areasOfOtherYears(problems: inout [StudyProblem]) -> [AreaSet] {
    guard let first = study.earlierAreas.first, study.ledger != nil, countRule != nil else {
      return []
    }
    let paths = study.earlierAreas.map(\.value)
    do {
      let editions = try AreaReader(required: []).readEditions(paths)
      if editions.contains(where: { $0.edition.year == study.edition }) {
        problems.append(
          study.problem(
            at: first,
            .wrongType(
              key: "earlier",
              expected: "areas of other years than that of the study, \(study.edition)")))
      }
      return editions
    } catch {
      problems.append(
        study.problem(
          at: first,
          .unusableFile(
            paths.joined(separator: ", "), reason: ErrorSentence.text(error, naming: false))))
      return []
    }
  }
}
