/// Why a density cannot be made.
public enum HeatmapError: Error, Hashable, Sendable {
  /// A bandwidth must be finite and above zero.
  case badBandwidth(Double)
  /// The bandwidth is larger than the larger side of the window, so that the map would show nothing.
  case bandwidthLargerThanWindow(Double, extent: Double)
  /// A cell size must be finite and above zero, and at most the bandwidth.
  case badCellSize(Double, bandwidth: Double)
  /// The grid would have this many cells.
  case tooManyCells(Int, limit: Int)
  /// The weight of point number `index` (from 0) is negative or no number.
  case badWeight(index: Int)
  /// The coordinate of point number `index` (from 0) is no number.
  case badPosition(index: Int)
  /// No point lies in the window.
  case noPoints
  /// A bandwidth cannot be chosen from fewer than two different points.
  case tooFewPoints(Int)
  /// Points that are adaptively smoothed cannot have the uniform edge correction.
  case uniformWithAdaptive
  /// The window has no surface.
  case emptyWindow
}
