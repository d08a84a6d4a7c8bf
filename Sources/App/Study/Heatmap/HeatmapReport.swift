public import Geocoding

/// What a run came upon.
public struct HeatmapReport: Sendable {
  /// The records by what became of them.
  public var points: RecordPoints
  /// The records outside the gemeenten.
  public var outside = 0
  /// The records that do not count, since one address would stand out.
  public var uncounted = 0
  /// The bandwidth in metres.
  public var bandwidth = 0.0
  /// The bandwidth that a rule chose in each gemeente, before the median was taken.
  public var chosen: [(gemeente: String, bandwidth: Double)] = []
  /// Whether the bandwidth was raised to the least that is allowed.
  public var isRaised = false
  /// The edges of the classes.
  public var edges: [Double] = []
  /// For each gemeente the cells in each class, and those that are not shown.
  public var cells: [(gemeente: String, classes: [Int], suppressed: Int)] = []
}
