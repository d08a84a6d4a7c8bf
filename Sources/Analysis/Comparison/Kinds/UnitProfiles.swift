public import Indicators

/// Units described by several indicators at once, on one robust scale over all cities.
public struct UnitProfiles: Sendable {
  /// The share of the indicators of which a unit must have a value.
  public static let leastCompleteness = 0.6

  /// The units.
  public let units: ComparableUnits
  /// The indicators that vary, in the order in which they were given.
  public let layers: [IndicatorLayer]
  /// The values of each unit, a column for each of ``layers``.
  public let values: [[Double?]]
  /// The scores of the units that take part, in the order of ``places``, a column for each of ``layers``.
  public let profiles: RobustProfiles
  /// The units that take part: those with inhabitants and with enough values.
  public let places: [Int]

  /// Scores units.
  ///
  /// Centres and scales are those of the units that take part. Whether a unit does is decided over the
  /// indicators that have any values at all.
  /// - Parameters:
  ///   - layers: indicators at the level of the units.
  ///   - leastFilled: the share of the units of which an indicator must have a value to take part.
  ///   - isWanted: which units may take part.
  public init(
    _ layers: [IndicatorLayer], units: ComparableUnits, leastFilled: Double = 0,
    isWanted: (Int) -> Bool = { _ in true }
  ) {
    let peopled = units.members.indices.filter { units.inhabitants[$0] > 0 && isWanted($0) }
    let known = layers.map { (layer: $0, values: units.values($0)) }.filter { column in
      let filled = peopled.count { column.values[$0] != nil }
      return filled > 0 && Double(filled) >= leastFilled * Double(peopled.count)
    }
    let least = Self.leastCompleteness * Double(known.count)
    let places = peopled.filter { unit in
      !known.isEmpty && Double(known.count { $0.values[unit] != nil }) >= least
    }
    let columns = known.map { column in places.map { column.values[$0] } }
    let profiles = RobustProfiles(columns: columns, count: places.count)
    self.units = units
    self.layers = profiles.columns.map { known[$0].layer }
    self.values = profiles.columns.map { known[$0].values }
    self.profiles = profiles
    self.places = places
  }

  /// From which middle score, up or down, an indicator sets a group of units apart.
  public static let leastScore = 0.5

  /// The places of the scores that set a group apart, the most extreme first.
  static func marks(_ scores: [Double?]) -> [Int] {
    scores.indices.filter { abs(scores[$0] ?? 0) >= leastScore }
      .sorted { (-abs(scores[$0] ?? 0), $0) < (-abs(scores[$1] ?? 0), $1) }
  }

  /// How unlike the units that take part are, in the order of ``places``; units that share no indicator
  /// are as unlike as scores can be.
  public var dissimilarities: Dissimilarities {
    Dissimilarities(count: places.count) {
      profiles.dissimilarity($0, $1) ?? 2 * RobustProfiles.limit
    }
  }
}
