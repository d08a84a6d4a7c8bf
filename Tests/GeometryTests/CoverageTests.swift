import Geometry
import TestSupport
import Testing

@Suite struct CoverageTests {
  /// Squares of 100 m in RD New, all corners shared.
  private func grid(_ side: Int, x: Double = 120_000, y: Double = 480_000) throws -> [MultiPolygon]
  {
    try (0..<(side * side)).map { index in
      let west = x + Double(index % side) * 100
      let south = y + Double(index / side) * 100
      return try rectangle(west, south, west + 100, south + 100)
    }
  }

  @Test func cleanGrid() throws {
    let check = CoverageCheck(try grid(4))
    #expect(check.isValid)
    #expect(check.unmatchedEdges == 16)
    #expect(check.components == [Array(0..<16)])
    #expect(check.islands.isEmpty)
  }

  @Test func overlapOfAMetre() throws {
    let check = CoverageCheck([try rectangle(0, 0, 101, 100), try rectangle(100, 0, 200, 100)])
    #expect(check.overlaps.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(abs((check.overlaps.first?.length ?? 0) - 202) < 0.01)
    #expect(check.gaps.isEmpty)
    #expect(!check.isValid)
    let position = try #require(check.overlaps.first?.position)
    #expect(position.x > 100 && position.x < 101 && position.y > 0 && position.y < 100)
  }

  @Test func crossingAtACorner() throws {
    let check = CoverageCheck([try rectangle(0, 0, 10, 10), try rectangle(9, 9, 20, 20)])
    #expect(check.overlaps.count == 1)
    #expect(abs((check.overlaps.first?.length ?? 0) - 4) < 0.02)
    #expect(check.mismatches.isEmpty)
  }

  @Test func gapOfThirtyCentimetres() throws {
    let pair = [try rectangle(0, 0, 100, 100), try rectangle(100.3, 20, 200, 80)]
    let check = CoverageCheck(pair)
    let gap = try #require(check.gaps.first)
    #expect(check.gaps.count == 1 && gap.first == 0 && gap.second == 1)
    #expect(abs(gap.length - 60) < 1e-9)
    #expect(abs(gap.greatestWidth - 0.3) < 1e-9)
    #expect(gap.position.x > 100 && gap.position.x < 100.3)
    #expect(check.overlaps.isEmpty && check.mismatches.isEmpty)
    #expect(check.islands == [0, 1])
    #expect(CoverageCheck(pair, gapWidth: 0.2).isValid)
    #expect(CoverageCheck(pair, gapWidth: 0).isValid)
  }

  @Test func sliverBetweenSharedEnds() throws {
    let check = CoverageCheck([
      try rectangle(0, -50, 100, 0),
      try area((0, 0), (50, 0.4), (100, 0), (100, 50), (0, 50)),
    ])
    let gap = try #require(check.gaps.first)
    #expect(abs(gap.length - 100) < 0.01)
    #expect(abs(gap.greatestWidth - 0.4) < 1e-9)
    #expect(check.components == [[0, 1]])
  }

