public import Areas
public import Tables

/// Everything that is known per area before an audience is thought of: counts of records and open
/// figures, one value per area and column.
public struct BaseTable: Sendable {
  /// The level of the areas.
  public let level: AreaLevel
  /// The codes of the areas, sorted.
  public let codes: [String]
  /// The gemeente of each area.
  public let gemeentecodes: [String]
  /// The columns by id.
  public private(set) var columns: [String: BaseColumn] = [:]

  /// Makes a table without columns for the areas of a layer.
  public init(_ layer: AreaLayer) {
    level = layer.level
    codes = layer.areas.map(\.code)
    gemeentecodes = layer.areas.map(\.gemeentecode)
  }

  /// The numbers of a column that is open to all, nil where there is none; nil for another column.
  public func openNumbers(_ id: String) -> [Double?]? {
    guard let column = columns[id], column.origin == .open else { return nil }
    return column.figures.map(\.number)
  }

  /// Adds a column, in the place of an earlier one with the same id.
  /// - Precondition: one value per area.
  public mutating func add(_ column: BaseColumn, id: String) {
    precondition(column.figures.count == codes.count, "one figure per area")
    columns[id] = column
  }
}

/// One column of base values.
public struct BaseColumn: Hashable, Sendable {
  /// Where the values come from; it decides what an audience may know of them.
  public enum Origin: Hashable, Sendable {
    /// A published statistic, open to all.
    case open
    /// Tabulated from records; per area the number of records behind the value.
    case records(contributions: [Int])
    /// Estimated from a survey.
    case survey(SurveyEstimates)
  }

  /// One figure per area.
  public let figures: [Figure]
  /// Where they come from.
  public let origin: Origin
  /// The source as it is named under a map.
  public let source: String
  /// Whether the values are made up; all that follows from them says so.
  public let isSynthetic: Bool

  /// How the figures were converted from another edition; nil when they were not.
  public let conversion: ColumnConversion?
  /// Of sums of records, per area how much of the sum its largest contributions are; empty for others.
  public let concentrations: [Concentration]

  /// Makes a column of open figures.
  public init(
    open figures: [Figure], source: String, isSynthetic: Bool = false,
    conversion: ColumnConversion? = nil
  ) {
    self.figures = figures
    self.conversion = conversion
    concentrations = []
    self.origin = .open
    self.source = source
    self.isSynthetic = isSynthetic
  }

  /// Makes a column from a count of records that is not divided in categories or periods.
  public init(counts table: CountTable, source: String, isSynthetic: Bool = false) {
    self.init(
      figures: (0..<table.areaCount).map { .value(table.value(area: $0)) },
      contributions: (0..<table.areaCount).map { table.contributions(area: $0) },
      source: source, isSynthetic: isSynthetic,
      concentrations: (0..<table.areaCount).compactMap { table.concentration(area: $0) })
  }

  /// Makes a column of counts that were delivered as such: the records behind them are as many as they
  /// say, of bounds as many as the lower one.
  ///
  /// A count below zero is an error in the source, and cannot be read.
  public init(
    delivered figures: [Figure], source: String, isSynthetic: Bool = false,
    conversion: ColumnConversion? = nil
  ) {
    let counts = figures.map { figure in
      if case .value(let count) = figure, count < 0 { Figure.missing(.unreadable) } else { figure }
    }
    self.init(
      figures: counts,
      contributions: counts.map { figure in
        switch figure {
        case .value(let count): Int(min(count, 1e15))
        case .interval(let lower, _): Int(min(max(lower, 0), 1e15))
        case .missing: 0
        }
      }, source: source, isSynthetic: isSynthetic, conversion: conversion)
  }

  /// Makes a column of estimates from a survey.
  public init(
    survey figures: [Figure], estimates: SurveyEstimates, source: String, isSynthetic: Bool = false
  ) {
    self.figures = figures
    conversion = nil
    concentrations = []
    origin = .survey(estimates)
    self.source = source
    self.isSynthetic = isSynthetic
  }

  init(
    figures: [Figure], contributions: [Int], source: String, isSynthetic: Bool,
    conversion: ColumnConversion? = nil, concentrations: [Concentration] = []
  ) {
    self.figures = figures
    self.conversion = conversion
    self.concentrations = concentrations
    origin = .records(contributions: contributions)
    self.source = source
    self.isSynthetic = isSynthetic
  }
}
