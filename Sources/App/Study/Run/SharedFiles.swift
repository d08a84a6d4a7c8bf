internal import Disclosure
internal import Tabulation

/// Records of a study that are the same table under two names, packed or written in the same way or not, for an audience
/// from which counts are hidden: what is said of each is looked at by itself, so that one would tell what the other
/// hides. And figures said to be open of which the table is one of records that are not, or the numbers those of counts.
struct SharedFiles {
  private(set) var problems: [StudyProblem] = []

  /// - Throws: `FileError` or `CSVError`.
  init(_ inputs: StudyInputs, study: StudyFile) throws {
    guard DisclosureRule.rule(for: study.audience) != nil else { return }
    let counts = inputs.figures.filter { $0.specification.kind == .counts }
    let closed = inputs.records.filter { !$0.specification.isOpen }
    var records: [(id: String, identity: RecordIdentity)] = []
    if inputs.records.count > 1 {
      for input in inputs.records {
        let own = input.specification
        let identity = try RecordIdentity(input)
        if let first = records.first(where: { $0.identity.isSame(as: identity) }) {
          problems.append(
            study.problem(at: own.file, .sameRecords(first: first.id, second: own.id)))
        }
        records.append((own.id, identity))
      }
    }
    guard !counts.isEmpty || !closed.isEmpty else { return }
    // Beside counts a table may have columns that everybody may know.
    let hidden: [(id: String, identity: RecordIdentity, columns: Set<Int>?)] =
      try counts.map { ($0.specification.id, try RecordIdentity($0), $0.numberColumns) }
      + closed.map { ($0.specification.id, try RecordIdentity($0), nil) }
    for input in inputs.figures where input.specification.kind == .open {
      let own = input.specification
      let identity = try RecordIdentity(input)
      let first = hidden.first {
        $0.identity.isSame(as: identity)
          && $0.columns?.isDisjoint(with: input.numberColumns) != true
      }
      if let first {
        problems.append(
          study.problem(at: own.file, .countsAsOpen(hidden: first.id, open: own.id)))
      }
    }
  }
}

extension StudyInputs.Figures {
  /// The columns of the file with the numbers.
  fileprivate var numberColumns: Set<Int> { Set(layout.columns.map(\.index)) }
}
