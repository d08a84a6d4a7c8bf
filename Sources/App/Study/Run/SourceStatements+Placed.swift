internal import Areas
internal import Disclosure
internal import Tabulation

/// What is said of the number of records that were placed.
extension SourceStatements {
  /// The numbers of units that may be those of all placed records: those of the smallest level when others lie in
  /// areas of a level that crosses it.
  private var wholes: [Int] {
    units.isCrossing ? [units.ownCount, units.areaCount] : [units.count]
  }

  /// Adds the number of all placed records, and how many were placed in each area.
  mutating func addPlaced(_ placed: Int) {
    if placing != nil { kindsTold.append(allKinds) }
    let whole = wholes.first { partition.sum(ofUnits: 0..<$0) == placed }
    if let whole, !hidesPlaced {
      counts.add(
        kinds: allKinds, units: [Array(0..<whole)], group: 0,
        figures: [PublishedFigure(Double(placed), contributions: placed, rule: rule)], weight: 1)
      note(.placed)
    } else if units.isCrossing {
      // What is not looked at is not told.
      hidesPlaced = true
    }
    guard let placing else { return }
    let known = placing.counts.countedByCode
    for layer in Set([placing.layer.level, .gemeente]).sorted().compactMap({ areas[$0] }) {
      guard units.isCrossing || units.ofAreas[layer.level] != nil,
        let members = placedMembers(layer, from: placing.layer)
      else { continue }
      let codes = layer.areas.map(\.code)
      counts.add(
        kinds: allKinds, units: zip(codes, members).map { known[$0] == nil ? nil : $1 }, group: 0,
        figures: codes.map { known[$0] ?? .suppressed })
      note(.placing(layer))
    }
  }

  /// The units of each area of a level as placed records are told of it: those of the areas in which they
  /// were placed, which belong to it.
  func placedMembers(_ layer: AreaLayer, from placed: AreaLayer) -> [[Int]]? {
    units.ofAreas[placed.level].map { own in
      units.placed(
        layer.level == placed.level ? own : Self.homes(of: placed, own, in: layer),
        at: layer.level)
    }
  }

  /// The units of which an earlier number of all placed records can have been said: all, or those in areas of the
  /// smallest level.
  func unitsOfAll(_ statement: EarlierStatement) -> [Int] {
    let own = statement.gemeenten.map { gemeenten in
      gemeenten.flatMap { units.ofAreas[statement.level]?[$0] ?? [] }.sorted()
    }
    let inAreas = statement.smallestOfThen.map { Set((units.ofAreas[$0] ?? []).joined()) }
    let candidates =
      inAreas.map { areas in [own ?? [], (own ?? []).filter(areas.contains)] }
      ?? wholes.map { count in own?.filter { $0 < count } ?? Array(0..<count) }
    return candidates.first { candidate in
      statement.said.allSatisfy { $0.holds(of: partition.sum(ofUnits: candidate)) }
    } ?? candidates[0]
  }

  /// The units of the areas that belong to each gemeente.
  private static func homes(
    of layer: AreaLayer, _ units: [[Int]], in gemeenten: AreaLayer
  ) -> [[Int]] {
    var members = [[Int]](repeating: [], count: gemeenten.areas.count)
    for (area, own) in zip(layer.areas, units) {
      if let home = gemeenten.ordinal(of: area.gemeentecode) { members[home] += own }
    }
    return members.map { $0.sorted() }
  }
}

extension CountPartition {
  /// The records in some units.
  fileprivate func sum(ofUnits units: some Sequence<Int>) -> Int {
    units.reduce(0) { sum, unit in
      counts[unit * kindCount..<(unit + 1) * kindCount].reduce(sum, +)
    }
  }
}
