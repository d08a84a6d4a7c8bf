internal import DisclosureAudit
public import Tabulation

/// All that a study says of the sums of one column of records to everybody, and what must be hidden of it
/// so that no hidden sum follows from the others.
///
/// A hidden sum is protected to both sides: an outsider who combines all that is said, and who knows that no
/// sum is below zero, can still not tell that it is not a share of ``DisclosureRule/nearness`` lower or
/// higher than it is, or one rounding. Sums are looked at in whole units when all numbers are whole, else
/// in thousandths. Records of which the number is nought add nothing to a sum, and do not count among those behind
/// it.
///
/// Where records say whose they are, those of one contributor are one contribution to each sum, to each of what sums
/// leave of others too, and contributors are counted. A sum that the rule hides for its records it hides for these:
/// who adds a large record adds as much, and there are no more contributors than records. A sum that is
/// hidden for few contributions is protected so far that there may be enough, from somebody who knows the smallest
/// in one part.
///
/// Not guaranteed: protection against the one who gave the largest contribution but one and knows others
/// beside it, such as its own to other sums, or against several who put theirs together; of numbers below zero nothing
/// can be said.
public struct SumStatements: Sendable {
  /// A number of a column is below zero, so sums of it cannot be protected.
  public struct NegativeNumbers: Error, Hashable, Sendable {}

  private let partition: CountPartition
  private let rule: DisclosureRule
  private let scale: Double
  private let values: [Int]
  private let contributions: PartContributions
  private var cells: [CountSystem.Cell] = []
  private var places: [CountStatements.Place] = []
  private var statementCount = 0
  /// The cells of what is left where earlier publications tell it already.
  private var lenient: Set<Int> = []

  /// Prepares for sums of the parts.
  /// - Parameters:
  ///   - numbers: the number of each record; what is not one counts as nothing.
  ///   - contributors: whose each record is; each is a contributor of its own when left out.
  public init(
    _ partition: CountPartition, numbers: [Double], by contributors: Contributors? = nil,
    rule: DisclosureRule
  ) throws(NegativeNumbers) {
    guard !numbers.contains(where: { $0 < 0 }) else { throw NegativeNumbers() }
    self.partition = partition
    self.rule = rule
    let isWhole = numbers.allSatisfy { $0.isNaN || $0 == $0.rounded() }
    let scale = isWhole ? 1.0 : 1_000
    self.scale = scale
    contributions = PartContributions(partition, numbers: numbers, by: contributors)
    values = contributions.totals.map { Int(min(($0 * scale).rounded(), 1e15)) }
  }

  /// Adds a sum per area; see ``CountStatements/add(_:kinds:units:group:figures:isFixed:weight:)``.
  /// - Parameters:
  ///   - figures: what the rule leaves of each sum.
  ///   - hidden: the areas of which the sum is hidden for another reason than its own, so that it need
  ///     not be protected.
  /// - Returns: the number of the statement.
  @discardableResult
  public mutating func add(
    kinds: [Int], units: [[Int]?], group: Int, figures: [PublishedFigure], hidden: Set<Int> = []
  ) -> Int {
    for (area, units) in units.enumerated() {
      guard let units else { continue }
      let members = partition.parts(kinds: kinds, units: units)
      add(
        members, figures[area], group: group, weight: units.count * 1000, area: area,
        isHidden: hidden.contains(area))
    }
    statementCount += 1
    return statementCount - 1
  }

  /// Adds the sum of parts.
  /// - Parameter isHidden: whether it is hidden for another reason than its own.
  private mutating func add(
    _ members: [Int32], _ figure: PublishedFigure, group: Int, weight: Int, area: Int,
    isHidden: Bool = false, isEarlier: Bool = false
  ) {
    let sum = members.reduce(0) { $0 + values[Int($1)] }
    let said = isHidden ? nil : bounds(figure, sum: sum)
    let isProtected = said == nil && !isHidden
    let margin = rule.margin(sum, scale: scale)
    // With the smallest contributions there could be enough of them.
    let enough =
      isProtected && contributions.count(in: members) < rule.minimumCount
      ? Int(min((Double(rule.minimumCount) * contributions.least * scale).rounded(.up), 1e15)) : 0
    cells.append(
      CountSystem.Cell(
        members: members, group: group, bounds: said ?? 0...Int.max,
        reach: isProtected ? max(sum + margin, enough) : nil,
        depth: isProtected ? max(sum - margin, 0) : nil,
        weight: weight, isPublished: said != nil))
    places.append(
      CountStatements.Place(statement: isEarlier ? -1 : statementCount, area: area))
  }

