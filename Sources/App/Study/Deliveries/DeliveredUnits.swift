internal import Areas

/// The parts of the ground in which delivered counts are looked at: the smallest areas, and for each wider one
/// what lies in it and in none of its smaller ones.
struct DeliveredUnits {
  /// Levels of which one is not made of the areas of the other.
  struct Crossing: Error {
    let first: AreaLevel
    let second: AreaLevel
  }

  /// The levels, the smallest first.
  let levels: [AreaLevel]
  /// The number of units.
  let count: Int
  /// The units of each area of each level.
  let members: [AreaLevel: [[Int]]]
  /// The unit of each area that is its own: the area itself at the smallest level, elsewhere what lies in no
  /// smaller area.
  let own: [AreaLevel: [Int]]
  /// Whether a unit can hold anything: the smallest areas, and areas that have none.
  let isOpen: [Bool]
  /// For each level a number that it shares with levels that it nests with.
  let chains: [AreaLevel: Int]

  /// Whether a unit is what lies in an area and in none of its smaller ones.
  func isPlaceless(_ unit: Int) -> Bool { !isOpen[unit] }

  /// The area of a unit.
  func area(of unit: Int) -> (level: AreaLevel, area: Int) {
    for level in levels {
      if let own = own[level], let first = own.first, first...first + own.count - 1 ~= unit {
        return (level, unit - first)
      }
    }
    return (levels[0], 0)
  }

  /// - Parameter shown: the levels at which there are counts.
  init(_ shown: Set<AreaLevel>, in areas: AreaSet) throws(Crossing) {
    let shown = shown.filter { areas[$0] != nil }.sorted()
    func parents(_ level: AreaLevel, in wider: AreaLevel) -> [Int32]? {
      guard let layer = areas[level], let whole = areas[wider] else { return nil }
      return areas.parents(of: layer, in: whole)
    }
    let base = (shown + areas.layers.map(\.level)).first { candidate in
      shown.allSatisfy { $0 == candidate || parents(candidate, in: $0) != nil }
    }
    guard let base, let layer = areas[base] else {
      throw Crossing(
        first: shown[0],
        second: shown.first { $0 != shown[0] && parents(shown[0], in: $0) == nil } ?? shown[0])
    }
    var members = [base: layer.areas.indices.map { [$0] }]
    var own = [base: Array(layer.areas.indices)]
    var isOpen = layer.areas.map { _ in true }
    let wider = shown.filter { $0 != base }
    for (number, level) in wider.enumerated() {
      guard let whole = areas[level] else { continue }
      var units = [[Int]](repeating: [], count: whole.areas.count)
      for smaller in [base] + wider[..<number] {
        guard let parents = parents(smaller, in: level), let ownUnits = own[smaller] else {
          continue
        }
        for (area, parent) in parents.enumerated() where parent >= 0 {
          units[Int(parent)].append(ownUnits[area])
        }
      }
      own[level] = whole.areas.indices.map { isOpen.count + $0 }
      isOpen += units.map(\.isEmpty)
      for (area, unit) in own[level]!.enumerated() { units[area].append(unit) }
      members[level] = units
    }
    var chains: [AreaLevel: Int] = [:]
    var nested: [[AreaLevel]] = []
    for level in [base] + wider {
      let chain = nested.firstIndex { others in
        others.allSatisfy { parents($0, in: level) != nil }
      }
      chains[level] = chain ?? nested.count
      if let chain { nested[chain].append(level) } else { nested.append([level]) }
    }
    levels = [base] + wider
    count = isOpen.count
    self.members = members
    self.own = own
    self.isOpen = isOpen
    self.chains = chains
  }
}
