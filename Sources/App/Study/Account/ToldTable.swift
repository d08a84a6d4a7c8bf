internal import Areas
internal import Cartography
internal import Disclosure
internal import Indicators
internal import Tabulation

/// What the accounts of a study tell of a table of counts: what is counted, and how much of it is not shown.
struct ToldTable {
  let id: String
  let title: LocalizedText?
  /// The source of its records.
  let source: String
  let measure: Tabulation.Measure
  /// The column with categories.
  let category: String?
  let period: PeriodCut?
  let counts: PublishedCounts

  /// Tells of a table of a run.
  init(_ table: TableSpecification, _ counts: PublishedCounts, source: String) {
    id = table.id
    title = table.title
    self.source = source
    measure = table.measure
    category = table.category?.value
    period = table.period
    self.counts = counts
  }

  /// Tells of one that was published.
  init(_ table: SavedStudy.Table, _ counts: PublishedCounts, source: String) {
    id = table.id
    title = table.title
    self.source = source
    let column = table.column ?? ""
    measure =
      switch table.measure {
      case "sum": .sum(column: column)
      case "distinct": .distinct(column: column)
      default: .count
      }
    category = table.category
    period = table.period.flatMap { PeriodCut(rawValue: $0) }
    self.counts = counts
  }

  /// The name for people.
  func name(_ language: Language) -> String {
    title.map { language == .nl ? $0.nl : $0.en } ?? id
  }

  /// What is counted, by what, and where.
  func counted(_ language: Language) -> String {
    let isDutch = language == .nl
    let what =
      switch (measure, isDutch) {
      case (.count, true): "aantal records"
      case (.count, false): "number of records"
      case (.distinct(let column), true): "aantal verschillende waarden van '\(column)'"
      case (.distinct(let column), false): "number of different values of '\(column)'"
      case (.sum(let column), true): "som van '\(column)'"
      case (.sum(let column), false): "sum of '\(column)'"
      }
    let cut: String? =
      switch (period, isDutch) {
      case (nil, _): nil
      case (.year?, true): "jaar"
      case (.year?, false): "year"
      case (.quarter?, true): "kwartaal"
      case (.quarter?, false): "quarter"
      case (.month?, true): "maand"
      case (.month?, false): "month"
      }
    let by = [counts.levels.first?.rawValue, category.map { "'\($0)'" }, cut].compactMap(\.self)
    return what + (isDutch ? " per " : " by ") + by.joined(separator: ", ")
  }

  /// How many counts there are, and how many are suppressed: both can be counted in the file.
  var cells: (all: Int, suppressed: Int) {
    (counts.cells.count, counts.cells.count { $0.figure == .suppressed })
  }

  /// How much is not shown.
  func hidden(_ language: Language) -> String {
    func number(_ count: Int) -> String { language.number(Double(count), decimals: 0) }
    return number(cells.suppressed) + (language == .nl ? " van " : " of ") + number(cells.all)
      + (language == .nl ? " aantallen" : " counts")
  }

  /// Whether numbers are added up.
  var isSum: Bool { measure.isSum }
}

extension Tabulation.Measure {
  /// Whether numbers are added up.
  var isSum: Bool {
    switch self {
    case .sum: true
    case .count, .distinct: false
    }
  }
}
