public import Tables

/// All areas of one level, in the order of their codes, with their figures.
public struct AreaLayer: Sendable {
  /// The level of the areas.
  public let level: AreaLevel
  /// The areas, sorted by code; no code occurs twice.
  public let areas: [Area]
  /// The figures that were read, one per area in the same order; names as in
  /// ``ColumnAliases``.
  public let figures: [FigureColumn]
  /// How the areas are made of those of another level; nil when they have surfaces of their own.
  public let mapping: AreaMapping?
  private let ordinals: [String: Int]

  /// Makes a layer from areas and figures in the same order, and sorts both by code.
  ///
  /// Of areas with the same code the first is found by ``ordinal(of:)``; readers refuse them.
  public init(
    level: AreaLevel, areas: [Area], figures: [FigureColumn] = [], mapping: AreaMapping? = nil
  ) {
    self.level = level
    self.mapping = mapping
    var isSorted = true
    for index in areas.indices.dropFirst() where areas[index].code < areas[index - 1].code {
      isSorted = false
      break
    }
    if isSorted {
      self.areas = areas
      self.figures = figures
    } else {
      let order = areas.indices.sorted { areas[$0].code < areas[$1].code }
      self.areas = order.map { areas[$0] }
      self.figures = figures.map { column in
        FigureColumn(name: column.name, figures: order.map { column.figures[$0] })
      }
    }
    self.ordinals = Dictionary(
      zip(self.areas.map(\.code), self.areas.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The place in ``areas`` of the area with `code`.
  public func ordinal(of code: String) -> Int? { ordinals[code] }

  /// The figures of column `name`, or nil when it was not read.
  public func figures(named name: String) -> FigureColumn? {
    figures.first { $0.name == name }
  }

  /// The layer with just the areas that `isWanted` picks.
  public func filtered(_ isWanted: (Area) -> Bool) -> AreaLayer {
    let kept = areas.indices.filter { isWanted(areas[$0]) }
    return AreaLayer(
      level: level, areas: kept.map { areas[$0] },
      figures: figures.map { column in
        FigureColumn(name: column.name, figures: kept.map { column.figures[$0] })
      }, mapping: mapping)
  }
}
