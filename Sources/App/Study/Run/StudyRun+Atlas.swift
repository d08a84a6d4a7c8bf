internal import Areas
internal import Atlas
internal import Bytes
internal import Cartography
internal import Disclosure
internal import Exports
internal import Indicators
internal import Patterns
internal import Provenance

extension StudyRun {
  /// The pages of the study that are wanted, by the names of their files.
  func pages(
    _ mapped: MappedStudy, kinds: AreaKinds?, patterns: [PatternAnswer],
    quadrants: QuadrantReport?, heatmaps: [HeatmapExport],
    provenance: ProvenanceRecord, report: inout StudyReport
  ) throws -> [StudyExport.Page] {
    guard study.exports.contains(.atlas) else { return [] }
    var content = AtlasContent(
      title: study.title, purpose: study.purpose, document: mapped.document, maps: mapped.maps,
      widerMaps: mapped.wider,
      inhabitants: mapped.published.compactMapValues(StudyComparison.openInhabitants),
      patterns: patterns, heatmaps: heatmaps, inputs: provenance.inputs)
    content.validity = study.expires.map {
      LocalizedText(
        nl: "De uitkomsten zijn \($0.value.holdsThrough(.nl)).",
        en: "The results are \($0.value.holdsThrough(.en)).")
    }
    content.indexParts = mapped.indices.flatMap(\.parts)
    content.kinds = kinds
    content.quadrants = quadrants
    content.periods = mapped.tables.compactMap { counts in
      study.tables.first { $0.id == counts.id && $0.period != nil }.map { table in
        PeriodCounts(counts, title: table.title, methodBreaks: table.methodBreaks)
      }
    }
    var problems: [StudyProblem] = []
    content.interpretations =
      Interpretations(study, areas: mapped.document.areas, problems: &problems).texts
    report.context = try study.contextLayers.read(into: &content, problems: &problems)
    guard problems.isEmpty else { throw StudyProblems(problems) }
    let folder = geodata.folder + "/atlas/"
    return [
      StudyExport.Page(name: StudyExport.atlas) { [content] in
        try AtlasPage(content).bytes { name in
          String(decoding: try InputFile.contents(of: folder + name), as: UTF8.self)
        }
      }
    ]
  }
}
