public import Areas
public import Tabulation

/// Counts per area, category and period that an audience may know.
///
/// The rule for counts is applied to every cell by itself. Not guaranteed: that cells cannot be combined
/// with each other or with maps, which is why studies for `openbaar` do not have such tables.
public struct PublishedCounts: Sendable {
  /// One count.
  public struct Cell: Hashable, Sendable {
    /// The area.
    public let code: String
    /// Its name.
    public let name: String
    /// The category; empty when the table is not divided by one.
    public let category: String
    /// The period; empty when the table is not divided by time.
    public let period: String
    /// What may be known.
    public let figure: PublishedFigure
  }

  /// The name of the table.
  public let id: String
  /// Whether the records are made up.
  public let isSynthetic: Bool
  /// The counts: areas in the order of their codes, then categories, then periods.
  public let cells: [Cell]

  /// Decides for every cell what `audience` may know.
  /// - Precondition: the table counts in the areas of `layer`.
  public init(
    _ table: CountTable, id: String, layer: AreaLayer, for audience: Audience,
    isSynthetic: Bool = false
  ) {
    precondition(table.areaCount == layer.areas.count, "a table of other areas")
    self.id = id
    self.isSynthetic = isSynthetic
    let rule = DisclosureRule.rule(for: audience)
    var cells: [Cell] = []
    cells.reserveCapacity(table.areaCount * table.categories.count * table.periods.count)
    for (place, area) in layer.areas.enumerated() {
      for (category, categoryName) in table.categories.enumerated() {
        for (period, periodName) in table.periods.enumerated() {
          let value = table.value(area: place, category: category, period: period)
          let behind = table.contributions(area: place, category: category, period: period)
          cells.append(
            Cell(
              code: area.code, name: area.name, category: categoryName, period: periodName,
              figure: rule.publish(value, contributions: behind)))
        }
      }
    }
    self.cells = cells
  }
}
