public import Areas
public import Tabulation

extension SavedPublication {
  /// A table of counts that was read back.
  public struct Counts: Sendable {
    let saved: SavedCounts
    let rule: DisclosureRule?

    /// The name of the table.
    public var id: String { saved.counts }
    /// The names of the levels at which is counted, with the codes of their areas.
    public var levels: [(level: String, codes: [String])] {
      saved.levels.map { ($0.level, $0.codes) }
    }
    /// The categories, without that of all together.
    public var categories: [String] { saved.categories }
    /// Whether all categories together are counted too.
    public var hasTotal: Bool { saved.total }
    /// How dates are cut into periods; nil when the table is not divided by time.
    public var cut: PeriodCut? { saved.cut.flatMap(PeriodCut.init) }
    /// The periods in order of time.
    public var periods: [String] { saved.periods }

    /// The counts of the areas of a level.
    /// - Parameters:
    ///   - level: the place of the level among ``levels``.
    ///   - category: the place of the category; that after the last for all together.
    ///   - period: the place of the period.
    public func figures(level: Int, category: Int, period: Int) -> [PublishedFigure] {
      let (own, width) = (saved.levels[level], saved.width)
      return own.codes.indices.map {
        own.figures[$0 * width + category * periods.count + period].figure
      }
    }
  }

  /// The tables of counts, as they were published.
  public var counts: [Counts] { savedCounts.map { Counts(saved: $0, rule: rule) } }
}

extension PublishedCounts {
  /// Puts the tables of cities together: what each may tell, and nothing else.
  ///
  /// Categories and periods are those that one table over all would have: each category that occurs in any of
  /// them, and each period from the first to the last. Of a category or period that the table of a city lacks,
  /// no record was counted there: what is told of none is told, which is nothing where noughts are hidden. Where
  /// few records have a category it is not named but among ``other``; so a category that is lacking beside that is
  /// hidden.
  /// - Parameter layers: the areas of all, of each level of the tables.
  /// - Precondition: one or more tables of one name, rule, cut and levels, of which each area is in `layers`.
  /// - Complexity: O(cells of the whole).
  public init(joining tables: [SavedPublication.Counts], layers: [AreaLayer]) {
    precondition(!tables.isEmpty, "one table or more")
    let (saved, rule) = (tables.map(\.saved), tables[0].rule)
    precondition(
      tables.allSatisfy { $0.id == tables[0].id && $0.rule == rule && $0.cut == tables[0].cut },
      "one table")
    let hasTotal = saved[0].total
    let categories = Set(saved.flatMap(\.categories)).sorted()
    var periods = [""]
    if let cut = tables[0].cut {
      let numbers = saved.flatMap(\.periods).compactMap(cut.number(ofLabel:))
      let first = numbers.min() ?? 0
      periods = (first..<(numbers.max() ?? first - 1) + 1).map(cut.label)
    }
    let names = categories + (hasTotal ? [Self.total] : [])
    let none = PublishedFigure(0, contributions: 0, rule: rule)
    let places = saved.map { part in
      let own = part.categories + (part.total ? [Self.total] : [])
      return Places(
        categories: names.map { own.firstIndex(of: $0) },
        periods: periods.map { part.periods.firstIndex(of: $0) }, periodCount: part.periods.count,
        width: part.width, hasOthers: own.contains(Self.other))
    }
    var layersOfLevels: [AreaLayer] = []
    var cells: [Cell] = []
    for level in saved[0].levels {
      guard let layer = layers.first(where: { $0.level.rawValue == level.level }) else {
        preconditionFailure("areas of each level")
      }
      layersOfLevels.append(layer)
      var owners: [String: (part: Int, area: Int)] = [:]
      let parts = saved.map { part in part.levels.first { $0.level == level.level } }
      for (part, own) in parts.enumerated() {
        for (area, code) in (own?.codes ?? []).enumerated() { owners[code] = (part, area) }
      }
      for area in layer.areas {
        guard let owner = owners[area.code], let own = parts[owner.part] else {
          preconditionFailure("a table of each area")
        }
        for (category, name) in names.enumerated() {
          for (period, label) in periods.enumerated() {
            let place = places[owner.part].place(
              area: owner.area, category: category, period: period)
            let lacking =
              rule != nil && places[owner.part].isAmongOthers(category)
              ? PublishedFigure.suppressed : none
            cells.append(
              Cell(
                code: area.code, name: area.name, gemeentecode: area.gemeentecode, category: name,
                period: label, figure: place.map { own.figures[$0].figure } ?? lacking))
          }
        }
      }
    }
    id = saved[0].counts
    isSynthetic = saved.contains(where: \.synthetic)
    self.hasTotal = hasTotal
    self.categories = categories
    self.periods = periods
    levels = layersOfLevels.map(\.level)
    codes = layersOfLevels.map { $0.areas.map(\.code) }
    self.cells = cells
  }

  /// Where the counts of a part stand, by the categories and periods of the whole.
  private struct Places {
    let categories: [Int?]
    let periods: [Int?]
    let periodCount: Int
    let width: Int
    /// Whether categories of few records are one.
    let hasOthers: Bool

    /// Whether the records of a category of the whole can be among the others.
    func isAmongOthers(_ category: Int) -> Bool { hasOthers && categories[category] == nil }

    func place(area: Int, category: Int, period: Int) -> Int? {
      guard let category = categories[category], let period = periods[period] else { return nil }
      return area * width + category * periodCount + period
    }
  }

  /// The number of counts of an area.
  var width: Int { (categories.count + (hasTotal ? 1 : 0)) * periods.count }
}
