internal import Areas
public import Bytes
internal import CSV
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Governance
internal import Indicators
internal import Matching
internal import Patterns
internal import Projection
internal import Provenance
internal import Registers
internal import SpatialStatistics
internal import Tables
internal import Tabulation
internal import Topology

/// Runs a study: from its files to maps, in the order of the path of the data.
public struct StudyRun: Sendable {
  /// Why a study could not be run, beyond errors in its text.
  public enum Failure: Error, Hashable, Sendable {
    /// A column of records holds personal data.
    case personalData(records: String, column: String, kind: String)
    /// No gemeente of the study is among the areas.
    case noAreas

    var sentence: String {
      switch self {
      case .personalData(let records, let column, let kind):
        "records '\(records)': column '\(column)' holds \(kind). A study may not read it: leave the "
          + "column out, or replace its values before they get here. Nothing was written."
      case .noAreas: "none of the areas lies in a gemeente of the study."
      }
    }
  }

  /// The study.
  public let study: StudyFile
  private let geodata: Geodata

  /// Prepares a run.
  public init(_ study: StudyFile, geodata: Geodata) {
    self.study = study
    self.geodata = geodata
  }

  /// Finds all that can be found without running: words, files, columns, editions.
  ///
  /// Areas are read, records are not.
  /// - Throws: ``StudyProblems`` with everything that is wrong.
  /// - Returns: what the check of boundaries found, a sentence each.
  public func check() throws -> [String] {
    try prepared().checks.flatMap(\.findings)
  }

  /// Runs the study and writes its results into `folder`.
  /// - Parameter tasks: how many tasks work at the same time; the bytes do not depend on it.
  /// - Returns: what the run came upon.
  /// - Throws: ``StudyProblems``, ``Failure``, or the error of a file; nothing then was written.
  public func run(to folder: consuming OutputFolder, tasks: Int) async throws -> StudyReport {
    let (plan, inputs, all, kept, checks) = try prepared()
    var report = StudyReport()
    let areas = try repaired(kept, checks, report: &report)
    var bases = Dictionary(
      uniqueKeysWithValues: areas.layers.map { ($0.level, BaseTable($0)) })
    addFigures(of: areas, to: &bases)
    try addFigureFiles(inputs.figures, areas: areas, to: &bases, report: &report)
    let (tables, placings) = try await addRecords(
      inputs.records, plan: plan, all: all, areas: areas, tasks: tasks, to: &bases,
      report: &report)

    let published = bases.mapValues { PublishedTable($0, for: study.audience) }
    let document = MapDocument(
      title: study.language == .nl ? study.title.nl : study.title.en,
      peildatum: study.peildatum.text, audience: study.audience,
      isSynthetic: study.records.contains(where: \.isSynthetic)
        || study.figures.contains(where: \.isSynthetic),
      areas: areas, language: study.language == .nl ? .nl : .en)
    var maps: [IndicatorMap] = []
    var wider: [IndicatorMap] = []
    for (indicator, level) in plan.indicators {
      for layer in areas.layers where layer.level == level || !indicator.formula.usesRecords {
        guard let table = published[layer.level] else { continue }
        let map = IndicatorMap(
          IndicatorEvaluator(table).layer(indicator), method: study.classification,
          classCount: study.classCount,
          given: study.indicators.first { $0.id.value == indicator.id }?.breaks,
          document: document)
        if layer.level == level { maps.append(map) } else { wider.append(map) }
      }
    }
    report.maps = maps.map { map in
      let cities = areas.gemeenten.filter { gemeente in
        zip(map.layer.values, map.layer.gemeentecodes).allSatisfy {
          $0.1 != gemeente.code || $0.0.value == nil
        }
      }
      return StudyReport.Map(
        indicator: map.layer.indicator, level: map.layer.level,
        statuses: map.layer.statusCounts(), gemeentenWithoutValue: cities.map(\.name))
    }
    let patterns = try await answers(
      maps: maps, tables: tables, areas: areas, tasks: tasks, report: &report)
    try StudyExport(
      document: document, level: study.level, maps: maps, widerMaps: wider, tables: tables,
      placings: placings, patterns: patterns
    ).write(
      to: folder,
      choice: StudyExport.Choice(
        geoJSON: study.exports.contains(.geojson), geoPackage: study.exports.contains(.geopackage),
        csv: study.exports.contains(.csv), excel: study.exports.contains(.excel),
        xlsx: study.exports.contains(.xlsx)),
      provenance: try provenance(
        report: report, document: document, addresses: inputs.addresses, patterns: patterns))
    return report
  }

