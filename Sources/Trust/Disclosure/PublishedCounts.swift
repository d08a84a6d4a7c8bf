public import Areas
public import Tabulation

/// Counts per area, category and period that an audience may know.
///
/// The rule for counts is applied to every cell, and cells that would tell what is hidden in others are
/// hidden too: those that ``CountStatements`` found.
public struct PublishedCounts: Sendable {
  /// One count.
  public struct Cell: Hashable, Sendable {
    /// The area.
    public let code: String
    /// Its name.
    public let name: String
    /// The gemeente in which it lies.
    public let gemeentecode: String
    /// The category; empty when the table is not divided by one, `totaal` for all together.
    public let category: String
    /// The period; empty when the table is not divided by time.
    public let period: String
    /// What may be known.
    public let figure: PublishedFigure
  }

  /// Counts in the areas of one level.
  public struct Level: Sendable {
    let table: CountTable
    let total: CountTable?
    let layer: AreaLayer
    let hidden: Set<Place>

    /// A cell: an area, a category, counted on to the total, and a period.
    public struct Place: Hashable, Sendable {
      let area: Int
      let category: Int
      let period: Int

      /// Names a cell by its places.
      public init(area: Int, category: Int, period: Int) {
        self.area = area
        self.category = category
        self.period = period
      }
    }

    /// Brings together the counts of a level.
    /// - Parameters:
    ///   - total: the counts of all categories together, with the same periods.
    ///   - hidden: cells that are hidden so that others cannot be derived.
    /// - Precondition: the tables count in the areas of `layer`.
    public init(
      _ table: CountTable, total: CountTable? = nil, layer: AreaLayer, hidden: Set<Place>
    ) {
      precondition(table.areaCount == layer.areas.count, "a table of other areas")
      self.table = table
      self.total = total
      self.layer = layer
      self.hidden = hidden
    }
  }

  /// The category of all that few records have, see `RecordPlaces.pooling`.
  public static let other = "overig"
  /// The category of all categories together.
  public static let total = "totaal"

  /// The name of the table.
  public let id: String
  /// Whether the records are made up.
  public let isSynthetic: Bool
  /// The levels at which is counted, in the order of ``cells``.
  public let levels: [AreaLevel]
  /// The categories, without that of all together; one without a name when the table is not divided by any.
  public let categories: [String]
  /// Whether all categories together are counted too.
  public let hasTotal: Bool
  /// The periods in order of time; one without a name when the table is not divided by time.
  public let periods: [String]
  /// The codes of the areas of each level.
  let codes: [[String]]
  /// The counts: by level, areas in the order of their codes, then categories, then periods.
  public let cells: [Cell]

  /// Decides for every cell what an audience with a rule may know; without one, everything.
  /// - Precondition: the same categories and periods at all levels.
  public init(
    _ levels: [Level], id: String, rule: DisclosureRule?, isSynthetic: Bool = false
  ) {
    self.id = id
    self.isSynthetic = isSynthetic
    self.levels = levels.map(\.layer.level)
    codes = levels.map { $0.layer.areas.map(\.code) }
    categories = levels.first?.table.categories ?? []
    hasTotal = levels.first.map { $0.total != nil } ?? false
    periods = levels.first?.table.periods ?? []
    var cells: [Cell] = []
    for level in levels {
      let tables =
        level.table.categories.enumerated().map { (level.table, $0, $1) }
        + (level.total.map { [($0, 0, Self.total)] } ?? [])
      for (place, area) in level.layer.areas.enumerated() {
        for (number, (table, category, name)) in tables.enumerated() {
          for (period, periodName) in table.periods.enumerated() {
            let isHidden =
              rule != nil
              && level.hidden.contains(
                Level.Place(area: place, category: number, period: period))
            let figure = PublishedFigure(
              table, area: place, category: category, period: period, rule: rule)
            cells.append(
              Cell(
                code: area.code, name: area.name, gemeentecode: area.gemeentecode,
                category: name, period: periodName, figure: isHidden ? .suppressed : figure))
          }
        }
      }
    }
    self.cells = cells
  }
}
