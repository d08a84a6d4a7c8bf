internal import Areas
internal import Disclosure

/// What two counts leave between them, when one counts a part of the records of the other: when nearly all
/// reports in an area are about drugs, the two counts tell that of each of them.
///
/// The two may be of two levels: a count per buurt tells that of the wijk.
///
/// Three counts and more can tell what no two of them do: 50 reports of which 30 are about drugs and 18 about
/// noise leave 2. So the smallest kinds of records that counts tell apart are protected as well: whatever follows
/// from counts is made of these.
struct CountRests {
  /// A count per area, as far as what it leaves of others.
  struct Count {
    let kinds: [Int]
    let level: AreaLevel
    /// The units of each area; nil where nothing is said.
    let units: [[Int]?]
    /// The table it belongs to; nil for an indicator. The parts of one table are counts of their own already.
    let table: Int?

    init(kinds: [Int], level: AreaLevel, units: [[Int]?], table: Int?) {
      self.kinds = kinds
      self.level = level
      self.units = units
      self.table = table
    }

    /// What an earlier publication said.
    init(kinds: [Int], level: AreaLevel, units: [[Int]], said: [SaidCount]) {
      self.init(
        kinds: kinds, level: level, units: zip(units, said).map { $1 == .nothing ? nil : $0 },
        table: nil)
    }
  }

  /// The records of a whole and those of a part of it, in the areas of the wider level of the two; the part of a
  /// smallest kind is empty.
  struct Pair {
    let whole: CountStatements.Selection
    let part: CountStatements.Selection
    /// Whether earlier publications have a share in it: what these tell of it by themselves cannot be taken back.
    let isPartlySaid: Bool
  }

  /// All pairs; those with an earlier publication last.
  private(set) var pairs: [Pair] = []

  private let areas: AreaSet
  /// For each pair of levels the areas of the first in each area of the second; nil when they do not nest.
  private var children: [[AreaLevel]: [[Int]]?] = [:]

  /// - Complexity: O(counts² × kinds / 64), and what is left of those of which one holds the other.
  /// - Parameters:
  ///   - earlier: counts of earlier publications. What two of these leave between them was looked at then.
  ///   - kindCount: the number of kinds of records.
  ///   - mindsPlaceless: whether what counts of the same records leave of those of wider areas is looked at, which
  ///     are the records of which no smaller area is known.
  init(
    _ own: [Count], earlier: [Count] = [], areas: AreaSet, kindCount: Int,
    mindsPlaceless: Bool = true
  ) {
    self.areas = areas
    let counts = own + earlier
    var later: [Pair] = []
    let sets = counts.map { KindSet($0.kinds) }
    for (number, part) in counts.enumerated() {
      var wholes: [(number: Int, level: AreaLevel)] = []
      for (other, whole) in counts.enumerated()
      where (whole.table == nil || whole.table != part.table)
        && (number < own.count || other < own.count)
        && part.kinds.count <= whole.kinds.count && sets[number].isSubset(of: sets[other])
      {
        guard let level = common(part.level, whole.level),
          // The same records in the areas of one level, or in a wider one for the part, leave nothing.
          part.kinds.count < whole.kinds.count
            || mindsPlaceless && whole.level == level && part.level != level
        else { continue }
        wholes.append((other, level))
      }
      for (other, level) in wholes {
        // What is left of a larger whole holds what is left of a smaller one.
        var isCovered = false
        for (smaller, finer) in wholes where !isCovered {
          let count = counts[smaller].kinds.count
          isCovered =
            part.kinds.count < count && count < counts[other].kinds.count
            && sets[smaller].isSubset(of: sets[other])
            && (finer == level || nests(finer, level))
            && (smaller < own.count || other >= own.count)
            && !counts[smaller].units.contains { $0 == nil }
        }
        guard !isCovered else { continue }
        let wide = units(of: counts[other], at: level)
        guard let wide, let narrow = units(of: part, at: level) else { continue }
        let isSaid = zip(wide, narrow).map { $0 != nil && $1 != nil }
        let pair = Pair(
          whole: CountStatements.Selection(
            kinds: counts[other].kinds, units: zip(wide, isSaid).map { $1 ? $0 : nil }),
          part: CountStatements.Selection(
            kinds: part.kinds, units: zip(narrow, isSaid).map { $1 ? $0 : nil }),
          isPartlySaid: number >= own.count || other >= own.count)
        if pair.isPartlySaid { later.append(pair) } else { pairs.append(pair) }
      }
    }
    let smallest = smallest(counts, kindCount: kindCount)
    pairs +=
      smallest.map { kinds, units in
        Pair(
          whole: CountStatements.Selection(kinds: kinds, units: units),
          part: CountStatements.Selection(kinds: [], units: units),
          isPartlySaid: !earlier.isEmpty)
      } + later
  }