  // MARK: Before running

  private func prepared() throws -> (
    plan: StudyPlan, inputs: StudyInputs, all: AreaSet, kept: AreaSet, checks: [AreaCheck]
  ) {
    var problems = study.problems
    let plan = StudyPlan(study, geodata: geodata, problems: &problems)
    let inputs = StudyInputs(plan, problems: &problems)
    let (all, codes) = allAreas(plan, problems: &problems)
    guard problems.isEmpty, let all, let codes else { throw StudyProblems(problems) }
    let checks = try AreaChecks(files: study.areaFiles).checks(of: all)
    return (plan, inputs, all, all.filtered(gemeentecodes: codes), checks)
  }

  /// The areas that are read and those of the study's own, and the gemeenten of the study among them.
  private func allAreas(
    _ plan: StudyPlan, problems: inout [StudyProblem]
  ) -> (AreaSet?, Set<String>?) {
    guard let read = readAreas(plan, problems: &problems) else { return (nil, nil) }
    let isOwnOnly = read.layers.isEmpty
    // Own areas may tell the gemeenten when nothing else does.
    let codes = isOwnOnly ? [] : gemeentecodes(among: read, problems: &problems)
    guard let all = addOwnAreas(to: read, gemeentecodes: codes, problems: &problems) else {
      return (nil, nil)
    }
    return (all, isOwnOnly ? gemeentecodes(among: all, problems: &problems) : codes)
  }

  private func readAreas(_ plan: StudyPlan, problems: inout [StudyProblem]) -> AreaSet? {
    let wanted = Set(plan.indicators.map(\.level)).union([study.level]).filter { !$0.isOwn }
    let reader = AreaReader(
      required: wanted, figureNames: plan.figureNames, aliases: geodata.aliases)
    do {
      let all: AreaSet
      switch study.areas.value {
      case .files(let paths): all = try reader.read(paths)
      case .schematic(let folder):
        all = try SchematicAreas(folder: folder, reader: reader).read(year: study.edition)
      case .none:
        guard wanted.isEmpty else {
          problems.append(
            study.problem(
              at: study.areas,
              .missingLevel(
                wanted.sorted()[0].plural, known: study.ownAreas.map(\.level.rawValue))))
          return nil
        }
        all = AreaSet(edition: Edition(year: study.edition), layers: [])
      }
      guard all.edition.year == study.edition else {
        problems.append(
          study.problem(
            at: study.areas,
            .otherEdition(given: "\(all.edition.year)", wanted: study.edition)))
        return nil
      }
      return all
    } catch {
      let name =
        switch study.areas.value {
        case .files(let paths): paths.joined(separator: ", ")
        case .schematic(let folder): folder
        case .none: ""
        }
      if case AreaError.noLevel(let level, _, let known) = error {
        problems.append(study.problem(at: study.areas, .missingLevel(level.plural, known: known)))
      } else if let problem = error as? StudyProblems {
        problems += problem.problems
      } else {
        problems.append(
          study.problem(
            at: study.areas,
            .unusableFile(name, reason: ErrorSentence.text(error, naming: false))))
      }
      return nil
    }
  }