  /// Protects what one sum leaves of another that holds it, in the areas where that would be hidden: two sums
  /// that differ by one record tell what it adds. It is never told.
  /// - Parameter isPartlySaid: whether one of the two was said in an earlier publication. What earlier ones
  ///   tell of the rest by themselves is left: it cannot be taken back.
  /// - Precondition: selections of the same areas, of which one holds the other.
  public mutating func addRest(
    of whole: CountStatements.Selection, without part: CountStatements.Selection, group: Int,
    isPartlySaid: Bool = false
  ) {
    precondition(whole.units.count == part.units.count, "selections of other areas")
    for (area, members) in partition.rests(of: whole, without: part).enumerated() {
      guard let members, !members.isEmpty, figure(members) == .suppressed else { continue }
      if isPartlySaid { lenient.insert(cells.count) }
      add(members, .suppressed, group: group, weight: 1, area: area)
    }
    statementCount += 1
  }

  /// Adds sums that were said, or hidden, in an earlier publication, in thousandths; see
  /// ``CountStatements/addEarlier(kinds:units:group:said:)``. What was hidden is protected when the rule hides
  /// it now.
  @discardableResult
  public mutating func addEarlier(
    kinds: [Int], units: [[Int]], group: Int, said earlier: [SaidCount]
  ) -> CountStatements.Earlier {
    precondition(units.count == earlier.count, "a statement of other areas")
    var result = CountStatements.Earlier()
    for (units, said) in zip(units, earlier) {
      let members = partition.parts(kinds: kinds, units: units)
      let sum = members.reduce(0) { $0 + values[Int($1)] }
      switch said {
      case .nothing: continue
      case .hidden:
        guard figure(members) == .suppressed else { continue }
        add(members, .suppressed, group: group, weight: 1, area: 0, isEarlier: true)
      case .between(let lower, let upper):
        // In units of these sums; sums of thousandths that were rounded may lie just outside of it.
        let units = SaidCount.unitsOfSum / Int(scale)
        let least = (lower + units - 1) / units
        let most = upper.map { $0 / units } ?? .max
        let slack = scale == 1 ? 0 : members.count
        guard least - slack <= sum, sum <= (most > .max - slack ? .max : most + slack) else {
          result.lapsed += 1
          continue
        }
        result.held += 1
        cells.append(
          CountSystem.Cell(
            members: members, group: group, bounds: min(least, sum)...max(most, sum),
            isFixed: true, isPublished: true))
        places.append(CountStatements.Place(statement: -1, area: 0))
      }
    }
    return result
  }

  /// What the rule leaves of the sum of parts.
  private func figure(_ members: [Int32]) -> PublishedFigure {
    let found = contributions.found(in: members)
    return PublishedFigure(
      found.concentration.total, contributions: found.count, concentration: found.concentration,
      rule: rule)
  }

  /// What a figure says of the sum; nil when it is hidden.
  private func bounds(_ figure: PublishedFigure, sum: Int) -> ClosedRange<Int>? {
    guard let number = figure.number else { return nil }
    if number == 0 { return 0...sum }
    let half = Double(rule.roundingBase) / 2
    func whole(_ number: Double) -> Int { Int(min(max((number * scale).rounded(.up), 0), 1e15)) }
    // Halves were rounded up, and no sum below the minimum is told.
    let lower = whole(max(number - half, Double(rule.minimumCount)))
    // Sums of thousandths that were rounded may lie just outside of it.
    return min(lower, sum)...max(whole(number + half) - 1, sum)
  }

  /// Finds what must be hidden too, and audits what is left.
  /// - Throws: ``CountsNotSafe`` when that cannot be made safe.
  public func hidden() throws(CountsNotSafe) -> Set<CountStatements.Place> {
    let suppression = CountSuppression(
      CountSystem(values: values, cells: cells), lenient: lenient)
    guard suppression.unsafe.isEmpty else { throw CountsNotSafe(count: suppression.unsafe.count) }
    return Set(suppression.complementary.map { places[$0] })
  }
}
