internal import Areas
internal import Disclosure
internal import GeoJSON

extension AtlasData {
  /// Counts per period, for each level at which they are published: of each category the counts of all
  /// areas, those of an area by period; what may not be told is minus one.
  mutating func periods() {
    text.name("periods")
    text.openArray()
    for table in content.periods {
      for layer in content.areas.layers { periods(table, layer) }
    }
    text.closeArray()
  }

  private mutating func periods(_ table: PeriodCounts, _ layer: AreaLayer) {
    let cells = table.counts.cells.filter { layer.ordinal(of: $0.code) != nil }
    var periods: [String: Int] = [:]
    for name in Set(cells.map(\.period)).sorted() where !name.isEmpty {
      periods[name] = periods.count
    }
    guard periods.count > 1 else { return }
    var categories: [String] = []
    for cell in cells where !categories.contains(cell.category) { categories.append(cell.category) }
    var places: [String: Int] = [:]
    for (place, category) in categories.enumerated() { places[category] = place }
    let empty = [Int](repeating: 0, count: layer.areas.count * periods.count)
    var counts = [[Int]](repeating: empty, count: categories.count)
    for cell in cells {
      guard let area = layer.ordinal(of: cell.code), let period = periods[cell.period],
        let category = places[cell.category]
      else { continue }
      counts[category][area * periods.count + period] =
        cell.figure.number.map { Int($0.rounded()) } ?? -1
    }
    text.openObject()
    add("title", table.title)
    add("level", layer.level.rawValue)
    add("synthetic", table.counts.isSynthetic)
    add("periods", periods.keys.sorted())
    add("breaks", table.methodBreaks)
    add("categories", categories)
    add(
      "counts",
      counts.map { values in
        var numbers = CompactNumbers()
        for value in values { numbers.append(value) }
        return numbers.string
      })
    text.closeObject()
  }
}
