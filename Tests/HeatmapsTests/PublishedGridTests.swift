import Disclosure
import Geometry
import Heatmaps
import SpatialStatistics
import TestSupport
import Testing
import Topology

/// What leaves the gate: classes under the rule, and nothing from which records can be computed.
@Suite struct PublishedGridTests {
  @Test func aWeightThatStandsOutIsSeen() {
    let rule = GridRule.closed
    #expect(!rule.standsOut([]) && !rule.standsOut([0, 0]) && !rule.standsOut([5]))
    #expect(!rule.standsOut([1, 1, 1, 1, 3]))
    #expect(rule.standsOut([1, 1, 1, 1, 1, 1, 1, 1, 5]))
    #expect(rule.standsOut(Array(repeating: 1, count: 80) + [100_000]))
    #expect(rule.standsOut([1e300, 1e300, 1e308, 1e300, 1e300]))
    // Records of weight 0 take no part and make no mean.
    #expect(!rule.standsOut(Array(repeating: 0, count: 90) + [2, 2, 2]))
  }

  private func made(
    _ positions: [Position], source: PointSource = .incidents, bandwidth: Double = 500,
    breaks: PublishedGrid.Breaks = .chosen(.quantile, classes: 5), side: Double = 6000,
    cell: Double = 100
  ) async throws -> (grid: PublishedGrid, surface: DensitySurface, map: Heatmap) {
    let window = try Window([try rectangle(side, side)])
    let map = try await Heatmap(
      HeatmapPoints(positions), in: window, kernel: .quartic, bandwidth: bandwidth, edge: .none,
      limit: source.rule?.addressLimit)
    let surface = await map.surface(
      on: try CellFrame(around: window.box, cellSize: cell, margin: DensitySurface.margin))
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
    let positions = scattered(1400, seed: 1)
    let (grid, surface, _) = try await made(positions)
    var shown = 0
    for (index, cell) in grid.parts[0].cells.enumerated() where surface.isInside[index] {
      let center = surface.frame.center(index)
      let near = positions.map {
        1 - (($0.x - center.x) * ($0.x - center.x) + ($0.y - center.y) * ($0.y - center.y))
          / 250_000
      }.filter { $0 > 0 }
      let isSafe = near.reduce(0) { $0 + $1 * $1 } >= 10
      switch cell {
      case .inClass(let number):
        #expect(isSafe && near.count >= 10)
        let value = surface.values[index] * 1e6
        #expect(value >= grid.edges[number] && value < grid.edges[number + 1])
        shown += 1
      case .suppressed: #expect(!isSafe)
      default: Issue.record("a cell of the window is \(cell)")
      }
    }
    #expect((1000...3400).contains(shown), "\(shown)")
    #expect(grid.recordCount == 1400)
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
    let heap = (0..<1000).map { Position(x: $0 % 2 == 0 ? 3050 : 3052, y: 3050) }
    let (grid, _, _) = try await made(heap)
    #expect(grid.parts[0].cells.allSatisfy { $0 == .suppressed || $0 == .outside })
    // Two more with one record each leave both for three records, and with ten each for all ten.
    let more = [Position(x: 3050, y: 3048), Position(x: 3048, y: 3052)]
    func isShown(_ positions: [Position]) async throws -> Bool {
      try await made(positions).grid.parts[0].cells.contains {
        if case .inClass = $0 { true } else { false }
      }
    }
    #expect(try await !isShown(heap + more))
    let even = (heap.prefix(2) + more).flatMap { [Position](repeating: $0, count: 10) }
    #expect(try await isShown(even))
    #expect(try await made(even).map.points.countedTotal == 40)
  }

