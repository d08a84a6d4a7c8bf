internal import Areas
internal import Disclosure
internal import Tabulation

/// The sums that a study publishes of one source, column by column.
struct SumsToProtect {
  private struct Sum {
    let kinds: [Int]
    let level: AreaLevel
    let units: [[Int]?]
    let group: Int
    let figures: [PublishedFigure]
    let subject: Int
  }

  private var columns: [String: [Sum]] = [:]

  /// Adds what is published of a measure; only sums are kept.
  /// - Parameter subject: the number of the statement about the records behind it.
  mutating func add(
    _ measure: Tabulation.Measure, kinds: [Int], level: AreaLevel, units: [[Int]?], group: Int,
    figures: [PublishedFigure], subject: Int
  ) {
    guard case .sum(let column) = measure else { return }
    columns[column, default: []].append(
      Sum(
        kinds: kinds, level: level, units: units, group: group, figures: figures,
        subject: subject))
  }

  /// What must be hidden so that no hidden sum follows from others.
  /// - Parameters:
  ///   - hidden: what is hidden already so that no count follows from others.
  ///   - numbers: the number of each record in a column.
  /// - Throws: `CountsNotSafe`, ``BelowZero``.
  func hidden(
    _ partition: CountPartition, besides hidden: Set<CountStatements.Place>, rule: DisclosureRule,
    areas: AreaSet, numbers: (String) -> [Double]
  ) throws -> Set<CountStatements.Place> {
    let areasOfStatement = Dictionary(grouping: hidden, by: \.statement)
    var found: Set<CountStatements.Place> = []
    for (column, sums) in columns.sorted(by: { $0.key < $1.key }) {
      var statements: SumStatements
      do {
        statements = try SumStatements(partition, numbers: numbers(column), rule: rule)
      } catch {
        throw BelowZero(column: column)
      }
      for sum in sums {
        statements.add(
          kinds: sum.kinds, units: sum.units, group: sum.group, figures: sum.figures,
          hidden: Set((areasOfStatement[sum.subject] ?? []).map(\.area)))
      }
      let rests = CountRests(
        sums.map {
          CountRests.Count(kinds: $0.kinds, level: $0.level, units: $0.units, table: nil)
        }, areas: areas)
      for (number, pair) in rests.pairs.enumerated() {
        statements.addRest(of: pair.whole, without: pair.part, group: -1 - number)
      }
      for place in try statements.hidden() where place.statement < sums.count {
        found.insert(
          CountStatements.Place(statement: sums[place.statement].subject, area: place.area))
      }
    }
    return found
  }

  /// Sums of a column with numbers below zero cannot be protected.
  struct BelowZero: Error {
    let column: String
  }
}
