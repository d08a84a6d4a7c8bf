internal import Areas
internal import Atlas
internal import Bytes
internal import Cartography
internal import Comparison
internal import Disclosure
internal import Exports
internal import GISBundle
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Governance
internal import Indicators
internal import Projection
internal import Patterns
internal import Provenance
internal import Tables
internal import Topology

extension StudyMerge {
  /// The files, by the same export as that of a run, and what of the layers over the maps is not drawn, a
  /// sentence each.
  func export(
    _ merged: Merged, _ found: Found, context: ContextLayers?, choice: StudyExport.Choice,
    provenance: ProvenanceRecord
  ) throws -> (export: StudyExport, backdrop: [String]) {
    let heatmaps = try exports(of: merged.heatmaps, document: merged.document)
    let quadrants = StudyRun.quadrants(of: merged.indices).map {
      QuadrantReport($0, document: merged.document)
    }
    var content = AtlasContent(
      title: merged.title, purpose: purpose, document: merged.document, maps: merged.maps,
      widerMaps: merged.wider,
      inhabitants: merged.published.compactMapValues(StudyComparison.openInhabitants),
      patterns: found.patterns, heatmaps: heatmaps, inputs: provenance.inputs)
    for part in parts {
      content.interpretations.merge(part.study.interpretations) { first, _ in first }
    }
    content.indexParts = merged.indices.flatMap(\.parts)
    content.kinds = found.kinds
    content.quadrants = quadrants
    content.periods = zip(merged.tables, parts[0].study.tables).filter { $1.period != nil }.map {
      PeriodCounts($0, title: $1.title, methodBreaks: $1.methodBreaks)
    }
    let backdrop = try backdrop(context, of: &content)
    let folder = catalogue + "/atlas/"
    var export = StudyExport(
      document: merged.document, level: merged.level, maps: merged.maps, widerMaps: merged.wider,
      tables: merged.tables, placings: merged.placings, patterns: found.patterns,
      heatmaps: heatmaps,
      reference: IndexReference(merged.indices.compactMap { IndexFacts($0)?.reference }),
      pages: [
        StudyExport.Page(name: StudyExport.atlas) { [content] in
          try AtlasPage(content).bytes { name in
            String(decoding: try InputFile.contents(of: folder + name), as: UTF8.self)
          }
        }
      ])
    export.quadrants = quadrants
    if let audit = found.audit {
      export.pages.append(StudyExport.Page(name: BiasReport.name) { audit.report.csv })
      if let justification = found.justification {
        export.pages.append(
          StudyExport.Page(name: StudyExport.justification) { Array(justification.yaml.utf8) })
      }
    }
    if let quadrants {
      export.pages += try StudyRun.quadrantPages(quadrants, choice: choice)
    }
    export.pages += try GISBundle(
      export, document: merged.document, purpose: purpose, choice: choice
    ).files.map { file in StudyExport.Page(name: file.name) { file.bytes } }
    return (export, backdrop)
  }

  /// For what the cities use the data, each purpose once.
  var purpose: String {
    var seen: Set<String> = []
    return parts.map(\.study.purpose).filter { seen.insert($0).inserted }.joined(separator: " / ")
  }

  /// The strictest class of what went in.
  var dataClass: DataClass {
    parts.compactMap { DataClass(rawValue: $0.study.dataClass) }.max() ?? .open
  }

