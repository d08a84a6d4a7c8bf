internal import Areas
internal import Disclosure
internal import Ledger
internal import Tabulation

/// What earlier publications said of a source, in terms of the records and areas of this study.
struct EarlierStatements {
  /// What the statements divide records by.
  var divisions: [RecordPlaces] = []
  /// For each division of the records alone that add to a measure the one of all of them.
  var wholes: [Int: Int] = [:]
  /// The statements.
  var statements: [EarlierStatement] = []
  /// Whether the number of all placed records was said of gemeenten that are not all in the study.
  var isPlacedElsewhere = false

  /// The levels of areas of other years.
  var levelsOfThen: Set<AreaLevel> {
    statements.reduce(into: []) { levels, statement in
      if let smallest = statement.smallestOfThen {
        levels.formUnion([statement.level, smallest])
      }
    }
  }
}

/// A count, sum or number of different things per area that an earlier publication said.
struct EarlierStatement {
  /// What it counts.
  let what: LedgerEntry.Statement.What
  /// The level of its areas.
  let level: AreaLevel
  /// What it measures, when it is no count of records.
  var measure: Tabulation.Measure?
  /// What it divides records by; nil when it counts all.
  var division: Int?
  /// The number of periods of that division.
  var periodCount = 1
  /// The category that it counts; nil for all.
  var category: Int?
  /// The period that it counts; nil for all.
  var period: Int?
  /// The places of the gemeenten of which a number of all placed records is; nil for all of the study.
  var gemeenten: [Int]?
  /// What it said of every area of the level.
  let said: [SaidCount]
  /// The smallest level of the areas of then, when it is said of these in levels of their own; see ``AreasOfThen``.
  var smallestOfThen: AreaLevel?
  /// The publications of areas of another year that said so, when these areas are not given.
  var others: [OtherYear] = []

  /// A publication of areas of another year beside those of a study.
  struct OtherYear {
    let told: ToldOnOtherAreas
    /// Whether it counted the same table.
    let isSameTable: Bool
    let grounds: GroundsOfThen
    /// Of which areas of then it told, or that their count is hidden.
    let isTold: [Bool]
  }

  /// Whether it says anything of an area of the study, or that its count is hidden.
  var isSaid: Bool { said.contains { $0 != .nothing } }

  /// Whether it says how many records there are, and not only that there are enough.
  var tellsCounts: Bool {
    what == .records && !said.contains { if case .between(_, nil) = $0 { true } else { false } }
  }

  /// Whether records at a place of its division are among those it counts.
  func counts(at place: Int32) -> Bool {
    place >= 0 && (category == nil || Int(place) / periodCount == category)
      && (period == nil || Int(place) % periodCount == period)
  }
}

/// All that records are divided by, each once.
struct Divisions {
  /// Those of this study first, in their order.
  private(set) var all: [RecordPlaces]
  /// The place of each division of earlier statements.
  private(set) var numbers: [Int] = []

  init(_ own: [RecordPlaces], and earlier: [RecordPlaces]) {
    all = own
    guard !earlier.isEmpty else { return }
    var known = Dictionary(
      own.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for places in earlier {
      let number = known[places] ?? all.count
      if number == all.count {
        known[places] = number
        all.append(places)
      }
      numbers.append(number)
    }
  }

  /// The number of a division of the records alone that add to a measure, and that of all records by the same.
  struct Adding {
    let measure: Tabulation.Measure
    let part: Int
    let whole: Int
  }

  /// For each measure the divisions of the records alone that add to it, with those of all records; without those
  /// to which all add.
  func adding(_ pairs: [Adding]) -> [[Int: Int]] {
    let own = pairs.filter { $0.measure != .count && all[$0.part] != all[$0.whole] }
    let ofMeasures = Dictionary(grouping: own) { "\($0.measure)" }.sorted { $0.key < $1.key }
    return ofMeasures.map { _, own in
      Dictionary(own.map { ($0.part, $0.whole) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
