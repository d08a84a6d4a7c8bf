import Disclosure
import Geometry
import Heatmaps
import SpatialStatistics
import TestSupport
import Testing
import Topology

/// What leaves the gate: classes under the rule, and nothing from which records can be computed.
@Suite struct PublishedGridTests {
  private func made(
    _ positions: [Position], source: PointSource = .incidents, bandwidth: Double = 500,
    breaks: PublishedGrid.Breaks = .chosen(.quantile, classes: 5), side: Double = 6000
  ) async throws -> (grid: PublishedGrid, surface: DensitySurface, map: Heatmap) {
    let window = try Window([try rectangle(side, side)])
    let map = try await Heatmap(
      HeatmapPoints(positions), in: window, kernel: .quartic, bandwidth: bandwidth, edge: .none)
    let surface = await map.surface(
      on: try CellFrame(around: window.box, cellSize: 100, margin: DensitySurface.margin))
    return (
      try PublishedGrid([.density(surface)], of: map, source: source, breaks: breaks), surface, map
    )
  }

  private func scattered(_ count: Int, seed: UInt64, side: Double = 6000) -> [Position] {
    var generator = RepeatableGenerator(seed: seed)
    return (0..<count).map { _ in
      Position(
        x: Double.random(in: 0...side, using: &generator),
        y: Double.random(in: 0...side, using: &generator))
    }
  }

  @Test func everyShownCellMeetsTheRule() async throws {
    let (grid, surface, _) = try await made(scattered(700, seed: 1))
    var shown = 0
    for (index, cell) in grid.parts[0].cells.enumerated() where surface.isInside[index] {
      let isSafe = surface.records[index] >= 10 && surface.addresses[index] >= 3
      switch cell {
      case .inClass(let number):
        #expect(isSafe)
        let value = surface.values[index] * 1e6
        #expect(value >= grid.edges[number] && value < grid.edges[number + 1])
        shown += 1
      case .suppressed: #expect(!isSafe)
      default: Issue.record("a cell of the window is \(cell)")
      }
    }
    #expect(shown > 1000)
    #expect(grid.recordCount == 700)
    #expect(grid.edges.first == 0 && grid.edges.last == .infinity && grid.edges.count == 6)
    // Two digits: no edge is the density of a cell.
    for edge in grid.edges.dropFirst().dropLast() {
      let text = "\(edge)".filter { $0 != "." && $0 != "-" }
      let digits = text.drop { $0 == "0" }.reversed().drop { $0 == "0" }
      #expect(digits.count <= 2, "\(edge)")
      #expect(!surface.values.contains { $0 * 1e6 == edge })
    }
  }

  /// A thousand records at one or two addresses are shown nowhere.
  @Test func addressesCountToo() async throws {
    let heap = (0..<1000).map { Position(x: $0 % 2 == 0 ? 3000 : 3010, y: 3000) }
    let (grid, _, _) = try await made(heap)
    #expect(grid.parts[0].cells.allSatisfy { $0 == .suppressed || $0 == .outside })
    let three = heap + [Position(x: 2990, y: 3000)]
    let (other, _, _) = try await made(three)
    #expect(other.parts[0].cells.contains { if case .inClass = $0 { true } else { false } })
  }

