internal import CSV
internal import Disclosure
internal import Tabulation

/// Tables that a study reads under two names, however packed or written, for an audience from which counts are hidden.
///
/// Of records under two names each is looked at by itself, so that one would tell what the other hides; so would
/// figures said to be open that are a table of records which are not, or the numbers of counts.
struct SharedFiles {
  private(set) var problems: [StudyProblem] = []

  /// - Throws: `FileError` or `CSVError`.
  /// - Complexity: O(bytes) of the tables that have the columns of another one; others are not read.
  init(_ inputs: StudyInputs, study: StudyFile) throws {
    guard DisclosureRule.rule(for: study.audience) != nil else { return }
    let records = inputs.records.map { input in
      Known(id: input.specification.id, header: input.file.header) { try RecordIdentity(input) }
    }
    for (place, input) in inputs.records.enumerated() {
      if let first = try records[..<place].first(where: { try $0.isSame(as: records[place]) }) {
        problems.append(
          study.problem(
            at: input.specification.file,
            .sameRecords(first: first.id, second: input.specification.id)))
      }
    }
    let counts = inputs.figures.filter { $0.specification.kind == .counts }
    // Beside counts a table may have columns that everybody may know.
    let hidden: [(known: Known, columns: Set<Int>?)] =
      counts.map { (Known($0), $0.numberColumns) }
      + zip(records, inputs.records).filter { !$1.specification.isOpen }.map { ($0.0, nil) }
    for input in inputs.figures where input.specification.kind == .open {
      let own = Known(input)
      let first = try hidden.first {
        let mayBeOthers = $0.columns?.isDisjoint(with: input.numberColumns) ?? false
        return try !mayBeOthers && $0.known.isSame(as: own)
      }
      if let first {
        problems.append(
          study.problem(
            at: input.specification.file, .countsAsOpen(hidden: first.known.id, open: own.id)))
      }
    }
  }

  /// A table that is hashed when it has the columns of another one, and once.
  private final class Known {
    let id: String
    private let header: [String]
    private let read: () throws -> RecordIdentity
    private var identity: RecordIdentity?

    init(id: String, header: [String], read: @escaping () throws -> RecordIdentity) {
      self.id = id
      self.header = header
      self.read = read
    }

    convenience init(_ input: StudyInputs.Figures) {
      self.init(id: input.specification.id, header: input.file.header) {
        try RecordIdentity(input)
      }
    }

    func isSame(as other: Known) throws -> Bool {
      guard header == other.header else { return false }
      return try found().isSame(as: other.found())
    }

    private func found() throws -> RecordIdentity {
      if let identity { return identity }
      let own = try read()
      identity = own
      return own
    }
  }
}

extension StudyInputs.Figures {
  /// The columns of the file with the numbers.
  fileprivate var numberColumns: Set<Int> { Set(layout.columns.map(\.index)) }
}
