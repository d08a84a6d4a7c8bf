import Foundation
import Geometry
import TestSupport
import Testing
import Topology

/// The surfaces in common, against the overlay of GEOS.
@Suite struct SharedAreaTests {
  /// What GEOS says that two lists have in common.
  private func overlays(_ first: [MultiPolygon], _ second: [MultiPolygon]) throws -> [[Double]] {
    let engine = TopologyEngine()
    return try first.map { a in try second.map { try engine.intersection(a, $0).area } }
  }

  private func check(_ first: [MultiPolygon], _ second: [MultiPolygon]) throws {
    let expected = try overlays(first, second)
    var found = expected.map { $0.map { _ in 0.0 } }
    var last = (-1, -1)
    for shared in SurfaceComparison(second).shared(with: first) {
      #expect((shared.first, shared.second) > last)
      last = (shared.first, shared.second)
      found[shared.first][shared.second] = shared.area
    }
    for (a, row) in expected.enumerated() {
      for (b, area) in row.enumerated() {
        #expect(abs(found[a][b] - area) <= 1e-9 * min(first[a].area, second[b].area))
      }
    }
  }

  /// Stars with many corners, holes in them, far from zero and turned at random.
  @Test(arguments: 1...20) func `random surfaces`(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    func surface() throws -> MultiPolygon {
      let x = Double.random(in: 120_000...122_000, using: &random)
      let y = Double.random(in: 480_000...482_000, using: &random)
      let directions = (0..<24).map { step in
        (Double(step) + Double.random(in: 0...0.9, using: &random)) / 24 * 2 * Double.pi
      }
      func line(_ reach: ClosedRange<Double>) -> [(Double, Double)] {
        directions.map { direction in
          let length = Double.random(in: reach, using: &random)
          return (x + length * cos(direction), y + length * sin(direction))
        }
      }
      let holes = Bool.random(using: &random) ? [line(5...40)] : []
      return try area(line(100...900), holes: holes)
    }
    let first = try (0..<12).map { _ in try surface() }
    let second = try (0..<12).map { _ in try surface() }
    try check(first, second + first.prefix(2))
  }

  /// Boundaries that coincide, touch in a corner, lie within each other, in both windings.
  @Test func `squares on a grid`() throws {
    var squares: [MultiPolygon] = []
    for x in 0..<4 {
      for y in 0..<4 { squares.append(try square(Double(x) * 10, Double(y) * 10, 10)) }
    }
    let ring = try area(corners(0, 0, 40).reversed(), holes: [corners(10, 10, 20)])
    let parts = MultiPolygon(squares[0].polygons + squares[10].polygons)
    try check(squares, squares + [ring, parts, MultiPolygon([]), try square(5, 5, 10)])
    let neighbours = SurfaceComparison(squares).shared(with: [squares[5]])
    #expect(neighbours == [SharedArea(first: 0, second: 5, area: 100)])
    #expect(SurfaceComparison([]).shared(with: squares).isEmpty)
    #expect(SurfaceComparison(squares).shared(with: [MultiPolygon([])]).isEmpty)
  }
}
