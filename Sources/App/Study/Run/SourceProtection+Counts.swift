internal import Areas
internal import Disclosure
internal import Tabulation

/// What the protection of a source is about: what counts it, and what is said.
extension SourceProtection {
  /// A count of an indicator.
  struct Term {
    let level: AreaLevel
    let columnID: String
    /// The indicators that are made of it.
    let indicators: [String]
    /// Whether it is counted for the level itself, and not only to compare others with.
    let isShown: Bool
    let measure: Tabulation.Measure
    let conditions: [Condition]
    let places: RecordPlaces
    let table: CountTable
    let isCovered: [Bool]
    /// The number of the period in which a gemeente has records or is not covered; nil for all time.
    let period: Int?
    /// Of each area the public number of which those that are counted are a part; nil where there is none.
    let wholes: [Int?]

    /// Where nearly all of a public number are counted, so that the count tells of each of them: how low it must
    /// be able to be; nil elsewhere.
    func lows(_ rule: DisclosureRule) -> [Int?] {
      wholes.enumerated().map { area, whole in
        whole.flatMap {
          Double($0) - table.value(area: area) < Double(rule.minimumCount)
            ? max($0 - rule.minimumCount, 0) : nil
        }
      }
    }
  }

  /// A table of counts, at one level or several.
  struct Table {
    let id: String
    let measure: Tabulation.Measure
    let category: String?
    let cut: PeriodCut?
    let places: RecordPlaces
    let hasTotal: Bool
    let levels: [(layer: AreaLayer, counts: CountTable, total: CountTable?)]
  }

  /// Counts that a study can leave out.
  enum Part: Hashable {
    /// Those of all indicators that are made of one column; at one level, or at all when it is nil.
    case indicators([String], AreaLevel?)
    case table(String)
  }

  /// A count per area that is said.
  struct Said {
    /// What is counted.
    enum Subject {
      /// All records that were placed.
      case placed
      /// The records placed in the areas of a level.
      case placing
      /// Those of a table in a category and period; `category` is nil for all of them.
      case table(Table, category: String?, period: String)
      /// Those of an indicator.
      case term(Term)

      /// What is told of the records.
      var measure: Tabulation.Measure {
        switch self {
        case .placed, .placing: .count
        case .table(let table, _, _): table.measure
        case .term(let term): term.measure
        }
      }
    }

    let subject: Subject
    let level: AreaLevel
    let counts: [SaidCount]
    /// What is said of the sum or the number of different things that it is; nil for counts of records.
    var measured: [SaidCount]?
  }
}
