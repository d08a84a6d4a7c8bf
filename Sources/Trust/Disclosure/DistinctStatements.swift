internal import DisclosureAudit
public import Tabulation

/// All that a study says of how many different words stand in one column of records, such as addresses, and
/// what must be hidden of it so that no hidden number follows from the others.
///
/// Such numbers do not add up: an address counts in every area and every kind in which it has a record. So the
/// unknowns are numbers of words by the parts in which a word occurs, and each number that is told is a sum of
/// these. An outsider is taken to know which combinations of parts occur, beside every part alone; who knows
/// less derives less. Small numbers are protected as small counts are, see ``CountStatements``.
///
/// Not guaranteed: what follows from these numbers together with those of records, but for a column of words that
/// all differ, see ``MeasuredRecords/isCount``.
public struct DistinctStatements: Sendable {
  private let partition: CountPartition
  private let rule: DisclosureRule
  private let values: [Int]
  /// For each part the combinations that hold it, ascending.
  private let combinationsOfPart: [[Int32]]
  private var cells: [CountSystem.Cell] = []
  private var places: [CountStatements.Place] = []
  private var statementCount = 0
  private var rests: Set<[Int32]> = []
  /// The cells of what is left where earlier publications tell it already.
  private var lenient: Set<Int> = []

  /// Prepares for numbers of words.
  /// - Parameters:
  ///   - words: the number of the word of each record.
  ///   - empty: the number of the empty word, which is none.
  public init(
    _ partition: CountPartition, words: [UInt32], empty: UInt32?, rule: DisclosureRule
  ) {
    self.partition = partition
    self.rule = rule
    var values = [Int](repeating: 0, count: partition.counts.count)
    var combinations = partition.counts.indices.map { [Int32($0)] }
    for found in partition.combinations(of: words, except: empty) {
      if found.parts.count == 1 {
        values[Int(found.parts[0])] = found.count
        continue
      }
      for part in found.parts { combinations[Int(part)].append(Int32(values.count)) }
      values.append(found.count)
    }
    self.values = values
    combinationsOfPart = combinations
  }

  /// Adds a number per area; see ``CountStatements/add(_:kinds:units:group:figures:isFixed:weight:)``.
  /// - Parameters:
  ///   - figures: what the rule leaves of each number.
  ///   - hidden: the areas of which the number is hidden for another reason than its own.
  /// - Returns: the number of the statement.
  @discardableResult
  public mutating func add(
    kinds: [Int], units: [[Int]?], group: Int, figures: [PublishedFigure], hidden: Set<Int> = []
  ) -> Int {
    for (area, units) in units.enumerated() {
      guard let units else { continue }
      let members = members(kinds: kinds, units: units)
      let count = count(members)
      let bounds = hidden.contains(area) ? nil : rule.bounds(of: figures[area])
      let isSmall = !hidden.contains(area) && count < rule.minimumCount
      guard bounds != nil || isSmall else { continue }
      add(
        members, group: group, bounds: bounds, isFixed: rule.tells(nought: count),
        weight: units.count * 1000 + min(count, 999),
        place: CountStatements.Place(statement: statementCount, area: area))
      if let cell = rule.notNought(members, count: count, group: group) {
        cells.append(cell)
        places.append(CountStatements.Place(statement: -1, area: 0))
      }
    }
    statementCount += 1
    return statementCount - 1
  }

  /// Protects how many words occur among the records of one count and not among those of another, where that
  /// is small. It is never told.
  /// - Parameter isPartlySaid: whether one of the two was said in an earlier publication. What earlier ones
  ///   tell of the rest by themselves is left: it cannot be taken back.
  /// - Precondition: selections of the same areas, of which one holds the other.
  public mutating func addRest(
    of whole: CountStatements.Selection, without part: CountStatements.Selection, group: Int,
    isPartlySaid: Bool = false
  ) {
    precondition(whole.units.count == part.units.count, "selections of other areas")
    for (area, pair) in zip(whole.units, part.units).enumerated() {
      guard let all = pair.0, let less = pair.1 else { continue }
      let inside = Set(members(kinds: part.kinds, units: less))
      let members = members(kinds: whole.kinds, units: all).filter { !inside.contains($0) }
      guard !members.isEmpty, count(members) < rule.minimumCount,
        !rule.tells(nought: count(members)), rests.insert(members).inserted
      else { continue }
      if isPartlySaid { lenient.insert(cells.count) }
      add(
        members, group: group, bounds: nil, isFixed: false, weight: 1,
        place: CountStatements.Place(statement: statementCount, area: area))
    }
    statementCount += 1
  }

  /// Adds numbers that were said, or hidden, in an earlier publication; see
  /// ``CountStatements/addEarlier(kinds:units:group:said:)``.
  @discardableResult
  public mutating func addEarlier(
    kinds: [Int], units: [[Int]], group: Int, said earlier: [SaidCount]
  ) -> CountStatements.Earlier {
    precondition(units.count == earlier.count, "a statement of other areas")
    var result = CountStatements.Earlier()
    for (units, said) in zip(units, earlier) {
      let members = members(kinds: kinds, units: units)
      let count = count(members)
      var bounds: ClosedRange<Int>?
      switch said {
      case .nothing: continue
      case .hidden:
        guard count < rule.minimumCount, !rule.tells(nought: count) else { continue }
      case .between(let lower, let upper):
        guard said.holds(of: count) else {
          result.lapsed += 1
          continue
        }
        result.held += 1
        bounds = lower...(upper ?? .max)
      }
      add(
        members, group: group, bounds: bounds, isFixed: true, weight: 1,
        place: CountStatements.Place(statement: -1, area: 0))
    }
    return result
  }

  private mutating func add(
    _ members: [Int32], group: Int, bounds: ClosedRange<Int>?, isFixed: Bool, weight: Int,
    place: CountStatements.Place
  ) {
    cells.append(
      CountSystem.Cell(
        members: members, group: group, bounds: bounds ?? 0...Int.max,
        reach: bounds == nil ? rule.minimumCount : nil, weight: weight, isFixed: isFixed,
        isPublished: bounds != nil))
    places.append(place)
  }

  private func members(kinds: [Int], units: [Int]) -> [Int32] {
    var members: [Int32] = []
    for unit in units {
      for kind in kinds { members += combinationsOfPart[unit * partition.kindCount + kind] }
    }
    return Set(members).sorted()
  }

  private func count(_ members: [Int32]) -> Int { members.reduce(0) { $0 + values[Int($1)] } }

  /// Finds what must be hidden too, and audits what is left.
  /// - Throws: ``CountsNotSafe`` when that cannot be made safe.
  public func hidden() throws(CountsNotSafe) -> Set<CountStatements.Place> {
    let suppression = CountSuppression(
      CountSystem(values: values, cells: cells), lenient: lenient)
    guard suppression.unsafe.isEmpty else { throw CountsNotSafe(count: suppression.unsafe.count) }
    return Set(suppression.complementary.map { places[$0] })
  }
}
