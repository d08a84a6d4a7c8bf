internal import Indicators
internal import Quality
internal import Tables

/// How many areas have a value, how many have none and why, and what that is worth.
struct FigurePresence {
  private(set) var statuses: [IndicatorValue.Status: Int] = [:]
  /// Why areas have no data.
  private(set) var reasons: [MissingReason: Int] = [:]
  /// Scores that are too unsure for a class.
  private(set) var unsure = 0
  private var count = 0

  init(_ values: some Sequence<IndicatorValue>) {
    for value in values {
      count += 1
      statuses[value.status, default: 0] += 1
      if value.status == .noData { reasons[value.missing ?? .noData, default: 0] += 1 }
      if value.isTooUnsure { unsure += 1 }
    }
  }

  /// Areas with too little data for a value.
  var few: Int { max((statuses[.fewData] ?? 0) - unsure, 0) }

  /// The areas to which the figure applies.
  private var asked: Int { count - inapplicable }
  private var inapplicable: Int { reasons[.notApplicable] ?? 0 }

  /// The share of them of which the value is shown; nil when the figure applies to none.
  var shown: Double? { asked > 0 ? Double(statuses[.ok] ?? 0) / Double(asked) : nil }

  /// The grade of the share of areas without data; nil when the figure applies to none.
  var grade: QualityGrade? {
    guard asked > 0 else { return nil }
    return QualityGrade(share: Double((statuses[.noData] ?? 0) - inapplicable) / Double(asked))
  }
}
