internal import DisclosureAudit
public import Tabulation

/// All that a study says of the counts of one source of records to everybody, and what must be hidden of
/// it so that no hidden count follows from the others.
///
/// Every count says that the number of records lies between two bounds: rounding to 5 tells two up and
/// two down. Counts of one source are sums of the same parts, so the rule for each by itself is not
/// enough: a total less its published parts is the hidden one. Counts that are too small to be said are
/// protected: an outsider who combines all that is said, and who knows that counts are not negative,
/// can still not derive that one is below the minimum. See `CountSuppression`.
///
/// What was said in earlier publications is taken as given: see ``addEarlier(kinds:units:group:said:)``.
///
/// Not guaranteed: protection against outsiders who know some of the records, or publications that nobody
/// told of here.
public struct CountStatements: Sendable {
  /// One count: a statement and an area in it.
  public struct Place: Hashable, Sendable {
    /// The number of the statement, in the order in which they were made.
    public let statement: Int
    /// The place of the area.
    public let area: Int

    /// Names a count.
    public init(statement: Int, area: Int) {
      self.statement = statement
      self.area = area
    }
  }

  /// What a statement counts.
  public enum Measure: Sendable {
    /// Records.
    case records
    /// Something else of a column, such as addresses, or a sum, of the records that add to it.
    case column(MeasuredRecords)
  }

  private let partition: CountPartition
  private let rule: DisclosureRule
  private var cells: [CountSystem.Cell] = []
  private var places: [Place] = []
  private var statementCount = 0
  private var said: [[SaidCount]] = []
  /// What counts leave of others and is protected, each once.
  private var rests: Set<[Int32]> = []
  /// The cells of what is left where earlier publications tell it already.
  private var lenient: Set<Int> = []

  /// Prepares for counts of the parts.
  public init(_ partition: CountPartition, rule: DisclosureRule) {
    self.partition = partition
    self.rule = rule
  }

  /// Adds a count per area.
  /// - Parameters:
  ///   - kinds: the kinds of records that are counted.
  ///   - units: the units of each area; nil for an area of which nothing is said.
  ///   - group: statements of one group are of areas that are nested or disjoint, of the same records or
  ///     of others.
  ///   - figures: what the rule leaves of each count.
  ///   - lows: for a count that is hidden since it is nearly all of a number that everybody knows, how low it
  ///     must be able to be: group disclosure tells of each of these that he is counted.
  ///   - isSumByContributor: whether it is a sum under another name, which can be hidden though there are enough
  ///     records, since few contributors make it up. Such a count is then protected to both sides, as sums are.
  ///   - isFixed: whether it will be said whatever comes of it.
  ///   - weight: what is lost with each count, when that is not the areas that it covers.
  /// - Returns: the number of the statement.
  @discardableResult
  public mutating func add(
    _ measure: Measure = .records, kinds: [Int], units: [[Int]?], group: Int,
    figures: [PublishedFigure], lows: [Int?] = [], isSumByContributor: Bool = false,
    isFixed: Bool = false, weight: Int? = nil
  ) -> Int {
    said.append(Array(repeating: .nothing, count: units.count))
    for (area, units) in units.enumerated() {
      guard let units else { continue }
      let members = members(kinds: kinds, units: units)
      let count = count(members)
      let bounds = bounds(figures[area], measure, count: count)
      said[statementCount][area] = SaidCount(told(figures[area], measure))
      let isSmall = count < rule.minimumCount
      // What is hidden for another reason than the number of records needs no protection of it.
      let low = area < lows.count && bounds == nil ? lows[area] : nil
      let margin = isSumByContributor && bounds == nil && !isSmall ? rule.margin(count) : nil
      guard bounds != nil || isSmall || low != nil || margin != nil else { continue }
      cells.append(
        CountSystem.Cell(
          members: members, group: group, bounds: bounds ?? 0...Int.max,
          reach: bounds == nil ? max(rule.minimumCount, margin.map { count + $0 } ?? 0) : nil,
          depth: [low, margin.map { max(count - $0, 0) }].compactMap(\.self).min(),
          weight: weight ?? units.count * 1000 + min(count, 999),
          isFixed: isFixed || rule.tells(nought: count), isPublished: bounds != nil))
      places.append(Place(statement: statementCount, area: area))
      if let cell = rule.notNought(members, count: count, group: group) {
        cells.append(cell)
        places.append(Place(statement: -1, area: 0))
      }
    }
    statementCount += 1
    return statementCount - 1
  }

