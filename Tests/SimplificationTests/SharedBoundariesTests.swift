import Geometry
import Simplification
import TestSupport
import Testing

@Suite struct SharedBoundariesTests {
  @Test func `two neighbours share one line`() throws {
    let squares = try wanderingSquares(columns: 2, rows: 1, seed: 1)
    let boundaries = SharedBoundaries(squares)
    // The common side, and what is left of each square.
    #expect(boundaries.lines.map(\.count).sorted() == [13, 37, 37])
    let uses = boundaries.surfaces.map { Set($0.joined().joined().map(\.line)) }
    #expect(uses[0].intersection(uses[1]).count == 1)
    #expect((0..<2).map { boundaries.surface($0).area } == squares.map(\.area))
  }

  @Test func `a hole and the island in it are one line`() throws {
    let island = try circle(0, 0, radius: 40, corners: 24)
    // The same line, begun elsewhere and run the other way.
    let corners = Array(island.positions.dropLast().reversed())
    let turned = Array(corners[7...] + corners[..<7])
    let hole = try Ring(turned + [turned[0]])
    let lake = surface(try circle(0, 0, radius: 100, corners: 60), holes: [hole])
    let boundaries = SharedBoundaries([lake, surface(island)])
    #expect(boundaries.lines.map(\.count).sorted() == [25, 61])
    #expect(abs(boundaries.surface(0).area - lake.area) < 1e-6)
    #expect(abs(boundaries.surface(1).area - surface(island).area) < 1e-6)
  }

  @Test func `levels run along the same lines`() throws {
    let squares = try wanderingSquares(columns: 2, rows: 1, seed: 3)
    let alone = SharedBoundaries(squares)
    // The outline of both, from the rings of the two.
    let left = squares[0].polygons[0].exterior.positions
    let right = squares[1].polygons[0].exterior.positions
    let outline = try Ring(
      Array(left[0...12] + right[1...36] + left[25...48]))
    let both = SharedBoundaries(squares + [surface(outline)])
    #expect(both.lines.count == alone.lines.count)
    #expect(both.positionCount == alone.positionCount)
  }

  @Test func `a grid brings positions to whole steps and loses no surface`() throws {
    let tiny = surface(try circle(1000, 1000, radius: 0.01, corners: 12))
    let squares = try wanderingSquares(columns: 3, rows: 3, seed: 4)
    let boundaries = SharedBoundaries(squares + [tiny], grid: 0.5)
    for line in boundaries.lines.dropLast() {
      for position in line {
        #expect(position.x * 2 == (position.x * 2).rounded())
        #expect(position.y * 2 == (position.y * 2).rounded())
      }
    }
    #expect(boundaries.surface(9).area == tiny.area)
  }

  @Test func `a gap that the grid closes leaves no spike`() throws {
    let needle = try Ring(
      [(0, 0), (10, 0), (10, 5), (20, 5), (10, 5.1), (10, 10), (0, 10), (0, 0)].map {
        Position(x: $0.0, y: $0.1)
      })
    let boundaries = SharedBoundaries([surface(needle)], grid: 1)
    #expect(boundaries.lines.map(\.count) == [6])
    #expect(boundaries.surface(0).area == 100)
  }

  @Test func `surfaces without parts stay`() throws {
    let boundaries = SharedBoundaries([
      MultiPolygon([]), try wanderingSquares(columns: 1, rows: 1, seed: 5)[0],
    ])
    #expect(boundaries.surfaces.map(\.count) == [0, 1])
    #expect(SharedBoundaries([]).lines.isEmpty)
  }
}
