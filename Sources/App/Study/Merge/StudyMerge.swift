internal import Areas
internal import Bytes
internal import Cartography
internal import Composites
internal import Disclosure
internal import Exports
internal import Governance
internal import Indicators
internal import Provenance
internal import SpatialStatistics

/// The results of cities that ran each for itself, put together: maps, tables and an atlas over all of them,
/// from what each published and nothing else.
public struct StudyMerge: Sendable {
  let parts: [MergePart]
  /// What the union of all that the parts say was looked at for.
  let audit: UnionAudit
  let catalogue: String

  /// Reads the results in folders and makes sure that they may stand beside each other.
  /// - Parameter catalogue: the folder with the catalogue: its rules for counts, and the parts of the page
  ///   with maps.
  /// - Throws: ``Failure``, ``VerifiedFolder/Failure``, `SavedPublication.Damage`, ``StudyProblems`` or
  ///   `FileError`.
  public init(_ paths: [String], catalogue: String) throws {
    guard paths.count > 1 else { throw Failure.tooFew(paths.count) }
    // In the order of their gemeenten, so that the bytes do not depend on that of the folders.
    let parts = try paths.map { try MergePart($0) }.sorted {
      ($0.study.gemeenten.keys.min() ?? "", $0.outputs)
        < ($1.study.gemeenten.keys.min() ?? "", $1.outputs)
    }
    try Self.refuseCommonAreas(parts)
    let differences = parts.dropFirst().flatMap { MergeDifference.all(parts[0], $0) }
    guard differences.isEmpty else { throw Failure.unequal(differences) }
    let program = parts[0].study.program
    guard program == ProgramVersion.text else {
      throw Failure.otherProgram(parts[0].path, version: program)
    }
    try Self.refuseLaxRules(parts, catalogue: catalogue)
    audit = try UnionAudit(parts)
    self.parts = parts
    self.catalogue = catalogue
  }

  /// Makes the maps of all parts together and writes them.
  /// - Parameters:
  ///   - path: the folder to write.
  ///   - title: the title; that of the parts when they have one in common, else the names of the gemeenten.
  ///   - shares: protected shares, when the parts ask for a bias audit.
  ///   - context: water, roads and names that lie over the maps of the atlas; nil for none.
  ///   - owner: what only who publishes the whole can say, for catalogues.
  ///   - tasks: how many tasks work at the same time; the bytes do not depend on it.
  /// - Returns: what the results are, a sentence each.
  /// - Throws: ``Failure``, ``StudyRun/Failure`` or the error of a file; nothing then was written.
  public func write(
    to path: String, title: String?, shares: Shares? = nil, context: ContextLayers? = nil,
    owner: Owner, tasks: Int
  ) async throws -> [String] {
    // Before anything is made: a folder for the results would already be one file too many in a part.
    try refuse(target: path)
    try refuse(shares, target: path)
    try refuse(context, target: path)
    let folder = try OutputFolder(path: path, isOurs: StudyExport.isOurs)
    let merged = try await mapped(title: title, tasks: tasks)
    let found = try await found(in: merged, shares: shares, tasks: tasks)
    let choice = StudyExport.Choice(
      geoJSON: true, geoPackage: true, csv: true, excel: true, xlsx: true, gis: true, zip: false)
    let barriers = BarrierRegister(barriers, document: merged.document)
    var provenance = try provenance(merged, found, shares: shares, context: context)
    provenance.facts.append((name: "barriers", fact: barriers.fact))
    let account = try account(merged, found, owner: owner)
    var (export, backdrop) = try export(
      merged, found, context: context, choice: choice, provenance: provenance)
    export.pages += account.pages
    export.pages.append(StudyExport.Page(name: BarrierRegister.name) { barriers.csv })
    try await export.write(to: folder, choice: choice, provenance: provenance, tasks: tasks)
    return sentences(merged, found, backdrop: backdrop, open: account.open)
  }

  /// The maps of all parts together.
  func mapped(title: String?, tasks: Int) async throws -> Merged {
    let study = parts[0].study
    let areas = try areas()
    let language = StudyLanguage(rawValue: study.language) ?? .nl
    let text = self.title(title)
    let document = MapDocument(
      title: language == .nl ? text.nl : text.en, peildatum: study.peildatum,
      audience: parts[0].publication.audience,
      isSynthetic: parts.contains(where: \.study.isSynthetic), areas: areas,
      language: language == .nl ? .nl : .en, isConcept: parts.contains(where: \.isConcept))
    let tables = Dictionary(grouping: parts.flatMap(\.publication.tables), by: \.level)
      .mapValues { PublishedTable(joining: $0) }
    let members = study.indices.flatMap { $0.definition.members.map(\.indicator) }
    let maker = MapMaker(
      published: tables,
      borders: try StudyRun.borders(study.maps.map(\.indicator) + members, areas: areas),
      document: document,
      method: ClassificationMethod(rawValue: study.classification) ?? .quantile,
      classCount: study.classCount)
    var maps: [IndicatorMap] = []
    var wider: [IndicatorMap] = []
    for map in study.maps {
      maker.add(
        map.indicator, level: try level(map.level, areas),
        others: try (map.otherLevels ?? []).map { try level($0, areas) },
        isProtected: map.isProtected, given: map.breaks, to: &maps, and: &wider)
    }
    let indices = try await indices(maker, tasks: tasks)
    return Merged(
      title: text, document: document, level: try level(study.level, areas), published: tables,
      maps: maps + indices.map(\.map), wider: wider + indices.flatMap(\.wider), indices: indices,
      tables: study.tables.indices.map { number in
        PublishedCounts(
          joining: parts.map { $0.publication.counts[number] }, layers: areas.layers)
      }, placings: placings, heatmaps: heatmaps)
  }

