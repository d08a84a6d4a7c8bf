internal import Areas
internal import Disclosure
internal import Ledger

extension EarlierDeliveries {
  /// Whether a count of an earlier publication is one of this study, by the numbers of the file that it was.
  ///
  /// Where other columns picked its rows, the numbers themselves decide: the file is the same, so what was said
  /// of a count is so of it.
  /// - Parameters:
  ///   - edition: the year of the areas of then.
  ///   - levels: the count of now, where it is from the same file.
  ///   - isDeclared: whether the study says how both are related, so that they are two.
  static func isSame(
    _ count: LedgerEntry.DeliveredCount, of delivery: LedgerEntry.Delivery, edition: Int,
    as levels: [AreaLevel: DeliveredFamily.Level], isDeclared: Bool, areas: AreaSet
  ) -> Bool {
    let likeness = levels.mapValues { count.place.likeness(to: $0.source.savedPlace) }
    if likeness.values.contains(.same) { return true }
    let unknown = levels.filter { likeness[$0.key] == .unknown && !$0.value.source.isConverted }
    guard !isDeclared, !count.isConverted, !unknown.isEmpty,
      count.said.contains(where: \.isTold)
    else { return false }
    // Of what cannot be compared it is asked to be shown as it was.
    guard let layer = areas.layers.first(where: { $0.level.rawValue == count.level }) else {
      return true
    }
    var leftOut = EarlierAreas.LeftOut()
    let told = delivery.areas(per: layer, edition: edition, of: areas)
    guard let said = told.said(count.said, in: layer, leftOut: &leftOut)
    else { return true }
    return unknown.allSatisfy { level, own in
      fits(said, per: layer, own.bounds, per: level, areas: areas)
    }
  }

  /// Whether counts that were said can be those of now, which are of the same level or of one that is made of it
  /// or that it is made of. Of a wider area it is only known that it has no less than its parts; of one without a
  /// row of now nothing is, since other columns may pick fewer areas.
  private static func fits(
    _ said: [SaidCount], per layer: AreaLayer, _ bounds: [ClosedRange<Int>?],
    per level: AreaLevel, areas: AreaSet
  ) -> Bool {
    let told = said.map { said -> (lower: Int, upper: Int)? in
      if case .between(let lower, let upper) = said { (lower, upper ?? .max) } else { nil }
    }
    if layer.level == level {
      return zip(told, bounds).allSatisfy { told, now in
        guard let told, let now else { return true }
        return now.lowerBound <= told.upper && now.upperBound >= told.lower
      }
    }
    guard let other = areas[level] else { return true }
    if let parents = areas.parents(of: other, in: layer) {
      let least = sums(bounds.map { $0?.lowerBound ?? 0 }, parents, count: told.count)
      return zip(told, least).allSatisfy { told, least in least <= told?.upper ?? .max }
    }
    guard let parents = areas.parents(of: layer, in: other) else { return true }
    let least = sums(told.map { $0?.lower ?? 0 }, parents, count: bounds.count)
    return zip(bounds, least).allSatisfy { now, least in least <= now?.upperBound ?? .max }
  }

  private static func sums(_ counts: [Int], _ parents: [Int32], count: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: count)
    for (own, parent) in zip(counts, parents) where parent >= 0 { sums[Int(parent)] += own }
    return sums
  }
}