  /// The records of some kinds in the units of each area; nil for an area of which nothing is said.
  public struct Selection: Sendable {
    let kinds: [Int]
    let units: [[Int]?]

    /// Selects records.
    public init(kinds: [Int], units: [[Int]?]) {
      self.kinds = kinds
      self.units = units
    }
  }

  /// Protects what one count leaves of another that holds it, where that is small. It is never told.
  /// - Parameters:
  ///   - group: as for other statements.
  ///   - isPartlySaid: whether one of the two was said in an earlier publication. What earlier ones tell of the
  ///     rest by themselves is left: it cannot be taken back.
  /// - Precondition: selections of the same areas, of which one holds the other.
  /// - Returns: the number of the statement.
  @discardableResult
  public mutating func addRest(
    of whole: Selection, without part: Selection, group: Int, isPartlySaid: Bool = false
  ) -> Int {
    precondition(whole.units.count == part.units.count, "selections of other areas")
    said.append(Array(repeating: .nothing, count: whole.units.count))
    for (area, members) in partition.rests(of: whole, without: part).enumerated() {
      guard let members, !members.isEmpty, count(members) < rule.minimumCount,
        !rule.tells(nought: count(members)), rests.insert(members).inserted
      else { continue }
      if isPartlySaid { lenient.insert(cells.count) }
      cells.append(
        CountSystem.Cell(
          members: members, group: group, bounds: 0...Int.max, reach: rule.minimumCount,
          isPublished: false))
      places.append(Place(statement: statementCount, area: area))
    }
    statementCount += 1
    return statementCount - 1
  }

  /// What became of a statement that was made before.
  public struct Earlier: Hashable, Sendable {
    /// The counts that were said and are so of these records too: they are minded.
    public var held = 0
    /// The counts that were said and are not so of these records, which therefore were others then.
    public var lapsed = 0

    /// Nothing was said.
    public init() {}

    /// Adds what became of other counts.
    public mutating func add(_ other: Earlier) {
      held += other.held
      lapsed += other.lapsed
    }
  }

  /// Adds counts that were said, or hidden, in an earlier publication.
  ///
  /// What was said cannot be taken back. What was hidden and is small is protected as it was then. A count
  /// that was said and is not so of these records tells nothing of them, and is left out.
  /// - Parameters:
  ///   - kinds: the kinds of records that were counted.
  ///   - units: the units of each area.
  ///   - group: as for other statements.
  ///   - said: what was said of each area.
  /// - Precondition: as many areas as `said` has.
  @discardableResult
  public mutating func addEarlier(
    kinds: [Int], units: [[Int]], group: Int, said earlier: [SaidCount]
  ) -> Earlier {
    precondition(units.count == earlier.count, "a statement of other areas")
    var result = Earlier()
    for (units, said) in zip(units, earlier) {
      let members = members(kinds: kinds, units: units)
      let count = count(members)
      let bounds: ClosedRange<Int>
      switch said {
      case .nothing: continue
      case .hidden:
        guard count < rule.minimumCount, !rule.tells(nought: count) else { continue }
        bounds = 0...Int.max
      case .between(let lower, let upper):
        guard lower <= count, count <= upper ?? .max else {
          result.lapsed += 1
          continue
        }
        result.held += 1
        bounds = lower...(upper ?? .max)
      }
      let isHidden = said == .hidden
      cells.append(
        CountSystem.Cell(
          members: members, group: group, bounds: bounds,
          reach: isHidden ? rule.minimumCount : nil, isFixed: true, isPublished: !isHidden))
      places.append(Place(statement: -1, area: 0))
    }
    return result
  }

