/// A rectangle along the axes, edges included.
public struct Box: Hashable, Sendable {
  /// The smallest easting.
  public var minX: Double
  /// The smallest northing.
  public var minY: Double
  /// The largest easting.
  public var maxX: Double
  /// The largest northing.
  public var maxY: Double

  /// Makes a box from its edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// A box that holds nothing and grows with ``extend(to:)``.
  public static let empty = Box(
    minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  /// Whether the box holds no position.
  public var isEmpty: Bool { minX > maxX || minY > maxY }

  /// East-west extent in the unit of the coordinates; negative infinity for an empty box.
  public var width: Double { maxX - minX }

  /// North-south extent in the unit of the coordinates; negative infinity for an empty box.
  public var height: Double { maxY - minY }

  /// Grows the box so that it holds `position`.
  @inlinable
  public mutating func extend(to position: Position) {
    if position.x < minX { minX = position.x }
    if position.x > maxX { maxX = position.x }
    if position.y < minY { minY = position.y }
    if position.y > maxY { maxY = position.y }
  }

  /// The smallest box that holds both.
  public func union(_ other: Box) -> Box {
    Box(
      minX: min(minX, other.minX), minY: min(minY, other.minY),
      maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
  }

  /// The box with `margin` added on all four sides.
  public func expanded(by margin: Double) -> Box {
    Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// Whether `position` lies in the box or on its edge.
  @inlinable
  public func contains(_ position: Position) -> Bool {
    position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
  }

  /// Whether the boxes share at least one position.
  public func intersects(_ other: Box) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
