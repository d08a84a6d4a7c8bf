public import Areas
internal import Tables

/// Of which gemeenten a source of records tells anything.
///
/// A gemeente without records of the source, of whatever kind, in the time that is asked for did not
/// hand any in: nothing counted there is zero, it is not known. A source that is known to be complete
/// and empty cannot be told from one that is absent.
public struct Coverage: Hashable, Sendable {
  /// Per area, whether its gemeente is covered.
  public let isCovered: [Bool]
  /// The codes of gemeenten that are not, sorted.
  public let absent: [String]

  /// Looks at a count of all records per area.
  /// - Parameter minimum: the least number of records for a gemeente to be covered. Where counts below a
  ///   number are not told from zero, this is that number, or absence would tell them apart.
  public init(_ counts: CountTable, in layer: AreaLayer, minimum: Int) {
    var sums: [String: Int] = [:]
    for (place, area) in layer.areas.enumerated() {
      sums[area.gemeentecode, default: 0] += counts.contributions(area: place)
    }
    isCovered = layer.areas.map { sums[$0.gemeentecode, default: 0] >= minimum }
    absent = sums.filter { $0.value < minimum }.keys.sorted()
  }
}

extension BaseColumn {
  /// Makes a column from a count of records; areas that are not covered have no data.
  public init(
    counts table: CountTable, coverage: Coverage, source: String, isSynthetic: Bool = false
  ) {
    self.init(
      figures: (0..<table.areaCount).map { area in
        coverage.isCovered[area] ? .value(table.value(area: area)) : .missing(.noData)
      },
      contributions: (0..<table.areaCount).map { table.contributions(area: $0) },
      source: source, isSynthetic: isSynthetic,
      concentrations: (0..<table.areaCount).compactMap { table.concentration(area: $0) })
  }
}
