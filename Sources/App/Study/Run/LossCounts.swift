internal import Areas
internal import Disclosure

/// What is hidden in each gemeente, and why; and what would be small with wider areas or longer periods.
struct LossCounts {
  private typealias Remedy = StudyReport.Loss.Remedy

  private let records: String
  private let areas: AreaSet
  private let rule: DisclosureRule
  private var counts: [String: Int] = [:]
  private var small: [String: Int] = [:]
  private var complementary: [String: Int] = [:]
  private var remedies: [String: [Remedy.Way: (counts: Int, small: Int)]] = [:]
  /// The next wider level of CBS, with the area in it of each area; nil where there is none.
  private var wider: [AreaLevel: (layer: AreaLayer, parents: [Int32])?] = [:]

  init(_ records: String, areas: AreaSet, rule: DisclosureRule) {
    self.records = records
    self.areas = areas
    self.rule = rule
  }

  mutating func add(_ figures: [PublishedFigure], layer: AreaLayer, isCovered: [Bool]? = nil) {
    for (place, area) in layer.areas.enumerated() where isCovered?[place] ?? true {
      counts[area.gemeentecode, default: 0] += 1
      if figures[place] == .suppressed { small[area.gemeentecode, default: 0] += 1 }
    }
  }

  mutating func hide(_ area: Area) { complementary[area.gemeentecode, default: 0] += 1 }

  /// Counts what would be small at the next wider level.
  /// - Parameter contributions: the records behind the count of each area.
  mutating func widen(_ contributions: [Int], layer: AreaLayer, isCovered: [Bool]? = nil) {
    guard let (wider, parents) = wider(than: layer) else { return }
    var sums = [Int?](repeating: nil, count: wider.areas.count)
    for (place, parent) in parents.enumerated() where parent >= 0 && isCovered?[place] ?? true {
      sums[Int(parent), default: 0] += contributions[place]
    }
    consider(sums, .level(wider.level), layer: wider)
  }

  /// Counts what would be small with all periods together.
  mutating func pool(_ contributions: [Int], layer: AreaLayer) {
    consider(contributions, .pooled, layer: layer)
  }

  private mutating func consider(_ sums: [Int?], _ way: Remedy.Way, layer: AreaLayer) {
    for (sum, area) in zip(sums, layer.areas) {
      guard let sum else { continue }
      let isSmall = PublishedFigure(Double(sum), contributions: sum, rule: rule) == .suppressed
      remedies[area.gemeentecode, default: [:]][way, default: (0, 0)].counts += 1
      if isSmall { remedies[area.gemeentecode, default: [:]][way, default: (0, 0)].small += 1 }
    }
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

  /// The counts that are not small.
  var largeCount: Int { counts.values.reduce(0, +) - small.values.reduce(0, +) }

  /// Whether any count is hidden.
  var hides: Bool { !complementary.isEmpty || !small.isEmpty }

  var losses: [StudyReport.Loss] {
    areas.gemeenten.compactMap { gemeente in
      let code = gemeente.code
      return counts[code].map { counts in
        StudyReport.Loss(
          records: records, gemeentecode: code, gemeente: gemeente.name, counts: counts,
          small: small[code] ?? 0, complementary: complementary[code] ?? 0,
          remedies: (remedies[code] ?? [:])
            .map { Remedy(way: $0, counts: $1.counts, small: $1.small) }
            .sorted { $0.way < $1.way })
      }
    }
  }
}

extension [Int?] {
  fileprivate subscript(place: Int, default start: Int) -> Int {
    get { self[place] ?? start }
    set { self[place] = newValue }
  }
}