  /// What made the results: the parts, by their hashes, and what was looked at.
  func provenance(
    _ merged: Merged, _ found: Found, shares: Shares?, context: ContextLayers?
  ) throws -> ProvenanceRecord {
    typealias Fact = ProvenanceRecord.Fact
    func text(_ text: String) -> Fact { .scalar(.text(text)) }
    func number(_ number: Int) -> Fact { .scalar(.integer(Int64(number))) }
    func texts(_ list: [String]) -> Fact { .list(list.map(text)) }
    let study = parts[0].study
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    let document = merged.document
    var facts: [(name: String, fact: Fact)] = [
      ("program", text("wijkzicht")),
      ("program_version", text(ProgramVersion.text)),
      ("study", text(StudyMerge.study)),
      ("title", text(merged.title.nl)),
      ("purpose", text(purpose)),
      ("data_class", text(dataClass.rawValue)),
      ("concept", .scalar(.bool(document.isConcept))),
      ("peildatum", text(document.peildatum)),
      ("audience", text(document.audience.rawValue)),
      ("synthetisch", .scalar(.bool(document.isSynthetic))),
      ("stamps", texts(document.stamps)),
      ("edition", text(document.areas.edition.description)),
      ("level", text(merged.level.rawValue)),
      ("gemeenten", texts(document.areas.gemeenten.map(\.code))),
      (
        "areas",
        .facts(document.areas.layers.map { ($0.level.plural, number($0.areas.count)) })
      ),
      (
        "classes",
        .facts([
          ("method", text(study.classification)), ("count", number(study.classCount)),
          ("weights", text("equal per gemeente")), ("closure", text("[a, b), last [a, b]")),
        ])
      ),
      (
        "disclosure",
        parts[0].publication.rule.map { rule in
          .facts([
            ("minimum_count", number(rule.minimumCount)),
            ("rounding_base", number(rule.roundingBase)),
          ])
        } ?? .scalar(.null)
      ),
      (
        "merged",
        .facts([
          ("parts", .list(parts.map(Self.fact))),
          (
            "audit",
            .facts([
              ("statements", number(audit.statements)),
              ("shared_records", texts(audit.sharedRecords)),
              ("records_not_compared", texts(audit.unknownRecords)),
              ("gemeenten_in_common", number(0)),
            ])
          ),
        ])
      ),
      (
        "projection",
        .facts([
          ("operation", text(transformer.operation)),
          ("accuracy_m", transformer.accuracy.map { .scalar(.number($0)) } ?? .scalar(.null)),
        ])
      ),
      (
        "libraries",
        .facts([
          ("geos", text(TopologyEngine.libraryVersion)),
          ("proj", text(Transformer.libraryVersion)),
          ("sqlite", text(GeoPackageWriter.libraryVersion)),
        ])
      ),
      ("provisional", texts(Set(parts.flatMap(\.study.provisional)).sorted())),
      ("indices", .list(merged.indices.compactMap { IndexFacts($0)?.log })),
    ]
    if !found.patterns.isEmpty {
      facts.append(
        ("patterns", .list(PatternReport(found.patterns, document: document).facts)))
    }
    facts += self.facts(of: merged.heatmaps)
    if let audit = found.audit { facts.append(("bias_audit", audit.report.fact)) }
    var inputs = parts.map { part in
      ProvenanceRecord.Input(
        role: "published:" + part.study.gemeenten.keys.sorted().joined(separator: "+"),
        path: StudyExport.published, identity: .sha256(part.file.sha256))
    }
    if let shares {
      inputs.append(
        ProvenanceRecord.Input(
          role: "audit", path: shares.file,
          identity: try InputIdentity(
            of: shares.file, isOpen: parts[0].publication.rule == nil, key: nil)))
    }
    if let context {
      inputs += try Self.files(of: context).map { file in
        ProvenanceRecord.Input(
          role: file.role, path: file.path,
          identity: try InputIdentity(of: file.path, isOpen: true, key: nil))
      }
    }
    return ProvenanceRecord(inputs: inputs, facts: facts)
  }

  /// The name under which results of several cities stand in provenance.
  static let study = "samengevoegd"

  private static func fact(_ part: MergePart) -> ProvenanceRecord.Fact {
    .facts([
      ("study", .scalar(.text(part.study.study))),
      (
        "gemeenten", .list(part.study.gemeenten.keys.sorted().map { .scalar(.text($0)) })
      ),
      ("concept", .scalar(.bool(part.isConcept))),
      ("synthetisch", .scalar(.bool(part.study.isSynthetic))),
      ("data_class", .scalar(.text(part.study.dataClass))),
      ("outputs", .scalar(.text(part.outputs))),
      ("published_sha256", .scalar(.text(part.file.sha256))),
      ("areas_sha256", .list(part.study.areaFiles.map { .scalar(.text($0)) })),
    ])
  }

  /// What the results are, a sentence each.
  /// - Parameters:
  ///   - backdrop: what of the layers over the maps is not drawn.
  ///   - open: what nobody said of the whole, for catalogues.
  func sentences(
    _ merged: Merged, _ found: Found, backdrop: [String], open: [String]
  ) -> [String] {
    let document = merged.document
    let counts = document.areas.layers.map { $0.level.counted($0.areas.count) }
    var sentences = parts.map { part in
      "\(part.name): '\(part.path)'\(part.isConcept ? ", a concept" : "")."
    }
    sentences.append(
      "Together: \(counts.joined(separator: ", ")), \(counted(merged.maps.count, "map")), edition "
        + "\(document.areas.edition.description), \(document.peildatum), for '\(document.audience.rawValue)'."
    )
    sentences += parts.compactMap { part in
      part.expired.map {
        "\(part.name): the study has expired on \($0). Let the city look again at its purpose, data and method "
          + "before this goes out."
      }
    }
    if audit.statements > 0 {
      sentences.append(
        "Audit of the union: \(counted(audit.statements, "statement")) on counts; no gemeente in common"
          + (audit.sharedRecords.isEmpty
            ? audit.unknownRecords.isEmpty ? ", no file of records in common." : "."
            : "; from one file: \(audit.sharedRecords.joined(separator: ", ")), of which no city hides a count.")
          + (audit.unknownRecords.isEmpty
            ? ""
            : " Whether two cities counted one file is not known of "
              + "\(audit.unknownRecords.joined(separator: ", ")): they are not known by one key.")
      )
    }
    for answer in found.patterns {
      let summary = StudyRun.summary(answer, areas: document.areas)
      sentences += summary.sentences.map { "Pattern \(summary.id): \($0)" }
    }
    sentences += absences(in: merged.tables).map(\.sentence)
    sentences += merged.heatmaps.leftOut.map(\.sentence) + backdrop
    if !open.isEmpty {
      sentences.append(
        "Only who publishes the whole can say, for catalogues: \(open.joined(separator: ", ")); name them "
          + "with \(open.map { "--" + $0 }.joined(separator: ", ")).")
    }
    if let audit = found.audit { sentences += audit.summary.map { "Bias audit: \($0)" } }
    if !document.stamps.isEmpty {
      sentences.append("Stamps: \(document.stamps.joined(separator: ", ")).")
    }
    return sentences
  }
}