  /// The gemeenten of the study by code; the five cities when it names none.
  private func gemeentecodes(among areas: AreaSet, problems: inout [StudyProblem]) -> Set<String> {
    // Areas of one's own without gemeenten are all meant.
    if areas.gemeenten.isEmpty, study.gemeenten.isEmpty { return [""] }
    guard !study.gemeenten.isEmpty else {
      let present = Set(areas.gemeenten.map(\.code))
      return Set(geodata.cities.map(\.code)).intersection(present)
    }
    var codes: Set<String> = []
    let known = areas.gemeenten
    for name in study.gemeenten {
      let word = name.value.lowercased()
      if let city = geodata.cities.first(where: { city in
        city.otherNames.contains { $0.lowercased() == word }
      }), known.contains(where: { $0.code == city.code }) {
        codes.insert(city.code)
      } else if let found = known.first(where: {
        $0.code.lowercased() == word || $0.name.lowercased() == word
      }) {
        codes.insert(found.code)
      } else {
        let names = known.map(\.name).sorted()
        let spellings = names + geodata.cities.flatMap(\.otherNames) + known.map(\.code)
        problems.append(
          study.problem(
            at: name,
            .unknownWord(
              key: "gemeente", given: name.value,
              nearest: nearestWord(to: name.value, among: spellings), allowed: names)))
      }
    }
    return codes
  }

  /// Repairs the surfaces that need it and tells what else is the matter with them.
  private func repaired(
    _ areas: AreaSet, _ checks: [AreaCheck], report: inout StudyReport
  ) throws -> AreaSet {
    report.edition = areas.edition
    report.leftOutAreas = areas.waterCount + areas.foreignCount
    report.areaCounts = areas.layers.map { ($0.level, $0.areas.count) }
    guard areas.layers.contains(where: { !$0.areas.isEmpty }) else { throw Failure.noAreas }
    let layers = try areas.layers.map { layer -> AreaLayer in
      guard let check = checks.first(where: { $0.level == layer.level }) else { return layer }
      let own = check.concerning(Set(layer.areas.map(\.code)))
      if layer.level == study.level { report.boundaries = own }
      return try own.repaired(layer)
    }
    return AreaSet(
      edition: areas.edition, layers: layers, isSchematic: areas.isSchematic,
      waterCount: areas.waterCount, foreignCount: areas.foreignCount)
  }

  // MARK: Base values

  private func addFigures(of areas: AreaSet, to bases: inout [AreaLevel: BaseTable]) {
    for layer in areas.layers {
      for column in layer.figures {
        bases[layer.level]?.add(
          BaseColumn(
            open: column.figures,
            source: layer.level.isOwn && layer.mapping == nil
              ? layer.level.plural : "CBS, Wijk- en Buurtkaart \(areas.edition.year)"),
          id: column.name)
      }
    }
  }

  private func addFigureFiles(
    _ inputs: [StudyInputs.Figures], areas: AreaSet, to bases: inout [AreaLevel: BaseTable],
    report: inout StudyReport
  ) throws {
    for input in inputs {
      let content = try FigureFile(
        input.file, key: input.key,
        conditions: input.conditions.map {
          FigureFile.Condition(column: $0.column, value: $0.value)
        },
        columns: input.columns, areas: areas, level: input.specification.level)
      for (level, columns) in content.figures {
        for (name, figures) in columns {
          // A level without a single row keeps what it has.
          guard figures.contains(where: { $0 != .missing(.noData) }) else { continue }
          bases[level]?.add(
            BaseColumn(
              open: figures, source: input.specification.source,
              isSynthetic: input.specification.isSynthetic), id: name)
        }
      }
      addSums(of: content, from: input, areas: areas, to: &bases)
      report.figures.append(
        StudyReport.Figures(
          id: input.specification.id, matched: content.matchedRows,
          unknownCodes: content.unknownCodes, otherRows: content.otherRows,
          totalRows: content.totalRows, repeatedCodes: content.repeatedCodes,
          unreadableCells: content.unreadableCells))
    }
  }

