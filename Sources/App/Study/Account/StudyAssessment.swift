public import Bytes
internal import Cartography
internal import Exports
internal import Provenance
internal import Reports

/// Makes the annex to an impact assessment of a study: `dpia.nl` and `dpia.en`, as Markdown and for Word.
///
/// The study is worked out in memory, and none of its results is written.
public struct StudyAssessment: Sendable {
  private let run: StudyRun
  private let geodata: Geodata

  /// Prepares an annex.
  public init(_ study: StudyFile, geodata: Geodata, justification: BiasJustification? = nil) {
    run = StudyRun(study, geodata: geodata, justification: justification)
    self.geodata = geodata
  }

  private static let names = ["dpia.nl", "dpia.en"]

  /// Whether a file of this name is one that is written.
  public static func isOurs(_ name: String) -> Bool {
    name == StudyExport.mark || names.contains { name == $0 + ".md" || name == $0 + ".docx" }
  }

  /// Works the study out and writes the annex.
  /// - Throws: what a run of the study throws, but for findings of the bias audit that nobody answers for:
  ///   the annex tells them. Or what reading the texts throws.
  public func write(to folder: consuming OutputFolder, tasks: Int) async throws {
    if let file = run.study.files.first(where: { PathTarget.lies($0, in: folder.path) }) {
      throw StudyRun.Failure.readsFromTarget(file: file, folder: folder.path)
    }
    let path = AssessmentTexts.path(in: geodata.folder)
    let texts = try AssessmentTexts(path: path)
    let mapped = try await run.mapped(tasks: tasks, sharesChoices: false)
    var report = mapped.report
    let patterns = try await run.answers(
      maps: mapped.maps, tables: mapped.tables, areas: mapped.document.areas, tasks: tasks,
      report: &report)
    let kinds = try await run.kinds(of: mapped, tasks: tasks)
    var ledger = mapped.ledger
    let heatmaps = try await run.heatmaps(
      mapped.records, document: mapped.document, tasks: tasks, ledger: &ledger, report: &report)
    let audit = try run.biasAudit(
      mapped, patterns: patterns, kinds: kinds, isWhole: true, stops: run.justification != nil)
    var provenance = try run.provenance(
      report: report, document: mapped.document, addresses: mapped.addresses,
      indices: mapped.indices, patterns: patterns, heatmaps: heatmaps.map(\.fact))
    provenance.facts += run.facts(of: kinds, tables: mapped.tables)
    provenance.inputs.append(
      ProvenanceRecord.Input(
        role: "dpia", path: path,
        identity: try InputIdentity(of: path, isOpen: true, key: nil)))
    for (name, language) in zip(Self.names, [Language.nl, .en]) {
      let text = AssessmentAnnex(
        texts: texts, study: run.study, mapped: mapped, report: report, patterns: patterns,
        kinds: kinds, told: ToldResults(run.study, tables: mapped.tables, report: report),
        audit: audit, feedback: run.policeFeedback(mapped, patterns: patterns),
        columns: run.biasNames(mapped, patterns: [], kinds: nil),
        isJustified: run.justification != nil,
        barriers: run.barriers(report), rules: geodata.rules, language: language
      ).document
      try folder.write(text.markdown, to: name + ".md")
      try folder.write(text.word(), to: name + ".docx")
    }
    try folder.write(provenance.json, to: StudyExport.mark)
    try folder.commit()
  }
}
