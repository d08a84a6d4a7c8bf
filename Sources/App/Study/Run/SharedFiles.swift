internal import Disclosure

/// Records of a study that are the same table under two names, packed or written in the same way or not, for an audience from which counts are hidden: what is
/// said of each is looked at by itself, so that one would tell what the other hides.
struct SharedFiles {
  private(set) var problems: [StudyProblem] = []

  /// - Throws: `FileError` or `CSVError`.
  init(_ records: [StudyInputs.Records], study: StudyFile) throws {
    guard DisclosureRule.rule(for: study.audience) != nil, records.count > 1 else { return }
    var known: [(id: String, identity: RecordIdentity)] = []
    for input in records {
      let own = input.specification
      let identity = try RecordIdentity(input)
      if let first = known.first(where: { $0.identity.isSame(as: identity) }) {
        problems.append(
          study.problem(at: own.file, .sameRecords(first: first.id, second: own.id)))
      }
      known.append((own.id, identity))
    }
  }
}
