internal import Areas
internal import Disclosure

/// What is hidden in each gemeente of each table and map, and why; and what would be small with wider areas or
/// longer periods.
struct LossCounts {
  private typealias Remedy = StudyReport.Loss.Remedy

  /// What counts, at one level.
  struct Part: Hashable {
    let subject: StudyReport.Loss.Subject
    let level: AreaLevel
  }

  /// Of one part in one gemeente.
  private struct Tally {
    var counts = 0
    var byRule: [StudyReport.Loss.Why: Int] = [:]
    var complementary = 0
    var remedies: [Remedy.Way: (counts: Int, small: Int)] = [:]
  }

  private let records: String
  private let areas: AreaSet
  private let rule: DisclosureRule
  private var parts: [Part] = []
  private var numbers: [Part: Int] = [:]
  /// By part, for each gemeente, and last for areas that lie in none.
  private var tallies: [[Tally]] = []
  private let gemeenten: [(code: String, name: String)]
  /// The place of each gemeente.
  private let places: [String: Int]
  /// The gemeente of each area of a level.
  private var homes: [AreaLevel: [Int]] = [:]
  /// The next wider level of CBS, with the area in it of each area; nil where there is none.
  private var wider: [AreaLevel: (layer: AreaLayer, parents: [Int32])?] = [:]

  init(_ records: String, areas: AreaSet, rule: DisclosureRule) {
    self.records = records
    self.areas = areas
    self.rule = rule
    gemeenten = areas.gemeenten
    places = Dictionary(
      gemeenten.enumerated().map { ($0.element.code, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Adds counts of a part.
  /// - Parameter why: why that of an area is hidden by the rule.
  mutating func add(
    _ figures: [PublishedFigure], of part: Part, layer: AreaLayer, isCovered: [Bool]? = nil,
    why: (Int) -> StudyReport.Loss.Why = { _ in .rule(.few) }
  ) {
    let (number, homes) = (number(of: part), homes(of: layer))
    for (place, home) in homes.enumerated() where isCovered?[place] ?? true {
      tallies[number][home].counts += 1
      if figures[place] == .suppressed {
        tallies[number][home].byRule[why(place), default: 0] += 1
      }
    }
  }

  /// Adds a count that is hidden so that others cannot be derived.
  mutating func hide(_ area: Int, of part: Part, layer: AreaLayer) {
    let (number, homes) = (number(of: part), homes(of: layer))
    tallies[number][homes[area]].complementary += 1
  }

  /// Counts what would be small at the next wider level.
  /// - Parameter contributions: the records behind the count of each area.
  mutating func widen(
    _ contributions: [Int], of part: Part, layer: AreaLayer, isCovered: [Bool]? = nil
  ) {
    guard let (wider, parents) = wider(than: layer) else { return }
    var sums = [Int?](repeating: nil, count: wider.areas.count)
    for (place, parent) in parents.enumerated() where parent >= 0 && isCovered?[place] ?? true {
      sums[Int(parent), default: 0] += contributions[place]
    }
    consider(sums, .level(wider.level), of: part, layer: wider)
  }

  /// Counts what would be small with all periods together.
  mutating func pool(_ contributions: [Int], of part: Part, layer: AreaLayer) {
    consider(contributions, .pooled, of: part, layer: layer)
  }

  private mutating func consider(
    _ sums: [Int?], _ way: Remedy.Way, of part: Part, layer: AreaLayer
  ) {
    let (number, homes) = (number(of: part), homes(of: layer))
    for (sum, home) in zip(sums, homes) {
      guard let sum else { continue }
      let isSmall = rule.reason(hiding: Double(sum), contributions: sum) != nil
      tallies[number][home].remedies[way, default: (0, 0)].counts += 1
      if isSmall { tallies[number][home].remedies[way, default: (0, 0)].small += 1 }
    }
  }

  private mutating func number(of part: Part) -> Int {
    if let known = numbers[part] { return known }
    numbers[part] = parts.count
    parts.append(part)
    tallies.append(Array(repeating: Tally(), count: gemeenten.count + 1))
    return parts.count - 1
  }

  private mutating func homes(of layer: AreaLayer) -> [Int] {
    if let known = homes[layer.level] { return known }
    let found = layer.areas.map { places[$0.gemeentecode] ?? gemeenten.count }
    homes[layer.level] = found
    return found
  }

  private mutating func wider(
    than layer: AreaLayer
  ) -> (layer: AreaLayer, parents: [Int32])? {
    if let known = wider[layer.level] { return known }
    let areas = areas
    let found = areas.layers.filter { !$0.level.isOwn && $0.level > layer.level }
      .sorted { $0.level < $1.level }.lazy
      .compactMap { whole in
        areas.parents(of: layer, in: whole).map { (layer: whole, parents: $0) }
      }.first
    wider[layer.level] = .some(found)
    return found
  }

  /// The counts that the rule does not hide by itself.
  var largeCount: Int {
    tallies.reduce(0) { sum, own in
      own.reduce(sum) { $0 + $1.counts - $1.byRule.values.reduce(0, +) }
    }
  }

  /// Whether any count is hidden.
  var hides: Bool {
    tallies.contains { $0.contains { $0.complementary > 0 || !$0.byRule.isEmpty } }
  }

  var losses: [StudyReport.Loss] {
    gemeenten.enumerated().compactMap { home, gemeente in
      let own = zip(parts, tallies).map { ($0, $1[home]) }.filter { $1.counts > 0 }
      guard !own.isEmpty else { return nil }
      return StudyReport.Loss(
        records: records, gemeentecode: gemeente.code, gemeente: gemeente.name,
        minimum: rule.minimumCount,
        parts: own.map { part, tally in
          StudyReport.Loss.Part(
            subject: part.subject, level: part.level, counts: tally.counts, byRule: tally.byRule,
            complementary: tally.complementary,
            remedies: tally.remedies
              .map { Remedy(way: $0, counts: $1.counts, small: $1.small) }
              .sorted { $0.way < $1.way })
        })
    }
  }
}

extension [Int?] {
  fileprivate subscript(place: Int, default start: Int) -> Int {
    get { self[place] ?? start }
    set { self[place] = newValue }
  }
}
