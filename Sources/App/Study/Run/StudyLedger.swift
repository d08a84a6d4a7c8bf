internal import Areas
internal import Bytes
internal import CSV
internal import Disclosure
internal import Geocoding
internal import GeoJSON
internal import Heatmaps
internal import Ledger
internal import Provenance
internal import Tabulation

/// The ledger of a study: what earlier publications said, and what this one adds.
struct StudyLedger {
  /// The ledger as far as it is minded.
  let ledger: PublicationLedger
  let path: String
  let edition: Int
  private let key: InputKey?
  /// Whether the results stand in it already, or it is not theirs to add to.
  private let isPast: Bool
  private var said: [LedgerEntry.Source] = []
  private var deliveries: [LedgerEntry.Delivery] = []
  private var newHeatmaps: [LedgerEntry.Heatmap] = []
  private(set) var report: StudyReport.Ledger

  /// Reads the ledger that the study names.
  /// - Returns: nil without one, and for an audience from which no counts are hidden.
  /// - Throws: ``PublicationLedger/Damage`` or `FileError`.
  init?(_ run: StudyRun) throws {
    guard let file = run.study.ledger, DisclosureRule.rule(for: run.study.audience) != nil else {
      return nil
    }
    let all = try PublicationLedger(path: file.value)
    // Results that stand in the ledger were made with what stood before them.
    let place = run.release.flatMap { all.place(of: $0.outputs) } ?? run.ledgerCount
    path = file.value
    edition = run.study.edition
    key = run.key
    isPast = place != nil
    ledger = all.prefix(place ?? all.entries.count)
    report = StudyReport.Ledger(name: file.value.split(separator: "/").last.map(String.init) ?? "")
    report.entries = ledger.entries.count
    report.otherEditions = Set(ledger.entries.filter { $0.linkage == nil }.map(\.edition))
      .subtracting([edition]).sorted()
    let own = Set(run.study.records.map(\.id))
    report.ofOtherKey = Set(
      ledger.entries.flatMap(\.records).filter {
        $0.file.isKeyed && $0.file.keyID != run.key?.id && !own.contains($0.id)
      }.map(\.id)
    ).sorted()
  }

  /// The publications that are minded, of areas of whichever year.
  var entries: [LedgerEntry] { ledger.entries }

  /// The heatmaps of earlier publications with the year of the areas, of whichever year: the records are the same.
  var heatmaps: [(entry: Int, edition: Int, heatmap: LedgerEntry.Heatmap)] {
    ledger.entries.flatMap { entry in
      (entry.heatmaps ?? []).map { (entry.entry, entry.edition, $0) }
    }
  }

  /// Adds a heatmap.
  mutating func add(_ heatmap: LedgerEntry.Heatmap) { newHeatmaps.append(heatmap) }

  /// A heatmap as the ledger keeps it.
  /// - Parameter map: what stands for the published map.
  func saved(
    _ heatmap: HeatmapSpecification, of input: StudyInputs.Records, known identity: RecordIdentity,
    peildatum: RecordDate, gemeenten: [String], map: String
  ) -> LedgerEntry.Heatmap {
    func name(_ column: String, _ kind: RecordColumn.Kind) -> String {
      Self.name(column, kind, input: input)
    }
    let settings = heatmap.settings
    let kinds = heatmap.conditions.sorted { $0.column < $1.column }.map {
      Condition.among(column: $0.column, words: Set($0.words).sorted())
    }
    let days = heatmap.months.map {
      Condition.dated(column: "datum", in: DayPeriod(months: $0, through: peildatum))
    }
    let bandwidth =
      switch settings.bandwidth {
      case .metres(let metres): "\(metres)"
      case .rule(let rule): rule.rawValue
      }
    return LedgerEntry.Heatmap(
      id: heatmap.id.value, records: input.specification.id,
      file: identity.saved(isOpen: input.specification.isOpen, key: key),
      conditions: (kinds + [days].compactMap(\.self)).map { SavedCondition($0, name: name) },
      gemeenten: gemeenten,
      settings: LedgerEntry.Heatmap.Settings(
        weight: heatmap.weight.map { name($0, .number) }, kernel: settings.kernel.rawValue,
        bandwidth: bandwidth, cell: settings.cellSize, edge: settings.edge.rawValue,
        isAdaptive: settings.isAdaptive, isRelative: settings.isRelative), map: map)
  }

  /// Whether an earlier publication counted the file, as far as that can be known.
  func isFile(_ identity: RecordIdentity, of known: LedgerEntry.FileIdentity) -> Bool {
    identity.isFile(of: known, key: key)
  }

