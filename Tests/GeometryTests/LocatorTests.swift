import Geometry
import TestSupport
import Testing

@Suite struct LocatorTests {
  /// Even-odd over all edges, with the boundary inside: whole coordinates, so exact.
  private func covers(_ area: MultiPolygon, _ p: Position) -> Bool {
    var inside = false
    for ring in area.rings {
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
        let cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
        let dot = (a.x - p.x) * (b.x - p.x) + (a.y - p.y) * (b.y - p.y)
        if cross == 0 && dot <= 0 { return true }
        if (a.y <= p.y) != (b.y <= p.y), (cross > 0) == (b.y > a.y) { inside.toggle() }
      }
    }
    return inside
  }

  private func distance(_ area: MultiPolygon, _ p: Position) -> Double {
    covers(area, p) ? 0 : distanceToEdge(area, p)
  }

  private func distanceToEdge(_ area: MultiPolygon, _ p: Position) -> Double {
    var best = Double.infinity
    for ring in area.rings {
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) where a != b {
        let dx = b.x - a.x
        let dy = b.y - a.y
        let t = min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0), 1)
        let ex = p.x - a.x - t * dx
        let ey = p.y - a.y - t * dy
        best = min(best, (ex * ex + ey * ey).squareRoot())
      }
    }
    return best
  }

  private func compare(_ areas: [MultiPolygon], _ positions: [Position]) {
    let locator = PolygonLocator(areas)
    for (position, found) in zip(positions, locator.distancesToBoundary(from: positions)) {
      let edges = areas.map { distanceToEdge($0, position) }.min() ?? .infinity
      #expect(found == edges || abs(found - edges) <= 1e-9 * (1 + edges))
    }
    for position in positions {
      let want = areas.indices.filter { covers(areas[$0], position) }
      #expect(locator.allCovering(position) == want)
      #expect(locator.firstCovering(position) == want.first)
      let nearest = locator.nearest(to: position)
      let distances = areas.map { distance($0, position) }
      guard let least = distances.min(), least.isFinite else {
        #expect(nearest == nil)
        continue
      }
      #expect(abs((nearest?.distance ?? -1) - least) <= 1e-9 * (1 + least))
      if least == 0 { #expect(nearest?.index == want.first) }
    }
  }

  @Test(arguments: 0..<60)
  func randomAreas(seed: Int) throws {
    var generator = RepeatableGenerator(seed: UInt64(seed))
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let extent = [20, 60, 400][seed % 3]
    var areas: [MultiPolygon] = []
    for _ in 0..<pick(1...12) {
      var parts: [Polygon] = []
      for part in 0..<pick(0...2) {
        // Parts of one area lie side by side, 1,000 apart.
        let x = pick(0...extent) + part * 1_000
        let y = pick(0...extent)
        let outer = try star(x, y, reach: pick(4...9), corners: pick(2...16), using: &generator)
        let hole = try ring([(0, 1), (1, 0), (0, -1), (-1, 0)].map { ($0.0 / 4, $0.1 / 4) })
        let moved = try Ring(
          hole.positions.map { Position(x: $0.x + Double(x), y: $0.y + Double(y)) })
        parts.append(Polygon(exterior: outer, holes: pick(0...1) == 0 ? [] : [moved]))
      }
      areas.append(MultiPolygon(parts))
    }
    let corners = areas.flatMap { $0.rings.flatMap(\.positions) }
    var positions = corners
    for (a, b) in zip(corners, corners.dropFirst()) {
      positions.append(Position(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
      positions.append(Position(x: a.x, y: b.y))
    }
    for _ in 0..<300 {
      positions.append(
        Position(x: Double(pick(-20...extent + 20)), y: Double(pick(-20...extent + 20))))
    }
    compare(areas, positions)
  }

  @Test func sharedBoundariesGoToTheFirst() throws {
    let areas = try (0..<25).map { index in
      let x = Double(index % 5) * 10
      let y = Double(index / 5) * 10
      return try rectangle(x, y, x + 10, y + 10)
    }
    let positions = (-1...51).flatMap { x in (-1...51).map { Position(x: Double(x), y: Double($0)) }
    }
    compare(areas, positions)
    #expect(PolygonLocator(areas).allCovering(Position(x: 10, y: 10)) == [0, 1, 5, 6])
  }

  @Test func noPositionAndNoAreas() throws {
    let empty = PolygonLocator([])
    #expect(empty.firstCovering(Position(x: 0, y: 0)) == nil)
    #expect(empty.nearest(to: Position(x: 0, y: 0)) == nil)
    #expect(empty.box.isEmpty)
    let hollow = PolygonLocator([MultiPolygon([])])
    #expect(hollow.allCovering(Position(x: 0, y: 0)).isEmpty)
    #expect(!hollow.covers(0, Position(x: 0, y: 0)))
    #expect(hollow.nearest(to: Position(x: 0, y: 0)) == nil)
    let locator = PolygonLocator([try rectangle(0, 0, 1, 1)])
    for bad in [Double.nan, .infinity, -.infinity] {
      for position in [Position(x: bad, y: 0.5), Position(x: 0.5, y: bad)] {
        #expect(locator.firstCovering(position) == nil)
        #expect(locator.allCovering(position).isEmpty)
        #expect(locator.nearest(to: position) == nil)
      }
    }
  }

  @Test func extremeSizes() throws {
    let tiny = try rectangle(121_000, 487_000, 121_000.001, 487_000.001)
    compare([tiny], [Position(x: 121_000.0005, y: 487_000.0005), Position(x: 121_001, y: 487_000)])
    // Tiny areas in a box of 300 km, one of them over everything.
    var areas = [tiny, try rectangle(300_000, 600_000, 300_000.5, 600_000.25)]
    areas.append(try rectangle(0, 300_000, 0.125, 300_000.125))
    areas.append(try rectangle(-1_000, 290_000, 301_000, 620_000))
    compare(
      areas,
      areas.flatMap { $0.rings.flatMap(\.positions) } + [
        Position(x: 0.0625, y: 300_000.0625), Position(x: 150_000, y: 450_000),
        Position(x: 301_000.5, y: 450_000),
      ])
    // A line and a point, which no reader should give, must not stop the program.
    compare([try area((0, 0), (4, 4), (2, 2))], [Position(x: 1, y: 1), Position(x: 1, y: 2)])
    _ = PolygonLocator([try area((3, 3), (3, 3), (3, 3))]).firstCovering(Position(x: 3, y: 3))
  }

  @Test(arguments: [
    Double.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-160, 1e150, 1e200, 1.7e308,
  ])
  func limitsOfDouble(size: Double) throws {
    let flat = PolygonLocator([try rectangle(-size, -size, size, size), try rectangle(0, 0, 1, 1)])
    for x in [-size, 0, size] {
      for y in [-size, 0, size] {
        #expect(flat.box.contains(Position(x: x, y: y)))
        // Beyond, products overflow: no answer is promised, only that there is one.
        if size <= 1e150 { #expect(flat.covers(0, Position(x: size, y: y))) }
        _ = flat.firstCovering(Position(x: x, y: y))
      }
    }
    _ = PolygonLocator([try rectangle(-size, 0, size, 0)]).firstCovering(Position(x: 0, y: 0))
    _ = PolygonLocator([try rectangle(0, -size, 0, size)]).firstCovering(Position(x: 0, y: 0))
    _ = PolygonLocator([try rectangle(0, -size, 1, size)]).firstCovering(Position(x: 0.5, y: 0))
    _ = CoverageCheck([try rectangle(-size, -size, size, size), try rectangle(0, 0, 1, 1)])
  }

  /// The nearest area by a look at every edge, with the same sum for the distance to one edge.
  private func nearestOfAll(_ areas: [MultiPolygon], _ p: Position) -> (
    index: Int, distance: Double
  ) {
    var best = (index: -1, squared: Double.infinity)
    for (index, area) in areas.enumerated() {
      for ring in area.rings {
        for (a, b) in zip(ring.positions, ring.positions.dropFirst()) where a != b {
          let dx = b.x - a.x
          let dy = b.y - a.y
          let t = min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0), 1)
          let ex = p.x - (a.x + t * dx)
          let ey = p.y - (a.y + t * dy)
          let squared = ex * ex + ey * ey
          if squared < best.squared { best = (index, squared) }
        }
      }
    }
    return (best.index, best.squared.squareRoot())
  }

  @Test(arguments: 0..<40)
  func nearestToTheLastBit(seed: Int) throws {
    var generator = RepeatableGenerator(seed: UInt64(1_000 + seed))
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    // Far from zero, as in RD New; areas that share edges and corners, so that many are equally near.
    let (west, south) = (121_000.0, 487_000.0)
    var areas: [MultiPolygon] = []
    for column in 0..<12 {
      for row in 0..<12 where pick(0...3) > 0 {
        let x = west + Double(column) * 10
        let y = south + Double(row) * 10
        areas.append(try rectangle(x, y, x + 10, y + 10))
      }
    }
    for _ in 0..<pick(0...20) {
      let centre = (pick(121_000...121_300), pick(487_000...487_300))
      let outline = try star(
        centre.0, centre.1, reach: pick(1...9), corners: 16, using: &generator)
      areas.append(MultiPolygon([Polygon(exterior: outline)]))
    }
    areas.shuffle(using: &generator)
    var positions = (0..<400).map { index in
      let grain = index % 2 == 0 ? 1.0 : 0.01
      return Position(
        x: west + Double(pick(-5_000...30_000)) * grain,
        y: south + Double(pick(-5_000...30_000)) * grain)
    }
    let locator = PolygonLocator(areas)
    positions.removeAll { locator.firstCovering($0) != nil }
    let together = locator.nearest(toUncovered: positions)
    for (position, found) in zip(positions, together) {
      let wanted = nearestOfAll(areas, position)
      #expect(found?.index == wanted.index)
      #expect(found?.distance == wanted.distance)
      let alone = locator.nearest(to: position)
      #expect(alone?.index == wanted.index)
      #expect(alone?.distance == wanted.distance)
    }
  }
}
