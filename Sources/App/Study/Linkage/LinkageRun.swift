internal import Areas
public import Bytes
internal import CSV
internal import Cartography
public import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
public import Linkage
internal import Provenance

/// Counts which untraceable convicts are paid by schemes, from pseudonymous registers to a folder.
public struct LinkageRun: Sendable {
  /// What is asked.
  public struct Request: Sendable {
    /// The register of the untraceable.
    public var untraceable: String
    /// The registers of schemes, each by its name in the results.
    public var schemes: [(name: String, path: String)]
    /// The years, and how they are pooled.
    public var years: CountedYears
    /// What the linkage is for.
    public var purpose: String
    /// On which legal basis.
    public var legalBasis: String
    /// The data protection impact assessment that covers it.
    public var dpia: String
    /// What is claimed about the registers; nil is enough for those that are made up.
    public var declaration: LinkageDeclaration?
    /// Whether the registers are made up.
    public var isSynthetic: Bool

    /// Asks.
    public init(
      untraceable: String, schemes: [(name: String, path: String)], years: CountedYears,
      purpose: String, legalBasis: String, dpia: String, declaration: LinkageDeclaration?,
      isSynthetic: Bool
    ) {
      self.declaration = declaration
      self.untraceable = untraceable
      self.schemes = schemes
      self.years = years
      self.purpose = purpose
      self.legalBasis = legalBasis
      self.dpia = dpia
      self.isSynthetic = isSynthetic
    }
  }

  let request: Request
  private let areas: LinkageAreas
  let geodata: Geodata

  /// The table with results.
  public static let table = "koppeling.csv"

  /// Whether a file of this name is one that a linkage writes.
  public static func isOurs(_ name: String) -> Bool {
    [table, BarrierRegister.name, StudyResults.mark, StudyExport.checksums].contains(name)
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

  /// Counts, and writes the results into a folder.
  /// - Throws: ``LinkageRefusal`` before a register is read, or why one cannot be.
  public func run(to folder: consuming OutputFolder, tasks: Int) async throws -> Linkage.Outcome {
    if let refusal = refusal(levels: areas.wijken.isEmpty ? ["gemeente"] : ["wijk", "gemeente"]) {
      throw refusal
    }
    let outcome = try await Linkage.count(
      untraceable: try RecordSource.open(request.untraceable),
      schemes: try request.schemes.map { ($0.name, try RecordSource.open($0.path)) },
      areas: areas, years: request.years, rule: rule.rule, tasks: tasks)
    let barriers = try BarrierRegister(
      Barrier.found(in: outcome) + geodata.linkageBarriers(), document: document)
    let files = LinkageFiles(
      outcome, request: request, areas: areas, rule: rule.id, barriers: barriers,
      document: document)
    try folder.write(files.table, to: Self.table)
    try folder.write(barriers.csv, to: BarrierRegister.name)
    var inputs: [ProvenanceRecord.Input] = []
    let texts = Geodata.linkageBarriersPath(in: geodata.folder)
    func add(_ role: String, _ path: String, isOpen: Bool = true) throws {
      inputs.append(
        ProvenanceRecord.Input(
          role: role, path: path,
          identity: try InputIdentity(of: path, isOpen: isOpen, key: nil)))
    }
    try add("barriers", texts)
    // Who has the tokens of one register could try out by its hash who is in a small other one.
    try add("untraceable", request.untraceable, isOpen: false)
    for scheme in request.schemes { try add("scheme:\(scheme.name)", scheme.path, isOpen: false) }
    if let declaration = request.declaration { try add("declaration", declaration.path) }
    try add("rules", Geodata.rulesPath(in: geodata.folder))
    let record = ProvenanceRecord(inputs: inputs, facts: files.facts)
    try folder.write(record.json, to: StudyResults.mark)
    try await folder.writeChecksums(tasks: tasks)
    try folder.commit()
    return outcome
  }

  /// What is said of all tables of a linkage.
  private var document: MapDocument {
    MapDocument(
      title: "", peildatum: "\(request.years.last)-12-31",
      audience: request.declaration?.audience ?? .openbaar, isSynthetic: request.isSynthetic,
      areas: AreaSet(edition: Edition(year: request.years.last), layers: []), language: .nl,
      isConcept: true)
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
    return file.barriers
  }
}
