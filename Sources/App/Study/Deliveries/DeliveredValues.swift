internal import Areas
internal import Disclosure
internal import DisclosureAudit

/// Counts of the smallest kinds in the smallest units that agree with all that deliveries say.
///
/// Where only bounds are known, such as `<5`, these are counts that the true ones may be: the lower bounds as far as
/// others allow. What a wider area has more than its smaller ones goes to one of which nothing, or nothing above a
/// bound, is known; where there is none it is what lies in no smaller area.
struct DeliveredValues {
  /// The smallest kinds that each count is made of.
  let kinds: [[Int]]
  /// The number of smallest kinds: counts without parts, and what wholes have besides their parts.
  let kindCount: Int
  /// By `unit × kindCount + kind`.
  let values: [Int]

  private let family: DeliveredFamily
  private let units: DeliveredUnits
  /// Of each count how many there are in each unit.
  private let amounts: [[Int]]

  /// A count that cannot be as it is delivered beside the others.
  struct Misfit: Error {
    let count: Int
    let level: AreaLevel
    let area: Int
  }

  /// Finds counts.
  /// - Parameter fillsBounds: whether small counts of which bounds are known are as large as what lies around them
  ///   asks for, so that no more than that lies in no smaller area; else only where others do not fit.
  init(
    _ family: DeliveredFamily, in units: DeliveredUnits, fillsBounds: Bool = false
  ) throws(Misfit) {
    let amounts: [[Int]]
    let divided: Set<Int>
    do {
      (amounts, divided) = try Self.found(family, units, fillsBounds: fillsBounds)
    } catch {
      // Small counts may have to be larger than they are at least for others to fit.
      (amounts, divided) = try Self.found(family, units, fillsBounds: true)
    }
    var kinds: [[Int]] = []
    var kindCount = 0
    for count in family.counts.indices {
      kinds.append(divided.contains(count) ? [] : [kindCount])
      if !divided.contains(count) { kindCount += 1 }
    }
    var values = [Int](repeating: 0, count: units.count * kindCount)
    for count in family.counts.indices {
      guard let kind = kinds[count].first else { continue }
      for unit in 0..<units.count {
        values[unit * kindCount + kind] =
          amounts[count][unit] - family.parts[count].reduce(0) { $0 + amounts[$1][unit] }
      }
    }
    for count in family.counts.indices.reversed() {
      if let whole = family.counts[count].whole { kinds[whole] += kinds[count] }
    }
    self.kinds = kinds.map { $0.sorted() }
    self.kindCount = kindCount
    self.values = values
    self.amounts = amounts
    self.family = family
    self.units = units
  }

  /// How many there are of a count in a unit.
  func amount(_ count: Int, unit: Int) -> Int { amounts[count][unit] }

  /// The group of the cells of a count at a level: they are nested or disjoint.
  func group(_ count: Int, at level: AreaLevel) -> Int {
    family.counts[count].depth * (units.levels.count + 1) + (units.chains[level] ?? 0)
  }

  /// Finds the amounts of each whole and its parts, the widest first, and which wholes have nothing besides their
  /// parts: those of which that can be so everywhere.
  private static func found(
    _ family: DeliveredFamily, _ units: DeliveredUnits, fillsBounds: Bool
  ) throws(Misfit) -> (amounts: [[Int]], divided: Set<Int>) {
    let least = least(family, units, fillsBounds: fillsBounds)
    var amounts = least
    var divided: Set<Int> = []
    for count in family.counts.indices
    where family.counts[count].whole == nil || !family.parts[count].isEmpty {
      let isDivided = family.isDivided(count)
      var misfit: Misfit?
      for (isSum, limitsRests) in [(true, true), (false, true), (false, false)]
      where isDivided || !isSum {
        var division = DeliveredDivision(family, units, of: count, isSum: isSum, least: least)
        misfit = division.fill(&amounts, limitsRests: limitsRests)
        guard misfit != nil else {
          if isSum { divided.insert(count) }
          break
        }
      }
      if let misfit { throw misfit }
    }
    if let misfit = misfit(amounts, family, units) { throw misfit }
    // Levels of which no one has all of them can tell it too.
    for count in family.counts.indices where family.isDelivered(count) {
      let isSum = (0..<units.count).allSatisfy { unit in
        amounts[count][unit] == family.parts[count].reduce(0) { $0 + amounts[$1][unit] }
      }
      if isSum { divided.insert(count) }
    }
    return (amounts, divided)
  }

