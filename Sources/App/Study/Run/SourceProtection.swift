internal import Areas
internal import Disclosure
internal import Geocoding
internal import Indicators
internal import Ledger
internal import Tabulation

/// All counts of one source of records that a study publishes: brought together, so that what one says
/// does not tell what another hides.
struct SourceProtection {
  /// What is hidden of the columns of indicators so that other counts cannot be derived.
  private(set) var columns: [AreaLevel: [String: Set<Int>]] = [:]
  /// What is hidden of tables, by their id.
  private(set) var tables: [String: [AreaLevel: Set<PublishedCounts.Level.Place>]] = [:]
  /// The codes of areas of which the number of records placed there is hidden.
  private(set) var codes: Set<String> = []
  /// Whether the number of all records that were placed is hidden.
  private(set) var hidesPlaced = false
  /// What is said after all, for the ledger.
  private(set) var said: [Said] = []
  /// Whether any count is hidden.
  var hidesCounts: Bool { hidesPlaced || said.contains { $0.counts.contains(.hidden) } }
  /// What became of what was said before.
  private(set) var earlier = CountStatements.Earlier()
  /// What to change, where most is hidden for others and somebody asked.
  var costly: StudyReport.Costly?
  /// How many counts of each indicator and table are hidden for others, and not by the rule itself.
  private(set) var forOthers: [Part: Int] = [:]
  /// How many counts of indicators and tables there are that the rule does not hide by itself.
  private(set) var largeCount = 0
  /// What is lost in each gemeente.
  private(set) var losses: [StudyReport.Loss] = []

  /// Nothing is hidden for others: what holds for an audience without a rule.
  init() {}

  /// Finds what must be hidden.
  /// - Parameters:
  ///   - levels: the records at every level at which they are counted.
  ///   - base: the level of the smallest areas in which they were placed.
  ///   - periods: the records of each period of ``Term/period``.
  ///   - placing: the counts of placed records, when they are published, and their level.
  ///   - before: what was said of them in earlier publications.
  /// - Throws: ``CountsNotSafe``, ``Levels``.
  init(
    records id: String, at levels: [AreaLevel: LocatedRecords], smallest base: AreaLevel,
    in areas: AreaSet, terms: [Term], periods: [RecordPlaces] = [], tables: [Table],
    placing: (layer: AreaLayer, counts: PublishedPlacing)?, placed: Int, rule: DisclosureRule,
    before: EarlierStatements = EarlierStatements()
  ) throws {
    // What is not looked at is not told.
    hidesPlaced = before.isPlacedElsewhere
    guard
      var statements = try SourceStatements(
        records: id, at: levels, smallest: base, in: areas, terms: terms, periods: periods,
        tables: tables, placing: placing, rule: rule, before: before)
    else { return }
    statements.addPlaced(placed)
    statements.addTables()
    statements.addTerms()
    statements.addCoverage()
    statements.addNames()
    try statements.addEarlier()
    statements.addRests()
    let hidden = try statements.hidden()
    hidesPlaced = statements.hidesPlaced
    columns = statements.nearlyAll
    earlier = statements.earlier
    take(hidden, of: &statements)
    largeCount = statements.lost.largeCount
    if !tables.isEmpty || statements.lost.hides { losses = statements.lost.losses }
    said = Self.said(hiding: hidden, of: statements)
  }

  /// Notes what is hidden so that other counts cannot be derived.
  private mutating func take(
    _ hidden: Set<CountStatements.Place>, of statements: inout SourceStatements
  ) {
    for place in hidden {
      let area = place.area
      switch statements.subjects[place.statement] {
      case .rest: continue
      case .placed: hidesPlaced = true
      case .placing(let layer): codes.insert(layer.areas[area].code)
      case .table(let table, let layer, let category, let period):
        self.tables[table.id, default: [:]][layer.level, default: []].insert(
          PublishedCounts.Level.Place(area: area, category: category, period: period))
        forOthers[.table(table.id), default: 0] += 1
        statements.lost.hide(
          area, of: LossCounts.Part(subject: .table(table.id), level: layer.level), layer: layer)
      case .column(let term, let layer):
        columns[layer.level, default: [:]][term.columnID, default: []].insert(area)
        forOthers[.indicators(term.indicators, layer.level), default: 0] += 1
        statements.lost.hide(
          area,
          of: LossCounts.Part(subject: .indicators(term.indicators), level: layer.level),
          layer: layer)
      }
    }
  }

  /// What is said after all.
  private static func said(
    hiding hidden: Set<CountStatements.Place>, of statements: SourceStatements
  ) -> [Said] {
    let areas = Dictionary(grouping: hidden, by: \.statement).mapValues { Set($0.map(\.area)) }
    let said = zip(statements.subjects, statements.counts.said(hiding: hidden))
    return said.enumerated().compactMap { number, pair in
      let (subject, counts) = pair
      let measured = statements.measures.said(number, hiding: areas[number] ?? [])
      switch subject {
      case .rest: return nil
      case .placed: return Said(subject: .placed, level: .gemeente, counts: counts)
      case .placing(let layer):
        return Said(subject: .placing, level: layer.level, counts: counts)
      case .table(let table, let layer, let category, let period):
        return Said(
          subject: .table(
            table,
            category: table.category == nil || category == table.places.categories.count
              ? nil : table.places.categories[category],
            period: table.places.periods[period]), level: layer.level, counts: counts,
          measured: measured)
      case .column(let term, let layer):
        return Said(
          subject: .term(term), level: layer.level, counts: counts, measured: measured)
      }
    }
  }

  /// Levels of which one is not made of the areas of the other.
  struct Levels: Error {
    let first: AreaLevel
    let second: AreaLevel
  }
}