  /// Adds the counts of a file up over the parts of own areas that it does not name itself.
  private func addSums(
    of content: FigureFile, from input: StudyInputs.Figures, areas: AreaSet,
    to bases: inout [AreaLevel: BaseTable]
  ) {
    for layer in areas.layers {
      guard let mapping = layer.mapping, let parts = areas[mapping.source] else { continue }
      for (name, figures) in content.figures[parts.level] ?? [:] {
        let own = content.figures[layer.level]?[name] ?? []
        guard !own.contains(where: { $0 != .missing(.noData) }),
          figures.contains(where: { $0 != .missing(.noData) }),
          let sums = mapping.sums(of: figures, named: name, parts: parts, in: layer)
        else { continue }
        bases[layer.level]?.add(
          BaseColumn(
            open: sums, source: input.specification.source,
            isSynthetic: input.specification.isSynthetic), id: name)
      }
    }
  }

  private func addRecords(
    _ inputs: [StudyInputs.Records], plan: StudyPlan, all: AreaSet, areas: AreaSet, tasks: Int,
    to bases: inout [AreaLevel: BaseTable], report: inout StudyReport
  ) async throws -> (tables: [PublishedCounts], placings: [PublishedPlacing]) {
    var tables: [PublishedCounts] = []
    var placings: [PublishedPlacing] = []
    for input in inputs {
      let level: AreaLevel =
        if case .columns(.code(_, let level), _) = input.place {
          level
        } else {
          areas.layers.first?.level ?? study.level
        }
      guard let layer = areas[level], let everywhere = all[level] else { throw Failure.noAreas }
      let records = try await RecordReader(
        file: input.file, placing: input.placing(in: everywhere), columns: input.columns
      ).read(tasks: tasks, countingPointsIn: layer).restricted(from: everywhere, to: layer)
      try refusePersonalData(records, input: input)
      let byLevel = try await placedByLevel(
        records, in: layer, input: input, plan: plan, all: all, areas: areas, tasks: tasks)
      var done: Set<String> = []
      for (term, indicator, level) in plan.recordTerms(input.specification.id) {
        guard done.insert("\(level) \(term.columnID)").inserted, let wanted = areas[level] else {
          continue
        }
        guard let lifted = byLevel[level] else {
          throw StudyProblems([
            study.problem(
              at: input.specification.file,
              .unusableFile(
                input.file.path,
                reason: "its records lie in \(layer.level.plural), and indicator "
                  + "'\(indicator.id)' is asked for \(level.plural)."))
          ])
        }
        let absent = term.absentWords(in: lifted)
        if !absent.isEmpty {
          report.absentWords.append(contentsOf: absent)
          bases[level]?.add(
            BaseColumn(
              open: Array(repeating: .missing(.noData), count: wanted.areas.count),
              source: input.specification.source,
              isSynthetic: input.specification.isSynthetic), id: term.columnID)
          continue
        }
        let table = try Tabulator(lifted).table(
          term.tabulationMeasure, where: term.conditions(peildatum: study.peildatum))
        bases[level]?.add(
          BaseColumn(
            counts: table, source: input.specification.source,
            isSynthetic: input.specification.isSynthetic), id: term.columnID)
      }
      for wanted in study.tables where wanted.records.value == input.specification.id {
        guard let target = areas[wanted.level ?? study.level],
          let lifted = byLevel[target.level]
        else { continue }
        let counts = try Tabulator(lifted).table(
          wanted.measure, category: wanted.category?.value,
          period: wanted.period.map { ("datum", $0) })
        tables.append(
          PublishedCounts(
            counts, id: wanted.id, layer: target, for: study.audience,
            isSynthetic: input.specification.isSynthetic))
      }
      // At the level of the maps: totals of another would give suppressed counts away.
      let mapped = plan.recordTerms(input.specification.id).first?.level ?? study.level
      guard let target = areas[byLevel[mapped] == nil ? max(mapped, layer.level) : mapped],
        let lifted = byLevel[target.level] ?? records.lifted(from: layer, to: target, in: areas)
      else { throw Failure.noAreas }
      let quality = PlacingReport(lifted, layer: target, input: input, audience: study.audience)
      if quality.isPublished { placings.append(quality.published) }
      report.records.append(
        StudyReport.Records(
          id: input.specification.id, counts: records.counts,
          unreadable: input.columns.compactMap { column in
            records.columns[column.name].flatMap {
              $0.unreadable > 0 ? (column.name, $0.unreadable) : nil
            }
          }, placement: input.place.description(header: input.file.columnNames), quality: quality))
    }
    return (tables, placings)
  }

