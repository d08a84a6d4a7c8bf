internal import Bytes
internal import Cartography
internal import GeoJSON
public import Geocoding
internal import Yams

/// Why results that go together with protected shares are published all the same, finding by finding, and
/// who answers for it.
///
/// ```yaml
/// justification:
///   name: B. de Boer
///   role: functionaris gegevensbescherming
///   date: 2026-11-30
///   findings:
///     - {result: index_…, column: …, gemeentecode: GM0344, correlation: -0.62, reason: …}
///   not_tested:
///     - {result: patroon_…, column: …, reason: …}
///     - {result: index_…, column: …, gemeentecode: GM0344, reason: …}
/// ```
public struct BiasJustification: Hashable, Sendable {
  /// The reason for one finding.
  public struct Finding: Hashable, Sendable {
    /// The result, as `vertekening.csv` names it.
    public let result: String
    /// The protected column.
    public let column: String
    /// The gemeente; nil for all areas together.
    public let gemeentecode: String?
    /// The rank correlation that the reason is about, with two decimals.
    public let correlation: Double
    /// Why the result is published.
    public let reason: String

    /// The finding without its reason, for messages.
    var words: String {
      BiasAudit.Row(
        layer: result, column: column, gemeentecode: gemeentecode, correlation: correlation
      ).words
    }

    /// Whether this is about a result of an audit, whatever the correlation.
    func isAbout(_ row: BiasAudit.Row) -> Bool {
      result == row.layer && column == row.column && gemeentecode == row.gemeentecode
    }

    /// Whether the correlation is the same to two decimals.
    func hasCorrelation(of row: BiasAudit.Row) -> Bool {
      abs(correlation - (row.correlation ?? 0)) <= 0.005 + 1e-9
    }
  }

  /// The reason for one result that could have been tested and was not.
  public struct NotTested: Hashable, Sendable {
    /// The result.
    public let result: String
    /// The protected column.
    public let column: String
    /// The gemeente in which it was not tested; nil when it was nowhere.
    public let gemeentecode: String?
    /// Why the result is published.
    public let reason: String

    /// Whether this is about a result.
    func isAbout(_ untested: BiasAudit.Untested) -> Bool {
      result == untested.result && column == untested.column
        && gemeentecode == untested.gemeentecode
    }
  }

  /// Who answers for it.
  public let name: String
  /// In what role.
  public let role: String
  /// The day.
  public let date: RecordDate
  /// The reasons.
  public let findings: [Finding]
  /// Why results are published that were not tested, one by one.
  public let notTested: [NotTested]
  /// Why results are published of which none could be tested; nil when nobody says so.
  public let noneTested: String?

  /// Reads a file with a justification.
  /// - Throws: ``StudyProblems`` with all that is wrong in it.
  public init(path: String) throws(StudyProblems) {
    let document = YAMLDocument(path: path)
    let root = document.root()
    root?.allow(["justification"])
    _ = root?.required("justification")
    let found = root?.map("justification").flatMap(Self.init)
    guard let found, document.problems.isEmpty else { throw StudyProblems(document.problems) }
    self = found
  }

