public import Tabulation

extension PublishedFigure {
  /// What may be known of one cell of a table; without a rule the value itself.
  public init(
    _ table: CountTable, area: Int, category: Int = 0, period: Int = 0, rule: DisclosureRule?
  ) {
    self.init(
      table.value(area: area, category: category, period: period),
      contributions: table.contributions(area: area, category: category, period: period),
      concentration: table.concentration(area: area, category: category, period: period),
      rule: rule)
  }
}

extension DisclosureRule {
  /// Why one cell of a table may not be told by itself; nil when it may.
  public func reason(
    hiding table: CountTable, area: Int, category: Int = 0, period: Int = 0
  ) -> HidingReason? {
    reason(
      hiding: table.value(area: area, category: category, period: period),
      contributions: table.contributions(area: area, category: category, period: period),
      concentration: table.concentration(area: area, category: category, period: period))
  }
}
