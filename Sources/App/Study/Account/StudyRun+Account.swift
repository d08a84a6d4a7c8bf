internal import Atlas
internal import Bytes
internal import Cartography
internal import Exports
internal import Patterns
internal import Provenance
internal import Reports

extension StudyRun {
  /// What a run writes beside its results to account for them: metadata and the report on method, and what
  /// the organisation has to fill in.
  /// - Throws: `ProjectionError`.
  func account(
    _ mapped: MappedStudy, report: StudyReport, patterns: [PatternAnswer], kinds: AreaKinds?,
    audit: BiasAudit?,
    barriers: [Barrier], provenance: ProvenanceRecord
  ) throws -> (pages: [StudyExport.Page], open: [String]) {
    let told = ToldResults(study, tables: mapped.tables, report: report)
    let metadata = try metadata(of: mapped, told: told)
    var pages = [StudyExport.Page(name: StudyExport.catalogueEntry) { metadata.xml }]
    for (name, language) in zip(StudyExport.methodReports, [Language.nl, .en]) {
      let text = try MethodReport(
        study: study, mapped: mapped, report: report, patterns: patterns, kinds: kinds,
        results: told, audit: audit, feedback: policeFeedback(mapped, patterns: patterns),
        barriers: barriers, rules: geodata.rules, release: release,
        catalogue: CatalogueFiles.hash(of: provenance.inputs), language: language
      ).document()
      pages.append(StudyExport.Page(name: name) { text.html })
    }
    return (pages, metadata.open.map(\.rawValue))
  }
}