  /// Finds what was said of a source of records: of records of the same name, and of the same file.
  /// - Parameter given: the areas of other years that the study names.
  func earlier(
    of input: StudyInputs.Records, known identity: RecordIdentity, in areas: AreaSet,
    and given: [AreaSet], measures: Set<Tabulation.Measure>
  ) throws -> EarlierSource {
    let sources = entries.flatMap { entry in
      entry.records.compactMap { source in
        let isFile = isFile(identity, of: source.file)
        return isFile || source.id == input.specification.id
          ? EarlierSource.Told(entry: entry, source: source, isSameTable: isFile) : nil
      }
    }
    return try EarlierSource(
      sources, of: input, in: areas, then: AreasOfThen.told(sources, among: given),
      measures: measures, ledger: path)
  }

  /// Adds what is said of a source now, with the ground of the areas.
  mutating func add(
    _ said: LedgerEntry.Source, _ protection: SourceProtection, earlier: EarlierSource?,
    areas: AreaSet
  ) {
    report.held += protection.earlier.held
    report.lapsed += protection.earlier.lapsed
    leftOut(earlier?.leftOut ?? EarlierAreas.LeftOut())
    report.givenEditions = Set(report.givenEditions + (earlier?.then.map(\.edition) ?? []))
      .sorted()
    if earlier?.lacksPlaces == true { report.withoutPlaces.append(said.id) }
    self.said.append(
      LedgerEntry.Source(
        id: said.id, file: said.file, areas: said.areas,
        grounds: EarlierAreas.grounds(said.areas.keys, in: areas), statements: said.statements))
  }

  private mutating func leftOut(_ counts: EarlierAreas.LeftOut) {
    report.elsewhere += counts.elsewhere
    report.otherGround += counts.otherGround
  }

  /// Adds what is said of delivered counts now, and notes what became of what was said before.
  mutating func add(
    _ said: [DeliveredFamily.Said], files: [String: RecordIdentity], areas: AreaSet,
    earlier: CountStatements.Earlier, leftOut counts: EarlierAreas.LeftOut, otherPeriods: Int
  ) {
    report.held += earlier.held
    report.lapsedDeliveries += earlier.lapsed
    report.otherPeriods += otherPeriods
    leftOut(counts)
    for (id, own) in Dictionary(grouping: said, by: \.figures.id).sorted(by: { $0.key < $1.key }) {
      guard let file = files[id] else { continue }
      let levels = Set(own.map(\.level)).compactMap { areas[$0] }
      deliveries.append(
        LedgerEntry.Delivery(
          id: id, file: file.saved(isOpen: false, key: key),
          period: own.first?.figures.period?.text,
          areas: Dictionary(
            uniqueKeysWithValues: levels.map { ($0.level.rawValue, $0.areas.map(\.code)) }),
          grounds: EarlierAreas.grounds(levels.map(\.level.rawValue), in: areas),
          counts: own.map(\.count)))
    }
  }

  /// What is said of a source, in the form in which the ledger keeps it: with the codes of its file by the key
  /// of the study, without one with the hashes.
  static func said(
    _ protection: SourceProtection, of input: StudyInputs.Records, known identity: RecordIdentity,
    areas: AreaSet, key: InputKey?
  ) -> LedgerEntry.Source {
    var codes: [String: [String]] = [:]
    let statements = protection.said.flatMap { said in
      let level: String
      if case .placed = said.subject {
        level = Self.allGemeenten
        codes[level] = [Self.name(of: areas)]
      } else {
        level = said.level.rawValue
        codes[level] = areas[said.level]?.areas.map(\.code) ?? []
      }
      let statement = Self.statement(said, level: level, input: input)
      return [statement] + [Self.measured(said, statement, input: input)].compactMap(\.self)
    }
    return LedgerEntry.Source(
      id: input.specification.id,
      file: identity.saved(isOpen: input.specification.isOpen, key: key), areas: codes,
      statements: statements)
  }

  /// The level of what is said of all records that were placed.
  private static let allGemeenten = "gemeenten"

  /// All gemeenten of a study together, as one area.
  static func name(of areas: AreaSet) -> String {
    areas.gemeenten.map(\.code).joined(separator: " ")
  }

  /// The name that the file has for a column.
  private static func name(
    _ column: String, _ kind: RecordColumn.Kind, input: StudyInputs.Records
  ) -> String {
    guard kind != .address, let own = input.columns.first(where: { $0.name == column }) else {
      return column
    }
    return input.file.header[own.index].lowercased()
  }

