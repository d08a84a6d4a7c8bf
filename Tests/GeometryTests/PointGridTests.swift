import Geometry
import TestSupport
import Testing

/// What lies near a place, against a loop over all points.
@Suite struct PointGridTests {
  private func check(_ points: [Position], _ places: [Position], radii: [Double]) {
    let grid = PointGrid(points)
    for place in places {
      let squares = points.map { point in
        let (dx, dy) = (point.x - place.x, point.y - place.y)
        return dx * dx + dy * dy
      }
      #expect(grid.nearestDistance(to: place) == squares.min()?.squareRoot())
      for radius in radii {
        #expect(
          grid.count(within: radius, of: place) == squares.count { $0 <= radius * radius })
      }
    }
  }

  @Test(arguments: [0, 1, 2, 7, 60, 400])
  func againstALoop(count: Int) {
    var generator = RepeatableGenerator(seed: UInt64(count) + 1)
    func position(_ range: ClosedRange<Double>) -> Position {
      Position(
        x: Double.random(in: range, using: &generator),
        y: Double.random(in: range, using: &generator) / 3)
    }
    let points = (0..<count).map { _ in position(0...1_000) }
    let places = (0..<40).map { _ in position(-500...1_500) } + points.prefix(5)
    check(points, places, radii: [0, 1, 50, 400, 3_000])
  }

  /// Points on a line, on one spot, and one far from all others.
  @Test func unevenPoints() {
    let line = (0..<50).map { Position(x: Double($0 * $0), y: 7) }
    let spot = (0..<20).map { _ in Position(x: 5, y: 5) }
    let places = [
      Position(x: 5, y: 5), Position(x: 0, y: 7), Position(x: 2_500, y: -90),
      Position(x: -1e6, y: 1e6),
    ]
    for points in [line, spot, spot + [Position(x: 1e6, y: -1e6)], line + spot] {
      check(points, places, radii: [0, 10, 2_000, 5e6])
    }
  }

  @Test func whatIsNotFinite() {
    let grid = PointGrid([Position(x: .nan, y: 1), Position(x: 3, y: 4)])
    #expect(grid.nearestDistance(to: Position(x: 0, y: 0)) == 5)
    #expect(PointGrid([]).nearestDistance(to: Position(x: 0, y: 0)) == nil)
    #expect(grid.count(within: -1, of: Position(x: 3, y: 4)) == 0)
  }
}
