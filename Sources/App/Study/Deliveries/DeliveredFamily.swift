internal import Areas
internal import Disclosure
internal import Ledger
internal import Tables
internal import Tabulation

/// Delivered counts that are parts of each other, at all levels at which the study shows them; mostly just one.
struct DeliveredFamily {
  /// The counts of one name.
  struct Count {
    /// The column.
    let id: String
    /// The name in the study.
    let name: String
    /// The place of the whole that it is a part of.
    let whole: Int?
    /// How many wholes it lies in.
    let depth: Int
    /// What is known and shown of it, by level.
    let levels: [AreaLevel: Level]
    /// What earlier publications said of it, by level.
    var earlier: [AreaLevel: [EarlierDeliveries.Statement]] = [:]

    /// Whether it was added up over smaller areas at a level, so that nothing lies in none of these.
    func isSum(at level: AreaLevel) -> Bool { levels[level]?.source.sumOf != nil }
  }

  /// Counts per area of a level.
  struct Level {
    let source: DeliveredCounts.Source
    /// Between which bounds each count lies; nil where the file says nothing.
    let bounds: [ClosedRange<Int>?]
    /// What the rule leaves of each.
    let figures: [PublishedFigure]
  }

  /// What is known and shown of all counts of a study, by column and level.
  static func levels(
    of shown: [String: [AreaLevel: DeliveredCounts.Source]], bases: [AreaLevel: BaseTable],
    published: [AreaLevel: PublishedTable], rule: DisclosureRule
  ) -> [String: [AreaLevel: Level]] {
    var all: [String: [AreaLevel: Level]] = [:]
    for (column, levels) in shown {
      for (level, source) in levels {
        guard let base = bases[level]?.columns[column],
          let figures = published[level]?.columns[column]?.figures
        else { continue }
        all[column, default: [:]][level] = Level(
          source: source,
          bounds: zip(base.figures, figures).map { $0.bounds(published: $1, rule: rule) },
          figures: figures)
      }
    }
    return all
  }

  /// A count per area that is said, and the figures that it is of.
  struct Said {
    let figures: FigureSpecification
    let level: AreaLevel
    let count: LedgerEntry.DeliveredCount
  }

  /// What is said of every count at every level, when these are hidden.
  func said(hiding hidden: [AreaLevel: [String: Set<Int>]], rule: DisclosureRule) -> [Said] {
    counts.flatMap { count in
      count.levels.sorted { $0.key < $1.key }.map { level, own in
        let isHidden = hidden[level]?[count.id] ?? []
        return Said(
          figures: own.source.specification, level: level,
          count: LedgerEntry.DeliveredCount(
            name: own.source.name, place: own.source.savedPlace,
            whole: count.whole.map { counts[$0].name }, level: level.rawValue,
            isConverted: own.source.isConverted,
            said: own.figures.enumerated().map { area, figure in
              isHidden.contains(area) ? .hidden : SaidCount(count: figure, rule: rule)
            }))
      }
    }
  }

  /// The counts, every whole before its parts.
  var counts: [Count]
  /// The places of the parts of each.
  let parts: [[Int]]
  /// How many counts of earlier publications were left out, since the numbers of now cannot be so.
  var lapsed = 0

  init(_ counts: [Count]) {
    self.counts = counts
    var parts = [[Int]](repeating: [], count: counts.count)
    for (place, count) in counts.enumerated() {
      if let whole = count.whole { parts[whole].append(place) }
    }
    self.parts = parts
  }

  /// The levels at which any of them is shown.
  var shownLevels: Set<AreaLevel> { Set(counts.flatMap(\.levels.keys)) }

  /// The levels at which any of them is shown, or was in an earlier publication.
  var levels: Set<AreaLevel> { shownLevels.union(counts.flatMap(\.earlier.keys)) }

  /// Whether it is one count at one level, and was not told before: then nothing follows from anything else.
  var isSingle: Bool {
    counts.count == 1 && counts[0].levels.count == 1 && counts[0].earlier.isEmpty
  }

  /// The families of all counts of a study, in the order of the names of their columns.
  /// - Parameter earlier: what earlier publications said of them, and of parts and wholes of them.
  static func all(
    _ shown: [String: [AreaLevel: Level]], earlier: EarlierDeliveries
  ) -> [DeliveredFamily] {
    let parts = earlier.parts
    let known = Set(shown.keys).union(earlier.statements.keys)
    var families: [String: [String]] = [:]
    for column in known.sorted() {
      families[parts.root(of: column), default: []].append(column)
    }
    return families.sorted { $0.key < $1.key }.map { _, columns in
      // Wholes that are not shown tell nothing; what they hold are parts of what is shown around them.
      let paths = columns.map { column in
        (column: column, path: parts.path(from: column).filter(known.contains))
      }.sorted { ($0.path.count, $0.column) < ($1.path.count, $1.column) }
      return DeliveredFamily(
        paths.map { column, path in
          Count(
            id: column,
            name: shown[column]?.min { $0.key < $1.key }?.value.source.name
              ?? earlier.statements[column]?.first?.name ?? column,
            whole: path.first.flatMap { whole in paths.firstIndex { $0.column == whole } },
            depth: path.count,
            levels: shown[column] ?? [:],
            earlier: Dictionary(grouping: earlier.statements[column] ?? [], by: \.level))
        })
    }
  }
}

extension Figure {
  /// Between which bounds a delivered count lies; nil where the file says nothing. Of a number that is not whole, the
  /// nearest one of which the same is published.
  fileprivate func bounds(published: PublishedFigure, rule: DisclosureRule) -> ClosedRange<Int>? {
    switch self {
    case .missing: return nil
    case .value(let number):
      let nearest = Int(min(number.rounded(.toNearestOrAwayFromZero), Self.most))
      let told =
        rule.bounds(of: published)
        ?? (number < Double(rule.minimumCount) ? 0...max(rule.minimumCount - 1, 0) : 0...Int.max)
      let count = min(max(nearest, told.lowerBound), told.upperBound)
      return count...count
    case .interval(let lower, let upper):
      let least = Int(min(max(lower.rounded(.up), 0), Self.most))
      return least...(upper < Self.most ? max(least, Int(upper.rounded(.down))) : Int.max)
    }
  }

  /// More than anybody counts.
  private static var most: Double { 1e15 }
}
