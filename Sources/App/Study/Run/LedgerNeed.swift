/// What cannot be found in a study that an earlier publication counted by.
public enum LedgerNeed: Hashable, Sendable {
  /// Areas of a level.
  case level(String)
  /// Areas of a level in another year.
  case levelOfThen(String, Int)
  /// A column.
  case column(String)
  /// What was said of sums and of different things, which is not in the entry.
  case measures
  /// Areas of the study's own with the codes and the ground that they had.
  case grounds(String)
  /// One of two levels that cross.
  case crossing(String, level: String)
  /// Counts that are converted by a crosswalk now, and were not then or at another level; or the other way.
  case sameConversion
  /// The period that was said then of the same numbers of the same file.
  case period(String)
  /// Numbers that fit what was said and what is delivered now.
  case numbers(String)

  var words: String {
    switch self {
    case .level(let name): "per \(name), and the study has no such areas"
    case .levelOfThen(let name, let year):
      "per \(name) of \(year), and the areas of \(year) that the study gives are wider"
    case .column(let name): "by column '\(name)', which the file has not or has twice"
    case .grounds(let name):
      "per \(name), and areas of that level are not there now or have another ground"
    case .crossing(let name, let level):
      "per \(name), and this study per \(level), of which one is not made of the other"
    case .period(let years):
      "as those of \(years) from the same numbers of the same file, which this study says are of other years"
    case .sameConversion:
      "on other areas than now, and a crosswalk brought the one to the other"
    case .numbers(let name):
      "per \(name), and no numbers were found that fit what it said and what is delivered now"
    case .measures:
      "as sums or numbers of different things, and does not tell what was said of these"
    }
  }

  var advice: String {
    switch self {
    case .level: "Add those areas to the study."
    case .levelOfThen: "Add those areas to 'earlier' under 'areas'."
    case .column: "Give the column its name again."
    case .grounds: "Add the areas of then, and call others a level of their own."
    case .crossing(let name, _):
      "Show them per \(name), or at a level that is made of it or that it is made of."
    case .numbers:
      "Show them at the levels of then too, or leave out levels that cross and parts of parts. For counts of "
        + "other years say so with 'period' beside 'columns'; those of something else need another name."
    case .period(let years): "Say 'period: \(years)', or name the file that was delivered later."
    case .sameConversion: "Show them on the areas of then."
    case .measures: "Count records, and leave sums and numbers of different things out."
    }
  }
}
