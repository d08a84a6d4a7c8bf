import Areas
import Geometry
import TestSupport
import Testing
import Topology

/// Our own point location against GEOS, on areas as they are published.
@Suite(.enabled(if: OpenData.isExpected, "skipped: the open data of WIJKZICHT_DATA are not there"))
struct LocatorOracleTests {
  /// Points in the box of the areas, on their vertices, and halfway along their edges.
  private func points(_ areas: [MultiPolygon], count: Int) -> [Position] {
    var generator = RepeatableGenerator(seed: 18)
    let rings = areas.flatMap(\.rings)
    return (0..<count).map { index in
      if index % 2 == 0 {
        let box = areas[Int.random(in: 0..<areas.count, using: &generator)].box.expanded(by: 20)
        return Position(
          x: Double.random(in: box.minX...box.maxX, using: &generator),
          y: Double.random(in: box.minY...box.maxY, using: &generator))
      }
      let positions = rings[Int.random(in: 0..<rings.count, using: &generator)].positions
      let place = Int.random(in: 1..<positions.count, using: &generator)
      let (a, b) = (positions[place - 1], positions[place])
      if index % 4 == 1 { return b }
      return Position(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    }
  }

  @Test(arguments: [AreaLevel.buurt, .wijk])
  func fiveCities(level: AreaLevel) throws {
    let set = try AreaReader().read([OpenData.fiveCities])
    let layer = try #require(set[level])
    let areas = layer.areas.map(\.geometry)
    let points = points(areas, count: 100_000)
    let engine = TopologyEngine()

    var covering = [[Int]](repeating: [], count: points.count)
    // Points in vertical strips, so that an area looks at those near it only.
    let order = points.indices.sorted { points[$0].x < points[$1].x }
    for (index, area) in areas.enumerated() {
      let box = area.box.expanded(by: 1)
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        if points[order[middle]].x < box.minX { low = middle + 1 } else { high = middle }
      }
      var near: [Int] = []
      while low < order.count, points[order[low]].x <= box.maxX {
        if box.contains(points[order[low]]) { near.append(order[low]) }
        low += 1
      }
      let answers = try engine.covers(area, near.map { points[$0] })
      for (point, isCovered) in zip(near, answers) where isCovered {
        covering[point].append(index)
      }
    }

    let locator = PolygonLocator(areas)
    let found = locator.firstCovering(points)
    var differences = 0
    var onBoundaries = 0
    for index in points.indices {
      let wanted = covering[index]
      if wanted.count > 1 { onBoundaries += 1 }
      // Areas are sorted by code, so the first is the one with the lowest code.
      if Int(found[index]) != wanted.first ?? -1
        || locator.firstCovering(points[index]) != wanted.first
        || locator.allCovering(points[index]) != wanted
      {
        differences += 1
      }
    }
    #expect(differences == 0)
    #expect(onBoundaries > 10_000)
    #expect(layer.areas.map(\.code) == layer.areas.map(\.code).sorted())
  }
}
