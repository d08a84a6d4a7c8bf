internal import Areas
internal import Bytes
internal import Composites
internal import Disclosure
internal import Exports
internal import Foundation
internal import GeoJSON
internal import Geocoding
internal import Governance
internal import Indicators
internal import Ledger
internal import Patterns
internal import Provenance
internal import SpatialStatistics

/// What a run saves of its tables for those who put cities together.
extension StudyRun {
  /// The bytes of `gepubliceerd.jsonl`: of each level the columns that its maps and indices are made of, and
  /// nothing that no map shows; and the tables of counts.
  func saved(
    _ plan: StudyPlan, published: [AreaLevel: PublishedTable], counted: PublishedRecords,
    indices: [MappedIndex], report: StudyReport, document: MapDocument, heatmaps: [StudyHeatmap]
  ) throws -> [UInt8] {
    var problems: [StudyProblem] = []
    // Words that are in no atlas are in no results.
    let interpretations =
      study.exports.contains(.atlas)
      ? Interpretations(study, areas: document.areas, problems: &problems).texts : [:]
    guard problems.isEmpty else { throw StudyProblems(problems) }
    let about = SavedStudy(
      study: study.id, title: study.title,
      purpose: study.purpose, program: ProgramVersion.text,
      catalogue: try catalogue(plan),
      areaFiles: try study.areaFiles.map { try FileHash(path: $0).sha256 },
      year: document.areas.edition.year, version: document.areas.edition.version,
      isSchematic: document.areas.isSchematic, peildatum: study.peildatum.text,
      level: study.level.rawValue, language: study.language.rawValue,
      dataClass: study.dataClass.rawValue, isSynthetic: document.isSynthetic,
      isConcept: document.isConcept,
      provisional: study.figures.filter(\.isProvisional).map(\.id),
      classification: study.classification.rawValue, classCount: study.classCount,
      draws: study.certainty.draws, seed: study.certainty.seed,
      maps: plan.indicators.map { indicator, level in
        SavedStudy.Map(
          indicator: indicator, level: level.rawValue,
          otherLevels: plan.otherLevels[indicator.id]?.map(\.rawValue),
          breaks: study.indicators.first { $0.id.value == indicator.id }?.breaks,
          isProtected: plan.isProtected(indicator),
          isSector: sectors.indicators.contains { $0.id == indicator.id })
      },
      indices: plan.indices.compactMap { index in
        indices.first { $0.fitted?.definition.id == index.definition.id }
          .flatMap(IndexFacts.init).map { facts in
            SavedStudy.Index(
              definition: index.definition, level: index.level.rawValue,
              breaks: index.choice.breaks ?? index.frozen?.breaks, scale: facts.scale)
          }
      },
      patterns: study.patterns.map { pattern in
        SavedStudy.Pattern(
          question: pattern.question, indicator: pattern.indicator?.value,
          table: pattern.table?.value, category: pattern.category?.value)
      },
      tables: counted.tables.compactMap { counts in
        study.tables.first { $0.id == counts.id }.map {
          SavedStudy.Table($0, levels: counts.levels)
        }
      },
      data: study.dataSets.map { SavedStudy.DataSet($0, in: study) }, author: study.author,
      metadata: SavedStudy.Metadata(study.metadata),
      conversions: report.figures.compactMap(SavedStudy.Conversion.init),
      losses: report.losses.map(SavedStudy.Loss.init),
      hasTypes: study.hasTypes,
      audit: study.audit.map {
        SavedStudy.Audit(
          columns: $0.columns.map(\.value), threshold: $0.threshold(under: geodata.rules))
      },
      heatmaps: study.heatmaps.map(SavedStudy.Heatmap.init), interpretations: interpretations,
      layers: document.areas.layers.map { layer in
        SavedStudy.Layer(
          level: layer.level.rawValue,
          areas: layer.areas.map {
            SavedStudy.Place(
              code: $0.code, name: $0.name, wijkcode: $0.wijkcode, gemeentecode: $0.gemeentecode,
              gemeentenaam: $0.gemeentenaam)
          })
      },
      records: counted.said.map { source in
        let isOpen = study.records.contains { $0.id == source.id && $0.isOpen }
        return isOpen ? source : source.withoutHash
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try SavedPublication.bytes(
      of: published.sorted { $0.key < $1.key }.map { level, table in
        (table, columns(of: table, plan: plan))
      },
      counts: counted.tables.map { counts in
        (counts, study.tables.first { $0.id == counts.id }?.period)
      },
      grids: heatmaps.filter { SavedStudy.Heatmap($0.specification).ownChoices.isEmpty }.map {
        (
          $0.specification.id.value, $0.export.grid,
          document.areas[.gemeente]?.areas.map(\.code) ?? []
        )
      }, placings: counted.placings, rule: countRule, about: Array(try encoder.encode(about)),
      ownLevels: document.areas.layers.map(\.level).filter(\.isOwn))
  }

  /// The columns of a level that its maps and indices are made of. Counts of records are among them where a
  /// map shows them, or areas are compared with those of their gemeente.
  private func columns(of table: PublishedTable, plan: StudyPlan) -> Set<String> {
    let open: Set<String> = [
      IndicatorEvaluator.landAreaColumn, StudyComparison.inhabitantsColumn,
      IndexFrames.urbanityColumn,
    ]
    func names(_ indicators: [Indicator]) -> Set<String> {
      Set(indicators.flatMap { $0.formula.terms.map(\.columnID) })
    }
    let shown = names(
      plan.shown.filter { $0.level == table.level }.map(\.indicator))
    let wholes = Set(
      study.records.flatMap { plan.wholeTerms($0.id) }.filter { $0.level == table.level }
        .map(\.term.columnID))
    let wider = names(plan.indicators.map(\.indicator))
      .union(names(plan.indices.flatMap { $0.definition.members.map(\.indicator) }))
    return Set(
      table.columns.filter { id, column in
        shown.contains(id) || wholes.contains(id)
          || !column.isFromRecords && (wider.contains(id) || open.contains(id))
      }.keys)
  }

  /// The files of the catalogue that decide what figures mean, with their hashes.
  private func catalogue(_ plan: StudyPlan) throws -> [String: String] {
    let folder = geodata.folder
    var paths = [
      "cbs-columns.yaml": folder + "/cbs-columns.yaml", "cities.yaml": folder + "/cities.yaml",
    ]
    if countRule != nil { paths["rules"] = Geodata.rulesPath(in: folder) }
    if study.sectors != nil { paths["sectors"] = geodata.sectors.path }
    return try paths.mapValues { try FileHash(path: $0).sha256 }
  }
}

extension IndexFacts {
  /// Stands for the scale on which areas are scored: the same for the same scale.
  var scale: String {
    guard case .facts(let facts) = reference,
      let frames = facts.first(where: { $0.name == "frames" })
    else { return "" }
    return StableIdentifier([
      String(decoding: ProvenanceRecord.json(of: [frames]), as: UTF8.self)
    ]).text
  }
}
