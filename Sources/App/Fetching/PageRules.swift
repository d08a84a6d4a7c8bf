/// What is to be done with the rows of an OData table before they are figures.
///
/// The tables answer some mistakes in silence: keys are padded with blanks, totals stand among the
/// types, and a range of months takes the totals of years in.
public struct PageRules: Hashable, Sendable {
  /// Which periods are kept.
  public enum Periods: String, Hashable, Sendable, CaseIterable {
    /// `2024MM01` to `2024MM12`.
    case month
    /// `2024JJ00`.
    case year
  }

  /// The values by column that are totals of the others.
  public var totals: [String: Set<String>] = [:]
  /// The column of periods.
  public var periodColumn: String?
  /// Which periods are kept.
  public var periods: Periods?
  /// The year that was asked for.
  public var year: Int?
  /// The column with codes of areas.
  public var areaColumn: String?
  /// The four digits of the gemeenten that were asked for; empty for all.
  public var gemeenten: Set<String> = []
  /// Names of columns of the table by the name that they get.
  public var columns: [(name: String, column: String)] {
    get { renamed.map { ($0.name, $0.column) } }
    set { renamed = newValue.map { Renamed(name: $0.name, column: $0.column) } }
  }
  private var renamed: [Renamed] = []

  private struct Renamed: Hashable, Sendable {
    let name: String
    let column: String
  }

  /// Rules that change nothing but blanks.
  public init() {}

  /// Why a row is left out, or nil when it is kept.
  func ground(_ value: (String) -> String?) -> PageReport.Ground? {
    for (column, words) in totals {
      if let text = value(column), words.contains(text) { return .totalOfTypes }
    }
    if let periodColumn, let text = value(periodColumn) {
      let isMonth = text.wholeMatch(of: /[0-9]{4}MM[0-9]{2}/) != nil
      let isYear = text.wholeMatch(of: /[0-9]{4}JJ00/) != nil
      if periods == .month, !isMonth { return isYear ? .totalOfYear : .otherPeriod }
      if periods == .year, !isYear { return .otherPeriod }
      if let year, !text.hasPrefix("\(year)") { return .otherPeriod }
    }
    if let areaColumn, !gemeenten.isEmpty, let text = value(areaColumn) {
      guard gemeenten.contains(where: { text.dropFirst(2).hasPrefix($0) }) else {
        return .otherArea
      }
    }
    return nil
  }
}

/// What came of the pages of a table.
public struct PageReport: Hashable, Sendable {
  /// Why a row was left out.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// The total of all types.
    case totalOfTypes
    /// The total of a year, among months.
    case totalOfYear
    /// Another period than was asked for.
    case otherPeriod
    /// Another area than was asked for: the host did not apply the filter.
    case otherArea
  }

  /// How many pages were read.
  public var pages = 0
  /// How many rows were written.
  public var rows = 0
  /// How many cells had blanks around them.
  public var padded = 0
  /// How many cells are withheld (null): they are empty, and not zero.
  public var withheld = 0
  /// How many rows were left out.
  public var leftOut: [Ground: Int] = [:]

  init() {}
}