  /// What is said of a sum or a number of different things, beside what that says of the number of records.
  private static func measured(
    _ said: SourceProtection.Said, _ records: LedgerEntry.Statement, input: StudyInputs.Records
  ) -> LedgerEntry.Statement? {
    guard let counts = said.measured else { return nil }
    func statement(
      _ what: LedgerEntry.Statement.What, _ column: String, _ kind: RecordColumn.Kind
    ) -> LedgerEntry.Statement {
      LedgerEntry.Statement(
        what, level: records.level, column: name(column, kind, input: input),
        conditions: records.conditions, category: records.category, period: records.period,
        said: counts)
    }
    switch said.subject.measure {
    case .count: return nil
    case .sum(let column): return statement(.sum, column, .number)
    case .distinct(let column): return statement(.distinct, column, .category)
    }
  }

  private static func statement(
    _ said: SourceProtection.Said, level: String, input: StudyInputs.Records
  ) -> LedgerEntry.Statement {
    func name(_ column: String, _ kind: RecordColumn.Kind) -> String {
      Self.name(column, kind, input: input)
    }
    switch said.subject {
    case .placed: return LedgerEntry.Statement(.placed, level: level, said: said.counts)
    case .placing: return LedgerEntry.Statement(.placing, level: level, said: said.counts)
    case .table(let table, let category, let period):
      return LedgerEntry.Statement(
        .records, level: level,
        category: category.flatMap { word in
          table.category.map { .init(column: name($0, .category), word: word) }
        },
        period: table.cut.map { cut in
          .init(column: name("datum", .date), cut: cut.rawValue, label: period)
        }, said: said.counts)
    case .term(let term):
      return LedgerEntry.Statement(
        .records, level: level,
        conditions: term.conditions.map { SavedCondition($0, name: name) }, said: said.counts)
    }
  }

  /// What provenance tells of the ledger: by its head it is known what the results were built upon.
  var fact: ProvenanceRecord.Fact {
    get throws {
      let given = report.givenEditions.map {
        ProvenanceRecord.Fact.scalar(.integer(Int64($0)))
      }
      return .facts(
        [
          ("name", .scalar(.text(report.name))),
          ("entries", .scalar(.integer(Int64(report.entries)))),
          ("head", .scalar(.text(try ledger.head))),
          (
            "other_editions", .list(report.otherEditions.map { .scalar(.integer(Int64($0))) })
          ),
        ] + (given.isEmpty ? [] : [("areas_of_then", .list(given))]))
    }
  }

  /// The ledger with these results, ready to take its place; nil when they are no release, or stand in it
  /// already.
  func addition(of run: StudyRun) throws -> Addition? {
    guard let release = run.release, !isPast, run.addsToLedger else { return nil }
    let study = run.study
    let next = try ledger.adding(
      study: study.id, peildatum: study.peildatum.text, audience: study.audience.rawValue,
      edition: edition, outputs: release.outputs, records: said,
      deliveries: deliveries, heatmaps: newHeatmaps)
    return try Addition(path: path, before: ledger, bytes: next.bytes)
  }

  /// A ledger with an entry more that is written and not yet in its place.
  struct Addition: ~Copyable {
    private var file: OutputFile
    private let path: String
    private let before: PublicationLedger

    init(path: String, before: PublicationLedger, bytes: [UInt8]) throws {
      var file = try OutputFile(path: path)
      try file.write(bytes)
      self.file = file
      self.path = path
      self.before = before
    }

    /// Makes sure that nobody added to the ledger meanwhile.
    /// - Throws: ``StudyRun/Failure/ledgerChanged(_:)``.
    func check() throws {
      guard try PublicationLedger(path: path) == before else {
        throw StudyRun.Failure.ledgerChanged(path)
      }
    }

    /// Puts it in its place.
    mutating func commit() throws { try file.commit() }
  }
}

extension PublicationLedger {
  /// How many entries stand before that of what was released; nil when it is not among them.
  func place(of outputs: String) -> Int? { entries.firstIndex { $0.outputs == outputs } }
}

extension PublicationLedger.Damage {
  var parts: (path: String, sentence: String) {
    let what =
      switch fault {
      case .unreadable: "line \(line) is no entry of a ledger."
      case .chain:
        "line \(line) does not follow upon the one before: an entry was changed, removed or moved."
      case .open: "line \(line) does not close the ledger: the end is missing or damaged."
      }
    return (
      path,
      what
        + " Put back a copy that is whole; the provenance of each publication names the hash of the "
        + "ledger before it. Nothing was written."
    )
  }
}
