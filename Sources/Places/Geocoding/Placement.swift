/// Where one record belongs.
public struct Placement: Hashable, Sendable {
  /// The ordinal of the area in the layer, or -1.
  public var ordinal: Int32
  /// The reason or remark.
  public var reason: MatchReason
  /// The distance in metres to the area, for records outside all areas; otherwise 0.
  public var distance: Double

  init(ordinal: Int) {
    self.ordinal = Int32(ordinal)
    self.reason = .placed
    self.distance = 0
  }

  init(_ reason: MatchReason, ordinal: Int = -1, distance: Double = 0) {
    self.ordinal = Int32(ordinal)
    self.reason = reason
    self.distance = distance
  }
}
