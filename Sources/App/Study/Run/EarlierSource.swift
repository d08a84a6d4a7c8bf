internal import Areas
internal import CSV
internal import Disclosure
internal import Geocoding
internal import Ledger
internal import Tabulation

/// What earlier publications said of one source of records of this study: of counts, of sums and of numbers of
/// different things.
struct EarlierSource {
  /// Columns to read beside those of the study.
  private(set) var columns: [RecordReader.Column] = []
  /// The levels at which records were counted.
  private(set) var levels: Set<AreaLevel> = []
  /// How many counts were said of areas that the study has not.
  private(set) var leftOut = EarlierAreas.LeftOut()
  /// The areas of other years in which the records are placed as well.
  let then: [AreasOfThen]
  /// Whether the areas of another year are given, and the records say no more than the code of an area or an address.
  let lacksPlaces: Bool
  /// Whether the number of all placed records was said of gemeenten that are not all in the study: what it leaves of
  /// that of this study cannot be looked at.
  private var isPlacedElsewhere = false
  private var found: [Found] = []
  /// The publications of areas of another year that are not given which told what was found, by its place.
  private var others: [Int: [EarlierStatement.OtherYear]] = [:]
  private var seen: [Found: Int] = [:]
  private var names: [Wanted: String] = [:]

  /// A source of an earlier publication that is, by its name or its file, one of the study.
  struct Told {
    let entry: LedgerEntry
    let source: LedgerEntry.Source
    /// Whether it was the same table, or the same file.
    let isSameTable: Bool
  }

  /// A statement and the areas of the study that it is of.
  private struct Found: Hashable {
    let statement: LedgerEntry.Statement
    let level: AreaLevel
    let said: [SaidCount]
    /// Of which gemeenten together a number of all placed records is.
    var gemeenten: [String]?
    /// The words that its table told by their names, when it pooled the others; nil when it told all.
    var named: Set<String>?
  }

  private struct Wanted: Hashable {
    let column: String
    let kind: RecordColumn.Kind
  }

  /// Finds what the statements need.
  /// - Parameters:
  ///   - then: the areas of other years that are given.
  ///   - measures: what the study measures of the records. What entries of before these were kept said of
  ///     sums and numbers of different things is missed only where it measures such.
  /// - Throws: ``StudyRun/Failure`` when the study lacks it.
  init(
    _ sources: [Told], of input: StudyInputs.Records, in areas: AreaSet, then: [AreasOfThen],
    measures: Set<Tabulation.Measure>, ledger: String
  ) throws(StudyRun.Failure) {
    self.then = input.hasCoordinates ? then : []
    lacksPlaces = !input.hasCoordinates && !then.isEmpty
    let isMeasured = measures.contains { $0 != .count }
    for told in sources {
      let (entry, source) = (told.entry, told.source)
      let past = self.then.first { $0.edition == entry.edition }
      func lacks(_ need: LedgerNeed) -> StudyRun.Failure {
        .ledgerNotEvaluated(
          ledger, of: .records(input.specification.id), entry: entry.entry, needs: need)
      }
      var known: [String: (areas: EarlierAreas, grounds: GroundsOfThen?)] = [:]
      if isMeasured, !source.tellsMeasures { throw lacks(.measures) }
      let named = source.namedWhereOthersArePooled
      for statement in source.statements {
        guard statement.what != .placed else {
          take(statement, of: source.areas[statement.level] ?? [], in: areas, then: past)
          continue
        }
        let level = statement.level
        let isOfCBS = AreaLevel.cbs.contains { $0.rawValue == level }
        let past = isOfCBS ? past : nil
        guard
          let layer = past.map({ $0.layer(level) })
            ?? areas.layers.first(where: { $0.level.rawValue == level })
        else { throw lacks(past.map { .levelOfThen(level, $0.edition) } ?? .level(level)) }
        if known[level] == nil {
          let (codes, grounds) = (source.areas[level] ?? [], source.grounds?[level] ?? [])
          // Of the areas of then that are given, wider ones are made of the smallest.
          let isElsewhere =
            isOfCBS && entry.edition != areas.edition.year && grounds.count == codes.count
            && (past.map { $0.everywhere.level == layer.level }
              ?? (input.hasCoordinates && !areas.isSchematic))
          known[level] = (
            // In levels of their own the areas of then are those of their code.
            EarlierAreas(
              codes, grounds: past == nil ? grounds : [], edition: entry.edition, in: layer,
              of: past?.areas ?? areas),
            isElsewhere ? GroundsOfThen(codes, grounds: grounds, in: layer) : nil
          )
        }
        guard let (places, grounds) = known[level],
          let said = places.said(statement.said, in: layer, leftOut: &leftOut)
        else { throw lacks(.grounds(level)) }
        let other = grounds.map { grounds in
          EarlierStatement.OtherYear(
            told: ToldOnOtherAreas(
              entry: entry.entry, edition: entry.edition, isGiven: past != nil),
            isSameTable: told.isSameTable, grounds: grounds,
            isTold: statement.said.map { $0 != .nothing })
        }
        var own = Found(statement: statement, level: layer.level, said: said)
        own.named = named[statement.division]
        guard other != nil || said.contains(where: { $0 != .nothing }) else { continue }
        let (place, isNew) = self.place(of: own)
        if let other { others[place, default: []].append(other) }
        guard isNew else { continue }
        if let column = statement.column {
          let kind = statement.measuredKind
          guard read(column, as: kind, of: input) else { throw lacks(.column(column)) }
        }
        levels.insert(layer.level)
        for (column, kind) in statement.columns {
          guard read(column, as: kind, of: input) else { throw lacks(.column(column)) }
        }
      }
    }
  }

