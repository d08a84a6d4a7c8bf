/// A point in the plane of some reference system.
///
/// Unit: metres in RD New, degrees in WGS 84; the collection that holds the positions says which.
/// `x` is always east and `y` always north, whatever axis order the reference system defines.
public struct Position: Hashable, Sendable {
  /// Easting in metres, or longitude in degrees.
  public var x: Double
  /// Northing in metres, or latitude in degrees.
  public var y: Double

  /// Makes a position; no value is refused, see ``isFinite``.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers, neither NaN nor infinite.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
