public import Geometry

/// The surface in which points were observed: outside it nothing is known.
///
/// Made from any number of areas; boundaries that two of them share exactly fall away.
public struct Window: Sendable {
  /// A boundary from one position to another, with the window on its left.
  struct Side: Hashable, Sendable {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double
  }

  /// The box around the window.
  public let box: Box
  /// The surface in square metres.
  public let area: Double
  let sides: [Side]
  private let locator: PolygonLocator

  /// Makes a window.
  ///
  /// The areas must be valid and not overlap.
  /// - Throws: ``HeatmapError/emptyWindow``.
  public init(_ areas: [MultiPolygon]) throws(HeatmapError) {
    var open: [Side: Int] = [:]
    var order: [Side] = []
    for polygon in areas.flatMap(\.polygons) {
      for (number, ring) in polygon.rings.enumerated() {
        let positions = ring.wound(counterClockwise: number == 0).positions
        for (a, b) in zip(positions, positions.dropFirst()) where a != b {
          let back = Side(ax: b.x, ay: b.y, bx: a.x, by: a.y)
          if let count = open[back], count > 0 {
            open[back] = count - 1
          } else {
            let side = Side(ax: a.x, ay: a.y, bx: b.x, by: b.y)
            open[side, default: 0] += 1
            order.append(side)
          }
        }
      }
    }
    var sides: [Side] = []
    for side in order where open[side, default: 0] > 0 {
      open[side, default: 0] -= 1
      sides.append(side)
    }
    self.sides = sides
    area = areas.reduce(0) { $0 + $1.area }
    locator = PolygonLocator(areas)
    box = locator.box
    guard area > 0 else { throw .emptyWindow }
  }

  /// Which positions lie in the window or on its boundary.
  public func contains(_ positions: [Position]) -> [Bool] {
    locator.firstCovering(positions).map { $0 >= 0 }
  }

  /// The distance from each position to the boundary, in metres.
  /// - Complexity: O(positions · sides).
  func distancesToBoundary(_ positions: [Position]) -> [Double] {
    positions.map { position in
      var least = Double.infinity
      for side in sides {
        let (ux, uy) = (side.bx - side.ax, side.by - side.ay)
        let (px, py) = (position.x - side.ax, position.y - side.ay)
        let share = min(max((px * ux + py * uy) / (ux * ux + uy * uy), 0), 1)
        let (dx, dy) = (px - share * ux, py - share * uy)
        least = min(least, dx * dx + dy * dy)
      }
      return least.squareRoot()
    }
  }
}