  /// The records in the areas of every level that is asked for: where their areas belong or, when those
  /// are no parts of others, placed again by their coordinates.
  private func placedByLevel(
    _ records: LocatedRecords, in layer: AreaLayer, input: StudyInputs.Records, plan: StudyPlan,
    all: AreaSet, areas: AreaSet, tasks: Int
  ) async throws -> [AreaLevel: LocatedRecords] {
    let terms = plan.recordTerms(input.specification.id)
    var wanted = Set(terms.map(\.level)).union(terms.isEmpty ? [study.level] : [])
    for table in study.tables where table.records.value == input.specification.id {
      wanted.insert(table.level ?? study.level)
    }
    var placed: [AreaLevel: LocatedRecords] = [:]
    for level in wanted.sorted() {
      guard let target = areas[level] else { continue }
      if let lifted = records.lifted(from: layer, to: target, in: areas) {
        placed[level] = lifted
      } else if level.isOwn, input.hasCoordinates, let everywhere = all[level] {
        placed[level] = try await RecordReader(
          file: input.file, placing: input.placing(in: everywhere), columns: input.columns
        ).read(tasks: tasks, countingPointsIn: target).restricted(from: everywhere, to: target)
      }
    }
    return placed
  }

  private func refusePersonalData(
    _ records: LocatedRecords, input: StudyInputs.Records
  ) throws(Failure) {
    for column in input.columns {
      let header = input.file.header[column.index]
      let kind: PersonalData?
      switch records.columns[column.name]?.cells {
      case .category(_, let words)?: kind = PersonalData.kind(of: words, header: header)
      case .date(let days)?:
        let holdsDates = days.contains { $0 > RecordColumn.unreadableDay }
        kind = holdsDates && PersonalData.isBirthDate(header: header) ? .birthDate : nil
      case .number(let numbers)?:
        // Whole numbers as they were written; a service number among them has 8 or 9 digits.
        kind = PersonalData.kind(
          of: Set(numbers.lazy.filter { $0 >= 0 && $0 < 1e10 && $0 == $0.rounded() })
            .map { "\(Int($0))" }, header: header)
      default: kind = nil
      }
      guard let kind else { continue }
      throw .personalData(
        records: input.specification.id, column: header, kind: kind.words)
    }
  }

  // MARK: Provenance

  private func provenance(
    report: StudyReport, document: MapDocument, addresses: AddressSource?,
    patterns: [PatternAnswer]
  ) throws -> ProvenanceRecord {
    var inputs: [ProvenanceRecord.Input] = []
    func add(_ role: String, _ path: String) throws {
      guard path != "-" else { return }
      let file = path.split(separator: "#").first.map(String.init) ?? path
      inputs.append(
        ProvenanceRecord.Input(role: role, path: file, hash: try FileHash(path: file)))
    }
    try add("study", study.path)
    for path in study.areaFiles { try add("areas", path) }
    if let addresses {
      try add("register", addresses.matcher.register.path)
      try add("match_model", addresses.modelPath)
    }
    for records in study.records {
      try add("records:\(records.id)", records.file.value)
      if let list = records.corrections { try add("corrections:\(records.id)", list.value) }
      if let list = records.specialPoints { try add("special_points:\(records.id)", list.value) }
    }
    for figures in study.figures { try add("figures:\(figures.id)", figures.file.value) }
    for choice in study.indicators {
      try add("indicator", "\(geodata.folder)/indicators/\(choice.id.value).yaml")
    }
    return ProvenanceRecord(
      inputs: inputs,
      facts: try StudyFacts(
        study: study, report: report, document: document, patterns: patterns
      ).facts)
  }
}

extension PersonalData {
  /// What it is, in words.
  var words: String {
    switch self {
    case .citizenServiceNumber: "citizen service numbers"
    case .birthDate: "dates of birth"
    case .email: "e-mail addresses"
    case .phone: "telephone numbers"
    case .iban: "bank account numbers"
    }
  }
}
