internal import Bytes
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Geocoding
internal import Governance
internal import Ledger
internal import Provenance
internal import Tables

/// Who released results of a study or a linkage, and on what grounds.
///
/// A release names the hash of `SHA256SUMS` of the concept, and so of every byte of it. A run that is given
/// the release makes the concept again, compares it, and then writes the same without CONCEPT.
public struct StudyRelease: Hashable, Sendable {
  /// Why results cannot be released.
  public enum Failure: Error, Hashable, Sendable {
    /// The study does not say who made it.
    case noAuthor(study: String)
    /// A linkage does not say who made it.
    case noAuthorOfLinkage
    /// Who made the results may not release them.
    case samePerson(String, isLinkage: Bool)
    /// A text that has to be there is empty.
    case empty(String)
    /// No such day.
    case badDate(String)
    /// Released before the day on which the data are looked at.
    case tooEarly(String, peildatum: String, isLinkage: Bool)
    /// Released on a day that is still to come.
    case inFuture(String)
    /// Released after the study had expired.
    case expired(String, expires: String)
    /// Somebody answers for what the bias audit found after it was released.
    case justifiedLater(String, release: String)
    /// The file to write is one that the study reads, or would lie among the results.
    case badTarget(String, isLinkage: Bool)
    /// Results of another study.
    case otherStudy(folder: String, study: String)
    /// The results are released already.
    case isReleased(String)
    /// Data that are not open go into the results, and no impact assessment is named.
    case noAssessment(dataClass: String)
    /// The release is one of another study or linkage.
    case otherWork(String, of: String, asked: String)
    /// The release is one for another audience.
    case otherAudience(String, released: String, asked: String, isLinkage: Bool)
    /// The results were made under these impact assessments, and are released under another.
    case otherAssessment(String, told: [String])
    /// The release is one of other results.
    case otherResults(String)
    /// The release is one of another linkage.
    case otherLinkage(String)
    /// Results go together with protected shares, and nobody answers for it.
    case notJustified(folder: String, count: Int)
    /// Who answers for them answers for something else.
    case unjustified([String])
    /// The results were made with another justification.
    case otherJustification(folder: String)

    var sentence: String {
      switch self {
      case .noAuthor(let study):
        "study '\(study)' does not say who made it: add 'author: …'. Another person releases it."
      case .noAuthorOfLinkage:
        "the linkage does not say who made it: run 'link count' with --author. Another person releases it."
      case .samePerson(let name, let isLinkage):
        "'\(name)' made the \(isLinkage ? "linkage" : "study"); a second person has to release it."
      case .empty(let option):
        "'\(option)' has no letter or digit: write who, in what role, and what was advised."
      case .badDate(let text): "--date '\(text)': write a day as 2024-12-31."
      case .tooEarly(let text, let peildatum, let isLinkage):
        "the day of the release, \(text), lies before the "
          + (isLinkage ? "last day that is counted" : "peildatum of the study") + ", \(peildatum)."
      case .inFuture(let text):
        "the day of the release, \(text), is still to come: write the day on which it is released."
      case .expired(let text, let expires):
        "the day of the release, \(text), lies after the day on which the study expires, \(expires). Look "
          + "again at its purpose, data and method, give it another day under 'expires' and run it again."
      case .justifiedLater(let text, let release):
        "justification: \(text) lies after the day of the release, \(release)."
      case .badTarget(let path, let isLinkage):
        "--out '\(path)' is a file of the \(isLinkage ? "linkage" : "study"), or lies among the results. Name another file."
      case .otherStudy(let folder, let study): "'\(folder)' holds no results of study '\(study)'."
      case .isReleased(let folder): "'\(folder)' holds results that are released already."
      case .noAssessment(let dataClass):
        "data of class '\(dataClass)' went into the results: name the impact assessment with --dpia."
      case .otherWork(let path, let other, let asked):
        "'\(path)' is the release of \(other), and this is \(asked). Name its own release. "
          + "Nothing was written."
      case .otherAudience(let path, let released, let asked, let isLinkage):
        "'\(path)' releases results for '\(released)', and these are for '\(asked)'. "
          + (isLinkage
            ? "Name the declaration that the concept was made with"
            : "Run with --audience \(released)")
          + ", or let these be released too. Nothing was written."
      case .otherAssessment(let dpia, let told):
        "--dpia '\(dpia)': the results were made under impact assessment "
          + told.map { "'\($0)'" }.joined(separator: " or ")
          + ". Name \(told.count == 1 ? "that one" : "one of them"), or make the concept again under the other."
      case .otherResults(let path):
        "'\(path)' releases other results: the study, its files, the catalogue, the libraries or the ledger "
          + "have changed since. Run it as a concept and let that be released. Nothing was written."
      case .otherLinkage(let path):
        "'\(path)' releases other results: the registers, what is asked of them, the catalogue or the ledger "
          + "have changed since. Run 'link count' without --release and let that be released. Nothing was "
          + "written."
      case .notJustified(let folder, let count):
        "'\(folder)': the bias audit found \(counted(count, "result")) at the threshold or beyond, or not "
          + "tested, and nobody answers for it. Name the file that does with --justification."
      case .unjustified(let faults): "justification: \(faults.joined(separator: "\n  "))"
      case .otherJustification(let folder):
        "'\(folder)' was made with another justification, or without one. Run the concept with the same "
          + "--justification."
      }
    }
  }

