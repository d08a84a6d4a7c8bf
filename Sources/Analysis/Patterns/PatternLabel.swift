internal import SpatialStatistics

/// What an area is in a pattern. The raw values are those of the column `label`.
public enum PatternLabel: String, Hashable, Sendable, CaseIterable {
  /// Much in and around the area.
  case hotspot
  /// Little in and around the area.
  case coldspot
  /// High among high.
  case highHigh = "hoog_hoog"
  /// High among low.
  case highLow = "hoog_laag"
  /// Low among high.
  case lowHigh = "laag_hoog"
  /// Low among low.
  case lowLow = "laag_laag"
  /// Rising over the periods.
  case rising = "stijgend"
  /// Falling over the periods.
  case falling = "dalend"
  /// No more than chance would give, at the rate that was asked for.
  case notSignificant = "niet_significant"
  /// A value, but no neighbours, so no statistic.
  case noNeighbours = "geen_buren"
  /// The statistic has no meaning here: surroundings, or a series, that cannot vary.
  case undefined = "onbepaald"
  /// A value, but the areas it is compared with could not be tested.
  case notTested = "niet_getoetst"

  /// The labels that a statistic can find, highest first.
  public static func findings(_ statistic: PatternQuestion.Statistic) -> [PatternLabel] {
    switch statistic {
    case .hotspots: [.hotspot, .coldspot]
    case .lisa: [.highHigh, .highLow, .lowHigh, .lowLow]
    case .trend: [.rising, .falling]
    }
  }

  /// Whether the area differs from what chance would give.
  public var isFinding: Bool {
    switch self {
    case .notSignificant, .noNeighbours, .undefined, .notTested: false
    default: true
    }
  }

  init(_ label: ClusterLabel) {
    switch label {
    case .highHigh: self = .highHigh
    case .lowLow: self = .lowLow
    case .lowHigh: self = .lowHigh
    case .highLow: self = .highLow
    case .hot: self = .hotspot
    case .cold: self = .coldspot
    case .notSignificant: self = .notSignificant
    case .noNeighbours: self = .noNeighbours
    // The other labels belong to statistics that answer no question here.
    case .undefined, .otherPositive, .negative, .heterogeneous, .homogeneous: self = .undefined
    }
  }
}
