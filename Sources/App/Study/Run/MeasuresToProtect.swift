internal import Areas
internal import Disclosure
internal import Geocoding
internal import Tabulation

/// The sums and the numbers of different words that a study publishes of one source, column by column, and what
/// earlier publications said of them.
struct MeasuresToProtect {
  private struct Own {
    let kinds: [Int]
    let level: AreaLevel
    let units: [[Int]?]
    let group: Int
    let figures: [PublishedFigure]
    let subject: Int
  }

  private struct Before {
    let kinds: [Int]
    let level: AreaLevel
    let units: [[Int]]
    let group: Int
    let said: [SaidCount]
  }

  private let columns: [String: RecordColumn]
  /// Whose each record is; nil where no column says it.
  private let contributors: Contributors?
  /// What each measure tells of the number of records.
  private let links: [Tabulation.Measure: MeasuredRecords]
  private var own: [Tabulation.Measure: [Own]] = [:]
  private var before: [Tabulation.Measure: [Before]] = [:]
  /// What each statement about records says of the measure, by its number, before anything is hidden for others.
  private(set) var said: [Int: [SaidCount]] = [:]
  /// What became of what was said before.
  private(set) var earlier = CountStatements.Earlier()

  /// - Parameters:
  ///   - columns: the columns of the records.
  ///   - measures: all that will be added.
  init(
    _ partition: CountPartition, columns: [String: RecordColumn], of measures: [Tabulation.Measure]
  ) {
    self.columns = columns
    contributors = Contributors(in: columns)
    var links: [Tabulation.Measure: MeasuredRecords] = [:]
    for measure in Set(measures) {
      switch measure {
      case .count: continue
      case .sum(let column):
        links[measure] = MeasuredRecords(partition, numbers: Self.numbers(of: column, in: columns))
      case .distinct(let column):
        let (codes, empty) = Self.words(of: column, in: columns)
        links[measure] = MeasuredRecords(partition, words: codes, empty: empty)
      }
    }
    self.links = links
  }

  private static func numbers(of column: String, in columns: [String: RecordColumn]) -> [Double] {
    guard case .number(let numbers)? = columns[column]?.cells else {
      preconditionFailure("a column that is added up is there")
    }
    return numbers
  }

  /// The number of the word of each record, and that of the empty word.
  private static func words(
    of column: String, in columns: [String: RecordColumn]
  ) -> (codes: [UInt32], empty: UInt32?) {
    guard case .category(let codes, let words)? = columns[column]?.cells else {
      preconditionFailure("a column of which words are counted is there")
    }
    return (codes, words.firstIndex(of: "").map { UInt32($0) })
  }

  /// What a measure of a column tells of the number of records; nil when it counts them.
  func link(_ measure: Tabulation.Measure) -> MeasuredRecords? { links[measure] }

  /// What is told of the records by a measure.
  func stated(_ measure: Tabulation.Measure) -> CountStatements.Measure {
    link(measure).map { .column($0) } ?? .records
  }

  /// Whether a measure is the number of records that add to it, under another name or not.
  func isCount(_ measure: Tabulation.Measure) -> Bool { links[measure]?.isCount ?? true }

  /// Whether what a contributor adds to a measure counts as one: that of a sum.
  func isByContributor(_ measure: Tabulation.Measure) -> Bool {
    if case .sum = measure { contributors != nil } else { false }
  }

  /// Whether a measure is the number of records under another name, and is hidden too where few contributors have
  /// them.
  func isCountByContributor(_ measure: Tabulation.Measure) -> Bool {
    isCount(measure) && isByContributor(measure)
  }

  /// Adds what is published of a measure; counts of records are protected elsewhere.
  /// - Parameter subject: the number of the statement about the records behind it.
  mutating func add(
    _ measure: Tabulation.Measure, kinds: [Int], level: AreaLevel, units: [[Int]?], group: Int,
    figures: [PublishedFigure], subject: Int, rule: DisclosureRule
  ) {
    guard measure != .count else { return }
    own[measure, default: []].append(
      Own(
        kinds: kinds, level: level, units: units, group: group, figures: figures,
        subject: subject))
    said[subject] = zip(units, figures).map { units, figure in
      guard units != nil else { return .nothing }
      if case .sum = measure { return SaidCount(sum: figure, rule: rule) }
      return SaidCount(count: figure, rule: rule)
    }
  }

