internal import Areas
internal import Bytes
internal import Composites
internal import Disclosure
internal import Geocoding
internal import Indicators
internal import Matching
internal import Study
internal import Tables

/// What a run came upon, as text for a screen.
struct ReportText {
  let text: String

  init(_ report: StudyReport, study: StudyFile) {
    var lines = [
      "\(study.title.nl) — \(study.audience.rawValue), peildatum \(study.peildatum.text)"
    ]
    let counts = report.areaCounts.map { $0.level.counted($0.count) }
    lines.append("Areas (edition \(report.edition.description)): \(counts.joined(separator: ", "))")
    lines += report.remarks.map { "  \($0)" }
    if report.leftOutAreas > 0 {
      lines.append("  left out: \(counted(report.leftOutAreas, "row")) of water or abroad")
    }
    if let check = report.boundaries { lines += Self.boundaries(check) }
    for records in report.records { lines += Self.records(records) }
    for figures in report.figures { lines += Self.figures(figures) }
    lines += report.undeclaredParts.map(\.sentence)
    for absent in report.absentWords {
      lines.append(
        "No record of '\(absent.records)' has in '\(absent.column)' any of: "
          + "\(Self.list(absent.words)). Check the spelling; such indicators count nothing.")
    }
    for found in report.foreignCodes {
      lines.append(
        "Records '\(found.records)': \(found.count) with an sbi that is no code of "
          + "\(found.classification), \(found.empty) without one; they are in no sector.")
    }
    for found in report.notCovered {
      let time =
        found.months.map { " in the \(counted($0, "month")) up to \(study.peildatum.text)" } ?? ""
      let few = report.minimumCount.map { "fewer than \($0)" }
      lines.append(
        "Records '\(found.records)': \(few ?? "none") in \(found.gemeenten.joined(separator: ", "))\(time)."
          + " Indicators that count them have no data there.")
    }
    lines += LossText(report).lines
    lines += report.ledger.map(Self.ledger) ?? []
    lines.append("Maps:")
    for map in report.maps { lines.append(Self.map(map)) }
    if !report.indices.isEmpty { lines.append("Indices:") }
    for index in report.indices { lines += Self.index(index) }
    if let quadrants = report.quadrants {
      lines.append(
        "Quadrants (\(quadrants.level.rawValue)): "
          + quadrants.counts.map { "\($0.word.replacing("_", with: " ")) \($0.count)" }
          .joined(separator: ", ")
          + "; \(quadrants.unsureCount) without one, since they are not stable")
    }
    if !report.patterns.isEmpty { lines.append("Patterns:") }
    for pattern in report.patterns {
      lines.append("  \(pattern.id) (\(pattern.level.rawValue)):")
      lines += pattern.sentences.map { "    \($0)" }
    }
    if !report.heatmaps.isEmpty { lines.append("Heatmaps:") }
    for heatmap in report.heatmaps { lines += HeatmapText(heatmap).lines }
    lines += report.context.flatMap(\.sentences)
    if let bias = report.bias { lines += ["Bias audit:"] + bias.map { "  \($0)" } }
    if !report.openMetadata.isEmpty {
      lines.append(
        "metadata.xml: for your organisation to fill in under 'metadata': "
          + "\(report.openMetadata.joined(separator: ", "))")
    }
    text = lines.joined(separator: "\n")
  }

