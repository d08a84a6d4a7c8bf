internal import Areas
internal import Geocoding
internal import Geometry

/// The smallest parts in which records are counted: areas of one level, and those of which only the gemeente
/// is known; where levels cross, what areas of all of them have in common.
struct CountUnits {
  let ofRecords: [Int32]
  let count: Int
  /// How many of them are areas of the smallest level, or lie in one.
  let areaCount: Int
  /// How many of them, those of the smallest level first, lie in an area of the study, and not only in one of then.
  let ownCount: Int
  let ofAreas: [AreaLevel: [[Int]]]
  /// Whether levels cross.
  let isCrossing: Bool

  /// - Parameters:
  ///   - candidates: the levels that may be the smallest, the one that is preferred first.
  ///   - then: the levels of areas of other years.
  /// - Throws: ``SourceProtection/Levels`` when records are not known at a level.
  init(
    smallest candidates: [AreaLevel], levels: [AreaLevel: LocatedRecords], used: Set<AreaLevel>,
    then: Set<AreaLevel> = [], areas: AreaSet
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
      self = try CountUnits(
        crossing: used, placedIn: candidates.last { levels[$0] != nil && areas[$0] != nil },
        levels: levels, then: then, areas: areas)
      return
    }
    isCrossing = false
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
    ownCount = count
    self.ofAreas = ofAreas
  }

  /// Units of levels that cross: the parts that areas have in common in which a record lies, or the middle of an
  /// area.
  ///
  /// The other parts hold no record. They are left out, as if everybody knew that: an outsider who is taken to
  /// know more than he does derives more, so what he cannot derive nobody can. The middles see to it that an
  /// area without records has a part in which records could be.
  private init(
    crossing used: Set<AreaLevel>, placedIn base: AreaLevel?, levels: [AreaLevel: LocatedRecords],
    then: Set<AreaLevel>, areas: AreaSet
  ) throws(SourceProtection.Levels) {
    let wanted = used.union([base].compactMap(\.self)).filter { areas[$0] != nil }.sorted()
    var layers: [AreaLayer] = []
    var ordinals: [[Int32]] = []
    for level in wanted {
      guard let layer = areas[level], let located = levels[level] else {
        throw SourceProtection.Levels(first: wanted[0], second: level)
      }
      layers.append(layer)
      ordinals.append(located.ordinals)
    }
    let recordCount = ordinals.first?.count ?? 0
    guard ordinals.allSatisfy({ $0.count == recordCount }) else {
      throw SourceProtection.Levels(first: wanted[0], second: wanted[wanted.count - 1])
    }
    let nowhere = [Int32](repeating: -1, count: wanted.count)
    var keys: Set<[Int32]> = Self.middles(layers, areas: areas)
    var ofRecord: [[Int32]] = []
    ofRecord.reserveCapacity(recordCount)
    for record in 0..<recordCount {
      let key = ordinals.map { $0[record] }
      ofRecord.append(key)
      keys.insert(key)
    }
    keys.remove(nowhere)
    // Those in an area of the smallest level come first, and those in areas of then alone last.
    let place = base.flatMap { wanted.firstIndex(of: $0) }
    let own = wanted.indices.filter { !then.contains(wanted[$0]) }
    func rank(_ key: [Int32]) -> Int {
      place.map { key[$0] >= 0 } ?? true ? 0 : own.contains { key[$0] >= 0 } ? 1 : 2
    }
    let order = keys.sorted { one, other in
      let (a, b) = (rank(one), rank(other))
      return a != b ? a < b : one.lexicographicallyPrecedes(other)
    }
    var units: [[Int32]: Int] = [:]
    for (unit, key) in order.enumerated() { units[key] = unit }
    var ofAreas: [AreaLevel: [[Int]]] = [:]
    for (number, layer) in layers.enumerated() {
      var members = [[Int]](repeating: [], count: layer.areas.count)
      for (unit, key) in order.enumerated() where key[number] >= 0 {
        members[Int(key[number])].append(unit)
      }
      ofAreas[layer.level] = members
    }
    isCrossing = true
    areaCount = order.count { rank($0) == 0 }
    ownCount = order.count { rank($0) < 2 }
    ofRecords = ofRecord.map { units[$0].map { Int32($0) } ?? -1 }
    count = order.count
    self.ofAreas = ofAreas
  }

  /// For the middle of each area in which areas of all levels it lies: by its own parents where it has them, by
  /// its place elsewhere.
  private static func middles(_ layers: [AreaLayer], areas: AreaSet) -> Set<[Int32]> {
    let locators = layers.map { AreaLocator($0) }
    let parents = layers.map { part in
      layers.map { whole in part.level == whole.level ? nil : areas.parents(of: part, in: whole) }
    }
    var keys: Set<[Int32]> = []
    for (own, layer) in layers.enumerated() {
      let middles = layer.areas.map { $0.geometry.inside }
      let points = middles.map { $0 ?? Position(x: 0, y: 0) }
      let found = layers.indices.map { parents[own][$0] ?? locators[$0].ordinals(at: points) }
      // Of areas that overlap the first has all that they share.
      for place in layer.areas.indices where middles[place] != nil && found[own][place] == place {
        var key = found.map { $0[place] }
        // What an area is a part of, its parts are a part of too.
        for smaller in layers.indices where key[smaller] >= 0 {
          for wider in layers.indices {
            if let parents = parents[smaller][wider] { key[wider] = parents[Int(key[smaller])] }
          }
        }
        if key[own] == place { keys.insert(key) }
      }
    }
    return keys
  }

  /// The units of areas as far as records that were placed count in them: of a gemeente those of which only
  /// the gemeente is known do not.
  func placed(_ members: [[Int]], at level: AreaLevel) -> [[Int]] {
    level == .gemeente ? members.map { $0.filter { $0 < areaCount } } : members
  }
}

extension MultiPolygon {
  /// A place inside: the middle of the widest stretch of a line through the middle height.
  fileprivate var inside: Position? {
    let box = box
    // Corners do not lie at such a height, but for ones that somebody made.
    let y = box.minY + (box.maxY - box.minY) * 0.487_654_321
    var crossings: [Double] = []
    for ring in rings {
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) where (a.y > y) != (b.y > y) {
        crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
      }
    }
    crossings.sort()
    let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map {
      (from: crossings[$0], to: crossings[$0 + 1])
    }
    guard let widest = stretches.max(by: { $0.to - $0.from < $1.to - $1.from }),
      widest.to > widest.from
    else { return nil }
    return Position(x: (widest.from + widest.to) / 2, y: y)
  }
}