  /// Adds what an earlier publication said of a measure.
  mutating func addEarlier(
    _ measure: Tabulation.Measure, kinds: [Int], level: AreaLevel, units: [[Int]], group: Int,
    said: [SaidCount]
  ) {
    before[measure, default: []].append(
      Before(kinds: kinds, level: level, units: units, group: group, said: said))
  }

  /// What must be hidden so that no hidden sum or number follows from others, and from what was said before.
  /// - Parameters:
  ///   - hidden: what is hidden already so that no count follows from others.
  /// - Throws: `CountsNotSafe`, ``BelowZero``.
  mutating func hide(
    _ partition: CountPartition, besides hidden: Set<CountStatements.Place>, rule: DisclosureRule,
    areas: AreaSet
  ) throws -> Set<CountStatements.Place> {
    let areasOfStatement = Dictionary(grouping: hidden, by: \.statement)
      .mapValues { Set($0.map(\.area)) }
    var found: Set<CountStatements.Place> = []
    // What is the number of records is protected with these, as far as it is hidden for few of them.
    for (measure, own) in own.filter({ !isCount($0.key) || isByContributor($0.key) })
      .sorted(by: { "\($0.key)" < "\($1.key)" })
    {
      let before = before[measure] ?? []
      let pairs = CountRests(
        own.map {
          CountRests.Count(kinds: $0.kinds, level: $0.level, units: $0.units, table: nil)
        },
        earlier: before.map {
          CountRests.Count(kinds: $0.kinds, level: $0.level, units: $0.units, said: $0.said)
        }, areas: areas, kindCount: partition.kindCount
      ).pairs
      let places: Set<CountStatements.Place>
      switch measure {
      case .count: continue
      case .sum(let column):
        var sums: SumStatements
        do {
          sums = try SumStatements(
            partition, numbers: Self.numbers(of: column, in: columns), by: contributors,
            rule: rule)
        } catch {
          throw BelowZero(column: column)
        }
        for sum in own {
          sums.add(
            kinds: sum.kinds, units: sum.units, group: sum.group, figures: sum.figures,
            hidden: areasOfStatement[sum.subject] ?? [])
        }
        for (number, pair) in pairs.enumerated() {
          sums.addRest(
            of: pair.whole, without: pair.part, group: -1 - number,
            isPartlySaid: pair.isPartlySaid)
        }
        for past in before {
          earlier.add(
            sums.addEarlier(
              kinds: past.kinds, units: past.units, group: past.group, said: past.said))
        }
        places = try sums.hidden()
      case .distinct(let column):
        let (codes, empty) = Self.words(of: column, in: columns)
        var numbers = DistinctStatements(partition, words: codes, empty: empty, rule: rule)
        for number in own {
          numbers.add(
            kinds: number.kinds, units: number.units, group: number.group,
            figures: number.figures, hidden: areasOfStatement[number.subject] ?? [])
        }
        for (number, pair) in pairs.enumerated() {
          numbers.addRest(
            of: pair.whole, without: pair.part, group: -1 - number,
            isPartlySaid: pair.isPartlySaid)
        }
        for past in before {
          earlier.add(
            numbers.addEarlier(
              kinds: past.kinds, units: past.units, group: past.group, said: past.said))
        }
        places = try numbers.hidden()
      }
      for place in places where own.indices.contains(place.statement) {
        found.insert(
          CountStatements.Place(statement: own[place.statement].subject, area: place.area))
      }
    }
    return found
  }

  /// What is said of the measure of a statement about records when areas are hidden; nil when it counts
  /// records.
  func said(_ subject: Int, hiding places: Set<Int>) -> [SaidCount]? {
    said[subject].map { said in
      said.enumerated().map { places.contains($0) && $1 != .nothing ? .hidden : $1 }
    }
  }

  /// Sums of a column with numbers below zero cannot be protected.
  struct BelowZero: Error {
    let column: String
  }
}
