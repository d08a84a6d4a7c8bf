internal import Cartography
internal import Disclosure
internal import Governance
internal import Indicators
internal import Tabulation

extension StudyReport {
  /// The sums of one source of records, for an audience from which they are hidden when few make them up: who
  /// counts as one of these.
  public struct Sums: Hashable, Sendable {
    /// The records.
    public let records: String
    /// What is added up, by its name in the study, in the order of names; at least one.
    public let columns: [String]
    /// The column that says whose a record is; nil when each is taken to be a contributor of its own.
    public let contributor: String?

    /// That several records of one firm are seen apart, and what to do; nil where they are not.
    public var remark: String? {
      guard contributor == nil else { return nil }
      let names = columns.map { "'\($0)'" }.joined(separator: ", ")
      return """
        records '\(records)': \(names) \(columns.count == 1 ? "is" : "are") added up, and each record is taken to be \
        a contributor of its own, so a firm with several of them passes for as many. Name the column that says whose \
        a record is: 'contributor: COLUMN' beside 'file' (Documentation/study-file.md).
        """
    }

    func sentence(_ language: Language, minimum: Int) -> String {
      let isDutch = language == .nl
      guard let contributor else {
        return isDutch
          ? "Sommen van '\(records)': elk record geldt als een eigen bijdrager, ook waar één bedrijf er meer heeft."
          : "Sums of '\(records)': each record counts as a contributor of its own, also where one firm has several."
      }
      return isDutch
        ? "Sommen van '\(records)': wat records van één bijdrager (kolom '\(contributor)') bijdragen is eerst opgeteld, "
          + "en achter een som die getoond wordt staan \(minimum) verschillende bijdragers of meer."
        : "Sums of '\(records)': what records of one contributor (column '\(contributor)') add is put together first, "
          + "and behind a sum that is shown stand \(minimum) different contributors or more."
    }
  }
}

extension StudyRun {
  /// The sums of sources of which somebody can have several records: those that say whose a record is, and those of
  /// firms or of stricter classes. None for an audience from which nothing is hidden.
  var sums: [StudyReport.Sums] {
    guard countRule != nil else { return [] }
    return study.records.compactMap { records in
      let columns = summedColumns(of: records.id)
      let contributor = records.contributorColumn?.value
      guard !columns.isEmpty,
        contributor != nil || (records.data?.value.dataClass ?? .open) >= .firms
      else { return nil }
      return StudyReport.Sums(
        records: records.id, columns: columns.sorted(), contributor: contributor)
    }
  }

  /// What tables and indicators add up of some records.
  private func summedColumns(of id: String) -> Set<String> {
    let tables = study.tables.filter { $0.records.value == id }.map(\.measure)
    let terms = study.indicators.flatMap {
      geodata.indicators[$0.id.value]?.formula.terms ?? []
    }.compactMap { term -> Tabulation.Measure? in
      if case .records(let term) = term, term.records == id { term.tabulationMeasure } else { nil }
    }
    return Set(
      (tables + terms).compactMap { if case .sum(let column) = $0 { column } else { nil } })
  }
}
