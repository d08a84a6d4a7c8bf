internal import Areas
internal import Composites
internal import Disclosure
internal import Geocoding
internal import Indicators
internal import Ledger
internal import Tabulation

/// Whether the figures of a saved publication are those of which it says between which bounds they lie.
///
/// A run saves figures and, in the form of the ledger, what they say of counts. Whoever changes a figure and
/// makes all hashes anew has to change both; a figure that was changed alone is found here.
struct StatementCheck {
  /// A figure and a statement that contradict each other.
  struct Contradiction: Error, Hashable {
    /// The column or table, with its category and period.
    let what: String
    let level: String
    /// The code of the area; nil when nothing is said of any of them.
    let code: String?
  }

  private let study: SavedStudy
  private let rule: DisclosureRule
  private let peildatum: RecordDate
  private let sources: [String: LedgerEntry.Source]

  /// - Returns: nil for an audience from which nothing is hidden, of whose counts nothing is said.
  init?(_ study: SavedStudy, rule: DisclosureRule?) {
    guard let rule, let peildatum = RecordDate(study.peildatum) else { return nil }
    self.study = study
    self.rule = rule
    self.peildatum = peildatum
    sources = Dictionary(study.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Looks at all columns, tables of counts and what is told of the placing of records.
  /// - Complexity: O(figures × statements of their source).
  func run(_ publication: SavedPublication) throws(Contradiction) {
    let terms = Dictionary(
      study.recordTerms.map { ($0.columnID, $0) }, uniquingKeysWith: { first, _ in first })
    for table in publication.tables {
      for (id, column) in table.columns.sorted(by: { $0.key < $1.key }) where column.isFromRecords {
        // Delivered counts are not in the ledger.
        guard let term = terms[id], study.counts(term.records) else { continue }
        let conditions = term.conditions(peildatum: peildatum).map(Self.withoutColumns)
        try check(
          column.figures, of: table.codes, what: id, level: table.level.rawValue,
          measure: term.tabulationMeasure, records: term.records
        ) {
          $0.category == nil && $0.period == nil
            && $0.conditions.map(Self.withoutColumns) == conditions
        }
      }
    }
    for (counts, table) in zip(publication.counts, study.tables) {
      try check(counts, of: table)
    }
    for placing in publication.placings { try check(placing) }
  }

  /// How records were placed is told of each area of a level, or of none.
  private func check(_ placing: SavedPublication.Placing) throws(Contradiction) {
    guard let source = sources[placing.id] else { return }
    let counted = placing.counted
    for statement in source.statements where statement.what == .placing {
      for (code, said) in zip(source.areas[statement.level] ?? [], statement.said)
      where said != counted[code].map({ self.said($0, by: .count) }) ?? .nothing {
        throw Contradiction(what: "placing of \(placing.id)", level: statement.level, code: code)
      }
    }
  }

  private func check(
    _ counts: SavedPublication.Counts, of table: SavedStudy.Table
  ) throws(Contradiction) {
    let measure: Tabulation.Measure =
      switch table.measure {
      case "distinct": .distinct(column: table.column ?? "")
      case "sum": .sum(column: table.column ?? "")
      default: .count
      }
    let words: [String?] = counts.categories + (counts.hasTotal ? [nil] : [])
    for (level, (name, codes)) in counts.levels.enumerated() {
      for (category, word) in words.enumerated() {
        for (period, label) in counts.periods.enumerated() {
          let names = [table.id, word ?? PublishedCounts.total, label].filter { !$0.isEmpty }
          try check(
            counts.figures(level: level, category: category, period: period), of: codes,
            what: names.joined(separator: ", "), level: name, measure: measure,
            records: table.records
          ) {
            $0.conditions.isEmpty && $0.period?.label == (counts.cut == nil ? nil : label)
              && $0.period?.cut == counts.cut?.rawValue
              && $0.category?.word == (table.category == nil ? nil : word)
          }
        }
      }
    }
  }

  /// Looks for a statement that says of each area what its figure says. Columns have the names of files in
  /// statements, which the saved study does not tell: any statement of the same records, level and words will do.
  private func check(
    _ figures: [PublishedFigure], of codes: [String], what: String, level: String,
    measure: Tabulation.Measure, records: String, fits: (LedgerEntry.Statement) -> Bool
  ) throws(Contradiction) {
    let source = sources[records]
    let places = Dictionary(
      (source?.areas[level] ?? []).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    let wanted = figures.map { said($0, by: measure) }
    var first: Contradiction?
    for statement in source?.statements ?? []
    where statement.what == measure.what && statement.level == level && fits(statement) {
      let wrong = zip(codes, wanted).first { code, said in
        places[code].map { statement.said[$0] } != said
      }
      guard let wrong else { return }
      first = first ?? Contradiction(what: what, level: level, code: wrong.0)
    }
    throw first ?? Contradiction(what: what, level: level, code: nil)
  }

  /// What a figure says.
  private func said(_ figure: PublishedFigure, by measure: Tabulation.Measure) -> SaidCount {
    switch figure {
    case .missing, .unreliable: .nothing
    case .suppressed: .hidden
    case .value, .interval:
      if case .sum = measure {
        SaidCount(sum: figure, rule: rule)
      } else {
        SaidCount(count: figure, rule: rule)
      }
    }
  }

  private static func withoutColumns(_ condition: Condition) -> SavedCondition {
    SavedCondition(condition) { _, _ in "" }
  }

  private static func withoutColumns(_ condition: SavedCondition) -> SavedCondition {
    condition.condition { _, _ in "" }.map(withoutColumns) ?? condition
  }
}

extension SavedStudy {
  /// The terms of its maps and of the members of its indices that count records.
  fileprivate var recordTerms: [RecordTerm] {
    (maps.map(\.indicator) + indices.flatMap { $0.definition.members.map(\.indicator) })
      .flatMap(\.formula.terms).compactMap { if case .records(let term) = $0 { term } else { nil } }
  }

  /// Whether the study has a file of these records, and no figures in their place.
  fileprivate func counts(_ records: String) -> Bool {
    data.contains { $0.id == records && $0.edition == nil }
  }
}

extension Tabulation.Measure {
  /// As what a statement tells of it.
  fileprivate var what: LedgerEntry.Statement.What {
    switch self {
    case .count: .records
    case .distinct: .distinct
    case .sum: .sum
    }
  }
}
