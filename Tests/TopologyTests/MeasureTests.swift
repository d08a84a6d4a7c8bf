import Geometry
import Testing
import Topology

@Suite struct MeasureTests {
  @Test func `boundary, corner and hole`() throws {
    let engine = TopologyEngine()
    let ring = try area(corners(0, 0, 10), holes: [corners(4, 4, 2)])
    let points: [(Double, Double, Bool)] = [
      (1, 1, true), (0, 0, true), (0, 5, true), (10, 10, true), (5, 5, false), (4, 4, true),
      (4, 5, true), (10.000_000_1, 5, false), (-1, 0, false), (.nan, 1, false),
      (.infinity, 5, false),
    ]
    let answers = try engine.covers(ring, points.map { Position(x: $0.0, y: $0.1) })
    #expect(answers == points.map(\.2))
    #expect(try engine.covers(MultiPolygon([]), [Position(x: 0, y: 0)]) == [false])
    #expect(try engine.covers(ring, []).isEmpty)
  }

  @Test func `distance is zero inside and on the boundary`() throws {
    let engine = TopologyEngine()
    let ring = try area(corners(0, 0, 10), holes: [corners(4, 4, 2)])
    #expect(try engine.distance(from: ring, to: Position(x: 1, y: 1)) == 0)
    #expect(try engine.distance(from: ring, to: Position(x: 10, y: 3)) == 0)
    #expect(try engine.distance(from: ring, to: Position(x: 5, y: 5)) == 1)
    #expect(try engine.distance(from: ring, to: Position(x: 13, y: 14)) == 5)
    #expect(throws: TopologyError.emptyArea(operation: "distance")) {
      try engine.distance(from: MultiPolygon([]), to: Position(x: 0, y: 0))
    }
    #expect(throws: TopologyError.positionOutOfRange(index: 0)) {
      try engine.distance(from: ring, to: Position(x: .nan, y: 0))
    }
  }

  @Test func `hulls hold their points`() throws {
    let engine = TopologyEngine()
    let points = [(0, 0), (10, 0), (10, 10), (0, 10), (5, 4)].map {
      Position(x: Double($0.0), y: Double($0.1))
    }
    let convex = try engine.convexHull(of: points)
    #expect(convex.area == 100)
    let hollow = try engine.concaveHull(of: points, ratio: 0)
    #expect(hollow.area < 100 && hollow.area > 0)
    #expect(try engine.concaveHull(of: points, ratio: 1) == convex)
    #expect(try engine.covers(hollow, points).allSatisfy { $0 })
    #expect(try engine.convexHull(of: Array(points.prefix(2))).polygons.isEmpty)
    #expect(try engine.concaveHull(of: Array(points.prefix(2)), ratio: 0.5).polygons.isEmpty)
    #expect(try engine.convexHull(of: []).polygons.isEmpty)
    #expect(throws: TopologyError.self) { try engine.concaveHull(of: points, ratio: 1.5) }
    #expect(throws: TopologyError.positionOutOfRange(index: 1)) {
      try engine.convexHull(of: [Position(x: 0, y: 0), Position(x: .nan, y: 0)])
    }
  }
}
