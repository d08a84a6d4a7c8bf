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
    var counted: [CountRests.Count] = []
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
    guard let first = used.min() else { return }
    let units = try CountUnits(
      smallest: [first, base], levels: levels, used: used, then: then, areas: areas)
    let cells = levels.min { $0.key < $1.key }?.value.columns ?? [:]
    let measured = terms.map(\.measure) + tables.map(\.measure)
    let wholePlaces = terms.map(\.places) + tables.map(\.places)
    let divisions = Divisions(
      try zip(wholePlaces, measured).map { try $0.adding(to: $1, in: cells) },
      and: periods + wholePlaces + before.divisions)
    /// The number of the division of all records of a term or table, also of those that add nothing to its sum.
    func whole(_ number: Int) -> Int { divisions.numbers[periods.count + number] }
    /// The number of a division of earlier statements.
    func past(_ number: Int) -> Int {
      divisions.numbers[periods.count + wholePlaces.count + number]
    }
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
    let partition = CountPartition(
      units: units.ofRecords, unitCount: units.count, tables: divisions.all,
      adding: divisions.adding(adding))
    var measures = MeasuresToProtect(
      partition, columns: cells,
      of: measured + before.statements.compactMap(\.measure))
    var statements = CountStatements(partition, rule: rule)
    var subjects: [Subject] = []
    var lost = LossCounts(id, areas: areas, rule: rule)
    let all = Array(0..<partition.kindCount)
    // The kinds of records that each count counts.
    var toldNow: [[Int]] = placing == nil ? [] : [all]

    // Those of the smallest level when others lie in areas of a level that crosses it.
    let wholes = units.isCrossing ? [units.ownCount, units.areaCount] : [units.count]
    let placedUnits = wholes.first { partition.sum(ofUnits: 0..<$0) == placed }
    if let placedUnits, !hidesPlaced {
      statements.add(
        kinds: all, units: [Array(0..<placedUnits)], group: 0,
        figures: [PublishedFigure(Double(placed), contributions: placed, rule: rule)], weight: 1)
      subjects.append(.placed)
    } else if units.isCrossing {
      // What is not looked at is not told.
      hidesPlaced = true
    }
    /// The units of each area of a level as placed records are told of it: those of the areas in which they
    /// were placed, which belong to it.
    func placedMembers(_ layer: AreaLayer, from placed: AreaLayer) -> [[Int]]? {
      units.ofAreas[placed.level].map { own in
        units.placed(
          layer.level == placed.level ? own : Self.homes(of: placed, own, in: layer),
          at: layer.level)
      }
    }
    if let placing {
      let known = placing.counts.countedByCode
      for layer in Set([placing.layer.level, .gemeente]).sorted().compactMap({ areas[$0] }) {
        guard units.isCrossing || units.ofAreas[layer.level] != nil,
          let members = placedMembers(layer, from: placing.layer)
        else { continue }
        let codes = layer.areas.map(\.code)
        statements.add(
          kinds: all,
          units: zip(codes, members).map { known[$0] == nil ? nil : $1 }, group: 0,
          figures: codes.map { known[$0] ?? .suppressed })
        subjects.append(.placing(layer))
      }
    }
    for (number, table) in tables.enumerated() {
      let answers = partition.places[terms.count + number]
      let periods = table.places.periods.count
      for (layer, counts, total) in table.levels {
        guard let members = units.ofAreas[layer.level] else { continue }
        let own = LossCounts.Part(subject: .table(table.id), level: layer.level)
        let parts =
          counts.categories.indices.map { (counts, $0, $0) }
          + (total.map { [($0, 0, counts.categories.count)] } ?? [])
        for (source, category, shown) in parts {
          let isTotal = shown == counts.categories.count
          func contributions(_ period: Int) -> [Int] {
            layer.areas.indices.map {
              source.contributions(area: $0, category: category, period: period)
            }
          }
          // Contributors of several areas or periods are not as many as those of each together.
          if layer.level == table.levels.first?.layer.level,
            !measures.isByContributor(table.measure)
          {
            for period in 0..<periods {
              lost.widen(contributions(period), of: own, layer: layer)
            }
            if periods > 1 {
              lost.pool(
                (0..<periods).map(contributions).reduce(layer.areas.map { _ in 0 }) {
                  zip($0, $1).map(+)
                }, of: own, layer: layer)
            }
          }
          for period in 0..<periods {
            let kinds = all.filter { kind in
              let place = Int(answers[kind])
              return place >= 0 && place % periods == period
                && (isTotal || place / periods == category)
            }
            let figures = layer.areas.indices.map { area in
              PublishedFigure(
                source.value(area: area, category: category, period: period),
                contributions: source.contributions(
                  area: area, category: category, period: period),
                concentration: source.concentration(
                  area: area, category: category, period: period), rule: rule)
            }
            lost.add(figures, of: own, layer: layer) { area in
              .rule(
                rule.reason(
                  hiding: source.value(area: area, category: category, period: period),
                  contributions: source.contributions(
                    area: area, category: category, period: period),
                  concentration: source.concentration(
                    area: area, category: category, period: period)) ?? .few)
            }
            toldNow.append(kinds)
            let group = 1 + 2 * number + (isTotal ? 0 : 1)
            statements.add(
              measures.stated(table.measure), kinds: kinds, units: members, group: group,
              figures: figures,
              isSumByContributor: measures.isCountByContributor(table.measure))
            measures.add(
              table.measure, kinds: kinds, level: layer.level, units: members, group: group,
              figures: figures, subject: subjects.count, rule: rule)
            subjects.append(.table(table, layer, category: shown, period: period))
            if measures.isCount(table.measure) {
              counted.append(
                CountRests.Count(
                  kinds: kinds, level: layer.level, units: members, table: number))
            }
          }
        }
      }
    }
    for (number, term) in terms.enumerated() {
      guard let layer = areas[term.level], let members = units.ofAreas[term.level] else { continue }
      let lows = term.lows(rule)
      let figures = layer.areas.indices.map { area in
        lows[area] != nil
          ? .suppressed
          : PublishedFigure(
            term.table.value(area: area), contributions: term.table.contributions(area: area),
            concentration: term.table.concentration(area: area), rule: rule)
      }
      for area in lows.indices where lows[area] != nil {
        columns[term.level, default: [:]][term.columnID, default: []].insert(area)
      }
      let own = LossCounts.Part(subject: .indicators(term.indicators), level: term.level)
      lost.add(figures, of: own, layer: layer, isCovered: term.isCovered) { area in
        rule.reason(
          hiding: term.table.value(area: area), contributions: term.table.contributions(area: area),
          concentration: term.table.concentration(area: area)
        ).map(StudyReport.Loss.Why.rule) ?? .nearlyAll
      }
      // What is counted to compare with alone is nobody's to count otherwise.
      if term.isShown, !measures.isByContributor(term.measure) {
        lost.widen(
          layer.areas.indices.map { term.table.contributions(area: $0) }, of: own, layer: layer,
          isCovered: term.isCovered)
      }
      let kinds = all.filter { partition.places[number][$0] >= 0 }
      toldNow.append(kinds)
      let covered = zip(members, term.isCovered).map { $1 ? $0 : nil }
      let group = 1 + 2 * tables.count + number
      statements.add(
        measures.stated(term.measure), kinds: kinds, units: covered, group: group,
        figures: figures, lows: measures.isCount(term.measure) ? lows : [],
        isSumByContributor: measures.isCountByContributor(term.measure))
      measures.add(
        term.measure, kinds: kinds, level: term.level, units: covered, group: group,
        figures: figures, subject: subjects.count, rule: rule)
      subjects.append(.column(term, layer))
      if measures.isCount(term.measure) {
        counted.append(
          CountRests.Count(kinds: kinds, level: term.level, units: covered, table: nil))
      }
    }
    /// The group of statements that divide records by the division of a number.
    func group(_ number: Int, isTotal: Bool) -> Int {
      number < terms.count
        ? 1 + 2 * tables.count + number
        : 1 + 2 * (number < terms.count + tables.count ? number - terms.count : number)
          + (isTotal ? 0 : 1)
    }
    // Where there are no data and where counts are hidden tells of which gemeenten there are enough.
    var lower: Set<LowerBound> = []
    for (number, term) in terms.enumerated() {
      guard let layer = areas[term.level], let members = units.ofAreas[term.level] else { continue }
      let division = term.period.map { divisions.numbers[$0] }
      let own = Dictionary(grouping: layer.areas.indices, by: { layer.areas[$0].gemeentecode })
      let bound = LowerBound(
        kinds: division.map { number in all.filter { partition.places[number][$0] >= 0 } } ?? all,
        units: own.values.filter { $0.contains { term.isCovered[$0] } }
          .map { $0.flatMap { members[$0] }.sorted() }
          .sorted { $0.lexicographicallyPrecedes($1) })
      guard lower.insert(bound).inserted else { continue }
      _ = statements.addEarlier(
        kinds: bound.kinds, units: bound.units,
        // Areas of one's own may cross gemeenten.
        group: term.level.isOwn
          ? .min / 2 + number : division.map { group($0, isTotal: true) } ?? 0,
        said: bound.units.map { _ in .between(lower: rule.minimumCount, upper: nil) })
    }
    // The name of a category tells that there are enough records of it.
    for (number, table) in tables.enumerated() where table.category != nil {
      // Of all records, also of those that add nothing to a sum; a kind that no record is of may count in one alone.
      let answers = zip(
        partition.places[terms.count + number], partition.places[whole(terms.count + number)]
      ).map { max($0, $1) }
      let width = table.places.periods.count
      for (category, name) in table.places.categories.enumerated()
      where name != PublishedCounts.other {
        _ = statements.addEarlier(
          kinds: all.filter { answers[$0] >= 0 && Int(answers[$0]) / width == category },
          units: [Array(0..<units.ownCount)], group: 2 + 2 * number,
          said: [.between(lower: rule.minimumCount, upper: nil)])
      }
    }
    var countedBefore: [CountRests.Count] = []
    var ofThen = RecordsOfThen(partition)
    for (place, statement) in before.statements.enumerated() {
      var members = units.ofAreas[statement.level] ?? []
      if statement.what == .placing, let layer = areas[statement.level] {
        let isTotal = layer.level == .gemeente
        members =
          placedMembers(
            layer,
            from: statement.smallestOfThen.flatMap { areas[$0] }
              ?? (isTotal ? placing?.layer ?? layer : layer)) ?? members
      } else if statement.what == .placed {
        // Those that it can have been said of: all, or those in areas of the smallest level.
        let own = statement.gemeenten.map { gemeenten in
          gemeenten.flatMap { units.ofAreas[statement.level]?[$0] ?? [] }.sorted()
        }
        let inAreas = statement.smallestOfThen.map { Set((units.ofAreas[$0] ?? []).joined()) }
        let candidates =
          inAreas.map { areas in [own ?? [], (own ?? []).filter(areas.contains)] }
          ?? wholes.map { count in own?.filter { $0 < count } ?? Array(0..<count) }
        let whole = candidates.first { candidate in
          statement.said.allSatisfy { $0.holds(of: partition.sum(ofUnits: candidate)) }
        }
        members = [whole ?? candidates[0]]
      }
      let number = statement.division.map { past($0) }
      let kinds = number.map { number in
        all.filter { statement.counts(at: partition.places[number][$0]) }
      }
      ofThen.add(
        statement, division: statement.division.map { before.wholes[$0] ?? $0 },
        kinds: kinds ?? all, units: members)
      guard statement.isSaid else { continue }
      // With those of this study that divide records in the same way; gemeenten of which some were together may
      // cross, and areas of then do.
      let group =
        (number.map { group($0, isTotal: statement.category == nil) }
          ?? (statement.gemeenten == nil ? 0 : .min + place))
        + (areas.layers.firstIndex { $0.level == statement.smallestOfThen } ?? 0) << 32
      if let measure = statement.measure {
        measures.addEarlier(
          measure, kinds: kinds ?? all, level: statement.level, units: members, group: group,
          said: statement.said)
        guard let link = measures.link(measure) else { continue }
        // Counted among what was said already, with the number of records beside it.
        _ = statements.addEarlier(
          link, kinds: kinds ?? all, units: members, group: group, said: statement.said)
        if link.isCount {
          countedBefore.append(
            CountRests.Count(
              kinds: kinds ?? all, level: statement.level, units: members, said: statement.said))
        }
        continue
      }
      if statement.tellsCounts, let kinds {
        countedBefore.append(
          CountRests.Count(
            kinds: kinds, level: statement.level, units: members, said: statement.said))
      }
      let found = statements.addEarlier(
        kinds: kinds ?? all, units: members, group: group, said: statement.said)
      earlier.held += found.held
      earlier.lapsed += found.lapsed
    }
    try ofThen.check(toldNow)
    let rests = CountRests(
      counted, earlier: countedBefore, areas: areas, kindCount: partition.kindCount)
    for (number, pair) in rests.pairs.enumerated() {
      statements.addRest(
        of: pair.whole, without: pair.part, group: -1 - number, isPartlySaid: pair.isPartlySaid)
      subjects.append(.rest)
    }
    var hidden = try statements.hidden()
    hidden.formUnion(
      try measures.hide(partition, besides: hidden, rule: rule, areas: areas))
    earlier.held += measures.earlier.held
    earlier.lapsed += measures.earlier.lapsed
    for place in hidden {
      let area = place.area
      switch subjects[place.statement] {
      case .rest: continue
      case .placed: hidesPlaced = true
      case .placing(let layer): codes.insert(layer.areas[area].code)
      case .table(let table, let layer, let category, let period):
        self.tables[table.id, default: [:]][layer.level, default: []].insert(
          PublishedCounts.Level.Place(area: area, category: category, period: period))
        forOthers[.table(table.id), default: 0] += 1
        lost.hide(
          area, of: LossCounts.Part(subject: .table(table.id), level: layer.level), layer: layer)
      case .column(let term, let layer):
        columns[layer.level, default: [:]][term.columnID, default: []].insert(area)
        forOthers[.indicators(term.indicators, layer.level), default: 0] += 1
        lost.hide(
          area,
          of: LossCounts.Part(subject: .indicators(term.indicators), level: layer.level),
          layer: layer)
      }
    }
    largeCount = lost.largeCount
    if !tables.isEmpty || lost.hides { losses = lost.losses }
    let areasOfStatement = Dictionary(grouping: hidden, by: \.statement)
      .mapValues { Set($0.map(\.area)) }
    said = zip(subjects, statements.said(hiding: hidden)).enumerated().compactMap { number, pair in
      let (subject, counts) = pair
      let measured = measures.said(number, hiding: areasOfStatement[number] ?? [])
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

  /// The units of the areas that belong to each gemeente.
  private static func homes(
    of layer: AreaLayer, _ units: [[Int]], in gemeenten: AreaLayer
  ) -> [[Int]] {
    var members = [[Int]](repeating: [], count: gemeenten.areas.count)
    for (area, own) in zip(layer.areas, units) {
      if let home = gemeenten.ordinal(of: area.gemeentecode) { members[home] += own }
    }
    return members.map { $0.sorted() }
  }

  /// Of which gemeenten there are enough records.
  private struct LowerBound: Hashable {
    let kinds: [Int]
    let units: [[Int]]
  }

  /// What a statement is about.
  private enum Subject {
    case placed
    case placing(AreaLayer)
    case table(Table, AreaLayer, category: Int, period: Int)
    case column(Term, AreaLayer)
    /// What two counts leave between them; it is never told.
    case rest
  }

  /// Levels of which one is not made of the areas of the other.
  struct Levels: Error {
    let first: AreaLevel
    let second: AreaLevel
  }
}

extension CountPartition {
  /// The records in some units.
  fileprivate func sum(ofUnits units: some Sequence<Int>) -> Int {
    units.reduce(0) { sum, unit in
      counts[unit * kindCount..<(unit + 1) * kindCount].reduce(sum, +)
    }
  }
}