  /// What made the results.
  let kind: ReleasedWork.Kind
  /// The study; of a linkage its schemes and years.
  public let name: String
  /// For whom the results are.
  public let audience: String
  /// Who released them.
  public let by: String
  /// In what role.
  public let role: String
  /// The day.
  public let date: String
  /// The hash of `SHA256SUMS` of the concept.
  public let outputs: String
  /// The reference of the impact assessment.
  public let dpia: String?
  /// The advice that was given.
  public let advice: String
  /// Who answers for what the bias audit found; nil when nothing was.
  public let justification: BiasJustification?
  /// The file as it was read; it is copied beside the results.
  let bytes: [UInt8]

  /// Releases the concept of a study in a folder.
  /// - Throws: ``Failure``.
  public init(
    _ folder: VerifiedFolder, study: StudyFile, by: String, role: String, date: String,
    dpia: String?, advice: String, justification: BiasJustification? = nil
  ) throws {
    guard study.problems.isEmpty else { throw StudyProblems(study.problems) }
    guard folder.isOfRun, folder.record.study == study.id else {
      throw Failure.otherStudy(folder: folder.path, study: study.id)
    }
    try self.init(
      folder, of: study.work, by: by, role: role, date: date, dpia: dpia, advice: advice,
      justification: justification)
  }

  /// Releases a concept in a folder.
  init(
    _ folder: VerifiedFolder, of work: ReleasedWork, by: String, role: String, date: String,
    dpia: String?, advice: String, justification: BiasJustification? = nil
  ) throws {
    for (option, text) in [("by", by), ("role", role), ("advice", advice), ("dpia", dpia ?? "x")]
    where !text.saysSomething {
      throw Failure.empty(option)
    }
    try PersonsInText.refuse([("by", by), ("role", role), ("advice", advice), ("dpia", dpia)])
    try Self.check(work, by: by, dpia: dpia)
    guard let day = RecordDate(date), day.text == date else { throw Failure.badDate(date) }
    try Self.checkDay(day, of: work, today: Today.latest)
    guard !folder.names.contains(StudyExport.release) else {
      throw Failure.isReleased(folder.path)
    }
    let made = try folder.justification
    let justification = justification ?? made
    guard justification == made else { throw Failure.otherJustification(folder: folder.path) }
    let found = folder.biasFindings
    if let justification {
      let faults = justification.faults(
        found ?? [], untested: folder.biasUntested, isTested: folder.isBiasTested, isWhole: true,
        authors: [work.author].compactMap(\.self),
        peildatum: work.peildatum, today: Today.latest)
      guard faults.isEmpty else { throw Failure.unjustified(faults) }
      guard justification.date.day <= day.day else {
        throw Failure.justifiedLater(justification.date.text, release: date)
      }
    } else if let found, work.audience != Audience.intern.rawValue {
      let count = found.count + folder.biasUntested.count
      guard count == 0 else { throw Failure.notJustified(folder: folder.path, count: count) }
    }
    let outputs = try folder.hash
    self.justification = justification
    kind = work.kind
    name = work.name
    self.audience = folder.audience
    self.by = by
    self.role = role
    self.date = date
    self.outputs = outputs
    self.dpia = dpia
    self.advice = advice
    var text = """
      # The release of results of a \(work.kind.rawValue). 'outputs' is the SHA-256 of SHA256SUMS of the concept.

      """
    let lines = [
      (work.kind.rawValue, work.name), ("audience", folder.audience), ("by", by), ("role", role),
      ("date", date), ("outputs", outputs), ("dpia", dpia ?? ""), ("advice", advice),
    ]
    for (key, value) in lines where !value.isEmpty {
      var json = JSONText()
      json.appendJSON(value)
      text += "\(key): \(String(decoding: json.bytes, as: UTF8.self))\n"
    }
    text += justification?.yaml ?? ""
    bytes = Array(text.utf8)
  }