  @Test func refusals() async throws {
    let points = scattered(700, seed: 2)
    await #expect(throws: GridRefusal.homeAddresses) { try await made(points, source: .homes) }
    await #expect(throws: GridRefusal.bandwidthTooSmall(299, minimum: 300)) {
      try await made(points, bandwidth: 299)
    }
    await #expect(throws: GridRefusal.tooFewRecords(minimum: 10)) {
      try await made(Array(points.prefix(9)))
    }
    _ = try await made(points, bandwidth: 300)
    // Open data have no rule.
    let (grid, _, _) = try await made(Array(points.prefix(9)), source: .open, bandwidth: 150)
    #expect(!grid.parts[0].cells.contains(.suppressed))
    #expect(grid.recordCount == 9)
  }

  @Test func totalsAreRounded() async throws {
    for (count, told) in [(701, 700), (703, 705), (12, 10)] {
      #expect(try await made(scattered(count, seed: 3)).grid.recordCount == told)
    }
  }

  /// Other densities in the same classes give the same drawing.
  @Test func surfacesFollowFromTheClasses() async throws {
    let breaks = PublishedGrid.Breaks.given([5, 10, 20, 40])
    let positions = scattered(1500, seed: 4)
    let (grid, _, _) = try await made(positions, breaks: breaks)
    let frame = grid.parts[0].frame
    for (cell, surface) in grid.parts[0].surfaces {
      let locator = PolygonLocator([surface])
      for index in 0..<frame.count where grid.parts[0].cells[index] != .outside {
        #expect(locator.covers(0, frame.center(index)) == (grid.parts[0].cells[index] == cell))
      }
      // Every corner lies at the middle of a cell or halfway two: at a multiple of half a cell.
      for ring in surface.rings {
        for position in ring.positions {
          #expect(position.x.truncatingRemainder(dividingBy: 50) == 0)
          #expect(position.y.truncatingRemainder(dividingBy: 50) == 0)
        }
      }
    }
  }

  /// GEOS finds every surface valid, and no two that overlap.
  @Test(arguments: [PointSource.incidents, .open], [5, 6, 7] as [UInt64])
  func surfacesAreValid(source: PointSource, seed: UInt64) async throws {
    let (grid, _, _) = try await made(scattered(1200, seed: seed), source: source, bandwidth: 400)
    let engine = TopologyEngine()
    let surfaces = grid.parts[0].surfaces.map(\.surface)
    #expect(surfaces.count >= 5)
    for surface in surfaces { #expect(engine.validity(of: surface) == .valid) }
    let total = surfaces.reduce(0) { $0 + $1.area }
    #expect(abs(try engine.union(surfaces).area - total) < 1e-3)
    for (index, surface) in surfaces.enumerated() {
      for other in surfaces[(index + 1)...] {
        #expect(try engine.intersection(surface, other).area < 1e-6)
      }
    }
  }

  // MARK: The attack

  /// From exact densities forty points are found within metres; from the published classes they are not.
  @Test func deconvolution() async throws {
    var generator = RepeatableGenerator(seed: 20)
    // Dense enough that most cells are shown: all that the rule lets pass.
    let truth = (0..<40).map { _ in
      Position(
        x: Double.random(in: 700...1700, using: &generator),
        y: Double.random(in: 700...1700, using: &generator))
    }
    let (grid, surface, _) = try await made(truth, side: 2400)
    let frame = surface.frame
    let cells = (0..<frame.count).filter { surface.isInside[$0] }
    let exact = cells.map { index in (surface.values[index] * 1e6, surface.values[index] * 1e6) }
    let attack = Deconvolution(
      centers: cells.map { frame.center($0) }, bandwidth: 500, count: 40, box: 0...2400)
    let found = attack.positions(exact)
    let distances = attack.distances(found, to: truth)
    #expect(distances.count { $0 < 5 } >= 36, "\(distances.sorted())")

    // The attacker knows the class of each cell, and that others are not shown.
    let shown = cells.map { grid.parts[0].cells[$0] }
    #expect(shown.count { if case .inClass = $0 { true } else { false } } > 100)
    let known = shown.map { cell -> (Double, Double) in
      guard case .inClass(let number) = cell else { return (0, .infinity) }
      return (grid.edges[number], grid.edges[number + 1])
    }
    let guessed = attack.positions(known)
    let errors = attack.distances(guessed, to: truth)
    // As good as points at random would be: forty over a square kilometre lie 80 m from the nearest.
    #expect(errors.count { $0 < 5 } <= 2, "\(errors.sorted())")
    #expect(errors.count { $0 < 15 } <= 6)
    #expect(errors.sorted()[20] > 30, "\(errors.sorted())")
  }
}
