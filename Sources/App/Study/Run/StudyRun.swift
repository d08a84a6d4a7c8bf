internal import Areas
public import Bytes
internal import CSV
internal import Cartography
internal import Disclosure
internal import Exports
internal import GISBundle
internal import Provenance
internal import Tables
internal import Tabulation

/// Runs a study: from its files to maps, in the order of the path of the data.
public struct StudyRun: Sendable {
  /// Why a study could not be run, beyond errors in its text.
  public enum Failure: Error, Hashable, Sendable {
    /// A column of records holds personal data.
    case personalData(records: String, column: String, kind: String)
    /// A column of records says by its words what no indicator may rest on.
    case blockedColumn(records: String, column: String, ground: String)
    /// No gemeente of the study is among the areas.
    case noAreas
    /// The study has no area of this code.
    case unknownArea(String, nearest: String?, levels: [String])
    /// There are too many areas to compare each with each.
    case tooManyForTypes(count: Int, level: String)
    /// An index cannot be computed.
    case index(String, _ reason: String)
    /// Hidden counts can be derived from others, whatever is hidden too.
    case countsNotSafe(records: String, count: Int, ledger: String?)
    /// Hidden counts of deliveries can be derived from others, whatever is hidden too.
    case deliveriesNotSafe(counts: [String], count: Int, ledger: String?)
    /// A column that is added up has numbers below zero.
    case sumBelowZero(records: String, column: String)
    /// One table adds up the numbers of a column by which another one counts.
    case sumOfCategory(records: String, column: String, sum: String, table: String)
    /// Earlier publications counted something that cannot be counted now.
    case ledgerNotEvaluated(String, of: LedgerSubject, entry: Int, needs: LedgerNeed)
    /// An earlier publication told of evidently the same records on areas of another year, some of which have
    /// another ground now.
    case toldOnOtherAreas(String, records: String, ToldOnOtherAreas)
    /// Another run added to the ledger while this one was made.
    case ledgerChanged(String)
    /// A category of a table has the name of the total.
    case categoryIsTotal(table: String)
    /// A heatmap shares records with another one of an earlier publication.
    case heatmapChanged(HeatmapChange)
    /// A heatmap cannot be made.
    case heatmap(String, reason: String)
    /// A file that the study reads lies in the folder with results, which would be replaced.
    case readsFromTarget(file: String, folder: String)
    /// Results go together with protected shares, or were not held against them, and nobody says why they
    /// are published all the same.
    case bias(BiasAudit.Stop)
    /// Who answers for results that go together with protected shares answers for something else.
    case unjustified([String])
    /// Of no result could be told whether it goes together with protected shares.
    case biasNotTested(fewest: Int)

