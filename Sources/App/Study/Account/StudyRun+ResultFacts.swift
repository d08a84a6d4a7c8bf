internal import Areas
internal import Atlas
internal import Disclosure
internal import GeoJSON
internal import Indicators
internal import Provenance
internal import Tabulation

/// Types and tables as provenance keeps them.
extension StudyRun {
  private typealias Fact = ProvenanceRecord.Fact

  /// Facts of types and tables, as far as the study has them.
  func facts(
    of kinds: AreaKinds?, tables: [PublishedCounts]
  ) -> [(name: String, fact: ProvenanceRecord.Fact)] {
    var facts: [(name: String, fact: Fact)] = []
    if let kinds { facts.append(("types", Self.fact(of: kinds))) }
    let told = ToldResults(study, tables: tables, report: StudyReport()).tables
    let list = told.compactMap { table in
      study.tables.first { $0.id == table.id }.map { Self.fact(of: table, $0) }
    }
    if !list.isEmpty { facts.append(("tables", .list(list))) }
    return facts
  }

  private static func text(_ text: String?) -> Fact { .scalar(text.map { .text($0) } ?? .null) }
  private static func number(_ number: Int) -> Fact { .scalar(.integer(Int64(number))) }

  private static func fact(of kinds: AreaKinds) -> Fact {
    .facts([
      ("level", text(kinds.level.rawValue)),
      ("method", text("pam")),
      ("types", number(kinds.kinds.count)),
      // As sentences tell it: more digits are no more sure.
      (
        "silhouette",
        .scalar(kinds.silhouette.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null)
      ),
      ("stability", .scalar(.null)),
      ("seed", text(kinds.seed.map { "\($0)" })),
      ("areas", number(kinds.labels.count)),
      ("areas_with_type", number(kinds.labels.count { $0 != nil })),
      ("indicators", .list(kinds.indicators.map { text($0.id) })),
      ("sources", .list(kinds.sources.map { text($0) })),
    ])
  }

  private static func fact(of table: ToldTable, _ asked: TableSpecification) -> Fact {
    let (measure, column): (String, String?) =
      switch asked.measure {
      case .count: ("count", nil)
      case .distinct(let column): ("distinct", column)
      case .sum(let column): ("sum", column)
      }
    return .facts([
      ("id", text(table.id)),
      ("records", text(asked.records.value)),
      ("measure", text(measure)),
      ("column", text(column)),
      ("category", text(table.category)),
      ("period", text(table.period?.rawValue)),
      ("levels", .list(table.counts.levels.map { text($0.rawValue) })),
      ("totals", .scalar(.bool(asked.hasTotals))),
      ("counts", number(table.cells.all)),
      ("onderdrukt", number(table.cells.suppressed)),
    ])
  }
}
