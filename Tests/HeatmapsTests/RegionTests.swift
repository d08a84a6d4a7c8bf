import Geometry
import TestSupport
import Testing

@testable import Heatmaps

/// Surfaces of classes: valid, complete, without overlap. That GEOS agrees is tested with the exports.
@Suite struct RegionTests {
  private func field(_ seed: UInt64, _ frame: CellFrame, steps: Int?) -> [Double] {
    var generator = RepeatableGenerator(seed: seed)
    return (0..<frame.count).map { _ in
      steps.map { Double(Int.random(in: 0..<$0, using: &generator)) }
        ?? Double.random(in: 0..<4, using: &generator)
    }
  }

  /// The winding of every ring, and that holes lie in their rings.
  private func check(_ surface: MultiPolygon) {
    for polygon in surface.polygons {
      #expect(polygon.exterior.signedArea > 0)
      let around = PolygonLocator([MultiPolygon([Polygon(exterior: polygon.exterior)])])
      for ring in polygon.rings {
        #expect(Set(ring.positions).count == ring.positions.count - 1)
      }
      for hole in polygon.holes {
        #expect(hole.signedArea < 0)
        #expect(hole.positions.allSatisfy { around.covers(0, $0) })
      }
    }
  }

  @Test(arguments: 0..<20) func classesTileTheGrid(seed: Int) throws {
    let frame = try CellFrame(
      around: Box(minX: 1000, minY: 2000, maxX: 2200, maxY: 3100), cellSize: 100)
    let classes = field(UInt64(seed), frame, steps: 2 + seed % 4).map { Int($0) }
    let surfaces = ClassRegions.surfaces(of: classes, on: frame)
    let total = surfaces.reduce(0) { $0 + $1.surface.area }
    #expect(total == 1100 * 1000)
    for (number, surface) in surfaces {
      check(surface)
      let locator = PolygonLocator([surface])
      for cell in 0..<frame.count {
        #expect(locator.covers(0, frame.center(cell)) == (classes[cell] == number))
      }
    }
  }

  @Test(arguments: 0..<20) func bandsTileTheGrid(seed: Int) throws {
    let frame = try CellFrame(
      around: Box(minX: 1000, minY: 2000, maxX: 2200, maxY: 3100), cellSize: 100)
    // Whole values lie on the levels themselves.
    let values = field(UInt64(seed), frame, steps: seed < 10 ? nil : 4)
    let levels = [1.0, 1.5, 3]
    let surfaces = Isobands.surfaces(of: values, on: frame, levels: levels)
    let total = surfaces.reduce(0) { $0 + $1.surface.area }
    #expect(abs(total - 1100 * 1000) < 1e-3)
    for (number, surface) in surfaces {
      check(surface)
      let locator = PolygonLocator([surface])
      for cell in 0..<frame.count where locator.covers(0, frame.center(cell)) {
        #expect(levels.classNumber(values[cell]) == number)
      }
    }
  }

  @Test func aPlaneHasStraightBands() throws {
    let frame = try CellFrame(
      around: Box(minX: 0, minY: 0, maxX: 1000, maxY: 400), cellSize: 100)
    let values = frame.centers.map { $0.x / 100 }
    let bands = Isobands.surfaces(of: values, on: frame, levels: [2.25, 6.75])
    #expect(bands.map(\.number) == [0, 1, 2])
    #expect(abs(bands[1].surface.area - 450 * 300) < 1e-6)
    #expect(abs(bands[0].surface.box.maxX - 225) < 1e-9)
  }

  @Test func aRingHasAHole() throws {
    let frame = try CellFrame(
      around: Box(minX: -1000, minY: -1000, maxX: 1000, maxY: 1000), cellSize: 50)
    let values = frame.centers.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
    let bands = Isobands.surfaces(of: values, on: frame, levels: [300, 600])
    #expect(bands[1].surface.polygons.count == 1)
    #expect(bands[1].surface.polygons[0].holes.count == 1)
    #expect(isNear(bands[1].surface.area, .pi * (360_000 - 90_000), 5e-3))
    #expect(bands[0].surface.polygons[0].holes.isEmpty)
  }

  /// What is drawn follows from the classes alone.
  @Test func missingCellsAreNotDrawn() throws {
    let frame = try CellFrame(around: Box(minX: 0, minY: 0, maxX: 500, maxY: 500), cellSize: 100)
    var classes = [Int?](repeating: 1, count: 25)
    classes[12] = nil
    let surfaces = ClassRegions.surfaces(of: classes, on: frame)
    #expect(surfaces.count == 1 && surfaces[0].surface.polygons[0].holes.count == 1)
    #expect(surfaces[0].surface.area == 400 * 400 - 200 * 200)
    let nothing = ClassRegions.surfaces(of: Array(repeating: nil, count: 25), on: frame)
    #expect(nothing.count == 0)
  }
}
