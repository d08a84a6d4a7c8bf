internal import GeoJSON
internal import Ledger
internal import Provenance

/// The ledger of a linkage: what earlier linkages said, and what this one adds.
struct LinkageLedger {
  /// The ledger as far as it is minded.
  private let ledger: PublicationLedger
  private let path: String
  /// Whether the results stand in it already.
  private let isPast: Bool

  /// Reads a ledger.
  /// - Parameter release: of results that stand in it already, which were made with what stood before them.
  /// - Throws: `PublicationLedger.Damage` or `FileError`.
  init(path: String, release: StudyRelease?) throws {
    let all = try PublicationLedger(path: path)
    let place = release.flatMap { all.place(of: $0.outputs) }
    self.path = path
    isPast = place != nil
    ledger = all.prefix(place ?? all.entries.count)
  }

  /// Its name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// How many earlier linkages there are.
  var linkages: Int { ledger.entries.count { $0.linkage != nil } }

  /// Looks whether something can be said beside what earlier linkages said.
  /// - Throws: ``LinkageConflict``.
  func check(_ said: LedgerEntry.Linkage) throws(LinkageConflict) {
    for entry in ledger.entries {
      guard let earlier = entry.linkage, said.isOfSameRegister(as: earlier),
        let conflict = said.conflict(with: earlier)
      else { continue }
      throw LinkageConflict(
        ledger: path, entry: entry.entry, outputs: entry.outputs, then: earlier,
        isSameFile: said.isOfSameFile(as: earlier), conflict: conflict)
    }
  }

  /// What provenance tells of the ledger: by its head it is known what the results were built upon.
  var fact: ProvenanceRecord.Fact {
    get throws {
      .facts([
        ("name", .scalar(.text(name))),
        ("entries", .scalar(.integer(Int64(ledger.entries.count)))),
        ("head", .scalar(.text(try ledger.head))),
      ])
    }
  }

  /// The ledger with these results, ready to take its place; nil when they are no release, or stand in it
  /// already.
  func addition(
    _ said: LedgerEntry.Linkage, of release: StudyRelease?, years: ClosedRange<Int>
  ) throws -> StudyLedger.Addition? {
    guard let release, !isPast else { return nil }
    let next = try ledger.adding(
      study: release.name, peildatum: "\(years.upperBound)-12-31", audience: release.audience,
      edition: years.upperBound, outputs: release.outputs, records: [], linkage: said)
    return try StudyLedger.Addition(path: path, before: ledger, bytes: next.bytes)
  }
}

/// Why a linkage cannot be told beside an earlier one of the same register.
struct LinkageConflict: Error {
  /// The file of the ledger.
  let ledger: String
  /// The place of the earlier one.
  let entry: Int
  /// What was released then.
  let outputs: String
  /// What it said.
  let then: LedgerEntry.Linkage
  /// Whether the register of the untraceable is the same file; nil when that is not known.
  let isSameFile: Bool?
  /// What cannot stand beside it.
  let conflict: LedgerEntry.Linkage.Conflict

  var sentence: String {
    """
    ledger '\(ledger)', entry \(entry) (released as \(outputs.prefix(12))…): the same register of untraceable \
    persons was counted then. \(conflict.sentence(then: then, isSameFile: isSameFile)) Nothing was written.
    """
  }
}

extension LedgerEntry.Linkage.Conflict {
  fileprivate func sentence(then: LedgerEntry.Linkage, isSameFile: Bool?) -> String {
    func text(_ years: ClosedRange<Int>) -> String {
      years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
    }
    // The years that were not told of yet, those after first.
    func rest(_ now: ClosedRange<Int>, _ then: ClosedRange<Int>) -> ClosedRange<Int>? {
      if now.upperBound > then.upperBound { return then.upperBound + 1...now.upperBound }
      return now.lowerBound < then.lowerBound ? now.lowerBound...then.lowerBound - 1 : nil
    }
    switch self {
    case .years(let now, let earlier):
      return """
        It told of \(text(earlier)) together, and now \(text(now)) is asked, which shares years with that: what is \
        hidden in one could follow from both. Take \(text(earlier)) together again, or \
        \(rest(now, earlier).map { "\(text($0)) alone" } ?? "years after or before").
        """
    case .areas(let years):
      return """
        It told of \(text(years)) over other areas: by \(then.areas.wijken.isEmpty ? "gemeente" : "wijk") in \
        \(then.areas.gemeenten.joined(separator: ", ")). What is hidden in one could follow from both. Count over \
        the areas of then, or other years.
        """
    case .rule(let years):
      return """
        It told of \(text(years)) by another rule: under \(then.rule.minimum) hidden, others rounded to \
        \(then.rule.rounding). Declare the classes and audience of then, or count other years.
        """
    case .persons(let years):
      return
        "Of \(text(years)) it told other numbers of untraceable persons, or hid others."
        + Self.file(isSameFile)
        + " Count the register as it was then, with the schemes of then beside new ones, or other years."
    case .scheme(let name, let years):
      return
        "Of \(text(years)) it told other numbers of '\(name)'. Count the registers as they were "
        + "then, leave '\(name)' out, or count other years."
    }
  }

  private static func file(_ isSame: Bool?) -> String {
    switch isSame {
    case true?:
      " The file of the register is the same, so another scheme needs other numbers hidden."
    case false?: " The register has another content than then."
    case nil: ""
    }
  }
}
