internal import Areas
internal import Disclosure

/// What earlier publications said of the counts of a family.
extension DeliveredFamily {
  /// What earlier publications said of counts, with which no numbers were found that fit, while there may be some.
  struct Unfit: Error {
    let statement: EarlierDeliveries.Statement
  }

  /// Finds counts that agree with all that is delivered, and with what earlier publications said as far as that can
  /// be: what cannot was said of others, and is left out of the family.
  /// - Parameter fillsBounds: as for ``DeliveredValues``.
  /// - Throws: ``DeliveredValues/Misfit`` when what is delivered does not agree, ``Unfit``.
  mutating func values(
    in units: DeliveredUnits, areas: AreaSet, fillsBounds: Bool = false
  ) throws -> DeliveredValues {
    for count in counts.indices { leaveOutImpossible(count, areas: areas) }
    while true {
      do {
        return try DeliveredValues(self, in: units, fillsBounds: fillsBounds)
      } catch let misfit {
        if mayBeMissed(in: units), let statement = around(misfit, in: units).first {
          // Were it left out, it would not be minded.
          _ = try DeliveredValues(withoutEarlier, in: units, fillsBounds: fillsBounds)
          throw Unfit(statement: counts[statement.count].earlier[statement.level]![statement.place])
        }
        guard leaveOut(around: misfit, in: units) else { throw misfit }
      }
    }
  }

  /// Whether numbers that fit may not be found: where levels cross, and where parts have parts.
  private func mayBeMissed(in units: DeliveredUnits) -> Bool {
    Set(units.chains.values).count > 1
      || counts.indices.contains { counts[$0].whole != nil && !parts[$0].isEmpty }
  }

  /// The same without what was said before.
  private var withoutEarlier: DeliveredFamily {
    var family = self
    for count in counts.indices { family.counts[count].earlier = [:] }
    return family
  }

  /// Leaves out what cannot be beside the counts that are delivered of the same name at other levels.
  private mutating func leaveOutImpossible(_ count: Int, areas: AreaSet) {
    for (level, statements) in counts[count].earlier {
      guard let layer = areas[level] else { continue }
      var least = [Int](repeating: 0, count: layer.areas.count)
      var most = [Int](repeating: .max, count: layer.areas.count)
      var wider: [(bounds: [ClosedRange<Int>?], parents: [Int32])] = []
      for (other, own) in counts[count].levels where other != level {
        guard let otherLayer = areas[other] else { continue }
        if let parents = areas.parents(of: otherLayer, in: layer) {
          var sums = layer.areas.map { _ in (least: 0, most: 0) }
          for (bounds, parent) in zip(own.bounds, parents) where parent >= 0 {
            let sum = sums[Int(parent)]
            sums[Int(parent)] = (
              sum.least + (bounds?.lowerBound ?? 0), sum.most.adding(bounds?.upperBound ?? .max)
            )
          }
          let isMade = Set(parents)
          for area in sums.indices where isMade.contains(Int32(area)) {
            least[area] = max(least[area], sums[area].least)
            most[area] = min(most[area], sums[area].most)
          }
        } else if let parents = areas.parents(of: layer, in: otherLayer) {
          wider.append((own.bounds, parents))
        }
      }
      for (place, statement) in statements.enumerated() {
        for (area, said) in statement.said.enumerated() {
          guard case .between(let lower, let upper) = said else { continue }
          if upper ?? .max < least[area] || lower > most[area] {
            leaveOut(count, level, place, area)
          }
        }
        for (bounds, parents) in wider {
          var sums = [Int](repeating: 0, count: bounds.count)
          for (said, parent) in zip(statement.said, parents) where parent >= 0 {
            if case .between(let lower, _) = said { sums[Int(parent)] += lower }
          }
          for (area, parent) in parents.enumerated()
          where parent >= 0 && sums[Int(parent)] > bounds[Int(parent)]?.upperBound ?? .max {
            leaveOut(count, level, place, area)
          }
        }
      }
    }
  }

  /// Leaves out what was said of areas that share ground with one where numbers do not fit.
  /// - Returns: false when there was nothing of the kind.
  private mutating func leaveOut(
    around misfit: DeliveredValues.Misfit, in units: DeliveredUnits
  ) -> Bool {
    let found = around(misfit, in: units)
    for place in found { leaveOut(place.count, place.level, place.place, place.area) }
    return !found.isEmpty
  }

  /// Where something was said of areas that share ground with one where numbers do not fit.
  private func around(
    _ misfit: DeliveredValues.Misfit, in units: DeliveredUnits
  ) -> [(count: Int, level: AreaLevel, place: Int, area: Int)] {
    let ground = Set(units.members[misfit.level]?[misfit.area] ?? [])
    return counts.indices.flatMap { count in
      counts[count].earlier.sorted { $0.key < $1.key }.flatMap { level, statements in
        let members = units.members[level] ?? []
        return members.indices.filter { !ground.isDisjoint(with: members[$0]) }.flatMap { area in
          statements.indices.filter { isOpen(count, level, $0, area) }.map {
            (count, level, $0, area)
          }
        }
      }
    }
  }

  /// Whether a number was told of an area of which it is not known how many there are; else it is held against that.
  private func isOpen(_ count: Int, _ level: AreaLevel, _ place: Int, _ area: Int) -> Bool {
    guard counts[count].earlier[level]?[place].said[area].isTold ?? false else { return false }
    return counts[count].levels[level]?.bounds[area].map { $0.lowerBound < $0.upperBound } ?? true
  }

  private mutating func leaveOut(_ count: Int, _ level: AreaLevel, _ place: Int, _ area: Int) {
    guard isOpen(count, level, place, area) else { return }
    counts[count].earlier[level]?[place].said[area] = .nothing
    lapsed += 1
  }
}

extension DeliveredFamily.Count {
  /// Between which bounds what is known of it at a level lies, and does not follow from what is known at another:
  /// delivered now, or told by earlier publications; nil when nothing is.
  func bounds(at level: AreaLevel) -> [ClosedRange<Int>?]? {
    let own = levels[level]
    let follows = own?.source.sumOf.map { levels[$0] != nil } ?? false
    guard let earlier = earlier[level] else { return follows ? nil : own?.bounds }
    let length = own?.bounds.count ?? earlier.first?.said.count ?? 0
    var bounds = own?.bounds ?? [ClosedRange<Int>?](repeating: nil, count: length)
    for statement in earlier {
      for (area, said) in statement.said.enumerated() {
        guard case .between(let lower, let upper) = said else { continue }
        let told = lower...(upper ?? .max)
        guard let known = bounds[area] else {
          bounds[area] = told
          continue
        }
        if known.overlaps(told) { bounds[area] = known.clamped(to: told) }
      }
    }
    guard follows, let own else { return bounds }
    // What is a sum of others tells no more than these.
    return zip(own.bounds, bounds).map { $0 == $1 ? nil : $1 }
  }
}

extension Int {
  /// The sum, or the largest when one of them is.
  fileprivate func adding(_ other: Int) -> Int {
    self == .max || other == .max ? .max : self + other
  }
}