  /// The place of what was found, which is kept once.
  private mutating func place(of own: Found) -> (place: Int, isNew: Bool) {
    if let known = seen[own] { return (known, false) }
    seen[own] = found.count
    found.append(own)
    return (found.count - 1, true)
  }

  /// The number of all placed records is that of its gemeenten together, when all of them are in the study.
  private mutating func take(
    _ statement: LedgerEntry.Statement, of names: [String], in areas: AreaSet,
    then: AreasOfThen?
  ) {
    let gemeenten = then.map { $0.layer(AreaLevel.gemeente.rawValue) } ?? areas[.gemeente]
    var own = Found(
      statement: statement, level: gemeenten?.level ?? .gemeente, said: statement.said)
    if then != nil || names != [StudyLedger.name(of: areas)] {
      let codes = names.first?.split(separator: " ").map(String.init) ?? []
      guard let layer = gemeenten, codes.allSatisfy({ layer.ordinal(of: $0) != nil }) else {
        leftOut.elsewhere += 1
        if statement.said.contains(where: { $0 != .nothing && $0 != .hidden }) {
          isPlacedElsewhere = true
        }
        return
      }
      own.gemeenten = codes
    }
    _ = place(of: own)
  }

  /// Makes sure that a column is read; false when the file has no such column.
  private mutating func read(
    _ column: String, as kind: RecordColumn.Kind, of input: StudyInputs.Records
  ) -> Bool {
    let wanted = Wanted(column: column, kind: kind)
    guard names[wanted] == nil else { return true }
    // No column of a study is called so.
    let name = "@grootboek \(columns.count)"
    if kind == .address {
      guard let address = StudyInputs.addressColumn(named: name, input.place) else { return false }
      names[wanted] = name
      columns.append(address)
      return true
    }
    let places = input.file.header.indices.filter {
      input.file.header[$0].lowercased() == column
    }
    guard places.count == 1 else { return false }
    if let own = input.columns.first(where: { $0.index == places[0] && $0.kind == kind }) {
      names[wanted] = own.name
    } else {
      names[wanted] = name
      columns.append(RecordReader.Column(name: name, index: places[0], kind: kind))
    }
    return true
  }

  /// The statements over the records as they were read.
  func statements(
    of records: [AreaLevel: LocatedRecords], in areas: AreaSet
  ) throws -> EarlierStatements {
    var all = EarlierStatements()
    all.isPlacedElsewhere = isPlacedElsewhere
    var numbers: [Division: Int] = [:]
    for (place, found) in found.enumerated() {
      let statement = found.statement
      var own = EarlierStatement(what: statement.what, level: found.level, said: found.said)
      own.gemeenten = found.gemeenten?.compactMap { areas[found.level]?.ordinal(of: $0) }
      own.smallestOfThen =
        then.first { $0.layers.contains { $0.level == found.level } }?.everywhere.level
      own.others = others[place] ?? []
      own.measure = statement.column.flatMap { column in
        statement.measure(names[Wanted(column: column, kind: statement.measuredKind)])
      }
      if statement.what == .records || statement.column != nil {
        guard let located = records[found.level] else { continue }
        func number(_ measure: Tabulation.Measure?) throws -> Int {
          let division = Division(found, measure)
          if let known = numbers[division] { return known }
          numbers[division] = all.divisions.count
          all.divisions.append(try self.places(division, of: located))
          return all.divisions.count - 1
        }
        let division = try number(own.measure)
        own.division = division
        if own.measure != nil {
          let whole = try number(nil)
          all.wholes[division] = whole
        }
        let places = all.divisions[division]
        own.periodCount = places.periods.count
        own.category = statement.category.flatMap { places.categories.firstIndex(of: $0.word) }
        own.period = statement.period.flatMap { places.periods.firstIndex(of: $0.label) }
      }
      all.statements.append(own)
    }
    return all
  }

