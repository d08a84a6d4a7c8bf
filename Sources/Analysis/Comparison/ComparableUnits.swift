public import Areas
public import Indicators

/// The units on which cities are compared: areas as they are, or joined until they are alike in size.
public struct ComparableUnits: Sendable {
  /// The number of inhabitants up to which areas are joined; nil when they stay as they are.
  public let goal: Double?
  /// The areas of each unit, by their place in the layer.
  public let members: [[Int]]
  /// The gemeente of each unit.
  public let gemeentecodes: [String]
  /// The inhabitants of each unit, as far as they are known.
  public let inhabitants: [Double]
  /// The level of their areas.
  public let level: AreaLevel
  private let areaInhabitants: [Double]

  /// Joins buurten within their wijk, and wijken within their gemeente; areas of other levels stay as
  /// they are.
  /// - Parameter inhabitants: of each area of the layer, as published.
  public init(_ layer: AreaLayer, inhabitants known: [Double?], goal: Double?) {
    let isJoined = goal != nil && (layer.level == .buurt || layer.level == .wijk)
    self.goal = isJoined ? goal : nil
    level = layer.level
    let units: [Int]
    if let goal, isJoined {
      let parents = layer.areas.map {
        layer.level == .buurt ? $0.wijkcode ?? $0.gemeentecode : $0.gemeentecode
      }
      units = UnitMerging.units(
        sizes: known, parents: parents, borders: SharedBorders.lengths(of: layer.areas), goal: goal)
    } else {
      units = Array(layer.areas.indices)
    }
    var members = [[Int]](repeating: [], count: (units.max() ?? -1) + 1)
    for (area, unit) in units.enumerated() { members[unit].append(area) }
    self.members = members
    areaInhabitants = known.map { $0 ?? 0 }
    gemeentecodes = members.map { layer.areas[$0[0]].gemeentecode }
    inhabitants = members.map { $0.reduce(0) { $0 + (known[$1] ?? 0) } }
  }

  /// The share of the inhabitants of a unit whose areas must have a value for the unit to have one, and of
  /// those of a city for the city to have numbers.
  public static let leastCoverage = 0.8

  /// The value of each unit, from published values alone; nil where too little is known.
  ///
  /// Of a rate, share or density the published numerators and denominators are added up. Other numbers are
  /// averaged with as weights the denominator, else the inhabitants: near, not exact, and no median of
  /// the whole. A unit of one area has the value of that area; also a score that is too unsure for a class,
  /// since how scores are spread does not rest on the class of one.
  public func values(_ layer: IndicatorLayer) -> [Double?] {
    members.map { areas in
      let present = areas.filter { isUsable(layer.values[$0]) }
      guard !present.isEmpty else { return nil }
      if areas.count == 1 {
        let value = layer.values[areas[0]]
        return value.status == .ok || value.isTooUnsure ? value.value : nil
      }
      return joined(layer, areas: areas, present: present)
    }
  }

  private func isUsable(_ value: IndicatorValue) -> Bool {
    value.value != nil && (value.status == .ok || value.status == .fewData)
  }

  private func joined(
    _ layer: IndicatorLayer, areas: [Int], present: [Int]
  ) -> Double? {
    let sizes = areaInhabitants
    let all = areas.reduce(0) { $0 + sizes[$1] }
    let covered = present.reduce(0) { $0 + sizes[$1] }
    guard all > 0, covered >= Self.leastCoverage * all else { return nil }
    let formula = layer.indicator.formula
    let scale: Double? =
      switch formula.kind {
      // What is smoothed is no quotient of its parts.
      case _ where formula.isSmoothed: nil
      case .rate(let per): per
      case .share: 100
      case .density: 1
      case .value, .locationQuotient, .relativeToMean, .change, .relativeChange: nil
      }
    let denominators = present.compactMap { layer.values[$0].denominator }
    let numerators = present.compactMap { layer.values[$0].numerator }
    if let scale, denominators.count == present.count, numerators.count == present.count {
      let sum = denominators.reduce(0, +)
      guard sum > 0 else { return nil }
      if formula.kind != .density, sum < layer.indicator.minimumDenominator { return nil }
      return numerators.reduce(0, +) / sum * scale
    }
    let weights =
      denominators.count == present.count ? denominators : present.map { sizes[$0] }
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    return zip(present, weights).reduce(0) { $0 + (layer.values[$1.0].value ?? 0) * $1.1 } / total
  }
}
