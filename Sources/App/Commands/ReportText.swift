internal import Areas
internal import Disclosure
internal import Geocoding
internal import Indicators
internal import Study

/// What a run came upon, as text for a screen.
struct ReportText {
  let text: String

  init(_ report: StudyReport, study: StudyFile) {
    var lines = [
      "\(study.title.nl) — \(study.audience.rawValue), peildatum \(study.peildatum.text)"
    ]
    let counts = report.areaCounts.map { "\($0.count) \($0.level.plural)" }
    lines.append("Areas (edition \(report.edition.description)): \(counts.joined(separator: ", "))")
    if report.leftOutAreas > 0 {
      lines.append("  left out: \(report.leftOutAreas) rows of water or abroad")
    }
    if let check = report.boundaries { lines += Self.boundaries(check) }
    for records in report.records { lines += Self.records(records) }
    for figures in report.figures { lines += Self.figures(figures) }
    for absent in report.absentWords {
      lines.append(
        "No record of '\(absent.records)' has in '\(absent.column)' any of: "
          + "\(Self.list(absent.words)). Check the spelling; such indicators have no data.")
    }
    lines.append("Maps:")
    for map in report.maps { lines.append(Self.map(map)) }
    text = lines.joined(separator: "\n")
  }

  private static func boundaries(_ check: AreaCheck) -> [String] {
    check.findings.map { "  boundaries: \($0)" }
  }

  private static func records(_ records: StudyReport.Records) -> [String] {
    let counts = records.counts
    var lines = [
      "Records '\(records.id)' (\(records.placement)): \(counts.placed) of \(counts.total) placed"
    ]
    for remark in counts.remarks {
      lines.append("  \(remark.count) \(remark.reason.rawValue)")
    }
    for column in records.unreadable {
      lines.append("  \(column.count) cells of '\(column.column)' could not be read")
    }
    return lines
  }

  private static func figures(_ figures: StudyReport.Figures) -> [String] {
    var lines = ["Figures '\(figures.id)': \(figures.matched) rows matched"]
    if figures.totalRows > 0 { lines.append("  \(figures.totalRows) rows are totals") }
    if figures.otherRows > 0 { lines.append("  \(figures.otherRows) rows of other areas") }
    if !figures.unknownCodes.isEmpty {
      lines.append("  codes that the edition does not know: \(list(figures.unknownCodes))")
    }
    if !figures.repeatedCodes.isEmpty {
      lines.append(
        "  codes with several rows, the first one counts: \(list(figures.repeatedCodes))")
    }
    if figures.unreadableCells > 0 {
      lines.append("  \(figures.unreadableCells) cells could not be read")
    }
    return lines
  }

  private static func map(_ map: StudyReport.Map) -> String {
    let words: [(IndicatorValue.Status, String)] = [
      (.ok, "with a value"), (.suppressed, "suppressed"), (.fewData, "few data"),
      (.noData, "no data"),
    ]
    let counts = words.compactMap { status, word in
      map.statuses[status].map { "\($0) \(word)" }
    }
    var line = "  \(map.indicator.id) (\(map.level.rawValue)): \(counts.joined(separator: ", "))"
    if !map.gemeentenWithoutValue.isEmpty {
      line += "; none in \(map.gemeentenWithoutValue.joined(separator: ", "))"
    }
    return line
  }

  private static func list(_ codes: [String]) -> String {
    let shown = codes.prefix(10).joined(separator: ", ")
    return codes.count > 10 ? "\(shown) and \(codes.count - 10) more" : shown
  }
}
