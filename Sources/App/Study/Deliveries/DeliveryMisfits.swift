internal import Areas

/// What is wrong with delivered counts that cannot all be as they are delivered.
struct DeliveryMisfits {
  /// The rules that they break, each with the file that it is told of.
  private(set) var found: [(source: DeliveredCounts.Source, rule: DeliveryRule)] = []

  /// Looks for smaller areas and parts that are more than what they lie in; where none are, it is the whole that
  /// does not fit.
  init(_ family: DeliveredFamily, _ misfit: DeliveredValues.Misfit, areas: AreaSet) {
    for count in family.counts {
      for (level, wide) in count.levels.sorted(by: { $0.key < $1.key }) {
        for (smaller, narrow) in count.levels.sorted(by: { $0.key < $1.key }) {
          guard let layer = areas[smaller], let whole = areas[level],
            let parents = areas.parents(of: layer, in: whole)
          else { continue }
          var sums = [Int](repeating: 0, count: whole.areas.count)
          for (area, parent) in parents.enumerated() where parent >= 0 {
            sums[Int(parent)] += narrow.bounds[area]?.lowerBound ?? 0
          }
          let codes = Self.codes(sums, beyond: wide, in: whole)
          if !codes.isEmpty {
            found.append(
              (
                wide.source,
                .beyondArea(
                  count.name, codes: codes, file: wide.source.specification.file.value,
                  smaller: smaller.plural, smallerFile: narrow.source.specification.file.value)
              ))
          }
        }
      }
    }
    for (place, count) in family.counts.enumerated() {
      for (level, whole) in count.levels.sorted(by: { $0.key < $1.key }) {
        guard let layer = areas[level] else { continue }
        var sums = [Int](repeating: 0, count: layer.areas.count)
        var names: [String] = []
        for part in family.parts[place] {
          guard let bounds = family.counts[part].levels[level]?.bounds else { continue }
          names.append(family.counts[part].name)
          for (area, bounds) in bounds.enumerated() { sums[area] += bounds?.lowerBound ?? 0 }
        }
        let codes = Self.codes(sums, beyond: whole, in: layer)
        if !codes.isEmpty {
          found.append(
            (
              whole.source,
              .beyondWhole(
                count.name, parts: names, codes: codes,
                file: whole.source.specification.file.value)
            ))
        }
      }
    }
    if found.isEmpty, let layer = areas[misfit.level] {
      let count = family.counts[misfit.count]
      let levels = count.levels.sorted { $0.key < $1.key }
      if let source = (count.levels[misfit.level] ?? levels.first?.value)?.source {
        found = [
          (
            source,
            .contradiction(
              family.counts.map(\.name), code: layer.areas[misfit.area].code,
              file: source.specification.file.value)
          )
        ]
      }
    }
  }

  private static func codes(
    _ sums: [Int], beyond level: DeliveredFamily.Level, in layer: AreaLayer
  ) -> [String] {
    layer.areas.indices.filter { sums[$0] > level.bounds[$0]?.upperBound ?? .max }
      .map { layer.areas[$0].code }
  }
}
