internal import Cartography
internal import Disclosure
internal import Indicators

/// What the accounts of a study tell of a heatmap: what it is made of, how it is protected and how much of it is
/// not shown. The words that its records must have are not among it.
struct ToldHeatmap {
  let title: LocalizedText
  /// The source of its records.
  let source: String
  /// How many months count, through the peildatum; nil for all.
  let months: Int?
  /// Whether a part of the records counts, by words in a column.
  let isOfPart: Bool
  let settings: HeatmapRequest
  /// In metres; nil when no cell may be shown.
  let bandwidth: Double?
  /// How many cells are shown, and how many not: both can be counted in the files.
  let cells: (shown: Int, hidden: Int)

  /// Tells of a heatmap of a run.
  /// - Parameter made: what came of it; nil when no cell may be shown.
  init(_ heatmap: HeatmapSpecification, source: String, made: HeatmapReport?) {
    self.init(
      heatmap, source: source, bandwidth: made?.bandwidth,
      cells: made.map { made in
        (
          made.cells.reduce(0) { $0 + $1.classes.reduce(0, +) },
          made.cells.reduce(0) { $0 + $1.suppressed }
        )
      } ?? (0, 0))
  }

  /// Tells of one that was published.
  init(_ heatmap: HeatmapSpecification, source: String, grid: PublishedGrid) {
    let cells = grid.parts.flatMap(\.cells)
    self.init(
      heatmap, source: source, bandwidth: grid.bandwidth,
      cells: (
        cells.count { if case .inClass = $0 { true } else { false } },
        cells.count { $0 == .suppressed || $0 == .withoutBase }
      ))
  }

  private init(
    _ heatmap: HeatmapSpecification, source: String, bandwidth: Double?,
    cells: (shown: Int, hidden: Int)
  ) {
    title = heatmap.title
    self.source = source
    months = heatmap.months
    isOfPart = !heatmap.conditions.isEmpty
    settings = heatmap.settings
    self.bandwidth = bandwidth
    self.cells = cells
  }

  /// The records that count.
  func origin(_ language: Language) -> String {
    let isDutch = language == .nl
    var marks: [String] = []
    if let months {
      marks.append(
        isDutch
          ? "\(months) maanden tot en met de peildatum" : "\(months) months to the reference date")
    }
    if isOfPart { marks.append(isDutch ? "een deel van de records" : "a part of the records") }
    return marks.isEmpty ? source : "\(source) (\(marks.joined(separator: "; ")))"
  }

  /// The fewest records and addresses near a cell that is shown.
  func minimum(_ language: Language) -> String {
    guard let rule = settings.source.rule else {
      return language == .nl ? "geen: open gegevens" : "none: open data"
    }
    return language == .nl
      ? "\(rule.minimumRecords) records, \(rule.minimumAddresses) adressen"
      : "\(rule.minimumRecords) records, \(rule.minimumAddresses) addresses"
  }

  /// How much is not shown.
  func hidden(_ language: Language) -> String {
    let isDutch = language == .nl
    guard bandwidth != nil else {
      return isDutch
        ? "alles: geen cel mag getoond worden" : "all of it: no cell may be shown"
    }
    func number(_ count: Int) -> String { language.number(Double(count), decimals: 0) }
    let all = cells.shown + cells.hidden
    return isDutch
      ? "\(number(cells.hidden)) van \(number(all)) cellen"
      : "\(number(cells.hidden)) of \(number(all)) cells"
  }

  /// How the records behind it are protected, a sentence each.
  func protection(_ language: Language) -> [String] {
    let isDutch = language == .nl
    guard let rule = settings.source.rule else {
      return [
        isDutch
          ? "De punten zijn open gegevens: er is niets verborgen."
          : "The points are open data: nothing is hidden."
      ]
    }
    let largest = language.number(100 * rule.largestShare, decimals: 0)
    let bandwidth = language.number(rule.minimumBandwidth, decimals: 0)
    return isDutch
      ? [
        "Niet getoond is een cel met minder dan \(rule.minimumRecords) records of \(rule.minimumAddresses) "
          + "adressen binnen de bandbreedte (naar afstand gewogen), of waar één adres meer dan \(largest) % "
          + "daarvan is.",
        "Wat één adres meetelt is begrensd, de bandbreedte is ten minste \(bandwidth) m, en van een cel is "
          + "alleen de klasse bekend.",
      ]
      : [
        "Not shown is a cell with fewer than \(rule.minimumRecords) records or \(rule.minimumAddresses) "
          + "addresses within the bandwidth (weighed by distance), or where one address is more than "
          + "\(largest) % of these.",
        "What one address counts for is limited, the bandwidth is \(bandwidth) m at least, and of a cell only "
          + "the class is known.",
      ]
  }
}
