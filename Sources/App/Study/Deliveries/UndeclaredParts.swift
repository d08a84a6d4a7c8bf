internal import Areas

/// Delivered counts of which one may be a part of the other, by their numbers, and of which the study does not say
/// whether it is.
struct UndeclaredParts {
  /// The names of the smaller and the larger.
  private(set) var found: [StudyReport.UndeclaredPart] = []

  /// - Complexity: O(counts² × areas).
  init(_ families: [DeliveredFamily], parts: DeliveredParts, areas: AreaSet) {
    let counts = families.flatMap(\.counts)
    for (place, count) in counts.enumerated() {
      for other in counts[(place + 1)...] {
        let isTold =
          parts.root(of: count.id) == parts.root(of: other.id)
          || parts.named.contains(count.id) && parts.named.contains(other.id)
        guard !isTold else { continue }
        if Self.isNowhereMore(count, than: other, areas: areas) {
          found.append(StudyReport.UndeclaredPart(part: count.name, whole: other.name))
        } else if Self.isNowhereMore(other, than: count, areas: areas) {
          found.append(StudyReport.UndeclaredPart(part: other.name, whole: count.name))
        }
      }
    }
  }

  /// Whether a count can be a part of another in all areas where both are known: two areas or more, and it is not
  /// nothing in all of them.
  private static func isNowhereMore(
    _ part: DeliveredFamily.Count, than whole: DeliveredFamily.Count, areas: AreaSet
  ) -> Bool {
    var areaCount = 0
    var isSomething = false
    for (level, own) in part.levels {
      for (other, wide) in whole.levels {
        guard let (least, most) = together(own, level, wide, other, areas: areas) else { continue }
        for (least, most) in zip(least, most) {
          guard let least, let most else { continue }
          if least > most { return false }
          areaCount += 1
          isSomething = isSomething || least > 0
        }
      }
    }
    return areaCount > 1 && isSomething
  }

  /// The least of one and the most of another in the areas of the wider of two levels; nil where they cross.
  private static func together(
    _ part: DeliveredFamily.Level, _ level: AreaLevel, _ whole: DeliveredFamily.Level,
    _ other: AreaLevel, areas: AreaSet
  ) -> (least: [Int?], most: [Int?])? {
    let least = part.bounds.map { $0?.lowerBound }
    let most = whole.bounds.map { $0?.upperBound }
    guard level != other else { return (least, most) }
    guard let layer = areas[level], let wider = areas[other] else { return nil }
    if let parents = areas.parents(of: layer, in: wider) {
      return (lifted(least, parents, count: wider.areas.count), most)
    }
    return areas.parents(of: wider, in: layer).map {
      (least, lifted(most, $0, count: layer.areas.count))
    }
  }

  private static func lifted(_ bounds: [Int?], _ parents: [Int32], count: Int) -> [Int?] {
    var sums = [Int?](repeating: nil, count: count)
    for (bound, parent) in zip(bounds, parents) where parent >= 0 {
      guard let bound else { continue }
      let sum = sums[Int(parent)] ?? 0
      sums[Int(parent)] = bound == .max || sum == .max ? .max : sum + bound
    }
    return sums
  }
}
