internal import Disclosure

/// Records of a study that are the same file under two names, for an audience from which counts are hidden: what is
/// said of each is looked at by itself, so that one would tell what the other hides.
struct SharedFiles {
  private(set) var problems: [StudyProblem] = []

  /// - Throws: `FileError`.
  init(_ records: [StudyInputs.Records], study: StudyFile) throws {
    guard DisclosureRule.rule(for: study.audience) != nil, records.count > 1 else { return }
    var known: [(id: String, identity: RecordIdentity)] = []
    for input in records {
      let own = input.specification
      let identity = try RecordIdentity(own)
      if let first = known.first(where: { $0.identity.canBe(identity) }) {
        problems.append(
          study.problem(at: own.file, .sameRecords(first: first.id, second: own.id)))
      }
      known.append((own.id, identity))
    }
  }
}