  /// How statements divide records.
  private struct Division: Hashable {
    let level: AreaLevel
    let own: LedgerEntry.Statement.Division
    /// The words that are told by their names, when others are pooled.
    let named: Set<String>?
    /// What the records must add to.
    let measure: Tabulation.Measure?

    init(_ found: Found, _ measure: Tabulation.Measure?) {
      self.measure = measure
      level = found.level
      own = found.statement.division
      named = found.named
    }
  }

  private func places(_ division: Division, of records: LocatedRecords) throws -> RecordPlaces {
    func name(_ column: String, _ kind: RecordColumn.Kind) -> String {
      names[Wanted(column: column, kind: kind)] ?? column
    }
    let own = division.own
    var places = try Tabulator(records).places(
      where: own.conditions.compactMap { $0.condition(name: name) },
      category: own.category.map { name($0, .category) },
      period: own.period.flatMap { period in
        PeriodCut(rawValue: period.cut).map { (name(period.column, .date), $0) }
      })
    if let named = division.named {
      places = places.pooling(as: PublishedCounts.other) { !named.contains($0) }
    }
    let same = found.filter { Division($0, division.measure) == division }.map(\.statement)
    return try places.adding(
      categories: same.compactMap { $0.category?.word },
      periods: same.compactMap { $0.period?.label }
    ).adding(to: division.measure ?? .count, in: records.columns)
  }
}

extension LedgerEntry.Source {
  /// Whether it tells of all sums and numbers of different things what was said of them, beside what that says
  /// of the number of records: that there are so many or more.
  fileprivate var tellsMeasures: Bool {
    let measured = Set(
      statements.filter { $0.column != nil }.map(\.withoutMeasure))
    return statements.allSatisfy { statement in
      !statement.said.contains(where: \.isOpenEnded) || measured.contains(statement.withoutMeasure)
    }
  }
}

extension SaidCount {
  fileprivate var isOpenEnded: Bool {
    if case .between(_, nil) = self { true } else { false }
  }
}

extension LedgerEntry.Source {
  /// The words that tables told by their names, by what divides their records, of those that pooled the others.
  fileprivate var namedWhereOthersArePooled: [LedgerEntry.Statement.Division: Set<String>] {
    let tables = Dictionary(grouping: statements.filter { $0.category != nil }, by: \.division)
    return tables.mapValues { Set($0.compactMap { $0.category?.word }) }
      .filter { $0.value.contains(PublishedCounts.other) }
      .mapValues { $0.subtracting([PublishedCounts.other]) }
  }
}

extension LedgerEntry.Statement {
  /// What divides records: conditions, and the columns of category and period, not which of these it counts.
  fileprivate struct Division: Hashable {
    let conditions: [SavedCondition]
    let category: String?
    let period: Period?
  }

  /// What divides the records that it counts.
  fileprivate var division: Division {
    Division(
      conditions: conditions, category: category?.column,
      period: period.map { Period(column: $0.column, cut: $0.cut, label: "") })
  }

  /// Which records it is of, whatever it says of them.
  fileprivate var withoutMeasure: LedgerEntry.Statement {
    LedgerEntry.Statement(
      .records, level: level, conditions: conditions, category: category, period: period, said: [])
  }

  /// As what the column that it measures is read.
  fileprivate var measuredKind: RecordColumn.Kind { what == .sum ? .number : .category }

  /// What it measures, in a column of a name; nil when it counts records.
  fileprivate func measure(_ name: String?) -> Tabulation.Measure? {
    guard let name else { return nil }
    return what == .sum ? .sum(column: name) : .distinct(column: name)
  }

  /// The columns by which it counts.
  fileprivate var columns: [(String, RecordColumn.Kind)] {
    var columns: [(String, RecordColumn.Kind)] = []
    for condition in conditions {
      _ = condition.condition { column, kind in
        columns.append((column, kind))
        return column
      }
    }
    if let category { columns.append((category.column, .category)) }
    if let period { columns.append((period.column, .date)) }
    return columns
  }
}

extension RecordPlaces {
  /// The same with categories and periods in which no record counts.
  fileprivate func adding(categories more: [String], periods later: [String]) -> RecordPlaces {
    let allCategories = categories + Set(more).subtracting(categories).sorted()
    let allPeriods = periods + Set(later).subtracting(periods).sorted()
    guard allCategories.count > categories.count || allPeriods.count > periods.count else {
      return self
    }
    let width = Int32(periods.count)
    return RecordPlaces(
      categories: allCategories, periods: allPeriods,
      places: places.map { $0 < 0 ? -1 : $0 / width * Int32(allPeriods.count) + $0 % width })
  }
}
