internal import Areas
public import Bytes
internal import CSV
internal import Cartography
public import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Keys
public import Linkage
internal import Provenance
internal import Reports

/// Counts which untraceable convicts are paid by schemes, from pseudonymous registers to a folder.
public struct LinkageRun: Sendable {
  let request: Request
  private let areas: LinkageAreas
  let geodata: Geodata

  /// The table with results.
  public static let table = "koppeling.csv"

  /// Whether a file of this name is one that a linkage writes.
  public static func isOurs(_ name: String) -> Bool {
    ([
      table, BarrierRegister.name, StudyResults.mark, StudyExport.checksums, StudyExport.release,
    ] + StudyExport.methodReports).contains(name)
  }

  /// Prepares.
  public init(_ request: Request, areas: LinkageAreas, geodata: Geodata) {
    self.request = request
    self.areas = areas
    self.geodata = geodata
  }

  /// The areas to count over: gemeenten that are named, or those of the City Deal, and the wijken of a
  /// file of areas.
  /// - Throws: ``UnknownGemeente``, or why the file cannot be read.
  public static func areas(
    gemeenten names: [String], files: [String], geodata: Geodata
  ) throws -> LinkageAreas {
    var known = geodata.cities.map {
      (LinkageAreas.Area(code: $0.code, name: $0.name), $0.otherNames)
    }
    var wijken: [LinkageAreas.Area] = []
    if !files.isEmpty {
      let set = try AreaReader(
        levels: [.wijk, .gemeente], required: [.wijk], figureNames: [], aliases: geodata.aliases
      ).read(files)
      wijken = set[.wijk]?.areas.map { LinkageAreas.Area(code: $0.code, name: $0.name) } ?? []
      let others = Dictionary(known.map { ($0.0.code, $0.1) }) { first, _ in first }
      known = set.gemeenten.map {
        (LinkageAreas.Area(code: $0.code, name: $0.name), others[$0.code] ?? [])
      }
    }
    let cities = Set(geodata.cities.map(\.code))
    guard !names.isEmpty else {
      let usual = known.map(\.0).filter { cities.contains($0.code) }
      return LinkageAreas(gemeenten: usual.isEmpty ? known.map(\.0) : usual, wijken: wijken)
    }
    let chosen = try names.map { name throws(UnknownGemeente) in
      let word = name.lowercased()
      let found = known.first { area, others in
        area.code.lowercased() == word || area.name.lowercased() == word
          || others.contains { $0.lowercased() == word }
      }
      if let found { return found.0 }
      // Any gemeente can be counted over by its code; its name is then not known.
      guard files.isEmpty, name.wholeMatch(of: /GM[0-9]{4}/) != nil else {
        throw UnknownGemeente(name: name, known: known.map(\.0.name).sorted())
      }
      return LinkageAreas.Area(code: name, name: name)
    }
    return LinkageAreas(gemeenten: Array(Set(chosen)), wijken: wijken)
  }

  /// A gemeente that is not there.
  public struct UnknownGemeente: Error, Sendable {
    /// What was given.
    public let name: String
    /// What there is.
    public let known: [String]
  }

  /// What came of it.
  public struct Report: Sendable {
    /// What may be known, and what became of rows.
    public let outcome: Linkage.Outcome
    /// The name of the ledger, and how many earlier linkages stand in it; nil without one.
    public let ledger: (name: String, linkages: Int)?
    /// Whether the results were added to the ledger.
    public let isAdded: Bool
  }

  /// A file that is read lies in the folder that the results replace.
  public struct ReadsFromTarget: Error, Hashable, Sendable {
    let file: String
    let folder: String

    var sentence: String {
      """
      '\(file)' is read by the linkage and lies in \(folder), the folder that its results replace. Name another \
      folder with --out. Nothing was written.
      """
    }
  }