  /// Ninety-eight records at one address and one at two others met a rule of ten records and three
  /// addresses.
  @Test func oneAddressIsNoHotspot() async throws {
    let heap = [Position](repeating: Position(x: 3050, y: 3050), count: 98)
    let others = [Position(x: 3060, y: 3050), Position(x: 3050, y: 3070)]
    let (grid, _, map) = try await made(heap + others)
    #expect(grid.parts[0].cells.allSatisfy { $0 == .suppressed || $0 == .outside })
    #expect(map.points.recordCount == 100 && map.points.countedTotal == 5)
    // By weight as by number.
    let window = try Window([try rectangle(6000, 6000)])
    let heavy = try await Heatmap(
      HeatmapPoints(
        (0..<5).map { Position(x: 3050, y: 3050 + Double($0) / 10) } + scattered(45, seed: 8),
        weights: [Double](repeating: 3, count: 5) + [Double](repeating: 0.5, count: 45)),
      in: window, kernel: .quartic, bandwidth: 500, edge: .none,
      limit: GridRule.closed.addressLimit)
    // The mean weight is 0.75, so that the address counts for three times that at most.
    #expect(abs(heavy.points.totalWeight - (45 * 0.5 + 3 * 0.75)) < 0.5)
    // A density without the limit is refused.
    let unlimited = try await Heatmap(
      HeatmapPoints(heap + others), in: window, kernel: .quartic, bandwidth: 500, edge: .none)
    let surface = await unlimited.surface(on: try CellFrame(around: window.box, cellSize: 100))
    #expect(throws: GridRefusal.addressesNotLimited) {
      try PublishedGrid(
        [.density(surface)], of: unlimited, source: .incidents,
        breaks: .chosen(.quantile, classes: 5))
    }
  }

  /// In every cell that is shown no address is more than half, and around each address it is at most
  /// three tenths or three records.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func noAddressPrevails(seed: UInt64) async throws {
    var generator = RepeatableGenerator(seed: seed)
    let places = scattered(120, seed: seed, side: 2500)
    let positions = places.flatMap { place in
      [Position](
        repeating: place, count: Int(60 / Double.random(in: 1...60, using: &generator)))
    }
    let (grid, surface, map) = try await made(positions, side: 2500)
    let points = map.points
    func weight(_ a: Position, _ b: Position) -> Double {
      let u = 1 - ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)) / 250_000
      return u > 0 ? u * u : 0
    }
    func parts(_ place: Position) -> [Double] {
      (0..<points.count).map { points.counted[$0] * weight(place, points.position($0)) }
    }
    for point in 0..<points.count {
      let around = parts(points.position(point)).reduce(0, +)
      #expect(points.counted[point] <= max(3, 0.3 * around) * 1.01)
      #expect(points.counted[point] <= Double(points.records[point]))
    }
    var shown = 0
    for (index, cell) in grid.parts[0].cells.enumerated() {
      guard case .inClass = cell else { continue }
      let all = parts(surface.frame.center(index))
      let (sum, largest) = (all.reduce(0, +), all.max() ?? 0)
      #expect(largest <= 0.5 * sum + 1e-9 && sum >= 10 - 1e-9)
      shown += 1
    }
    #expect(shown > 20, "\(shown)")
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
    await #expect(throws: GridRefusal.cellTooSmall(49, minimum: 50, bandwidth: 500)) {
      try await made(points, cell: 49)
    }
    await #expect(throws: GridRefusal.cellTooSmall(50, minimum: 75, bandwidth: 1500)) {
      try await made(points, bandwidth: 1500, cell: 50)
    }
    _ = try await made(points, cell: 50)
    // Open data have no rule.
    let (grid, _, _) = try await made(
      Array(points.prefix(9)), source: .open, bandwidth: 150, cell: 40)
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
    let (grid, _, _) = try await made(scattered(2400, seed: seed), source: source, bandwidth: 400)
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
        x: Double.random(in: 850...1550, using: &generator),
        y: Double.random(in: 850...1550, using: &generator))
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

    // The attacker knows the class of each cell, and that others weigh less than ten records.
    let hidden = 10 * 3 / (Double.pi * 500 * 500) * 1e6
    let shown = cells.map { grid.parts[0].cells[$0] }
    #expect(shown.count { if case .inClass = $0 { true } else { false } } > 30)
    let known = shown.map { cell -> (Double, Double) in
      guard case .inClass(let number) = cell else { return (0, hidden) }
      return (max(grid.edges[number], hidden), grid.edges[number + 1])
    }
    let guessed = attack.positions(known)
    let errors = attack.distances(guessed, to: truth)
    // As good as points at random would be: forty over half a square kilometre lie 55 m from the nearest.
    #expect(errors.count { $0 < 5 } <= 2, "\(errors.sorted())")
    #expect(errors.count { $0 < 15 } <= 6)
    #expect(errors.sorted()[20] > 25, "\(errors.sorted())")
  }

  /// One address with 98 of 398 records is found within a cell when all its records count, from the
  /// classes alone; limited, it is not.
  @Test func dominance() async throws {
    let side = 3000.0
    var errors: (all: [Double], limited: [Double]) = ([], [])
    for seed: UInt64 in 1...5 {
      var generator = RepeatableGenerator(seed: seed + 70)
      let heavy = Position(
        x: Double.random(in: 800...2200, using: &generator),
        y: Double.random(in: 800...2200, using: &generator))
      let truth =
        scattered(300, seed: seed, side: side) + [Position](repeating: heavy, count: 98)
      for source in [PointSource.open, .incidents] {
        let (grid, surface, _) = try await made(truth, source: source, side: side)
        let frame = surface.frame
        let attack = DominanceAttack(
          centers: (0..<frame.count).map { frame.center($0) }, bandwidth: 500,
          background: 300 / 9, side: side)
        let found = attack.place(
          grid.parts[0].cells.map { cell in
            guard case .inClass(let number) = cell else { return nil }
            return (grid.edges[number], grid.edges[number + 1])
          })
        let (dx, dy) = (found.x - heavy.x, found.y - heavy.y)
        let error = (dx * dx + dy * dy).squareRoot()
        if source == .open { errors.all.append(error) } else { errors.limited.append(error) }
      }
    }
    #expect(errors.all.sorted()[2] < 50, "\(errors)")
    #expect(errors.limited.sorted()[2] > 150, "\(errors)")
  }

  /// The border of what is hidden says no more of records than chance does. Were a cell shown from ten
  /// records within the bandwidth on, each counting one, the same attack would find half of them.
  @Test func border() async throws {
    let side = 3000.0
    var found = (counted: 0, published: 0)
    var chance = (counted: 0.0, published: 0.0)
    for seed: UInt64 in 1...3 {
      // So many that borders are everywhere.
      for (count, isPublished) in [(114, false), (343, true)] {
        let truth = scattered(count, seed: seed, side: side)
        let (grid, surface, _) = try await made(truth, side: side, cell: 50)
        let frame = surface.frame
        let isShown = (0..<frame.count).map { cell in
          if isPublished {
            if case .inClass = grid.parts[0].cells[cell] { return true } else { return false }
          }
          let center = frame.center(cell)
          return surface.isInside[cell]
            && BorderAttack.hits(truth, [center], within: 500) >= 10
        }
        let share = Double(isShown.count { $0 }) / 3600
        #expect(share > 0.2 && share < 0.6, "\(share)")
        let peaks = BorderAttack(frame: frame, bandwidth: 500, side: side)
          .peaks(isShown, count: 40)
        let hits = BorderAttack.hits(peaks, truth, within: 25)
        let others = (101...120).map { other in
          BorderAttack.hits(peaks, scattered(count, seed: other * seed, side: side), within: 25)
        }
        let mean = Double(others.reduce(0, +)) / Double(others.count)
        if isPublished {
          found.published += hits
          chance.published += mean
        } else {
          found.counted += hits
          chance.counted += mean
        }
      }
    }
    #expect(found.counted >= 30 && Double(found.counted) > 5 * chance.counted, "\(found) \(chance)")
    #expect(
      Double(found.published) <= chance.published + 3 * chance.published.squareRoot(),
      "\(found) \(chance)")
  }
}