  /// Reads the map under `justification`, or notes why not.
  init?(_ map: YAMLMap) {
    map.allow(["name", "role", "date", "findings", "not_tested"])
    func filled(_ map: YAMLMap, _ key: String) -> String? {
      guard let text = map.requiredText(key) else { return nil }
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
        map.document.note(.wrongType(key: key, expected: "words"), map[key])
        return nil
      }
      return text
    }
    let name = filled(map, "name")
    let role = filled(map, "role")
    let node = map.required("date")
    let date = node?.scalar.flatMap { RecordDate($0.string) }
    if let node, date == nil {
      map.document.note(.wrongType(key: "date", expected: "a day as 2024-12-31"), node)
    }
    var findings: [Finding] = []
    for node in map.list("findings") {
      guard let own = map.document.map(node, key: "findings") else { continue }
      own.allow(["result", "column", "gemeentecode", "correlation", "reason"])
      let result = own.requiredText("result")
      let column = own.requiredText("column")
      _ = own.required("correlation")
      let correlation = own.number("correlation", "the rank correlation, from -1 to 1") {
        (-1...1).contains($0)
      }
      let reason = filled(own, "reason")
      guard let result, let column, let correlation, let reason else { continue }
      let finding = Finding(
        result: result, column: column, gemeentecode: own.text("gemeentecode"),
        correlation: correlation, reason: reason)
      if findings.contains(where: {
        $0.result == result && $0.column == column && $0.gemeentecode == finding.gemeentecode
      }) {
        map.document.note(.duplicate(key: "result", given: result), node)
      }
      findings.append(finding)
    }
    var notTested: [NotTested] = []
    var noneTested: String?
    if map["not_tested"]?.sequence != nil {
      for node in map.list("not_tested") {
        guard let own = map.document.map(node, key: "not_tested") else { continue }
        own.allow(["result", "column", "gemeentecode", "reason"])
        let result = own.requiredText("result")
        let column = own.requiredText("column")
        let reason = filled(own, "reason")
        guard let result, let column, let reason else { continue }
        let code = own.text("gemeentecode")
        if notTested.contains(where: {
          $0.result == result && $0.column == column && $0.gemeentecode == code
        }) {
          map.document.note(.duplicate(key: "result", given: result), node)
        }
        notTested.append(
          NotTested(result: result, column: column, gemeentecode: code, reason: reason))
      }
    } else if map["not_tested"] != nil {
      noneTested = filled(map, "not_tested")
    }
    if map["findings"] == nil, map["not_tested"] == nil {
      map.document.note(.missingKey("findings"), nil)
    }
    guard let name, let role, let date else { return nil }
    self.name = name
    self.role = role
    self.date = date
    self.findings = findings
    self.notTested = notTested
    self.noneTested = noneTested
  }

  /// The justification as YAML, always in the same form: what was read from it is equal to it.
  var yaml: String {
    func quoted(_ text: String) -> String {
      var json = JSONText()
      json.appendJSON(text)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    var text = """
      justification:
        name: \(quoted(name))
        role: \(quoted(role))
        date: \(date.text)

      """
    if !findings.isEmpty { text += "  findings:\n" }
    for finding in findings {
      text += "    - result: \(quoted(finding.result))\n"
      text += "      column: \(quoted(finding.column))\n"
      if let code = finding.gemeentecode { text += "      gemeentecode: \(quoted(code))\n" }
      text += "      correlation: \(finding.correlation)\n"
      text += "      reason: \(quoted(finding.reason))\n"
    }
    if !notTested.isEmpty { text += "  not_tested:\n" }
    for result in notTested {
      text += "    - result: \(quoted(result.result))\n"
      text += "      column: \(quoted(result.column))\n"
      if let code = result.gemeentecode { text += "      gemeentecode: \(quoted(code))\n" }
      text += "      reason: \(quoted(result.reason))\n"
    }
    if let noneTested { text += "  not_tested: \(quoted(noneTested))\n" }
    return text
  }

  /// What is wrong with it for what an audit found, a sentence each; empty when every finding has a reason
  /// that is about it.
  /// - Parameters:
  ///   - rows: what was found.
  ///   - untested: what could have been tested and was not.
  ///   - isTested: whether anything was tested.
  ///   - isWhole: whether all results were looked at, so that a reason without a finding is out of date.
  ///   - authors: who made the study, or the studies that are put together; none of them may answer.
  ///   - today: the last day that has begun; nil leaves it alone.
  func faults(
    _ rows: [BiasAudit.Row], untested: [BiasAudit.Untested], isTested: Bool, isWhole: Bool,
    authors: [String], peildatum: RecordDate,
    today: Int32?
  ) -> [String] {
    var faults: [String] = []
    if authors.contains(where: { StudyRelease.folded($0) == StudyRelease.folded(name) }) {
      faults.append("'\(name)' made the study; another person has to answer for it.")
    }
    if date.day < peildatum.day {
      faults.append("\(date.text) lies before the peildatum of the study, \(peildatum.text).")
    }
    if let today, date.day > today { faults.append("\(date.text) is still to come.") }
    for row in rows {
      guard let finding = findings.first(where: { $0.isAbout(row) }) else {
        faults.append("no reason for \(row.words).")
        continue
      }
      if !finding.hasCorrelation(of: row) {
        faults.append(
          "out of date: the reason is about \(finding.words), and now it is "
            + "\(Language.en.number(row.correlation ?? 0, decimals: 2)).")
      }
    }
    if isWhole {
      for finding in findings where !rows.contains(where: finding.isAbout) {
        faults.append("out of date: \(finding.words) is not found any more. Take its reason out.")
      }
      for one in notTested where !untested.contains(where: one.isAbout) {
        faults.append(
          "out of date: '\(one.result)' is not without a test for \(one.column)"
            + (one.gemeentecode.map { " in \($0)" } ?? "") + " any more. Take its reason out.")
      }
      if isTested, noneTested != nil {
        faults.append(
          "out of date: results were tested. Take 'not_tested' out"
            + (untested.isEmpty ? "." : ", or give in it a reason for each that was not."))
      }
    }
    return faults + silent(untested, isTested: isTested)
  }

  /// What is missing of the reasons for what was not tested.
  private func silent(_ untested: [BiasAudit.Untested], isTested: Bool) -> [String] {
    let open = untested.filter { result in !notTested.contains { $0.isAbout(result) } }
    if !isTested {
      // One reason answers for all, or each has its own.
      guard noneTested == nil, untested.isEmpty || !open.isEmpty else { return [] }
      return [
        "no result could be held against the protected shares; say under 'not_tested' why they are "
          + "published all the same."
      ]
    }
    return open.map {
      "no reason under 'not_tested' for \($0.result), which was held against "
        + ($0.areas.map { "\($0.tested) of \($0.valued) areas" } ?? "nothing") + " of \($0.column)"
        + ($0.gemeentecode.map { " in \($0)" } ?? "") + "."
    }
  }
}

extension BiasAudit.Row {
  /// The finding, for messages.
  var words: String {
    "\(layer) with \(column)" + (gemeentecode.map { " in \($0)" } ?? "")
      + " (\(Language.en.number(correlation ?? 0, decimals: 2)))"
  }

  /// The finding as an entry of a justification to be written.
  var template: String {
    var text = "    - {result: \(layer), column: \(column), "
    if let gemeentecode { text += "gemeentecode: \(gemeentecode), " }
    return text + "correlation: \(Language.en.number(correlation ?? 0, decimals: 2)), reason: …}"
  }
}

extension BiasAudit.Untested {
  /// The result as an entry of a justification to be written.
  var template: String {
    "    - {result: \(result), column: \(column), "
      + (gemeentecode.map { "gemeentecode: \($0), " } ?? "") + "reason: …}"
  }
}