  /// The kinds of records that no count tells apart, in the areas of each level where no count tells just them;
  /// and where areas of two levels overlap in each part of them, since it can follow from both.
  private mutating func smallest(
    _ counts: [Count], kindCount: Int
  ) -> [(kinds: [Int], units: [[Int]?])] {
    var signatures = [[Int]](repeating: [], count: kindCount)
    for (number, count) in counts.enumerated() {
      for kind in count.kinds { signatures[kind].append(number) }
    }
    let apart = Dictionary(grouping: 0..<kindCount) { signatures[$0] }.values
      .sorted { $0[0] < $1[0] }
    var selections: [(kinds: [Int], units: [[Int]?])] = []
    let levels = Set(counts.map(\.level)).sorted()
    for level in levels {
      let own = counts.filter { $0.level == level }
      let told = Set(own.map { $0.kinds.sorted() })
      let places = own[0].units.indices.map { area in
        own.lazy.compactMap { $0.units[area] }.first
      }
      selections += apart.filter { !told.contains($0) }.map { ($0, places) }
    }
    if levels.contains(where: { one in levels.contains { common(one, $0) == nil } }) {
      let parts = Set(counts.flatMap { $0.units.flatMap { $0 ?? [] } }).sorted().map {
        [$0] as [Int]?
      }
      selections += apart.map { ($0, parts) }
    }
    return selections
  }

  /// Kinds of records, a bit each.
  private struct KindSet {
    private var words: [UInt64] = []

    init(_ kinds: [Int]) {
      words = Array(repeating: 0, count: (kinds.max() ?? -1) / 64 + 1)
      for kind in kinds { words[kind / 64] |= 1 << UInt64(kind % 64) }
    }

    func isSubset(of other: KindSet) -> Bool {
      words.indices.allSatisfy { place in
        words[place] & ~(place < other.words.count ? other.words[place] : 0) == 0
      }
    }
  }

  /// The wider of two levels of which one is made of the other; nil when they cross.
  private mutating func common(_ one: AreaLevel, _ other: AreaLevel) -> AreaLevel? {
    if one == other { return one }
    if nests(one, other) { return other }
    return nests(other, one) ? one : nil
  }

  private mutating func nests(_ part: AreaLevel, _ whole: AreaLevel) -> Bool {
    members(of: part, in: whole) != nil
  }

  private mutating func members(of part: AreaLevel, in whole: AreaLevel) -> [[Int]]? {
    if let known = children[[part, whole]] { return known }
    var found: [[Int]]?
    if part != whole, let layer = areas[part], let wider = areas[whole],
      let parents = areas.parents(of: layer, in: wider)
    {
      var members = [[Int]](repeating: [], count: wider.areas.count)
      for (area, parent) in parents.enumerated() where parent >= 0 {
        members[Int(parent)].append(area)
      }
      found = members
    }
    children[[part, whole]] = .some(found)
    return found
  }

  /// The units that a count tells of in the areas of a wider level: nothing of one of which a part is not
  /// told, or that has no parts.
  private mutating func units(of count: Count, at level: AreaLevel) -> [[Int]?]? {
    guard count.level != level else { return count.units }
    return members(of: count.level, in: level)?.map { own in
      guard !own.isEmpty else { return nil }
      var units: [Int] = []
      for area in own {
        guard let more = count.units[area] else { return nil }
        units += more
      }
      return units.sorted()
    }
  }
}
