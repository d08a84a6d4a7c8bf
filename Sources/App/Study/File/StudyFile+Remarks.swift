internal import Cartography
internal import Disclosure
internal import Geocoding
internal import Governance

extension StudyFile {
  /// What is allowed and seldom meant, as sentences; empty when nothing is.
  public var remarks: [String] { yearRemarks + keyRemarks + termRemarks }

  /// Boundaries of an edition hold from 1 January of its year: a study of another year counts what
  /// happened in areas that were not there yet, or no longer. The day before and the day after that year
  /// are as good.
  private var yearRemarks: [String] {
    guard let first = RecordDate(year: edition - 1, month: 12, day: 31),
      let last = RecordDate(year: edition + 1, month: 1, day: 1),
      !(first...last).contains(peildatum)
    else { return [] }
    return [
      """
      peildatum \(peildatum.text) and the areas are of different years: the boundaries are those of \
      1 January \(edition). Take the areas of the year of the peildatum where they are to be had.
      """
    ]
  }

  /// Terms that are over, and results that are never looked at again. Reads the clock.
  private var termRemarks: [String] {
    let over = dataSets.compactMap { data -> String? in
      guard let term = data.declaration?.value.retention, let last = Retention.lastDay(in: term),
        last.day < Today.day
      else { return nil }
      return """
        the retention of '\(data.id)' names \(last.words(.en)), which has passed: destroy the file, or state the \
        term that holds.
        """
    }
    guard lacksLastDay else { return over }
    return over + [
      """
      no 'expires': data that are not open go into results for \(audience.words(.en)), and nothing says until \
      when these hold. Name the last day: 'expires: 2027-06-30'.
      """
    ]
  }

  /// Whether data that are not open go into results for others, and nothing says until when these hold.
  var lacksLastDay: Bool { expires == nil && audience != .intern && dataClass > .open }

  /// What is lost without a key.
  private var keyRemarks: [String] {
    guard toldInputs == .nothing else { return [] }
    return [
      """
      no 'key': provenance.json tells no hash of \(closedInputs.joined(separator: ", ")), since a small file \
      can be guessed by it. So 'verify' cannot tell a changed input from changed results, and 'merge' not \
      whether two cities counted one file. Make a key with 'wijkzicht key --out sleutel.key' and name it: \
      'key: sleutel.key'.
      """
    ]
  }
}

extension StudyFile {
  /// That nobody looks whether results go together with where people come from, as a sentence: of results
  /// for others that put areas in an order, groups or types, or rest on data of police or justice. Nil when
  /// there are none, or the study asks for a bias audit.
  public var auditRemark: String? {
    guard isWithoutAudit else { return nil }
    return """
      no 'audit': whether the results go together with origin, nationality or religion is not looked at \
      (Documentation/quality.md#bias-audit).
      """
  }

  var isWithoutAudit: Bool {
    guard audit == nil, audience != .intern else { return false }
    let rests = dataSets.contains { ($0.declaration?.value.dataClass ?? .open) >= .police }
    let hasSectors = sectors.map { !$0.groups.isEmpty && !$0.measures.isEmpty } ?? false
    return rests || !indices.isEmpty || !patterns.isEmpty || hasTypes || hasSectors
  }
}

extension StudyRun {
  /// What is seldom meant of results that are released, as sentences.
  var releaseRemarks: [String] {
    guard release != nil, study.hidesInputs, !study.records.isEmpty, study.ledger == nil else {
      return []
    }
    return [
      """
      released without a 'ledger': later publications of the same records cannot mind what this one tells. \
      Name a file for it: 'ledger: grootboek.jsonl'.
      """
    ]
  }
}
