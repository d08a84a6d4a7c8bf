public import Areas
public import Indicators
public import Tabulation

/// A table of counts per area, category and period that a study asks for.
public struct TableSpecification: Sendable {
  /// Names the file `tabel_<id>.csv`.
  public var id: String
  /// The id of the records.
  public var records: Located<String>
  /// What is counted.
  public var measure: Tabulation.Measure
  /// The column with categories.
  public var category: Located<String>?
  /// The column with dates, and how they are cut.
  public var period: PeriodCut?
  /// The level, when it is not that of the study.
  public var level: AreaLevel?
  /// Whether it has totals: all categories together, and the levels of CBS above.
  public var hasTotals: Bool
  /// What is counted, for people; the id when left out.
  public var title: LocalizedText?
  /// The periods with which another method of counting begins, as they stand in the table.
  public var methodBreaks: [String] = []
}