  /// Reads a release.
  /// - Throws: ``StudyProblems`` with all that is wrong in it.
  public init(path: String) throws {
    let document = YAMLDocument(path: path)
    guard let root = document.root() else { throw StudyProblems(document.problems) }
    root.allow([
      "study", "linkage", "audience", "by", "role", "date", "outputs", "dpia", "advice",
      "justification",
    ])
    func text(_ key: String) -> String { root.requiredText(key) ?? "" }
    kind = root["study"] == nil && root["linkage"] != nil ? .linkage : .study
    name = text(kind.rawValue)
    audience = text("audience")
    by = text("by")
    role = text("role")
    advice = text("advice")
    date = root.required("date").flatMap { root.text($0, key: "date") } ?? ""
    outputs = root.required("outputs").flatMap { root.text($0, key: "outputs") } ?? ""
    dpia = root.text("dpia")
    justification = root.map("justification").flatMap { BiasJustification($0) }
    if let node = root["date"], RecordDate(date)?.text != date {
      document.note(.wrongType(key: "date", expected: "a day as 2024-12-31"), node)
    }
    if let node = root["outputs"], outputs.wholeMatch(of: /[0-9a-f]{64}/) == nil {
      document.note(
        .wrongType(key: "outputs", expected: "64 small hexadecimal letters"), node)
    }
    guard document.problems.isEmpty else { throw StudyProblems(document.problems) }
    for (key, text) in [("by", by), ("role", role), ("advice", advice), ("dpia", dpia ?? "x")]
    where !text.saysSomething {
      throw Failure.empty(key)
    }
    bytes = try InputFile.contents(of: path)
    // Comments are copied beside the results too.
    let comments = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { line in line.firstIndex(of: "#").map { String(line[$0...]) } }
    if let kinds = PersonsInText.words(in: comments) {
      throw PersonsInText.Failure(place: "'\(path)'", kinds: kinds)
    }
  }

  /// Writes the file.
  /// - Parameter study: the study of which no file may be replaced; of a linkage nil.
  /// - Throws: `FileError`, or ``Failure/badTarget(_:isLinkage:)``.
  public func write(to path: String, folder: VerifiedFolder, study: StudyFile?) throws {
    let files = study?.files ?? folder.neighbours(of: path)
    guard !PathTarget.wouldLie(path, in: folder.path),
      !files.contains(where: { PathTarget.isSamePlace($0, path) })
    else { throw Failure.badTarget(path, isLinkage: kind == .linkage) }
    var file = try OutputFile(path: path)
    try file.write(bytes)
    try file.commit()
  }

  /// The release as provenance has it.
  var fact: ProvenanceRecord.Fact {
    .facts(
      [
        ("by", by), ("role", role), ("date", date), ("outputs", outputs), ("dpia", dpia ?? ""),
        ("advice", advice),
      ].filter { !$0.1.isEmpty }.map { ($0.0, .scalar(.text($0.1))) })
  }

