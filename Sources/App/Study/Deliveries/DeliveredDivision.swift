internal import Areas
internal import DisclosureAudit

/// A whole and its parts, in every unit: how many there are of each, as far as deliveries say.
///
/// The whole and the parts are nested in two ways, in areas and in each other, so that what is not found is not there
/// as long as levels do not cross.
struct DeliveredDivision {
  private let family: DeliveredFamily
  private let units: DeliveredUnits
  private let whole: Int
  /// The parts, and the whole itself for what it has besides them.
  private let shares: [Int]
  /// For each count and unit the least that it can be.
  private let least: [[Int]]
  private var cells: [CountSystem.Cell] = []
  private var places: [DeliveredValues.Misfit] = []

  /// - Parameter isSum: whether the whole has nothing besides its parts.
  init(
    _ family: DeliveredFamily, _ units: DeliveredUnits, of whole: Int, isSum: Bool, least: [[Int]]
  ) {
    self.family = family
    self.units = units
    self.whole = whole
    self.least = least
    shares = family.parts[whole] + (isSum ? [] : [whole])
  }

  /// Finds the amounts of the parts, and of a whole that is itself no part. Those of a part were found with its whole.
  /// - Parameter limitsRests: whether no more lies in no smaller area than the levels of a count ask for.
  /// - Returns: what does not fit.
  mutating func fill(_ amounts: inout [[Int]], limitsRests: Bool) -> DeliveredValues.Misfit? {
    cells = []
    places = []
    let all = Array(shares.indices)
    if family.counts[whole].whole == nil {
      addKnown(whole, all, group: 0, limitsRests: limitsRests)
    } else {
      for unit in 0..<units.count {
        let amount = amounts[whole][unit]
        let (level, area) = units.area(of: unit)
        add(whole, level, area, all, [unit], amount...amount, group: 0)
      }
    }
    for (number, part) in shares.enumerated() where part != whole {
      addKnown(part, [number], group: 1, limitsRests: limitsRests)
      guard !family.parts[part].isEmpty else { continue }
      for unit in 0..<units.count where least[part][unit] > 0 {
        let inParts = family.parts[part].reduce(0) { $0 + least[$1][unit] }
        let (level, area) = units.area(of: unit)
        add(part, level, area, [number], [unit], inParts...Int.max, group: 1)
      }
    }
    var start = [Int](repeating: 0, count: units.count * shares.count)
    for unit in 0..<units.count {
      var besides = amounts[whole][unit]
      for (number, part) in shares.enumerated() where part != whole {
        start[unit * shares.count + number] = least[part][unit]
        besides -= least[part][unit]
      }
      let last = shares.last == whole ? shares.count - 1 : 0
      start[unit * shares.count + last] += max(besides, 0)
    }
    let completion = CountCompletion(from: start, cells: cells)
    if let misfit = completion.misfit { return places[misfit] }
    if family.counts[whole].whole == nil {
      for unit in 0..<units.count {
        amounts[whole][unit] = all.reduce(0) { $0 + completion.values[unit * shares.count + $1] }
      }
    }
    for (number, part) in shares.enumerated() where part != whole {
      for unit in 0..<units.count {
        amounts[part][unit] = completion.values[unit * shares.count + number]
      }
    }
    return nil
  }

  /// Adds what is known of a count at its levels.
  private mutating func addKnown(_ count: Int, _ own: [Int], group: Int, limitsRests: Bool) {
    for level in units.levels {
      guard let members = units.members[level], let rests = units.own[level] else { continue }
      let chain = 2 * (units.chains[level] ?? 0) + group
      let known = family.counts[count].bounds(at: level)
      let isSum = family.counts[count].isSum(at: level)
      for area in members.indices {
        if let bounds = known?[area] {
          add(count, level, area, own, members[area], bounds, group: chain)
        }
        if limitsRests || isSum, level != units.levels[0], units.isPlaceless(rests[area]) {
          add(
            count, level, area, own, [rests[area]],
            0...(isSum ? 0 : least[count][rests[area]]), group: chain)
        }
      }
    }
  }

  private mutating func add(
    _ count: Int, _ level: AreaLevel, _ area: Int, _ own: [Int], _ members: [Int],
    _ bounds: ClosedRange<Int>, group: Int
  ) {
    cells.append(
      CountSystem.Cell(
        members: members.flatMap { unit in own.map { Int32(unit * shares.count + $0) } }.sorted(),
        group: group, bounds: bounds, isPublished: true))
    places.append(DeliveredValues.Misfit(count: count, level: level, area: area))
  }
}