    var sentence: String {
      switch self {
      case .personalData(let records, let column, let kind):
        "records '\(records)': column '\(column)' holds \(kind). A study may not read it: leave the "
          + "column out, or replace its values before they get here. Nothing was written."
      case .blockedColumn(let records, let column, let ground):
        "records '\(records)': column '\(column)' holds \(ground) and may not be input of an indicator. "
          + "Leave it out. Nothing was written."
      case .unknownArea(let code, let nearest, let levels):
        "the study has no area '\(code)'."
          + (nearest.map { " Did you mean '\($0)'?" } ?? "")
          + " It has \(levels.joined(separator: ", ")); codes are as BU03440111, WK034401, GM0344."
      case .tooManyForTypes(let count, let level):
        "types: \(count) \(level) are too many to compare each with each; the most are "
          + "\(StudyRun.mostTypedAreas). Take a higher level or fewer gemeenten, or leave 'types' out. "
          + "Nothing was written."
      case .index(let id, let reason): "index '\(id)': \(reason)"
      case .countsNotSafe(let records, let count, let ledger?):
        "records '\(records)': \(counted(count, "hidden count")) can be derived from what is published of the others, "
          + "together with what earlier publications said (ledger '\(ledger)'), whatever else is hidden. "
          + "Leave the tables or indicators out that the earlier publications had not, or count at a higher "
          + "level. A stricter rule for counts than that of then has the same effect: it cannot hide what was "
          + "told. Nothing was written."
      case .ledgerNotEvaluated(let ledger, let subject, let entry, let needs):
        "\(subject.words): publication \(entry) in ledger '\(ledger)' counted them \(needs.words), so it "
          + "cannot be told what follows from both. \(needs.advice) Nothing was written."
      case .toldOnOtherAreas(let ledger, let records, let told):
        "records '\(records)': publication \(told.entry) in ledger '\(ledger)' told of them on areas of "
          + "\(told.edition), of which some have another ground \(told.isGiven ? "in the files that are given" : "now"). "
          + "By all that can be seen they are the same records, so what an area has lost or gained since would "
          + "follow from both. Give the areas of \(told.edition) with the boundaries of then beside the others, as "
          + "'areas: {files: …, earlier: FILE}'. Nothing was written."
      case .ledgerChanged(let ledger):
        "ledger '\(ledger)' was changed meanwhile. Run this again. Nothing was written."
      case .countsNotSafe(let records, let count, nil):
        "records '\(records)': \(counted(count, "hidden count")) can be derived from what is published of the others. "
          + "Count at one level, or leave the tables out. Nothing was written."
      case .deliveriesNotSafe(let counts, let count, let ledger?):
        "delivered counts \(counts.map { "'\($0)'" }.joined(separator: ", ")): \(counted(count, "hidden count")) can be "
          + "derived from what is published of the others, together with what earlier publications said "
          + "(ledger '\(ledger)'), whatever else is hidden. Leave the counts or levels out that these had not. A "
          + "stricter rule for counts than that of then has the same effect: it cannot hide what was told. "
          + "Where they are of other years than those of then, say so with 'period' beside 'columns'. Nothing was "
          + "written."
      case .deliveriesNotSafe(let counts, let count, nil):
        "delivered counts \(counts.map { "'\($0)'" }.joined(separator: ", ")): \(counted(count, "hidden count")) can be "
          + "derived from what is published of the others. Show them at one level, or leave some of them "
          + "out. Nothing was written."
      case .sumBelowZero(let records, let column):
        "records '\(records)': '\(column)' is added up and has numbers below zero, so that hidden sums cannot "
          + "be protected. Count records, or add up what is above zero and what is below apart. Nothing was "
          + "written."
      case .sumOfCategory(let records, let column, let sum, let table):
        "records '\(records)': table '\(sum)' adds up the numbers of column '\(column)', by which table "
          + "'\(table)' counts: together they can tell how many records have a number where that is hidden. "
          + "Leave one of the two out. Nothing was written."
      case .categoryIsTotal(let table):
        "table '\(table)' has a category 'totaal', the name of the row with all categories together. "
          + "Give it another name in the records, or leave 'totals' out. Nothing was written."
      case .heatmapChanged(let change): change.sentence
      case .heatmap(let id, let reason): "heatmap '\(id)': \(reason)"
      case .bias(let stop): stop.sentence
      case .biasNotTested(let fewest):
        "bias audit: no result could be held against the protected shares: that takes \(fewest) areas with "
          + "a value and a share. Give shares for the levels of the results, or name with --justification a "
          + "file in which somebody says why they are published all the same: justification: {name: …, "
          + "role: …, date: …, not_tested: …}. Nothing was written."
      case .unjustified(let faults):
        "justification: \(faults.joined(separator: "\n  ")) Nothing was written."
      case .noAreas: "none of the areas lies in a gemeente of the study."
      case .readsFromTarget(let file, let folder):
        "'\(file)' is read by the study and lies in \(folder), the folder that its results replace. "
          + "Name another folder with --out. Nothing was written."
      }
    }
  }

  /// The study.
  public let study: StudyFile
  let geodata: Geodata
  let sectors: SectorPlan
  /// The release of the results; without one they are a concept.
  let release: StudyRelease?
  /// Whether a study that has expired is refused.
  let mindsExpiry: Bool
  /// Who answers for results that go together with protected shares; with a release that of the release.
  let justification: BiasJustification?
  /// The key of the study, for an audience that may not know hashes of inputs that are not open.
  let key: InputKey?
  /// How many publications of the ledger are minded; all when nil.
  let ledgerCount: Int?
  /// Whether the results are added to the ledger of the study when they are released.
  let addsToLedger: Bool
  let ownBarriers: [Barrier]
  /// Whether the report says what to leave out where most counts are hidden for others; that takes more audits.
  public var advisesOnLoss = false

  /// Prepares a run.
  /// - Parameters:
  ///   - release: the release of the results; without one everything says CONCEPT.
  ///   - justification: who answers for what the bias audit finds, when there is no release that says so.
  ///   - mindsExpiry: whether a study that has expired is refused.
  ///   - ledgerCount: how many publications of the ledger of the study are minded; all when left out.
  ///   - addsToLedger: whether released results are added to the ledger.
  public init(
    _ study: StudyFile, geodata: Geodata, release: StudyRelease? = nil,
    justification: BiasJustification? = nil, mindsExpiry: Bool = true, ledgerCount: Int? = nil,
    addsToLedger: Bool = false
  ) {
    self.ledgerCount = ledgerCount
    self.addsToLedger = addsToLedger
    self.release = release
    self.justification = release.map(\.justification) ?? justification
    self.mindsExpiry = mindsExpiry
    let own = OwnIndicators(study, geodata: geodata)
    var study = study
    study.problems += own.problems
    study.indicators = own.choices
    let known = geodata.adding(own.indicators, paths: own.paths)
    sectors = SectorPlan(study, geodata: known)
    study.problems += sectors.problems
    study.indicators += sectors.choices
    let barriers = BarrierFile(study)
    study.problems += barriers.problems
    ownBarriers = barriers.barriers
    let key = StudyKey(study)
    study.problems += key.problems
    self.key = key.key
    self.study = study
    self.geodata = known.adding(sectors.indicators)
  }

