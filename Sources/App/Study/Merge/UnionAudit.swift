internal import Disclosure
internal import Ledger

/// Whether what several results say together tells more than each of them.
///
/// Each result was audited by itself. Of areas that no other result has, the others say nothing, as long as
/// the records are others too: no sum of one goes over records of another, so the intervals that can be
/// derived of both together are those of each. Of a file that more than one counted, what one says can fix
/// what another hides, so none of them may hide anything of it.
public struct UnionAudit: Sendable {
  /// Records that several results counted from one file, and of which one of them hides counts.
  public struct SharedFile: Hashable, Sendable {
    /// A result, and what the records are called there.
    struct User: Hashable, Sendable {
      let path: String
      let records: String
      let hides: Bool
    }

    let users: [User]

    var sentence: String {
      let names = users.map { "'\($0.records)' in '\($0.path)'" }
      var seen: Set<String> = []
      let hiding = users.filter(\.hides).map { "'\($0.path)'" }.filter { seen.insert($0).inserted }
      return "records \(names.joined(separator: " and ")) were counted from one file, and "
        + "\(hiding.joined(separator: " and ")) \(hiding.count == 1 ? "hides" : "hide") counts of it, which "
        + "could be derived from both together."
    }
  }

  /// How many statements were looked at.
  let statements: Int
  /// Files that more than one result counted, by their names in the studies; none hides counts of them.
  let sharedRecords: [String]
  /// Records of which cannot be seen whether another result counted the same file, by their names in the
  /// studies: their files have no identity, or one by a key that the other has not.
  let unknownRecords: [String]

  /// - Throws: ``StudyMerge/Failure/unsafe(_:)``.
  init(_ parts: [MergePart]) throws(StudyMerge.Failure) {
    statements = parts.reduce(0) { total, part in
      total + part.study.records.reduce(0) { $0 + $1.statements.count }
    }
    var files: [String: [(sheet: String?, user: SharedFile.User)]] = [:]
    for part in parts {
      for records in part.study.records {
        let hides = records.statements.contains { $0.said.contains(.hidden) }
        for name in records.file.names {
          files["\(name.way) \(name.value)", default: []].append(
            (name.part, SharedFile.User(path: part.path, records: records.id, hides: hides)))
        }
      }
    }
    var derivable: [SharedFile] = []
    var shared: Set<String> = []
    for (_, users) in files.sorted(by: { $0.key < $1.key }) {
      // Without a name of a sheet it may be any of them.
      let common = users.filter { one in
        users.contains {
          $0.user.path != one.user.path
            && ($0.sheet == one.sheet || $0.sheet == nil || one.sheet == nil)
        }
      }.map(\.user)
      guard !common.isEmpty else { continue }
      shared.formUnion(common.map(\.records))
      let file = SharedFile(users: common)
      if common.contains(where: \.hides), !derivable.contains(file) { derivable.append(file) }
    }
    guard derivable.isEmpty else { throw .unsafe(derivable) }
    sharedRecords = shared.sorted()
    unknownRecords = Self.unknown(parts)
  }

  /// The records that have no way of being known in common with records of another part.
  private static func unknown(_ parts: [MergePart]) -> [String] {
    let ways = parts.map { part in
      part.study.records.map { records in
        (records.id, Set(records.file.names.map(\.way)))
      }
    }
    var unknown: Set<String> = []
    for place in ways.indices {
      let others = ways.enumerated().filter { $0.offset != place }.flatMap(\.element)
      for (id, own) in ways[place] where others.contains(where: { own.isDisjoint(with: $0.1) }) {
        unknown.insert(id)
      }
    }
    return unknown.sorted()
  }
}