  /// Counts, and writes the results into a folder. With a release the concept is made first, in a folder that is
  /// removed, and compared with what was released; the registers are counted once.
  /// - Throws: ``LinkageError/yearsToCome(last:now:)`` or ``LinkageRefusal`` before a register is read,
  ///   ``StudyRelease/Failure``, why a register or the ledger cannot be read, or what earlier linkages stand in the way.
  public func run(to folder: consuming OutputFolder, tasks: Int) async throws -> Report {
    let target = folder.path
    guard request.years.last <= Today.year else {
      throw LinkageError.yearsToCome(last: request.years.last, now: Today.year)
    }
    if let file = request.files.first(where: {
      PathTarget.lies($0, in: target) || PathTarget.wouldLie($0, in: target)
    }) {
      throw ReadsFromTarget(file: file, folder: target)
    }
    let release = try request.release.map { path in
      let release = try StudyRelease(path: path)
      try release.check(request, path: path)
      return release
    }
    if let refusal = refusal(levels: areas.wijken.isEmpty ? ["gemeente"] : ["wijk", "gemeente"]) {
      throw refusal
    }
    let secret = try request.inputKey.map { try SecretKey(path: $0) }
    let key = secret.map(InputKey.init)
    let ledger = try request.ledger.map { try LinkageLedger(path: $0, release: release) }
    let outcome = try await Linkage.count(
      untraceable: try RecordSource.open(request.untraceable),
      schemes: try request.schemes.map { ($0.name, try RecordSource.open($0.path)) },
      areas: areas, years: request.years, rule: rule.rule, key: secret, tasks: tasks)
    let inputs = try inputs(key: key)
    func write(_ release: StudyRelease?, to folder: consuming OutputFolder) async throws {
      let files = LinkageFiles(
        outcome, request: request, areas: areas, rule: rule.id,
        barriers: Barrier.found(in: outcome)
          + (try geodata.linkageBarriers()),
        document: document(isConcept: release == nil), release: release, ledger: try ledger?.fact)
      try folder.write(files.table, to: Self.table)
      try folder.write(files.barriers.csv, to: BarrierRegister.name)
      for (name, text) in files.reports(rules: geodata.rules) {
        try folder.write(text.html, to: name)
      }
      let record = ProvenanceRecord(inputs: inputs, facts: files.facts, key: key)
      try folder.write(record.json, to: StudyResults.mark)
      if let release { try folder.write(release.bytes, to: StudyExport.release) }
      try await folder.writeChecksums(tasks: tasks)
      try folder.commit()
    }
    let said = LinkageStatement(
      outcome.published, request: request, areas: areas, inputs: inputs, key: key,
      personsCode: outcome.personsCode
    ).said
    try ledger?.check(said)
    if let release, let path = request.release {
      let passing = PassingFolder(beside: target)
      try await write(nil, to: OutputFolder(path: passing.path, isOurs: Self.isOurs))
      guard try VerifiedFolder(passing.path).hash == release.outputs else {
        throw StudyRelease.Failure.otherLinkage(path)
      }
    }
    var addition = try ledger?.addition(
      said, of: release, years: request.years.first...request.years.last)
    let isAdded = addition != nil
    try addition?.check()
    try await write(release, to: folder)
    try addition?.commit()
    return Report(
      outcome: outcome, ledger: ledger.map { ($0.name, $0.linkages) }, isAdded: isAdded)
  }

  /// What is told of the files that go in.
  private func inputs(key: InputKey?) throws -> [ProvenanceRecord.Input] {
    func input(
      _ role: String, _ path: String, isOpen: Bool = true
    ) throws -> ProvenanceRecord.Input {
      let file = PartedPath(path).file
      return ProvenanceRecord.Input(
        role: role, path: file, identity: try InputIdentity(of: file, isOpen: isOpen, key: key))
    }
    // Who has the tokens of one register could try out by its hash who is in a small other one.
    return try [
      input("barriers", Geodata.linkageBarriersPath(in: geodata.folder)),
      input(LinkageDeclaration.untraceable, request.untraceable, isOpen: false),
    ] + request.schemes.map { try input("scheme:\($0.name)", $0.path, isOpen: false) }
      + (request.declaration.map { [try input("declaration", $0.path)] } ?? [])
      + [input("rules", Geodata.rulesPath(in: geodata.folder))]
  }

  /// What is said of all tables of a linkage.
  private func document(isConcept: Bool) -> MapDocument {
    MapDocument(
      title: "", peildatum: "\(request.years.last)-12-31",
      audience: request.declaration?.audience ?? .openbaar, isSynthetic: request.isSynthetic,
      areas: AreaSet(edition: Edition(year: request.years.last), layers: []), language: .nl,
      isConcept: isConcept)
  }

  private var rule: (rule: DisclosureRule, id: String?) {
    geodata.linkageRule(declared: request.declaration)
  }
}

extension Geodata {
  /// How the counts of a linkage are protected, and the name of the rule that says so: the stricter, for each
  /// number, of what always holds and of what the rules say of the class.
  ///
  /// For `intern` too: what comes of a linkage is never told exactly. Where nothing is declared, because
  /// registers are made up or a linkage is forecast, the data are those of criminal justice, which convictions
  /// are, for `openbaar`.
  public func linkageRule(
    declared declaration: LinkageDeclaration?
  ) -> (rule: DisclosureRule, id: String?) {
    let dataClass = declaration?.dataClass ?? .criminalJustice
    let audience = declaration?.audience ?? .openbaar
    let always = DisclosureRule.openbaar
    let word = audience == .intern ? Audience.partners.rawValue : audience.rawValue
    guard let own = rules.protection(of: dataClass, audience: word) else { return (always, nil) }
    return (
      DisclosureRule(
        minimumCount: max(always.minimumCount, own.minimum),
        roundingBase: max(always.roundingBase, own.rounding)), own.id
    )
  }

  /// Where the barriers stand that every linkage meets.
  static func linkageBarriersPath(in folder: String) -> String {
    folder + "/rules/barrieres-koppeling.yaml"
  }

  /// The barriers that every linkage meets, as a lawyer can edit them.
  /// - Throws: ``StudyProblems``.
  fileprivate func linkageBarriers() throws -> [Barrier] {
    let file = BarrierFile(path: Self.linkageBarriersPath(in: folder))
    guard file.problems.isEmpty else { throw StudyProblems(file.problems) }
    return file.barriers.map(\.ofRules)
  }
}
