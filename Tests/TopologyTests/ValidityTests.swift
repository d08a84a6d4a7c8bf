import Geometry
import Testing
import Topology

@Suite struct ValidityTests {
  @Test func `ordinary surfaces are valid`() throws {
    let engine = TopologyEngine()
    let holed = try area(corners(0, 0, 10), holes: [corners(2, 2, 3), corners(6, 6, 3)])
    for area in [try square(0, 0, 1), holed, MultiPolygon([])] {
      #expect(engine.validity(of: area) == .valid)
      #expect(try engine.repaired(area) == area)
    }
  }

  @Test func `winding order plays no part`() throws {
    let engine = TopologyEngine()
    #expect(engine.validity(of: try area([(0, 0), (0, 1), (1, 1), (1, 0)])) == .valid)
  }

  @Test func `a bow tie is named and keeps both wings`() throws {
    let engine = TopologyEngine()
    let bowTie = try area([(0, 0), (10, 10), (10, 0), (0, 10)])
    #expect(
      engine.validity(of: bowTie)
        == .invalid(reason: "Self-intersection", at: Position(x: 5, y: 5)))
    let repaired = try engine.repaired(bowTie)
    #expect(engine.validity(of: repaired) == .valid)
    #expect(repaired.polygons.count == 2)
    #expect(repaired.area == 50)
  }

  @Test func `a hole outside is named and becomes a part`() throws {
    let engine = TopologyEngine()
    let stray = try area(corners(0, 0, 10), holes: [corners(20, 20, 5)])
    guard case .invalid(let reason, let place) = engine.validity(of: stray) else {
      Issue.record("a hole outside its polygon passed")
      return
    }
    #expect(reason == "Hole lies outside shell")
    #expect(place.x >= 20 && place.y >= 20)
    let repaired = try engine.repaired(stray)
    #expect(repaired.area == 125)
    #expect(repaired.polygons.map(\.holes.count) == [0, 0])
  }

  @Test func `parts that overlap become one`() throws {
    let engine = TopologyEngine()
    let parts = MultiPolygon(try square(0, 0, 10).polygons + square(5, 0, 10).polygons)
    #expect(engine.validity(of: parts) != .valid)
    let repaired = try engine.repaired(parts)
    #expect(repaired.polygons.count == 1)
    #expect(repaired.area == 150)
  }

  @Test func `a ring without surface is named and falls away`() throws {
    let engine = TopologyEngine()
    let nothing: [[(Double, Double)]] = [
      [(1, 1), (1, 1), (1, 1)], [(0, 0), (1, 1), (2, 2)], [(0, 0), (5, 0), (0, 0), (5, 0)],
    ]
    for corners in nothing {
      let flat = try area(corners)
      #expect(engine.validity(of: flat) != .valid)
      #expect(try engine.repaired(flat).polygons.isEmpty)
      let mixed = MultiPolygon(flat.polygons + (try square(50, 50, 1)).polygons)
      #expect(try engine.repaired(mixed).area == 1)
    }
  }

  @Test func `a tiny ring survives`() throws {
    let engine = TopologyEngine()
    let tiny = try square(155_000, 463_000, 1e-9)
    _ = engine.validity(of: tiny)
    _ = try engine.repaired(tiny)
  }

  @Test(arguments: [1e20, 1e150, 1e300, 1.7e308])
  func `enormous coordinates give an answer or an error`(_ size: Double) throws {
    let engine = TopologyEngine()
    let bowTie = try area([(-size, -size), (size, size), (size, -size), (-size, size)])
    _ = engine.validity(of: bowTie)
    for work in [
      { try engine.repaired(bowTie) }, { try engine.union([bowTie, bowTie]) },
      { try engine.intersection(bowTie, bowTie) },
      { try engine.buffer(bowTie, distance: 1, quadrantSegments: 2) },
    ] {
      do { _ = try work() } catch { #expect(error is TopologyError) }
    }
  }
}