  @Test func tJunction() throws {
    let check = CoverageCheck([
      try rectangle(0, 0, 100, 100), try rectangle(100, 0, 200, 50),
      try rectangle(100, 50, 200, 100),
    ])
    #expect(
      check.mismatches.map { [$0.first, $0.second, $0.nodeCount] } == [[0, 1, 1], [0, 2, 1]])
    #expect(check.mismatches.first?.position == Position(x: 100, y: 50))
    #expect(check.overlaps.isEmpty && check.gaps.isEmpty && !check.isValid)
  }

  @Test func nodesAHairApart() throws {
    let check = CoverageCheck([
      try rectangle(0, 0, 100, 100),
      try area((100, 0), (200, 0), (200, 100), (100.000_000_1, 100)),
    ])
    #expect(check.mismatches.count == 1)
    #expect(check.overlaps.isEmpty && check.gaps.isEmpty)
  }

  @Test(arguments: [false, true])
  func holeAndEnclave(reversed: Bool) throws {
    var hole: [(Double, Double)] = [(20, 20), (40, 20), (40, 40), (20, 40)]
    if reversed { hole.reverse() }
    let outer = try area((0, 0), (100, 0), (100, 100), (0, 100), holes: [hole])
    let enclave = try rectangle(20, 20, 40, 40)
    let filled = CoverageCheck([outer, enclave])
    #expect(filled.isValid && filled.components == [[0, 1]] && filled.unmatchedEdges == 4)
    #expect(CoverageCheck([outer]).isValid)
    // The enclave once more in an area without a hole.
    let check = CoverageCheck([try rectangle(0, 0, 100, 100), enclave])
    #expect(check.overlaps.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(abs((check.overlaps.first?.length ?? 0) - 80) < 1e-9)
  }

  @Test func duplicates() throws {
    let square = try rectangle(0, 0, 10, 10)
    let check = CoverageCheck([square, try rectangle(10, 0, 20, 10), square])
    #expect(check.overlaps.map { [$0.first, $0.second] } == [[0, 2]])
    #expect(abs((check.overlaps.first?.length ?? 0) - 40) < 1e-9)
  }

  @Test func aWholeLayerTwice() throws {
    let layer = try grid(3)
    let check = CoverageCheck(layer + [try rectangle(120_000, 480_000, 120_300, 480_300)])
    #expect(check.overlaps.map(\.first) == Array(0..<9))
    #expect(check.overlaps.allSatisfy { $0.second == 9 && abs($0.length - 400) < 0.01 })
  }

  @Test func islandsAndTouchingInOneNode() throws {
    let check = CoverageCheck([
      try rectangle(0, 0, 10, 10), try rectangle(50, 50, 60, 60), try rectangle(10, 10, 20, 20),
      MultiPolygon([]),
    ])
    #expect(check.isValid)
    #expect(check.components == [[0, 2], [1]])
    #expect(check.islands == [1])
    let alone = CoverageCheck([try rectangle(0, 0, 1, 1)])
    #expect(alone.isValid && alone.islands == [0] && alone.unmatchedEdges == 4)
    let none = CoverageCheck([])
    #expect(none.isValid && none.components.isEmpty && none.unmatchedEdges == 0)
  }

  @Test func inletsAreNoGaps() throws {
    let wide = CoverageCheck([
      try area((0, 0), (30, 0), (0, 40)), try area((0, 0), (0, -40), (40, -40), (30, -5)),
    ])
    #expect(wide.gaps.isEmpty && wide.isValid)
  }

  /// Grids with displaced corners stay valid; moving one square's copy of a corner breaks them.
  @Test(arguments: 0..<40)
  func randomGrids(seed: Int) throws {
    var generator = RepeatableGenerator(seed: UInt64(seed))
    func shift(_ reach: Double) -> Double { Double.random(in: -reach...reach, using: &generator) }
    let side = 5
    let corners = (0...side).map { row in
      (0...side).map { column in
        (Double(column) * 100 + shift(25), 400_000 + Double(row) * 100 + shift(25))
      }
    }
    func cell(_ row: Int, _ column: Int, _ moved: (Double, Double)? = nil) throws -> MultiPolygon {
      let outline = [
        moved ?? corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
        corners[row + 1][column],
      ]
      let made = try ring(seed % 2 == 0 ? outline : outline.reversed())
      return MultiPolygon([Polygon(exterior: made)])
    }
    var areas = try (0..<side).flatMap { row in try (0..<side).map { try cell(row, $0) } }
    let clean = CoverageCheck(areas)
    #expect(clean.isValid && clean.unmatchedEdges == 4 * side && clean.components.count == 1)
    // Corner (2, 2) belongs to squares 6, 7, 11 and 12; only 12 moves its own.
    let old = corners[2][2]
    let inward = seed % 4 < 2
    let step = inward ? 0.3 : -5.0
    areas[12] = try cell(2, 2, (old.0 + step, old.1 + step))
    let check = CoverageCheck(areas)
    #expect(!check.isValid)
    let pairs = Set(check.overlaps.map { [$0.first, $0.second] })
    if inward {
      #expect(pairs.isEmpty)
      #expect(check.gaps.contains { $0.first == 7 && $0.second == 12 })
      #expect(check.gaps.contains { $0.first == 11 && $0.second == 12 })
      for gap in check.gaps {
        #expect(gap.greatestWidth < 0.5, "\(gap)")
      }
    } else {
      #expect(pairs.isSuperset(of: [[7, 12], [11, 12]]))
      #expect(check.overlaps.allSatisfy { $0.first == 12 || $0.second == 12 })
    }
  }
}