  /// The first area of which the amounts are not as they were delivered. Where levels cross, what is left of one can
  /// be too much for the other.
  private static func misfit(
    _ amounts: [[Int]], _ family: DeliveredFamily, _ units: DeliveredUnits
  ) -> Misfit? {
    for count in family.counts.indices {
      for level in units.levels {
        guard let members = units.members[level] else { continue }
        let own = family.counts[count]
        for known in [own.levels[level]?.bounds, own.bounds(at: level)].compactMap(\.self) {
          for (area, bounds) in known.enumerated() {
            let sum = members[area].reduce(0) { $0 + amounts[count][$1] }
            if let bounds, !bounds.contains(sum) {
              return Misfit(count: count, level: level, area: area)
            }
          }
        }
      }
    }
    return nil
  }

  /// For each count and unit the least that it can be, looking at nothing but its own levels and its parts.
  /// - Parameter fillsBounds: whether what a wider area has more goes to smaller ones of which bounds are known, as
  ///   far as these go.
  private static func least(
    _ family: DeliveredFamily, _ units: DeliveredUnits, fillsBounds: Bool
  ) -> [[Int]] {
    var amounts = family.counts.map { _ in [Int](repeating: 0, count: units.count) }
    for count in family.counts.indices.reversed() {
      for part in family.parts[count] {
        for unit in 0..<units.count { amounts[count][unit] += amounts[part][unit] }
      }
      // How much more each unit can hold.
      var room = units.isOpen.map { $0 ? Int.max : 0 }
      for level in units.levels {
        guard let known = family.counts[count].bounds(at: level),
          let members = units.members[level], let own = units.own[level]
        else { continue }
        for (area, bounds) in known.enumerated() {
          guard let bounds else { continue }
          var sum = members[area].reduce(0) { $0 + amounts[count][$1] }
          func give(_ more: Int, to unit: Int) {
            amounts[count][unit] += more
            sum += more
            if room[unit] < .max { room[unit] -= min(more, room[unit]) }
          }
          if fillsBounds {
            for unit in members[area] where room[unit] > 0 && room[unit] < .max {
              give(min(max(bounds.lowerBound - sum, 0), room[unit]), to: unit)
            }
          }
          if sum < bounds.lowerBound {
            let small =
              family.counts[count].isSum(at: level)
              ? members[area].first { room[$0] > 0 } : nil
            give(
              bounds.lowerBound - sum,
              to: members[area].first { room[$0] == .max } ?? small ?? own[area])
          }
          guard bounds.upperBound < .max else { continue }
          for unit in members[area] {
            room[unit] = min(room[unit], max(bounds.upperBound - sum, 0))
          }
        }
      }
    }
    return amounts
  }
}

extension DeliveredFamily {
  /// Whether a count has parts, and is delivered now as all of these are. What earlier publications said is rounded, so
  /// that it cannot be told whether something is left between them.
  fileprivate func isDelivered(_ count: Int) -> Bool {
    !parts[count].isEmpty
      && ([count] + parts[count]).allSatisfy { !counts[$0].levels.isEmpty }
  }

  /// Whether a count can be the sum of its parts in all areas where all are known, of which there are some.
  fileprivate func isDivided(_ count: Int) -> Bool {
    guard isDelivered(count) else { return false }
    var isSeen = false
    for (level, whole) in counts[count].levels {
      let own = parts[count].compactMap { counts[$0].levels[level]?.bounds }
      guard own.count == parts[count].count else { continue }
      for (area, bounds) in whole.bounds.enumerated() {
        let known = own.compactMap { $0[area] }
        guard let bounds, known.count == own.count else { continue }
        let least = known.reduce(0) { $0 + $1.lowerBound }
        let most = known.reduce(0) {
          $1.upperBound == .max || $0 == .max ? .max : $0 + $1.upperBound
        }
        guard least <= bounds.upperBound, bounds.lowerBound <= most else { return false }
        isSeen = true
      }
    }
    return isSeen
  }
}