  /// What the parts come to before anything is written.
  struct Merged {
    let title: LocalizedText
    let document: MapDocument
    let level: AreaLevel
    let published: [AreaLevel: PublishedTable]
    let maps: [IndicatorMap]
    let wider: [IndicatorMap]
    let indices: [MappedIndex]
    /// The tables of counts, in the order of the parts.
    let tables: [PublishedCounts]
    /// How the records of each source were placed.
    let placings: [PublishedPlacing]
    let heatmaps: Heatmaps
  }

  /// How records were placed, by source in the order of the parts.
  private var placings: [PublishedPlacing] {
    var seen: Set<String> = []
    let ids = parts.flatMap(\.publication.placings).map(\.id).filter { seen.insert($0).inserted }
    return ids.map { id in
      PublishedPlacing(
        joining: parts.flatMap { part in
          part.publication.placings.filter { $0.id == id }.map { (part.name, $0) }
        })
    }
  }

  /// The areas of all parts.
  private func areas() throws -> AreaSet {
    let levels = Set(parts.flatMap { $0.publication.tables.map(\.level) }).sorted()
    return AreaSet(
      edition: parts[0].study.edition,
      layers: try levels.map { level in
        AreaLayer(level: level, areas: try parts.flatMap { try $0.layer(level) })
      }, isSchematic: parts[0].study.isSchematic)
  }

  private func level(_ name: String, _ areas: AreaSet) throws(Failure) -> AreaLevel {
    guard let level = areas.layers.map(\.level).first(where: { $0.rawValue == name }) else {
      throw .noSurfaces(parts[0].path, level: name)
    }
    return level
  }

  /// The indices, on the scale that the parts have in common.
  private func indices(_ maker: MapMaker, tasks: Int) async throws -> [MappedIndex] {
    let study = parts[0].study
    guard !study.indices.isEmpty else { return [] }
    let references = try parts.map { part in
      let path = part.path + "/" + StudyExport.reference
      guard let reference = FrozenReference(path) else { throw Failure.noReference(path) }
      return (part: part, path: path, reference: reference)
    }
    let indexMaker = IndexMaker(
      maps: maker, country: [:],
      certainty: CertaintyChoice(draws: study.draws, seed: study.seed), sharesChoices: true,
      tasks: tasks)
    var mapped: [MappedIndex] = []
    for index in study.indices {
      // Where each gemeente has its own scale, those of all parts are taken; else they are the same.
      let isApart = parts.allSatisfy { index.isApart(in: $0.study) }
      var scales: [FittedIndex.FrozenPart] = []
      for (part, path, reference) in isApart ? references : Array(references.prefix(1)) {
        do throws(FrozenReference.Mismatch) {
          let fit = try reference.fit(index.definition, level: index.level)
          let own = part.study.gemeenten
          scales += fit.parts.filter { !isApart || own[$0.frame] != nil }
        } catch { throw Failure.noReference(path) }
      }
      let origin = IndexChoice.Origin.catalogue(id: index.definition.id)
      let planned = PlannedIndex(
        choice: IndexChoice(
          origin: Located(origin, line: 0, column: 0), without: [], breaks: index.breaks),
        definition: index.definition,
        level: try level(index.level, maker.document.areas),
        frozen: FrozenReference.Fit(
          frame: index.definition.frame, parts: scales.sorted { $0.frame < $1.frame },
          breaks: nil))
      if let one = try await indexMaker.mapped(planned, indexMaker.layers(planned)) {
        mapped.append(one)
      }
    }
    return mapped
  }

  private func title(_ given: String?) -> LocalizedText {
    if let given { return LocalizedText(nl: given, en: given) }
    let titles = Set(parts.map(\.study.title))
    if titles.count == 1, let title = titles.first {
      return title
    }
    let names = parts.flatMap { $0.study.gemeenten.values }.sorted().joined(separator: ", ")
    return LocalizedText(nl: names, en: names)
  }

  /// Refuses parts of which counts are protected less than the catalogue asks for such data, or that are
  /// audited from a higher threshold on.
  private static func refuseLaxRules(_ parts: [MergePart], catalogue: String) throws {
    var problems: [StudyProblem] = []
    let rules = RulesReader.read(Geodata.rulesPath(in: catalogue), problems: &problems)
    guard problems.isEmpty else { throw StudyProblems(problems) }
    for part in parts {
      if let audit = part.study.audit, audit.threshold > rules.bias.threshold {
        throw Failure.laxAudit(
          part.path, threshold: audit.threshold, highest: rules.bias.threshold)
      }
      let dataClass = DataClass(rawValue: part.study.dataClass) ?? .open
      guard let rule = part.publication.rule,
        let wanted = rules.countRule(of: dataClass, for: part.publication.audience),
        !rule.isAsStrict(as: wanted)
      else { continue }
      throw Failure.lax(part.path, rule: rule.words, wanted: wanted.words)
    }
  }

  /// Refuses parts that have a gemeente or an area in common.
  private static func refuseCommonAreas(_ parts: [MergePart]) throws(Failure) {
    var owners: [String: String] = [:]
    for part in parts {
      let gemeenten = part.study.gemeenten
      let codes =
        gemeenten.keys.sorted()
        + part.study.layers.flatMap(\.areas).map(\.code).filter { gemeenten[$0] == nil }
      for code in codes {
        if let other = owners[code] {
          throw .common(code, name: gemeenten[code], first: other, second: part.path)
        }
      }
      for code in codes { owners[code] = part.path }
    }
  }
}
