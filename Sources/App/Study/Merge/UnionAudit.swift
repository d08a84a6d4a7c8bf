internal import Disclosure
internal import Ledger

/// Whether what several results say together tells more than each of them.
///
/// Each result was audited by itself. Of areas that no other result has, the others say nothing, as long as
/// the records are others too: no sum of one goes over records of another, so the intervals that can be
/// derived of both together are those of each. What is left are files that more than one counted: of these
/// each result tells how many records belong to gemeenten that are not its own, and that is a sum over those
/// of the others.
public struct UnionAudit: Sendable {
  /// A gemeente of which another result tells more than its own.
  public struct Leak: Hashable, Sendable {
    /// The records.
    let records: String
    let gemeentecode: String
    /// The result that tells.
    let path: String
    /// The most records that it can have by what is told.
    let most: Int

    var sentence: String {
      "records '\(records)' were counted from one file by several cities, and '\(path)' tells of "
        + "\(gemeentecode) that at most \(most) of them are there: more than its own results tell, which "
        + "hide counts of them."
    }
  }

  /// How many statements were looked at.
  let statements: Int
  /// Files that more than one result counted, by their names in the studies.
  let sharedRecords: [String]

  /// - Throws: ``StudyMerge/Failure/unsafe(_:)``.
  init(_ parts: [MergePart]) throws(StudyMerge.Failure) {
    statements = parts.reduce(0) { total, part in
      total + part.study.records.reduce(0) { $0 + $1.said.statements.count }
    }
    var files: [String: [Counted]] = [:]
    for part in parts {
      for records in part.study.records {
        guard let hash = records.said.sha256 else { continue }
        files["\(hash) \(records.said.part ?? "")", default: []]
          .append(Counted(part, records))
      }
    }
    var leaks: [Leak] = []
    var shared: Set<String> = []
    for (_, users) in files.sorted(by: { $0.key < $1.key }) where users.count > 1 {
      shared.formUnion(users.map(\.id))
      for user in users {
        let others = users.filter { $0.path != user.path }.flatMap(\.gemeenten)
        let least = others.reduce(0) { $0 + $1.least }
        leaks += others.compactMap { other in
          let left = user.elsewhere - (least - other.least)
          return other.hides && left < other.most
            ? Leak(records: user.id, gemeentecode: other.code, path: user.path, most: left) : nil
        }
      }
    }
    guard leaks.isEmpty else { throw .unsafe(leaks) }
    sharedRecords = shared.sorted()
  }

  /// What a result says of one source of records.
  private struct Counted {
    /// A gemeente, and how many of the records can lie in it by its own results.
    struct Gemeente {
      let code: String
      let least: Int
      /// So many that each hidden count can be all that a hidden one can be: a total that is not told leaves
      /// room for all of them.
      let most: Int
      let hides: Bool
    }

    let path: String
    let id: String
    /// The most records that can belong to other gemeenten.
    let elsewhere: Int
    let gemeenten: [Gemeente]

    init(_ part: MergePart, _ records: SavedStudy.Records) {
      let said = records.said
      path = part.path
      id = said.id
      elsewhere = records.elsewhere.upperBound
      let hides = said.statements.contains { $0.said.contains(.hidden) }
      let small = (part.publication.rule?.minimumCount ?? 1) - 1
      let owners = Dictionary(
        part.study.layers.flatMap(\.areas).map { ($0.code, $0.gemeentecode) },
        uniquingKeysWith: { first, _ in first })
      let placing = said.statements.filter { $0.what == .placing }.map { statement in
        (
          level: statement.level,
          counts: zip(said.areas[statement.level] ?? [], statement.said).map {
            (code: $0, bounds: Self.bounds($1, small: small))
          }
        )
      }
      let total = placing.first { $0.level == "gemeente" }
      let parts = placing.first { $0.level != "gemeente" }
      let codes = part.study.gemeenten.keys.sorted()
      let whole = said.statements.first { $0.what == .placed && codes.count == 1 }?.said.first
        .map { Self.bounds($0, small: small) }
      gemeenten = codes.map { code in
        let placed = total?.counts.first { $0.code == code }?.bounds
        if let told = [placed, whole].compactMap(\.self).first(where: \.isTold) {
          return Gemeente(code: code, least: told.least, most: told.most, hides: hides)
        }
        let own = parts?.counts.filter { owners[$0.code] == code }.map(\.bounds) ?? []
        return Gemeente(
          code: code, least: own.reduce(0) { $0 + $1.least },
          most: max(small, own.reduce(0) { min($0 + $1.most, 1 << 40) }), hides: hides)
      }
    }

    private static func bounds(
      _ said: SaidCount, small: Int
    ) -> (least: Int, most: Int, isTold: Bool) {
      switch said {
      case .between(let lower, let upper): (lower, upper ?? 1 << 40, true)
      case .hidden, .nothing: (0, small, false)
      }
    }
  }
}
