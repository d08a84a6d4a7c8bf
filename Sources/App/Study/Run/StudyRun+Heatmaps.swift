internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Geocoding
internal import Heatmaps
internal import Indicators
internal import Provenance

/// The heatmaps of a study: from points to classes, each by itself.
extension StudyRun {
  /// A heatmap that was made, and its facts for provenance.
  struct StudyHeatmap {
    let specification: HeatmapSpecification
    let export: HeatmapExport
    let fact: ProvenanceRecord.Fact
  }

  /// The heatmaps in the order of the study. One of which nothing may be shown is reported, and is no
  /// reason to stop.
  func heatmaps(
    _ inputs: [StudyInputs.Records], document: MapDocument, tasks: Int, ledger: inout StudyLedger?,
    report: inout StudyReport
  ) async throws -> [StudyHeatmap] {
    var made: [StudyHeatmap] = []
    for heatmap in study.heatmaps {
      guard
        let input = inputs.first(where: { $0.specification.id == heatmap.records.value }),
        let reader = pointReader(heatmap, input)
      else { continue }
      let gemeenten = document.areas.gemeenten.map(\.code)
      let before = try ledger.flatMap {
        try earlier(heatmap, of: input, gemeenten: gemeenten, ledger: $0)
      }
      var request = heatmap.settings
      request.title = study.language == .nl ? heatmap.title.nl : heatmap.title.en
      request.weight = heatmap.weight
      request.months = heatmap.months
      request.conditions = heatmap.conditions.map { ($0.column, Set($0.words)) }
      request.tellsCount = tellsCount(of: heatmap, report: report)
      let own = document.made(isSynthetic: input.specification.isSynthetic)
      let result: HeatmapMaker.Made
      do {
        result = try await HeatmapMaker(request, name: "heatmap_\(heatmap.id.value)").make(
          try await reader.read(tasks: tasks), document: own, tasks: tasks)
      } catch GridRefusal.tooFewRecords, HeatmapError.noPoints, HeatmapError.tooFewPoints {
        report.heatmaps.append(StudyReport.Heatmap(id: heatmap.id.value, made: nil))
        continue
      } catch let error where ErrorSentence.isOfHeatmap(error) {
        throw Failure.heatmap(
          heatmap.id.value, reason: ErrorSentence.text(error, naming: false))
      }
      if let before {
        let map = result.grid.fingerprint
        try before.earlier.check(map)
        if let saved = ledger?.saved(
          heatmap, of: input, known: before.identity, peildatum: study.peildatum,
          gemeenten: gemeenten, map: map)
        {
          ledger?.add(saved)
        }
      }
      report.heatmaps.append(StudyReport.Heatmap(id: heatmap.id.value, made: result.report))
      let head: [(name: String, fact: ProvenanceRecord.Fact)] = [
        ("id", .scalar(.text(heatmap.id.value))),
        ("records", .scalar(.text(heatmap.records.value))),
      ]
      made.append(
        StudyHeatmap(
          specification: heatmap, export: result.export,
          fact: .facts(head + HeatmapFacts(request: request, grid: result.grid).method)))
    }
    return made
  }

  /// The heatmaps of earlier publications that must be the same map as one of this study; nil for records that are not
  /// protected.
  /// - Throws: ``Failure`` when one shares records and has other settings; the error of a file.
  func earlier(
    _ heatmap: HeatmapSpecification, of input: StudyInputs.Records, gemeenten: [String],
    ledger: StudyLedger
  ) throws -> (identity: RecordIdentity, earlier: EarlierHeatmaps)? {
    guard heatmap.settings.source.rule != nil else { return nil }
    let identity = try RecordIdentity(input)
    let own = ledger.saved(
      heatmap, of: input, known: identity, peildatum: study.peildatum, gemeenten: gemeenten,
      map: "")
    return (identity, try EarlierHeatmaps(own, of: input, known: identity, ledger: ledger))
  }

  /// Whether the number of records of a heatmap can be told beside their other counts, with which it is not
  /// audited: only that of all records, and when no count of them is hidden.
  private func tellsCount(of heatmap: HeatmapSpecification, report: StudyReport) -> Bool {
    guard countRule != nil, heatmap.settings.source.rule != nil else { return true }
    let hidesCounts = report.records.contains {
      $0.id == heatmap.records.value && ($0.hidesCounts || $0.hidesPlaced)
    }
    return !hidesCounts && heatmap.conditions.isEmpty && heatmap.months == nil
  }

  /// Reads what a heatmap asks of its records; nil unless coordinates say where these are.
  private func pointReader(
    _ heatmap: HeatmapSpecification, _ input: StudyInputs.Records
  ) -> PointReader? {
    guard case .columns(let columns, let specialPoints) = input.place else { return nil }
    func index(_ role: String) -> Int? { input.columns.first { $0.name == role }?.index }
    let conditions = heatmap.conditions.compactMap { condition in
      index(condition.column).map { (column: $0, words: Set(condition.words)) }
    }
    let period = heatmap.months.flatMap { months in
      index("datum").map {
        (column: $0, days: DayPeriod(months: months, through: study.peildatum))
      }
    }
    return PointReader(
      file: input.file, columns: columns, weight: heatmap.weight.flatMap(index),
      conditions: conditions, period: period, specialPoints: specialPoints)
  }
}
