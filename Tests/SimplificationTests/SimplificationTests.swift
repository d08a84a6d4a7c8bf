import Geometry
import Simplification
import TestSupport
import Testing
import Topology

@Suite struct SimplificationTests {
  /// Lines that wander, at tolerances from nothing to more than a square is wide.
  static let tolerances = [0.5, 2, 5, 10, 40, 200]

  @Test(arguments: tolerances, 1...4)
  func `a coverage stays a coverage`(_ tolerance: Double, _ seed: Int) throws {
    let squares = try wanderingSquares(columns: 6, rows: 5, seed: UInt64(seed))
    let before = SharedBoundaries(squares)
    let after = before.simplified(SimplificationRule(tolerance: tolerance))
    let areas = squares.indices.map { after.surface($0) }
    let engine = TopologyEngine()
    #expect(areas.allSatisfy { engine.validity(of: $0) == .valid })
    #expect(CoverageCheck(areas).overlaps.isEmpty)
    #expect(CoverageCheck(areas).gaps.isEmpty)
    let whole = areas.reduce(0) { $0 + $1.area }
    #expect(abs(whole - 300_000) < 1e-6)
    for (old, new) in zip(squares, areas) {
      #expect(abs(new.area - old.area) <= 0.01 * old.area + 1e-9)
    }
    for (old, new) in zip(before.lines, after.lines) {
      #expect(old.first == new.first && old.last == new.last)
      #expect(farthest(old, from: new) <= tolerance * (1 + 1e-12))
      #expect(Set(new).isSubset(of: Set(old)))
    }
  }

  @Test func `a larger tolerance leaves fewer corners`() throws {
    let before = SharedBoundaries(try wanderingSquares(columns: 8, rows: 8, seed: 9))
    let counts = [0, 1, 3, 8, 20].map {
      before.simplified(SimplificationRule(tolerance: $0, areaShare: 1)).positionCount
    }
    #expect(counts[0] == before.positionCount)
    #expect(counts == counts.sorted(by: >))
    #expect(counts[4] < counts[0] / 3)
  }

  @Test func `corners on a straight line go first`() throws {
    let positions = [(0, 0), (5, 0), (10, 0), (10, 10), (5, 10.4), (0, 10), (0, 0)].map {
      Position(x: Double($0.0), y: Double($0.1))
    }
    let square = SharedBoundaries([surface(try Ring(positions))])
    let fine = square.simplified(SimplificationRule(tolerance: 0.1))
    #expect(fine.positionCount == 6)
    #expect(!fine.lines[0].contains(Position(x: 5, y: 0)))
    let coarse = square.simplified(SimplificationRule(tolerance: 3, areaShare: 0.05))
    #expect(coarse.positionCount == 5)
    // Without the corner the surface is 2 % smaller, which the rule may forbid.
    #expect(square.simplified(SimplificationRule(tolerance: 3)).positionCount == 6)
  }

  @Test func `an island keeps three corners and stays in its lake`() throws {
    let islands = try (0..<6).map { try circle(Double($0) * 25 - 60, 3, radius: 10, corners: 40) }
    let lake = surface(try circle(0, 0, radius: 100, corners: 200), holes: islands)
    let areas = [lake] + islands.map { surface($0) }
    let after = SharedBoundaries(areas).simplified(
      SimplificationRule(tolerance: 500, areaShare: 1))
    let engine = TopologyEngine()
    for place in areas.indices {
      #expect(!after.surface(place).polygons.isEmpty)
      #expect(engine.validity(of: after.surface(place)) == .valid)
    }
    #expect(after.surface(0).polygons[0].holes.count == 6)
    #expect(after.lines.allSatisfy { $0.count >= 4 })
  }

  @Test func `a spit of land is not cut off by the coast beside it`() throws {
    // A narrow channel: both banks bend, and each alone could be drawn straight over the other.
    let bend = (0...10).map { Double($0) }
    let south = bend.map { Position(x: $0 * 10, y: 4 * (5 - abs($0 - 5))) }
    let north = south.map { Position(x: $0.x, y: $0.y + 1) }
    let below = try Ring(
      [Position(x: 0, y: -50), Position(x: 100, y: -50)] + south.reversed()
        + [Position(x: 0, y: -50)])
    let above = try Ring(
      north + [Position(x: 100, y: 60), Position(x: 0, y: 60), north[0]])
    let areas = [surface(below), surface(above)]
    for tolerance in [1.0, 5, 30, 100] {
      let after = SharedBoundaries(areas).simplified(
        SimplificationRule(tolerance: tolerance, areaShare: 1))
      let surfaces = [after.surface(0), after.surface(1)]
      #expect(CoverageCheck(surfaces).overlaps.isEmpty)
      #expect(surfaces.allSatisfy { TopologyEngine().validity(of: $0) == .valid })
    }
  }

  @Test func `the same each time`() throws {
    let squares = try wanderingSquares(columns: 7, rows: 4, seed: 12)
    let rule = SimplificationRule(tolerance: 6)
    #expect(
      SharedBoundaries(squares).simplified(rule).lines
        == SharedBoundaries(squares).simplified(rule).lines)
  }

  /// How far the corners of a line lie from another line at most.
  private func farthest(_ corners: [Position], from line: [Position]) -> Double {
    corners.map { p in
      zip(line, line.dropFirst()).map { a, b -> Double in
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let t = length > 0 ? max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
        let (x, y) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
        return (x * x + y * y).squareRoot()
      }.min() ?? .infinity
    }.max() ?? 0
  }
}
