public import Areas
public import Disclosure
public import Tabulation

/// An indicator over all areas of a level: the content of one map.
public struct IndicatorLayer: Sendable {
  /// The indicator.
  public let indicator: Indicator
  /// The level of the areas.
  public let level: AreaLevel
  /// For whom the values are.
  public let audience: Audience
  /// The codes of the areas, sorted.
  public let codes: [String]
  /// The gemeente of each area.
  public let gemeentecodes: [String]
  /// One value per area.
  public let values: [IndicatorValue]
  /// The sources of the numbers, sorted.
  public let sources: [String]
  /// Whether made-up numbers went in.
  public let isSynthetic: Bool
  /// How the numbers were converted from another edition; nil when none was.
  public let conversion: ColumnConversion?

  package init(
    indicator: Indicator, level: AreaLevel, audience: Audience, codes: [String],
    gemeentecodes: [String], values: [IndicatorValue], sources: [String], isSynthetic: Bool,
    conversion: ColumnConversion?
  ) {
    self.indicator = indicator
    self.level = level
    self.audience = audience
    self.codes = codes
    self.gemeentecodes = gemeentecodes
    self.values = values
    self.sources = sources
    self.isSynthetic = isSynthetic
    self.conversion = conversion
  }

  /// The value that all areas with one have, when there are two of these or more.
  public var constant: Double? {
    let numbers = values.compactMap(\.value)
    guard let first = numbers.first, numbers.count > 1 else { return nil }
    return numbers.allSatisfy { $0 == first } ? first : nil
  }

  /// How many areas have each status, over all gemeenten or in one.
  public func statusCounts(gemeentecode: String? = nil) -> [IndicatorValue.Status: Int] {
    var counts: [IndicatorValue.Status: Int] = [:]
    for (value, gemeente) in zip(values, gemeentecodes)
    where gemeentecode == nil || gemeente == gemeentecode {
      counts[value.status, default: 0] += 1
    }
    return counts
  }
}
