internal import Areas
internal import Disclosure
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

    /// What is known of it at a level and does not follow from what is known at another.
    func known(at level: AreaLevel) -> Level? {
      levels[level].flatMap { own in
        own.source.sumOf.map { levels[$0] != nil } ?? false ? nil : own
      }
    }
  }

  /// Counts per area of a level.
  struct Level {
    let source: DeliveredCounts.Source
    /// Between which bounds each count lies; nil where the file says nothing.
    let bounds: [ClosedRange<Int>?]
    /// What the rule leaves of each.
    let figures: [PublishedFigure]
  }

  /// The counts, every whole before its parts.
  let counts: [Count]
  /// The places of the parts of each.
  let parts: [[Int]]

  init(_ counts: [Count]) {
    self.counts = counts
    var parts = [[Int]](repeating: [], count: counts.count)
    for (place, count) in counts.enumerated() {
      if let whole = count.whole { parts[whole].append(place) }
    }
    self.parts = parts
  }

  /// The levels at which any of them is shown.
  var levels: Set<AreaLevel> { Set(counts.flatMap(\.levels.keys)) }

  /// Whether it is one count at one level: then nothing follows from anything else.
  var isSingle: Bool { counts.count == 1 && counts[0].levels.count == 1 }

  /// The families of all counts of a study, in the order of the names of their columns.
  static func all(
    _ delivered: DeliveredCounts, parts: DeliveredParts, bases: [AreaLevel: BaseTable],
    published: [AreaLevel: PublishedTable], rule: DisclosureRule
  ) -> [DeliveredFamily] {
    let shown = delivered.shown(in: bases)
    var families: [String: [String]] = [:]
    for column in shown.keys.sorted() {
      families[parts.root(of: column), default: []].append(column)
    }
    return families.sorted { $0.key < $1.key }.map { _, columns in
      // Wholes that are not shown tell nothing; what they hold are parts of what is shown around them.
      let paths = columns.map { column in
        (column: column, path: parts.path(from: column).filter { shown[$0] != nil })
      }.sorted { ($0.path.count, $0.column) < ($1.path.count, $1.column) }
      return DeliveredFamily(
        paths.map { column, path in
          Count(
            id: column,
            name: shown[column]?.min { $0.key < $1.key }?.value.name ?? column,
            whole: path.first.flatMap { whole in paths.firstIndex { $0.column == whole } },
            depth: path.count,
            levels: (shown[column] ?? [:]).reduce(into: [:]) { levels, entry in
              guard let base = bases[entry.key]?.columns[column],
                let figures = published[entry.key]?.columns[column]?.figures
              else { return }
              levels[entry.key] = Level(
                source: entry.value,
                bounds: zip(base.figures, figures).map { $0.bounds(published: $1, rule: rule) },
                figures: figures)
            })
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