  /// Adds what was said of sums, or of numbers of different things, in an earlier publication: as far as it tells
  /// of the number of records; see ``addEarlier(kinds:units:group:said:)``.
  /// - Parameter said: in thousandths of a sum, in words of a number of different things.
  @discardableResult
  public mutating func addEarlier(
    _ measured: MeasuredRecords, kinds: [Int], units: [[Int]], group: Int, said: [SaidCount]
  ) -> Earlier {
    precondition(units.count == said.count, "a statement of other areas")
    return addEarlier(
      kinds: kinds, units: units, group: group,
      said: zip(units, said).map { units, said in
        measured.records(
          said, count: count(members(kinds: kinds, units: units)), rule: rule)
      })
  }

  /// What is said of every count when these are hidden, statement by statement.
  public func said(hiding hidden: Set<Place>) -> [[SaidCount]] {
    var said = said
    for place in hidden { said[place.statement][place.area] = .hidden }
    return said
  }

  private func members(kinds: [Int], units: [Int]) -> [Int32] {
    partition.parts(kinds: kinds, units: units)
  }

  private func count(_ members: [Int32]) -> Int { partition.count(members) }

  /// What a figure says of the number of records; nil when it is hidden.
  private func bounds(
    _ figure: PublishedFigure, _ measure: Measure, count: Int
  ) -> ClosedRange<Int>? {
    switch measure {
    case .records: rule.bounds(of: figure)
    case .column(let measured):
      measured.records(figure, count: count, rule: rule)
    }
  }

  /// What a publication says of the number of records by a figure; what somebody adds who knows the column stays
  /// here, since it tells of that.
  private func told(_ figure: PublishedFigure, _ measure: Measure) -> ClosedRange<Int>? {
    switch measure {
    case .records: rule.bounds(of: figure)
    case .column(let measured): measured.told(figure, rule: rule)
    }
  }

  /// Finds what must be hidden too, and audits what is left.
  /// - Throws: ``CountsNotSafe`` when that cannot be made safe.
  /// - Complexity: about the number of counts times the counts that a hidden one is linked with.
  public func hidden() throws(CountsNotSafe) -> Set<Place> {
    let suppression = CountSuppression(
      CountSystem(values: partition.counts, cells: cells), lenient: lenient)
    guard suppression.unsafe.isEmpty else { throw CountsNotSafe(count: suppression.unsafe.count) }
    return Set(suppression.complementary.map { places[$0] })
  }
}

extension CountPartition {
  /// The parts of some kinds in some units, ascending.
  func parts(kinds: [Int], units: [Int]) -> [Int32] {
    units.flatMap { unit in kinds.map { Int32(unit * kindCount + $0) } }.sorted()
  }

  /// The records in some parts.
  func count(_ members: [Int32]) -> Int { members.reduce(0) { $0 + counts[Int($1)] } }

  /// The parts of a selection in each area that are not in another one; nil where nothing is said.
  func rests(
    of whole: CountStatements.Selection, without part: CountStatements.Selection
  ) -> [[Int32]?] {
    let isPart = Set(part.kinds)
    return zip(whole.units, part.units).map { all, less in
      guard let all, let less else { return nil }
      let inside = Set(less)
      return all.flatMap { unit in
        whole.kinds.lazy.filter { !inside.contains(unit) || !isPart.contains($0) }
          .map { Int32(unit * kindCount + $0) }
      }.sorted()
    }
  }
}

/// Hidden counts can be derived from what will be said whatever is hidden too.
public struct CountsNotSafe: Error, Hashable, Sendable {
  /// How many.
  public let count: Int

  /// Makes the error.
  public init(count: Int) { self.count = count }
}
