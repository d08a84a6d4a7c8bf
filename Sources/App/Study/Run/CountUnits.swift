internal import Areas
internal import Geocoding

/// The smallest areas at which records are counted, and those of which only the gemeente is known.
struct CountUnits {
  let ofRecords: [Int32]
  let count: Int
  /// How many of them are areas.
  let areaCount: Int
  let ofAreas: [AreaLevel: [[Int]]]

  /// - Parameter candidates: the levels that may be the smallest, the one that is preferred first.
  init(
    smallest candidates: [AreaLevel], levels: [AreaLevel: LocatedRecords], used: Set<AreaLevel>,
    areas: AreaSet
  ) throws(SourceProtection.Levels) {
    let known = candidates.filter { areas[$0] != nil && levels[$0] != nil }
    let fit = known.first { candidate in
      used.allSatisfy { level in
        guard level != candidate, let layer = areas[candidate], let wider = areas[level] else {
          return true
        }
        return areas.parents(of: layer, in: wider) != nil
      }
    }
    guard let first = fit, let layer = areas[first], let records = levels[first] else {
      let all = used.sorted()
      throw SourceProtection.Levels(first: all[0], second: all[all.count - 1])
    }
    areaCount = layer.areas.count
    var units = records.ordinals
    var count = layer.areas.count
    var ofAreas: [AreaLevel: [[Int]]] = [:]
    for level in used.sorted() {
      guard let wider = areas[level] else { continue }
      var members = [[Int]](repeating: [], count: wider.areas.count)
      if level == layer.level {
        for unit in layer.areas.indices { members[unit] = [unit] }
      } else {
        guard let parents = areas.parents(of: layer, in: wider) else {
          throw SourceProtection.Levels(first: first, second: level)
        }
        for (unit, area) in parents.enumerated() where area >= 0 { members[Int(area)].append(unit) }
      }
      if level == .gemeente, level != layer.level, let located = levels[level],
        zip(units, located.ordinals).contains(where: { $0 < 0 && $1 >= 0 })
      {
        for area in wider.areas.indices { members[area].append(count + area) }
        for record in units.indices where units[record] < 0 && located.ordinals[record] >= 0 {
          units[record] = Int32(count) + located.ordinals[record]
        }
        count += wider.areas.count
      }
      ofAreas[level] = members
    }
    ofRecords = units
    self.count = count
    self.ofAreas = ofAreas
  }
}
