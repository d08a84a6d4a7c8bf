/// Some days in a row, at least one.
public struct DayPeriod: Hashable, Sendable {
  /// The first day.
  public let from: RecordDate
  /// The last day, included.
  public let through: RecordDate

  /// Makes a period; nil when it would end before it begins.
  public init?(from: RecordDate, through: RecordDate) {
    guard from.day <= through.day else { return nil }
    self.from = from
    self.through = through
  }

  /// The `months` months that end with `through`; less than one month is that day alone.
  public init(months: Int, through: RecordDate) {
    // Not further back than dates are counted.
    let months = min(max(months, 0), max(through.parts.year - 1, 0) * 12)
    let from = RecordDate(day: through.months(before: months).day + 1)
    self.from = from.day <= through.day ? from : through
    self.through = through
  }

  /// The numbers of the days.
  public var days: ClosedRange<Int32> { from.day...through.day }
}
