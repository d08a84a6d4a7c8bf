import Geometry
import Projection
import Testing

@Suite struct TransformerTests {
  @Test func `the tower of Amersfoort lies where PROJ puts it`() throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    var positions = [Position(x: 155_000, y: 463_000)]
    try transformer.transform(&positions)
    // Metres north and east of the exact grid's answer.
    #expect(abs(positions[0].y - 52.155172887) * 111_000 < 0.3)
    #expect(abs(positions[0].x - 5.387203650) * 68_000 < 0.3)
    if transformer.betterOperationUnavailable {
      #expect(abs(positions[0].y - 52.155172294) < 1e-9)
      #expect(abs(positions[0].x - 5.387203505) < 1e-9)
    }
  }

  @Test func `the operation says what it is`() throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    #expect(transformer.operation.contains("Amersfoort"))
    let stated = transformer.accuracy
    let accuracy = try #require(stated)
    #expect(accuracy == (transformer.betterOperationUnavailable ? 0.25 : 0.001))
    #expect(Transformer.libraryVersion.first?.isNumber == true)
    let back = try Transformer(from: .wgs84, to: .rdNew)
    #expect(back.accuracy == accuracy)
    #expect(back.betterOperationUnavailable == transformer.betterOperationUnavailable)
  }

  @Test func `there and back stays within a millimetre`() throws {
    let there = try Transformer(from: .rdNew, to: .wgs84)
    let back = try Transformer(from: .wgs84, to: .rdNew)
    var lattice: [Position] = []
    for x in stride(from: 10_000.0, through: 280_000, by: 9_000) {
      for y in stride(from: 305_000.0, through: 620_000, by: 9_000) {
        lattice.append(Position(x: x, y: y))
      }
    }
    var moved = lattice
    try there.transform(&moved)
    for position in moved { #expect(ReferenceSystem.wgs84.netherlands.contains(position)) }
    try back.transform(&moved)
    for (a, b) in zip(lattice, moved) {
      #expect(abs(a.x - b.x) < 0.001 && abs(a.y - b.y) < 0.001)
    }
  }

  @Test func `a position does not depend on the ones around it`() throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    let points = [
      Position(x: 92_500, y: 437_000), Position(x: 280_000, y: 600_000),
      Position(x: -6_000, y: 290_000), Position(x: 92_500, y: 437_000),
    ]
    var together = points
    try transformer.transform(&together)
    #expect(together[0] == together[3])
    for (index, point) in points.enumerated() {
      var alone = [point]
      try transformer.transform(&alone)
      #expect(alone[0] == together[index])
    }
  }

  @Test func `nothing in, nothing out`() throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    var none: [Position] = []
    try transformer.transform(&none)
    #expect(none.isEmpty)
    #expect(try transformer.transform(MultiPolygon([])).polygons.isEmpty)
  }

  @Test func `from a system to itself changes nothing`() throws {
    for system in ReferenceSystem.allCases {
      let transformer = try Transformer(from: system, to: system)
      let box = system.netherlands
      let points = [Position(x: box.minX, y: box.minY), Position(x: box.maxX, y: box.maxY)]
      var moved = points
      try transformer.transform(&moved)
      #expect(moved == points)
      #expect(transformer.accuracy == 0)
      #expect(transformer.betterOperationUnavailable == false)
    }
  }

  @Test(arguments: [
    Position(x: .nan, y: 463_000), Position(x: 155_000, y: .infinity),
    Position(x: 1e9, y: 1e9), Position(x: -1e300, y: 1e300),
  ])
  func `a hopeless position is named and nothing changes`(_ bad: Position) throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    let good = Position(x: 155_000, y: 463_000)
    var positions = [good, good, bad, good]
    let error = #expect(throws: ProjectionError.self) { try transformer.transform(&positions) }
    #expect(error == .notTransformable(index: 2))
    #expect(positions[0] == good && positions[3] == good)
  }

  @Test(arguments: [
    Position(x: 4.9, y: .nan), Position(x: 155_000, y: 463_000), Position(x: 4.9, y: 91),
  ])
  func `hopeless degrees are refused`(_ bad: Position) throws {
    let transformer = try Transformer(from: .wgs84, to: .rdNew)
    var positions = [bad]
    let error = #expect(throws: ProjectionError.self) { try transformer.transform(&positions) }
    #expect(error == .notTransformable(index: 0))
  }

  @Test func `just outside the Netherlands is still transformed`() throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    var antwerpSouth = [Position(x: 85_000, y: 270_000)]
    try transformer.transform(&antwerpSouth)
    #expect(antwerpSouth[0].y < 50.5)
  }

  @Test func `a surface keeps its shape`() throws {
    let square = try Ring(
      [(0.0, 0.0), (100, 0), (100, 100), (0, 100), (0, 0)].map {
        Position(x: 155_000 + $0.0, y: 463_000 + $0.1)
      })
    let hole = try Ring(
      [(40.0, 40.0), (60, 40), (60, 60), (40, 40)].map {
        Position(x: 155_000 + $0.0, y: 463_000 + $0.1)
      })
    let area = MultiPolygon([Polygon(exterior: square, holes: [hole]), Polygon(exterior: square)])
    let there = try Transformer(from: .rdNew, to: .wgs84)
    let back = try Transformer(from: .wgs84, to: .rdNew)
    let moved = try there.transform(area)
    #expect(moved.polygons.map(\.holes.count) == [1, 0])
    #expect(moved.polygons[0].exterior == moved.polygons[1].exterior)
    #expect(abs(try back.transform(moved).area - area.area) < 0.1)
  }

  @Test func `two tasks with their own transformer agree`() async throws {
    let points = (0..<2_000).map { Position(x: 80_000 + Double($0) * 50, y: 455_000) }
    let results = try await withThrowingTaskGroup(of: [Position].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let transformer = try Transformer(from: .rdNew, to: .wgs84)
          var moved = points
          try transformer.transform(&moved)
          return moved
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results[0] == results[1])
  }
}
