public import Geometry

/// Finds the area that covers a position.
public struct AreaLocator: Sendable {
  /// The layer whose areas are found; answers are places in it.
  public let layer: AreaLayer
  private let locator: PolygonLocator

  /// Prepares look-ups.
  /// - Complexity: O(edges of all areas).
  public init(_ layer: AreaLayer) {
    self.init(layer, PolygonLocator(layer.areas.map(\.geometry)))
  }

  /// The same with two processors.
  public static func prepared(_ layer: AreaLayer) async -> AreaLocator {
    AreaLocator(layer, await PolygonLocator.prepared(layer.areas.map(\.geometry)))
  }

  private init(_ layer: AreaLayer, _ locator: PolygonLocator) {
    self.layer = layer
    self.locator = locator
  }

  /// The ordinal of the area that covers `position` (RD New), boundaries included; the one with the
  /// lowest code when several do; nil when none does.
  public func ordinal(at position: Position) -> Int? { locator.firstCovering(position) }

  /// The same for many positions at once, -1 for those that no area covers; faster than one by one.
  public func ordinals(at positions: [Position]) -> [Int32] { locator.firstCovering(positions) }

  /// The nearest area and the distance to it in metres; nil when there are no areas.
  public func nearest(to position: Position) -> (ordinal: Int, distance: Double)? {
    locator.nearest(to: position).map { ($0.index, $0.distance) }
  }

  /// The distance in metres from each position to the nearest boundary of an area, on whichever side it lies;
  /// infinite without areas.
  public func distancesToBoundary(from positions: [Position]) -> [Double] {
    locator.distancesToBoundary(from: positions)
  }

  /// The nearest area to each of many positions that no area covers, and the distance in metres.
  public func nearest(
    toUncovered positions: [Position]
  ) -> [(ordinal: Int, distance: Double)?] {
    locator.nearest(toUncovered: positions).map { answer in
      answer.map { ($0.index, $0.distance) }
    }
  }
}