  /// Finds all that can be found without running: words, files, columns, editions.
  ///
  /// Areas and figures are read; of records the first megabyte, for personal data. A run looks at all of
  /// them.
  /// - Throws: ``StudyProblems`` with everything that is wrong, or the error of a file.
  /// - Returns: what the check of boundaries found, and what is allowed and seldom meant, a sentence each.
  public func check() throws -> (boundaries: [String], remarks: [String]) {
    let (plan, inputs, _, kept, checks) = try prepared()
    // What comes over standard input can be read once.
    var problems = try inputs.records.filter { $0.file.path != "-" }.flatMap(personalData)
    for input in inputs.figures where input.file.path != "-" {
      problems += try self.problems(of: input, areas: kept)
    }
    var shareRemarks: [String] = []
    if let audit = study.audit {
      do {
        shareRemarks = try ProtectedShares(audit, study: study, areas: kept).remarks
      } catch let found as StudyProblems {
        problems += found.problems
      }
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
    if let ledger = try StudyLedger(self), !ledger.heatmaps.isEmpty {
      for heatmap in study.heatmaps {
        if let input = inputs.records.first(where: {
          $0.specification.id == heatmap.records.value && $0.file.path != "-"
        }) {
          _ = try earlier(heatmap, of: input, gemeenten: kept.gemeenten.map(\.code), ledger: ledger)
        }
      }
    }
    return (
      checks.flatMap(\.findings),
      sums.compactMap(\.remark) + (try deliveryRemarks(inputs, plan: plan, areas: kept))
        + shareRemarks
    )
  }

  /// Looks whether delivered counts can be protected together, as far as they are in files.
  private func deliveryRemarks(
    _ inputs: StudyInputs, plan: StudyPlan, areas: AreaSet
  ) throws -> [String] {
    guard countRule != nil else { return [] }
    var bases = Dictionary(
      uniqueKeysWithValues: areas.layers.map { ($0.level, BaseTable($0)) })
    addFigures(of: areas, to: &bases)
    var report = StudyReport()
    let delivered = try addFigureFiles(
      inputs.figures.filter { $0.file.path != "-" && $0.specification.kind == .counts }, plan: plan,
      areas: areas, to: &bases, report: &report)
    var ledger = try StudyLedger(self)
    return try protectedDeliveries(
      delivered, of: inputs, bases: bases, areas: areas, ledger: &ledger
    ).undeclared.map(\.sentence)
  }

  /// What is wrong with the names, codes and words of a file of figures.
  private func problems(
    of input: StudyInputs.Figures, areas: AreaSet
  ) throws -> [StudyProblem] {
    do {
      _ =
        try input.conversion?.content(of: input, study: study)
        ?? input.read(areas: areas, level: input.specification.level, study: study)
      return []
    } catch let problems as StudyProblems {
      return problems.problems
    }
  }

  /// Runs the study and writes its results into `folder`.
  /// - Parameter tasks: how many tasks work at the same time; the bytes do not depend on it.
  /// - Returns: what the run came upon.
  /// - Throws: ``StudyProblems``, ``Failure``, or the error of a file; nothing then was written.
  public func run(to folder: consuming OutputFolder, tasks: Int) async throws -> StudyReport {
    if let file = study.files.first(where: { PathTarget.lies($0, in: folder.path) }) {
      throw Failure.readsFromTarget(file: file, folder: folder.path)
    }
    let mapped = try await mapped(tasks: tasks)
    var report = mapped.report
    report.remarks =
      study.remarks + sums.compactMap(\.remark) + [study.auditRemark].compactMap(\.self)
      + releaseRemarks
    let patterns = try await answers(
      maps: mapped.maps, tables: mapped.tables, areas: mapped.document.areas, tasks: tasks,
      report: &report)
    var ledger = mapped.ledger
    let heatmaps = try await heatmaps(
      mapped.records, document: mapped.document, tasks: tasks, ledger: &ledger, report: &report)
    let kinds = try await kinds(of: mapped, tasks: tasks)
    let quadrants = Self.quadrants(of: mapped.indices).map {
      QuadrantReport($0, document: mapped.document)
    }
    report.quadrants = quadrants.map { StudyReport.Quadrants($0.quadrants) }
    let audit = try biasAudit(mapped, patterns: patterns, kinds: kinds, isWhole: true)
    report.bias = audit?.summary
    report.remarks += audit?.remarks ?? []
    var provenance = try provenance(
      report: report, document: mapped.document, addresses: mapped.addresses,
      indices: mapped.indices, patterns: patterns, heatmaps: heatmaps.map(\.fact))
    let allBarriers = self.barriers(report)
    let barriers = BarrierRegister(allBarriers, document: mapped.document)
    provenance.facts += facts(of: kinds, tables: mapped.tables)
    provenance.facts.append((name: "barriers", fact: barriers.fact))
    if let audit { provenance.facts.append((name: "bias_audit", fact: audit.report.fact)) }
    var addition = try ledger?.addition(of: self)
    if let ledger {
      provenance.facts.append((name: "ledger", fact: try ledger.fact))
      report.ledger = ledger.report
      report.ledger?.isAdded = addition != nil
    }
    var export = StudyExport(
      document: mapped.document, level: study.level, maps: mapped.maps, widerMaps: mapped.wider,
      tables: mapped.tables, placings: mapped.placings, patterns: patterns,
      heatmaps: heatmaps.map(\.export),
      reference: IndexReference(mapped.indices.compactMap { IndexFacts($0)?.reference }),
      pages: try pages(
        mapped, kinds: kinds, patterns: patterns, quadrants: quadrants,
        heatmaps: heatmaps.map(\.export), provenance: provenance, report: &report))
    export.quadrants = quadrants
    export.delivered = mapped.protectedIDs
    export.pages.append(StudyExport.Page(name: BarrierRegister.name) { barriers.csv })
    if let audit {
      export.pages.append(StudyExport.Page(name: BiasReport.name) { audit.report.csv })
    }
    let choice = StudyExport.Choice(
      geoJSON: study.exports.contains(.geojson), geoPackage: study.exports.contains(.geopackage),
      csv: study.exports.contains(.csv), excel: study.exports.contains(.excel),
      xlsx: study.exports.contains(.xlsx), gis: study.exports.contains(.gis),
      zip: study.exports.contains(.zip))
    if let quadrants { export.pages += try Self.quadrantPages(quadrants, choice: choice) }
    let account = try account(
      mapped, report: report, patterns: patterns, kinds: kinds, audit: audit,
      barriers: allBarriers, provenance: provenance)
    export.pages += account.pages
    report.openMetadata = account.open
    if let release {
      export.pages.append(StudyExport.Page(name: StudyExport.release) { release.bytes })
    }
    if let saved = try mapped.saved?(heatmaps) {
      export.pages.append(StudyExport.Page(name: StudyExport.published) { saved })
    }
    if study.audit != nil, let justification {
      export.pages.append(
        StudyExport.Page(name: StudyExport.justification) { Array(justification.yaml.utf8) })
    }
    if choice.gis {
      export.pages += try GISBundle(
        export, document: mapped.document, purpose: study.purpose, choice: choice
      ).files.map { file in StudyExport.Page(name: file.name) { file.bytes } }
    }
    try addition?.check()
    try await export.write(
      to: folder, choice: choice, provenance: provenance, tasks: tasks)
    try addition?.commit()
    return report
  }

  /// Reads what can be read before running, with everything that is wrong.
  func prepared() throws -> (
    plan: StudyPlan, inputs: StudyInputs, all: AreaSet, kept: AreaSet, checks: [AreaCheck]
  ) {
    var problems = study.problems
    let plan = StudyPlan(study, geodata: geodata, sectors: sectors, problems: &problems)
    problems +=
      GovernanceChecks(plan, rules: geodata.rules, today: mindsExpiry ? Today.day : nil).problems
    var inputs = StudyInputs(plan, problems: &problems)
    inputs.earlierAreas = areasOfOtherYears(problems: &problems)
    problems += try SharedFiles(inputs, study: study).problems
    problems += try inputs.records.filter { $0.file.path != "-" }.flatMap(unreadPersonalData)
    let (all, codes) = allAreas(plan, problems: &problems)
    if let all {
      problems += plan.unknownFigures(in: all, aliases: geodata.aliases)
      problems += plan.absentFigures(in: all, aliases: geodata.aliases)
    }
    guard let all, let codes else { throw StudyProblems(problems) }
    let kept = all.filtered(gemeentecodes: codes)
    _ = Interpretations(study, areas: kept, problems: &problems)
    problems += study.contextLayers.problems
    do {
      _ = try StudyLedger(self)
    } catch {
      if let ledger = study.ledger {
        problems.append(
          study.problem(
            at: ledger,
            .unusableFile(ledger.value, reason: ErrorSentence.text(error, naming: false))))
      }
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
    let checks = try AreaChecks(files: study.areaFiles).checks(of: all)
    return (plan, inputs, all, kept, checks)
  }
}