  /// What became of what earlier publications said.
  private static func ledger(_ ledger: StudyReport.Ledger) -> [String] {
    func these(_ count: Int) -> String { "\(count) \(count == 1 ? "is" : "are")" }
    var lines = [
      "Ledger '\(ledger.name)': \(counted(ledger.entries, "earlier publication")), "
        + "\(counted(ledger.held, "count")) minded"
    ]
    if ledger.lapsed > 0 {
      lines.append(
        "  \(these(ledger.lapsed)) not so of these records and areas, of which some were others then: not minded"
      )
    }
    if ledger.lapsedDeliveries > 0 {
      lines.append(
        "  \(these(ledger.lapsedDeliveries)) not so of the counts that are delivered now: not minded"
      )
    }
    if ledger.otherPeriods > 0 {
      lines.append("  \(these(ledger.otherPeriods)) of another 'period': not minded")
    }
    if ledger.elsewhere > 0 {
      lines.append(
        "  \(these(ledger.elsewhere)) of areas that are not in this study: not minded")
    }
    if ledger.otherGround > 0 {
      lines.append(
        "  \(these(ledger.otherGround)) of areas that had another ground under the same code: not minded"
      )
    }
    func years(_ years: [Int]) -> String { years.map { "\($0)" }.joined(separator: ", ") }
    if !ledger.givenEditions.isEmpty {
      lines.append(
        "  Publications of areas of \(years(ledger.givenEditions)) are minded on these areas; delivered counts "
          + "of these years by code"
      )
    }
    if !ledger.withoutPlaces.isEmpty {
      lines.append(
        "  Not placed in areas of other years, since they have no coordinates, and so minded by code: "
          + ledger.withoutPlaces.joined(separator: ", "))
    }
    let byCode = ledger.otherEditions.filter {
      !ledger.givenEditions.contains($0) || !ledger.withoutPlaces.isEmpty
    }
    if !byCode.isEmpty {
      let years = years(byCode)
      lines.append(
        "  Publications of areas of \(years) are minded where a code has nearly the same ground now; what was "
          + "cut off from an area or added to it since can follow from both, and is not protected."
      )
    }
    if !ledger.ofOtherKey.isEmpty {
      lines.append(
        "  known by another key, so it cannot be seen whether they are files of this study: "
          + ledger.ofOtherKey.joined(separator: ", "))
    }
    if ledger.isAdded { lines.append("  These results are added.") }
    return lines
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
      if remark.reason == .notFound, let addresses = records.quality.addresses {
        lines += Self.notFound(addresses)
      }
      if remark.reason == .unknownCode, remark.count * 10 > counts.total {
        lines.append(
          "    Codes of another year? Give the records an 'edition': they are then refused, with what "
            + "helps.")
      }
    }
    if let addresses = records.quality.addresses { lines += Self.doubtful(addresses) }
    if let heaps = records.quality.heaps {
      lines += Self.heaps(heaps, level: records.quality.level)
    }
    for column in records.unreadable {
      lines.append(
        "  \(counted(column.count, "cell")) of '\(column.column)' could not be read")
    }
    return lines
  }

  private static func notFound(_ addresses: PlacingReport.Addresses) -> [String] {
    let counts = addresses.counts.reasons(of: .none)
    return AddressReason.allCases.compactMap { reason in
      counts[reason].map { "    \($0) \(reason.rawValue)" }
    }
  }

  private static func doubtful(_ addresses: PlacingReport.Addresses) -> [String] {
    let counts = addresses.doubtful.filter { $0.count > 0 }
    guard !counts.isEmpty else { return [] }
    let places = counts.map { "\($0.gemeente) \($0.count)" }.joined(separator: ", ")
    return [
      "  not counted, below \(number(addresses.threshold, decimals: 4)): \(places); per area in "
        + "plaatsing.csv"
    ]
  }

  private static func heaps(_ heaps: PlacingReport.Heaps, level: String) -> [String] {
    var lines: [String] = []
    if let largest = heaps.largestShare {
      lines.append(
        "  \(heaps.count) \(heaps.count == 1 ? "point holds" : "points hold") \(heaps.rule.minimum) or "
          + "more records and at least \(number(heaps.rule.share * 100, decimals: 1)) % of those of "
          + "\(heaps.count == 1 ? "its" : "their") \(level); the largest "
          + "\(number(largest * 100, decimals: 1)) %")
    }
    return lines
  }

  private static func number(_ number: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: number, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func figures(_ figures: StudyReport.Figures) -> [String] {
    let found = figures.matchedAreas.map { counted($0.count, $0.level.rawValue, $0.level.plural) }
    var lines = [
      "Figures '\(figures.id)': "
        + (found.isEmpty ? "none for these areas" : "for \(found.joined(separator: ", "))")
    ]
    if figures.totalRows > 0 {
      lines.append("  \(counted(figures.totalRows, "row")) of totals")
    }
    if figures.unreadableRows > 0 {
      lines.append(
        "  \(counted(figures.unreadableRows, "row")) with something that is no code in its place")
    }
    if figures.otherRows > 0 {
      lines.append("  \(counted(figures.otherRows, "row")) of other areas")
    }
    if !figures.unknownCodes.isEmpty {
      lines.append("  codes that the edition does not know: \(list(figures.unknownCodes))")
    }
    if !figures.repeatedCodes.isEmpty {
      lines.append(
        "  codes with several rows that do not contradict each other: "
          + list(figures.repeatedCodes))
    }
    if figures.zeroAreas > 0 {
      lines.append(
        "  "
          + counted(
            figures.zeroAreas, "area without a row counts", "areas without a row count")
          + " as zero")
    }
    if let conversion = figures.conversion {
      lines.append(
        "  converted from \(conversion.origin): "
          + conversion.grades.map { "\($0.count) \($0.word)" }.joined(separator: ", "))
      if !conversion.reusedCodes.isEmpty {
        lines.append("  codes used again for another area: \(list(conversion.reusedCodes))")
      }
    }
    if figures.unreadableCells > 0 {
      lines.append("  \(counted(figures.unreadableCells, "cell")) could not be read")
    }
    return lines
  }

  private static func map(_ map: StudyReport.Map) -> String {
    let words: [(IndicatorValue.Status, String)] = [
      (.ok, "with a value"), (.suppressed, "suppressed"), (.fewData, "few data"),
      (.noData, "no data"),
    ]
    let counts = words.flatMap { status, word -> [String] in
      guard let count = map.statuses[status] else { return [] }
      guard status == .fewData, map.unsureCount > 0 else { return ["\(count) \(word)"] }
      let few = count - map.unsureCount
      return ["\(map.unsureCount) too unsure for a class"] + (few > 0 ? ["\(few) \(word)"] : [])
    }
    var line = "  \(map.indicator.id) (\(map.level.rawValue)): \(counts.joined(separator: ", "))"
    if map.constant != nil { line += "; the same value in all" }
    if !map.gemeentenWithoutValue.isEmpty {
      line += "; none in \(map.gemeentenWithoutValue.joined(separator: ", "))"
    }
    if let uncompared = map.uncompared {
      line +=
        "; \(uncompared.areas) of those without data have nothing to compare with, since of "
        + "\(list(uncompared.gemeenten)) there is no \(uncompared.named("figure")): give it per gemeente"
    }
    return line
  }

  private static func index(_ index: StudyReport.Index) -> [String] {
    var line = "  \(index.id) (\(index.level.rawValue)): \(index.scoredCount) with a score"
    if !index.grades.isEmpty {
      line += "; grades " + index.grades.map { "\($0.letter) \($0.count)" }.joined(separator: ", ")
      line += "; \(index.unsureCount) without a class, since they do not keep it"
    }
    if index.scoredCount == 0 {
      line +=
        ", since too much of its weight takes no part: add the figures of those members, or leave the index out"
    }
    let agreements = index.agreements.map { level, found in
      "    against \(level.rawValue): \(Int((found.sameClass * 100).rounded())) % of the inhabitants live in an "
        + "area with the class of its \(level.rawValue); scores differ \(number(found.meanDifference, decimals: 1)) "
        + "on average"
    }
    let reasons = [
      "nergens_gegevens": "no data", "overal_gelijk": "the same everywhere",
      "grenzen_passen_niet": "limits that do not suit its numbers",
      "weggelaten": "as the study says",
    ]
    // Members with the same reason stand in one line, in the order of the index.
    var members: [(why: String, indicators: [String])] = []
    for left in index.leftOut {
      let why =
        (left.frame.isEmpty ? "" : " in \(left.frame)") + ", "
        + (reasons[left.reason] ?? left.reason)
      if let place = members.firstIndex(where: { $0.why == why }) {
        members[place].indicators.append(left.indicator)
      } else {
        members.append((why: why, indicators: [left.indicator]))
      }
    }
    return [line] + agreements
      + members.map { "    takes no part\($0.why): \($0.indicators.joined(separator: ", "))" }
  }

  static func list(_ codes: [String]) -> String {
    let shown = codes.prefix(10).joined(separator: ", ")
    return codes.count > 10 ? "\(shown) and \(codes.count - 10) more" : shown
  }
}
