public import Geometry

/// Numbers of areas, spread evenly over their surface as points: modelled, not counted.
///
/// The points lie in the middles of the cells of a grid with its lines at multiples of `spacing`; an
/// area between the points gets one at the middle of its box. Where people live within an area is
/// not known to it, so show what is made of it as `gemodelleerd`.
public struct SpreadInhabitants: Sendable {
  /// The points, each with its share as weight.
  public let positions: [Position]
  /// The weight of each point.
  public let weights: [Double]
  /// The sum of all.
  public var total: Double { weights.reduce(0, +) }

  /// Spreads `numbers`, one per area; nil and nought give no points.
  /// - Throws: ``HeatmapError``: `badCellSize` or `tooManyCells` for a bad spacing.
  public init(
    _ numbers: [Double?], over areas: [MultiPolygon], spacing: Double
  ) throws(HeatmapError) {
    var positions: [Position] = []
    var weights: [Double] = []
    for (number, area) in zip(numbers, areas) {
      guard let number, number > 0, !area.box.isEmpty else { continue }
      let frame = try CellFrame(around: area.box, cellSize: spacing)
      let centers = frame.centers
      let locator = PolygonLocator([area])
      var own = zip(centers, locator.firstCovering(centers)).filter { $0.1 >= 0 }.map(\.0)
      if own.isEmpty {
        own = [
          Position(
            x: (area.box.minX + area.box.maxX) / 2, y: (area.box.minY + area.box.maxY) / 2)
        ]
      }
      positions += own
      weights += [Double](repeating: number / Double(own.count), count: own.count)
    }
    self.positions = positions
    self.weights = weights
  }
}
