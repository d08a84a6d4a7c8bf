/// A named column of figures, one per area, in the order of the areas.
public struct FigureColumn: Hashable, Sendable {
  /// The name of the column as CBS or the source writes it.
  public let name: String
  /// One figure per area.
  public let figures: [Figure]

  /// Makes a column.
  public init(name: String, figures: [Figure]) {
    self.name = name
    self.figures = figures
  }

  /// How many figures are missing, by reason.
  public var missingCounts: [MissingReason: Int] {
    figures.reduce(into: [:]) { counts, figure in
      if let reason = figure.reason { counts[reason, default: 0] += 1 }
    }
  }
}
