internal import Areas
internal import Disclosure
internal import Geocoding
internal import Tabulation

/// All that a study says of one source of records, as statements about the same parts: an area and a kind of record.
/// Brought together step by step, those of the study first; what must be hidden then is ``SourceProtection``.
struct SourceStatements {
  /// What a statement is about.
  enum Subject {
    case placed
    case placing(AreaLayer)
    case table(SourceProtection.Table, AreaLayer, category: Int, period: Int)
    case column(SourceProtection.Term, AreaLayer)
    /// What two counts leave between them; it is never told.
    case rest
  }

  let areas: AreaSet
  let rule: DisclosureRule
  let terms: [SourceProtection.Term]
  let tables: [SourceProtection.Table]
  /// The counts of placed records, when they are published, and their level.
  let placing: (layer: AreaLayer, counts: PublishedPlacing)?
  let before: EarlierStatements
  let units: CountUnits
  let partition: CountPartition
  /// All kinds of records.
  let allKinds: [Int]
  private let divisions: Divisions
  private let periodCount: Int

  var counts: CountStatements
  var measures: MeasuresToProtect
  /// What each of the statements is about.
  private(set) var subjects: [Subject] = []
  var lost: LossCounts
  /// The counts that others may leave something of; those of earlier publications apart.
  var counted: [CountRests.Count] = []
  var countedBefore: [CountRests.Count] = []
  /// The kinds of records that each count of the study counts.
  var kindsTold: [[Int]] = []
  /// What became of what was said before.
  var earlier = CountStatements.Earlier()
  /// The areas in which a count is hidden since it is nearly all of a public number.
  var nearlyAll: [AreaLevel: [String: Set<Int>]] = [:]
  /// Whether the number of all records that were placed is not told, since it is not looked at.
  var hidesPlaced: Bool

  /// Prepares; see ``SourceProtection`` for what is given. Nil when nothing is counted.
  /// - Throws: ``SourceProtection/Levels``, or a column that is not there.
  init?(
    records id: String, at levels: [AreaLevel: LocatedRecords], smallest base: AreaLevel,
    in areas: AreaSet, terms: [SourceProtection.Term], periods: [RecordPlaces],
    tables: [SourceProtection.Table], placing: (layer: AreaLayer, counts: PublishedPlacing)?,
    rule: DisclosureRule, before: EarlierStatements
  ) throws {
    self.areas = areas
    self.rule = rule
    self.terms = terms
    self.tables = tables
    self.placing = placing
    self.before = before
    periodCount = periods.count
    hidesPlaced = before.isPlacedElsewhere
    var used = Set(terms.map(\.level)).union(tables.flatMap { $0.levels.map(\.layer.level) })
    if let placing {
      used.insert(placing.layer.level)
      if !placing.layer.level.isOwn, areas[.gemeente] != nil { used.insert(.gemeente) }
      // Those of which only the gemeente is known are told apart from those in its areas.
      if placing.layer.level == .gemeente,
        levels[.gemeente]?.countsOfMunicipalityOnly.isEmpty == false
      {
        used.insert(base)
      }
    }
    used.formUnion(before.statements.map(\.level))
    let then = before.levelsOfThen
    used.formUnion(then)
    guard let first = used.min() else { return nil }
    units = try CountUnits(
      smallest: [first, base], levels: levels, used: used, then: then, areas: areas)
    let cells = levels.min { $0.key < $1.key }?.value.columns ?? [:]
    let measured = terms.map(\.measure) + tables.map(\.measure)
    let wholePlaces = terms.map(\.places) + tables.map(\.places)
    let divisions = Divisions(
      try zip(wholePlaces, measured).map { try $0.adding(to: $1, in: cells) },
      and: periods + wholePlaces + before.divisions)
    self.divisions = divisions
    let whole = { (number: Int) in divisions.numbers[periods.count + number] }
    let past = { (number: Int) in divisions.numbers[periods.count + wholePlaces.count + number] }
    var adding: [Divisions.Adding] = measured.enumerated().map { number, measure in
      Divisions.Adding(measure: measure, part: number, whole: whole(number))
    }
    for statement in before.statements {
      if let measure = statement.measure, let part = statement.division,
        let all = before.wholes[part]
      {
        adding.append(Divisions.Adding(measure: measure, part: past(part), whole: past(all)))
      }
    }
    partition = CountPartition(
      units: units.ofRecords, unitCount: units.count, tables: divisions.all,
      adding: divisions.adding(adding))
    measures = MeasuresToProtect(
      partition, columns: cells, of: measured + before.statements.compactMap(\.measure))
    counts = CountStatements(partition, rule: rule)
    lost = LossCounts(id, areas: areas, rule: rule)
    allKinds = Array(0..<partition.kindCount)
  }

  /// Notes what the statement is about that was added last.
  mutating func note(_ subject: Subject) { subjects.append(subject) }

  // MARK: Divisions

  /// The number of the division of all records of a term or table, also of those that add nothing to its sum.
  func whole(_ number: Int) -> Int { divisions.numbers[periodCount + number] }

  /// The number of a division of earlier statements.
  func past(_ number: Int) -> Int {
    divisions.numbers[periodCount + terms.count + tables.count + number]
  }

  /// The number of the division by a period of ``SourceProtection/Term/period``.
  func period(_ number: Int) -> Int { divisions.numbers[number] }

  /// The group of statements that divide records by the division of a number.
  /// - Parameter isTotal: whether they are of all its categories together.
  func group(_ number: Int, isTotal: Bool) -> Int {
    number < terms.count
      ? 1 + 2 * tables.count + number
      : 1 + 2 * (number < terms.count + tables.count ? number - terms.count : number)
        + (isTotal ? 0 : 1)
  }
}
