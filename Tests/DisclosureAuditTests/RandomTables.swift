import DisclosureAudit

/// Random tables of the kinds that a study publishes.
enum RandomTables {
  /// The kind of structure.
  enum Kind: CaseIterable {
    /// Areas in areas, with categories that add up.
    case hierarchy
    /// Two divisions of the same ground, without categories.
    case overlap
    /// Two divisions and categories: no flow says all of it.
    case overlapWithCategories
    /// One level, kinds of records that are part of each other or cross.
    case crossingKinds
    /// Categories with totals, and kinds that cross them; what counts leave of others is protected too, and that
    /// there are enough records of some kinds is known.
    case leftovers
  }

  /// A table before anything is hidden for others: what is under ten is, the rest is rounded to five, or not at
  /// all where that would leave little to find.
  static func table(_ kind: Kind, seed: UInt64) -> CountSystem {
    let rounding = kind == .leftovers ? 1 : 5
    var random = SplitMix(state: seed)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    // Areas: leaves in groups in one whole, and a second division that cuts through them.
    let groups = 2 + pick(3)
    var groupOf: [Int] = []
    for group in 0..<groups { groupOf += Array(repeating: group, count: 2 + pick(3)) }
    let leaves = groupOf.count
    let hasKinds = kind == .hierarchy || kind == .overlapWithCategories || kind == .crossingKinds
    let kinds = kind == .leftovers ? 6 : hasKinds ? 2 + pick(3) : 1
    let squares = 2 + pick(3)
    // Units: leaf × square that meet; one square without a second division.
    let isOverlapping = kind == .overlap || kind == .overlapWithCategories
    var units: [(leaf: Int, square: Int)] = []
    for leaf in 0..<leaves {
      if isOverlapping {
        let first = leaf * squares / leaves
        units.append((leaf, first))
        if pick(2) == 0 { units.append((leaf, (first + 1) % squares)) }
      } else {
        units.append((leaf, 0))
      }
    }
    var values: [Int] = []
    for _ in units {
      for _ in 0..<kinds {
        values.append(pick(3) == 0 ? pick(10) : pick(4) == 0 ? 40 + pick(200) : 5 + pick(30))
      }
    }
    var cells: [CountSystem.Cell] = []
    func add(_ group: Int, covers: Int, _ isMember: (Int, Int) -> Bool) {
      var members: [Int32] = []
      for (place, _) in units.enumerated() {
        for kind in 0..<kinds where isMember(place, kind) {
          members.append(Int32(place * kinds + kind))
        }
      }
      guard !members.isEmpty else { return }
      let sum = members.reduce(0) { $0 + values[Int($1)] }
      cells.append(published(members, sum: sum, group: group, covers: covers, rounding: rounding))
    }
    // Sets of kinds: each by itself and all; or crossing ones.
    var sets: [[Int]] = (0..<kinds).map { [$0] }
    if kind == .crossingKinds {
      sets = [Array(0..<kinds), Array(0..<max(1, kinds - 1)), Array((kinds - 1) / 2..<kinds)]
    } else if kinds > 1 {
      sets.insert(Array(0..<kinds), at: 0)
    }
    if kind == .leftovers { sets = [Array(0..<kinds), [0, 2, 4], [1, 3, 5]] }
    for (number, set) in sets.enumerated() {
      for leaf in 0..<leaves {
        add(number, covers: 1) { units[$0].leaf == leaf && set.contains($1) }
      }
      if kind == .crossingKinds { continue }
      for group in 0..<groups {
        add(number, covers: groupOf.count { $0 == group }) {
          groupOf[units[$0].leaf] == group && set.contains($1)
        }
      }
      add(number, covers: leaves) { set.contains($1) }
      if isOverlapping {
        for square in 0..<squares {
          add(100 + number, covers: 2) { units[$0].square == square && set.contains($1) }
        }
      }
    }
    if kind == .leftovers {
      for part in 0..<3 {
        for leaf in 0..<leaves {
          add(200 + part, covers: 1) { units[$0].leaf == leaf && $1 / 2 == part }
        }
      }
      let leftovers =
        (0..<kinds).map { own in { (kind: Int) in kind == own } }
        + (0..<3).map { part in { (kind: Int) in kind / 2 != part } }
      for (number, isLeft) in leftovers.enumerated() {
        for leaf in 0..<leaves {
          add(-1 - number, covers: 1) { units[$0].leaf == leaf && isLeft($1) }
        }
        for group in 0..<groups {
          add(-1 - number, covers: 1) { groupOf[units[$0].leaf] == group && isLeft($1) }
        }
        cells.removeAll { $0.group == -1 - number && $0.isPublished }
      }
      // That there are enough records of two of the parts.
      for group in 0..<groups {
        add(300, covers: 1) { groupOf[units[$0].leaf] == group && $1 < 4 }
      }
      cells = cells.filter { $0.group != 300 || $0.isPublished }.map { cell in
        guard cell.group == 300 else { return cell }
        return CountSystem.Cell(
          members: cell.members, group: cell.group, bounds: 10...Int.max, isFixed: true,
          isPublished: true)
      }
    }
    return CountSystem(values: values, cells: cells)
  }

  /// A cell under the rule for everybody.
  static func published(
    _ members: [Int32], sum: Int, group: Int, covers: Int, rounding: Int
  ) -> CountSystem.Cell {
    let half = (rounding - 1) / 2
    let value = (sum + rounding / 2) / rounding * rounding
    let isPublished = sum >= 10
    return CountSystem.Cell(
      members: members, group: group,
      bounds: isPublished ? max(10, value - half)...value + half : 0...Int.max,
      reach: isPublished ? nil : 10, weight: covers * 1000 + min(sum, 999),
      isPublished: isPublished)
  }
}

/// Numbers that look random and are the same everywhere: Steele, Lea & Flood (2014),
/// doi:10.1145/2660193.2660195.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension CountSystem {
  /// The system as a line for programs of others: values, then cells.
  var line: String {
    let cells = cells.map { cell in
      let upper = cell.bounds.upperBound == Int.max ? -1 : cell.bounds.upperBound
      return "{\"members\":\(cell.members),\"lower\":\(cell.bounds.lowerBound),\"upper\":\(upper),"
        + "\"reach\":\(cell.reach ?? -1),\"weight\":\(cell.weight),\"fixed\":\(cell.isFixed),"
        + "\"published\":\(cell.isPublished)}"
    }
    return "{\"values\":\(values),\"cells\":[\(cells.joined(separator: ","))]}"
  }
}
