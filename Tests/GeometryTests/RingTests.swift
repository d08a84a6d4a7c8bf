import Geometry
import Testing

@Suite struct RingTests {
  @Test func refusesWhatIsNoRing() throws {
    let a = Position(x: 0, y: 0)
    let b = Position(x: 1, y: 0)
    let c = Position(x: 0, y: 1)
    #expect(throws: RingError.tooFewPositions(0)) { try Ring([]) }
    #expect(throws: RingError.tooFewPositions(3)) { try Ring([a, b, a]) }
    #expect(throws: RingError.notClosed) { try Ring([a, b, c, b]) }
    #expect(throws: RingError.notFinite) { try Ring([a, b, Position(x: .nan, y: 0), a]) }
    #expect(throws: RingError.notFinite) { try Ring([a, b, Position(x: 0, y: .infinity), a]) }
    #expect(throws: RingError.notClosed) {
      try Ring([Position(x: .nan, y: 0), b, c, Position(x: .nan, y: 0)])
    }
    #expect(try Ring([a, b, c, a]).positions.count == 4)
    // Zero has two signs and is one position.
    #expect(try Ring([a, b, c, Position(x: -0.0, y: 0)]).signedArea == 0.5)
  }

  @Test func areaFarFromTheOrigin() throws {
    let side = 0.0009765625
    let far = 1_073_741_824.0
    let small = try ring([
      (far, far), (far + side, far), (far + side, far + side), (far, far + side),
    ])
    #expect(small.signedArea == side * side)
  }

  @Test func winding() throws {
    let left = try ring([(0, 0), (2, 0), (2, 3), (0, 3)])
    #expect(left.signedArea == 6)
    #expect(left.wound(counterClockwise: true) == left)
    let right = left.wound(counterClockwise: false)
    #expect(right.signedArea == -6)
    #expect(right.positions == left.positions.reversed())
    let flat = try ring([(0, 0), (1, 1), (2, 2)])
    #expect(flat.signedArea == 0)
    #expect(flat.wound(counterClockwise: true) == flat)
    #expect(flat.wound(counterClockwise: false) == flat)
  }

  @Test func surfaces() throws {
    let holed = try area(
      (0, 0), (10, 0), (10, 10), (0, 10), holes: [[(1, 1), (1, 3), (3, 3), (3, 1)]])
    let both = MultiPolygon(holed.polygons + (try rectangle(20, 20, 21, 22)).polygons)
    #expect(both.area == 98)
    #expect(both.box == Box(minX: 0, minY: 0, maxX: 21, maxY: 22))
    #expect(both.positionCount == 15)
    #expect(both.rings.count == 3)
    let moved = try both.mapPositions { Position(x: $0.x + 100, y: $0.y) }
    #expect(moved.area == 98 && moved.box.minX == 100)
    #expect(throws: RingError.notFinite) {
      try both.mapPositions { Position(x: $0.x + .infinity, y: $0.y) }
    }
    #expect(MultiPolygon([]).area == 0 && MultiPolygon([]).box.isEmpty)
  }

  @Test func boxes() {
    var box = Box.empty
    #expect(box.isEmpty && !box.contains(Position(x: 0, y: 0)) && !box.intersects(box))
    box.extend(to: Position(x: 1, y: 2))
    #expect(!box.isEmpty && box.width == 0 && box.contains(Position(x: 1, y: 2)))
    #expect(box.union(.empty) == box)
    let wide = box.expanded(by: 1)
    #expect(wide == Box(minX: 0, minY: 1, maxX: 2, maxY: 3))
    #expect(wide.intersects(Box(minX: 2, minY: 3, maxX: 9, maxY: 9)))
    #expect(!wide.intersects(Box(minX: 2.1, minY: 1, maxX: 9, maxY: 9)))
    #expect(!wide.contains(Position(x: .nan, y: 2)))
  }
}