  /// A name without what differs between two ways to write it.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Makes sure that somebody else made what is released, and that it was assessed.
  /// - Throws: ``Failure``.
  static func check(_ work: ReleasedWork, by: String, dpia: String?) throws(Failure) {
    guard let author = work.author else {
      throw work.kind == .study ? .noAuthor(study: work.name) : .noAuthorOfLinkage
    }
    guard folded(author) != folded(by) else {
      throw .samePerson(by, isLinkage: work.kind == .linkage)
    }
    if work.dataClass != .open, dpia == nil {
      throw .noAssessment(dataClass: work.dataClass.rawValue)
    }
    let told = work.assessments
    if let dpia, !told.isEmpty, !told.contains(where: { folded(dpia) == folded($0) }) {
      throw .otherAssessment(dpia, told: told)
    }
  }

  /// Makes sure that the file, which somebody may have written by hand, can be a release of the results.
  /// - Parameters:
  ///   - path: where the release was read, for messages.
  ///   - today: the last day that has begun; nil leaves it alone.
  func check(_ work: ReleasedWork, path: String, today: Int32?) throws(Failure) {
    guard kind == work.kind, name == work.name else {
      throw .otherWork(
        path, of: "\(kind.rawValue) '\(name)'", asked: "\(work.kind.rawValue) '\(work.name)'")
    }
    guard audience == work.audience else {
      throw .otherAudience(
        path, released: audience, asked: work.audience, isLinkage: kind == .linkage)
    }
    try Self.check(work, by: by, dpia: dpia)
    guard let day = RecordDate(date) else { throw .badDate(date) }
    try Self.checkDay(day, of: work, today: today)
    if let justification, justification.date.day > day.day {
      throw .justifiedLater(justification.date.text, release: date)
    }
  }

  /// Refuses a day on which nobody can have released the results.
  /// - Parameter today: the last day that has begun; nil leaves it alone.
  private static func checkDay(
    _ day: RecordDate, of work: ReleasedWork, today: Int32?
  ) throws(Failure) {
    guard day.day >= work.peildatum.day else {
      throw .tooEarly(
        day.text, peildatum: work.peildatum.text, isLinkage: work.kind == .linkage)
    }
    if let today, day.day > today { throw .inFuture(day.text) }
    if let expires = work.expires, day.day > expires.day {
      throw .expired(day.text, expires: expires.text)
    }
  }

  /// Makes sure that this releases what a study makes now: the concept is made again, in a folder that is
  /// removed afterwards.
  /// - Parameter path: where the release was read, for messages.
  /// - Throws: ``Failure``, or the errors of ``StudyRun``.
  func check(
    _ study: StudyFile, geodata: Geodata, beside target: String, path: String, tasks: Int,
    mindsExpiry: Bool
  ) async throws {
    try check(study.work, path: path, today: mindsExpiry ? Today.latest : nil)
    let folder = PassingFolder(beside: target)
    // When the results stand in the ledger already, only what stands before them was minded.
    let ledger = try study.ledger.map { try PublicationLedger(path: $0.value) }
    let concept = StudyRun(
      study, geodata: geodata, justification: justification, mindsExpiry: mindsExpiry,
      ledgerCount: ledger?.place(of: outputs))
    _ = try await concept.run(
      to: OutputFolder(path: folder.path, isOurs: StudyExport.isOurs), tasks: tasks)
    guard try VerifiedFolder(folder.path).hash == outputs else { throw Failure.otherResults(path) }
  }
}

extension StudyRun {
  /// A run of which the results are released: the concept is made first and compared with the release.
  /// - Parameters:
  ///   - path: the file with the release.
  ///   - target: the folder that will be written.
  ///   - addsToLedger: whether the results are added to the ledger of the study.
  /// - Throws: ``StudyRelease/Failure``, or the errors of the run.
  public static func released(
    _ study: StudyFile, geodata: Geodata, by path: String, target: String, tasks: Int,
    mindsExpiry: Bool = true, addsToLedger: Bool = false
  ) async throws -> StudyRun {
    let release = try StudyRelease(path: path)
    try await release.check(
      study, geodata: geodata, beside: target, path: path, tasks: tasks, mindsExpiry: mindsExpiry)
    return StudyRun(
      study, geodata: geodata, release: release, mindsExpiry: mindsExpiry,
      addsToLedger: addsToLedger)
  }
}
