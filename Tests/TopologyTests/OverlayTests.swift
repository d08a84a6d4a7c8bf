import Geometry
import TestSupport
import Testing
import Topology

@Suite struct OverlayTests {
  @Test func `union joins what touches and keeps islands apart`() throws {
    let engine = TopologyEngine()
    let joined = try engine.union([square(0, 0, 10), square(10, 0, 10), square(50, 0, 1)])
    #expect(joined.polygons.count == 2)
    #expect(joined.area == 201)
    #expect(try engine.union([]).polygons.isEmpty)
    #expect(try engine.union([MultiPolygon([])]).polygons.isEmpty)
  }

  @Test func `the order of the parts does not matter`() throws {
    let engine = TopologyEngine()
    let parts = [try square(0, 0, 10), try square(3, 4, 10), try square(50, 0, 1)]
    #expect(try engine.union(parts) == engine.union(parts.reversed()))
  }

  @Test func `intersection is what both have`() throws {
    let engine = TopologyEngine()
    let ring = try area(corners(0, 0, 10), holes: [corners(4, 4, 2)])
    #expect(try engine.intersection(ring, square(0, 0, 5)).area == 24)
    #expect(try engine.intersection(ring, square(10, 0, 5)).polygons.isEmpty)
    #expect(try engine.intersection(ring, MultiPolygon([])).polygons.isEmpty)
    #expect(try engine.intersection(ring, ring).area == ring.area)
  }

  @Test func `invalid input is refused in words`() throws {
    let engine = TopologyEngine()
    let tie = try area([(0, 0), (10, 10), (10, 0), (0, 9)])
    let error = #expect(throws: TopologyError.self) {
      // A ring that runs over itself, crossed with another one.
      try engine.intersection(
        MultiPolygon(tie.polygons + tie.polygons + square(2, 2, 4).polygons), square(0, 0, 7))
    }
    guard case .refused(let operation, let message) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(operation == "intersection")
    #expect(message.contains("TopologyException"))
    // The engine works on after a refusal.
    #expect(try engine.union([square(0, 0, 1)]).area == 1)
  }

  @Test func `buffer widens and narrows`() throws {
    let engine = TopologyEngine()
    let square = try square(0, 0, 10)
    let wide = try engine.buffer(square, distance: 1, quadrantSegments: 64)
    #expect(abs(wide.area - (100 + 40 + Double.pi)) < 0.001)
    #expect(try engine.buffer(square, distance: -1, quadrantSegments: 8).area == 64)
    #expect(try engine.buffer(square, distance: -6, quadrantSegments: 8).polygons.isEmpty)
    for (distance, segments) in [(Double.nan, 8), (.infinity, 8), (1, 0), (1, 1_000_000)] {
      #expect(throws: TopologyError.self) {
        try engine.buffer(square, distance: distance, quadrantSegments: segments)
      }
    }
  }

  @Test func `two engines in two tasks agree`() async throws {
    var generator = RepeatableGenerator(seed: 4)
    let squares = try (0..<300).map { _ in
      try square(
        Double.random(in: 0...100, using: &generator),
        Double.random(in: 0...100, using: &generator),
        5)
    }
    let areas = try await withThrowingTaskGroup(of: MultiPolygon.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let engine = TopologyEngine()
          for _ in 0..<5 { _ = try engine.union(squares) }
          return try engine.union(squares)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for area in areas { #expect(area == areas[0]) }
  }

  @Test func `the version is told`() {
    #expect(TopologyEngine.libraryVersion.first?.isNumber == true)
  }
}
