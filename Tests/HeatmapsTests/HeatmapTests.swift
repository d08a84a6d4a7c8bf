import Foundation
import Geometry
import Heatmaps
import TestSupport
import Testing

@Suite struct HeatmapTests {
  private func scattered(_ count: Int, seed: UInt64, in width: Double, _ height: Double)
    -> [Position]
  {
    var generator = RepeatableGenerator(seed: seed)
    return (0..<count).map { _ in
      Position(
        x: Double.random(in: 0...width, using: &generator),
        y: Double.random(in: 0...height, using: &generator))
    }
  }

  // MARK: Mass

  /// With Diggle's correction the cells hold the weights, ever more exactly for smaller cells.
  @Test(arguments: Kernel.allCases) func massIsKept(kernel: Kernel) async throws {
    let window = try Window([try rectangle(6000, 4000)])
    let positions = scattered(200, seed: 3, in: 6000, 4000)
    let weights = (0..<200).map { Double($0 % 7) / 2 }
    let points = try HeatmapPoints(positions, weights: weights)
    let map = try await Heatmap(
      points, in: window, kernel: kernel, bandwidth: kernel == .gaussian ? 300 : 800,
      edge: .diggle)
    var errors: [Double] = []
    for cell in [200.0, 100, 50] {
      let surface = await map.surface(on: try CellFrame(around: window.box, cellSize: cell))
      errors.append(abs(surface.integral / points.totalWeight - 1))
    }
    #expect(errors[2] < 2e-4, "\(errors)")
    #expect(errors[2] < errors[0])
  }

  @Test(arguments: [false, true]) func massIsKeptInAPolygon(isAdaptive: Bool) async throws {
    let window = try Window([try ragged()])
    let points = try HeatmapPoints(scattered(400, seed: 4, in: 2100, 1700))
    let map = try await Heatmap(
      points, in: window, kernel: .quartic, bandwidth: 300, edge: .diggle, isAdaptive: isAdaptive)
    #expect(map.outsideCount > 50 && map.outsideCount + map.points.recordCount == 400)
    let surface = await map.surface(on: try CellFrame(around: window.box, cellSize: 10))
    #expect(abs(surface.integral / map.points.totalWeight - 1) < 2e-3)
  }

  @Test func withoutCorrectionMassIsLostAndWithUniformItIsNotLower() async throws {
    let window = try Window([try rectangle(3000, 3000)])
    let points = try HeatmapPoints(scattered(300, seed: 5, in: 3000, 3000))
    let frame = try CellFrame(around: window.box, cellSize: 50)
    var integrals: [EdgeCorrection: Double] = [:]
    for edge in EdgeCorrection.allCases {
      let map = try await Heatmap(
        points, in: window, kernel: .quartic, bandwidth: 1000, edge: edge)
      integrals[edge] = await map.surface(on: frame).integral
    }
    #expect(integrals[.none] ?? 0 < 270)
    #expect(abs((integrals[.diggle] ?? 0) - 300) < 0.5)
    #expect(abs((integrals[.uniform] ?? 0) - 300) < 15)
  }

  // MARK: The same result

  @Test(arguments: Kernel.allCases) func threadsAndOrderDoNotMatter(kernel: Kernel) async throws {
    let window = try Window([try ragged()])
    var positions = scattered(500, seed: 6, in: 2000, 1600)
    positions += positions.prefix(50)
    var generator = RepeatableGenerator(seed: 7)
    let frame = try CellFrame(around: window.box, cellSize: 9, margin: 2)
    var first: [UInt64] = []
    for tasks in [1, 2, 3, 8] {
      let map = try await Heatmap(
        HeatmapPoints(positions), in: window, kernel: kernel, bandwidth: 250, edge: .diggle,
        isAdaptive: true, tasks: tasks)
      let bits = await map.values(on: frame, tasks: tasks).map(\.bitPattern)
      if first.isEmpty { first = bits }
      #expect(bits == first)
      positions.shuffle(using: &generator)
    }
  }

  /// The part of a larger grid is the same grid.
  @Test func framesShareTheirLines() async throws {
    let points = try HeatmapPoints(scattered(100, seed: 8, in: 5000, 5000))
    let large = try CellFrame(
      around: Box(minX: -500, minY: -900, maxX: 5000, maxY: 5000), cellSize: 100)
    let small = try CellFrame(
      around: Box(minX: 2010, minY: 1020, maxX: 3000, maxY: 2950), cellSize: 100)
    let all = try await Heatmap.sums(of: points, kernel: .quartic, bandwidth: 700, on: large)
    let part = try await Heatmap.sums(of: points, kernel: .quartic, bandwidth: 700, on: small)
    #expect(small.firstColumn == 20 && small.firstRow == 10)
    #expect(small.columns == 10 && small.rows == 20)
    for row in 0..<small.rows {
      for column in 0..<small.columns {
        let other =
          (row + small.firstRow - large.firstRow) * large.columns + column + small.firstColumn
          - large.firstColumn
        let value = part[row * small.columns + column]
        #expect(abs(value - all[other]) <= 1e-11 * value)
      }
    }
    #expect(small.name(0) == "E2000N1000")
  }

  @Test func weightsAreRepetitions() async throws {
    let positions = scattered(30, seed: 9, in: 1000, 1000)
    let frame = try CellFrame(
      around: Box(minX: 0, minY: 0, maxX: 1000, maxY: 1000), cellSize: 50)
    let repeated = try HeatmapPoints(positions.flatMap { [$0, $0, $0] })
    #expect(repeated.count == 30 && repeated.recordCount == 90)
    let weighted = try HeatmapPoints(positions, weights: Array(repeating: 3, count: 30))
    for kernel in Kernel.allCases {
      let a = try await Heatmap.sums(of: repeated, kernel: kernel, bandwidth: 300, on: frame)
      let b = try await Heatmap.sums(of: weighted, kernel: kernel, bandwidth: 300, on: frame)
      #expect(a == b)
    }
  }

  /// Records within the bandwidth by their weights, against every distance.
  @Test func nearbyRecordsAreWeighed() async throws {
    let window = try Window([try rectangle(2000, 2000)])
    var positions = scattered(150, seed: 10, in: 2000, 2000)
    positions += positions.prefix(20) + positions.prefix(5)
    // Two addresses of which the coordinates differ by less than a metre are one.
    positions += [Position(x: 700.25, y: 700.25), Position(x: 700.75, y: 700.5)]
    let map = try await Heatmap(
      HeatmapPoints(positions), in: window, kernel: .quartic, bandwidth: 310, edge: .none)
    let frame = try CellFrame(around: window.box, cellSize: 90)
    let surface = await map.surface(on: frame, tasks: 2)
    for cell in 0..<frame.count {
      let center = frame.center(cell)
      func weight(_ position: Position) -> Double {
        let (dx, dy) = (position.x - center.x, position.y - center.y)
        let u = max(1 - (dx * dx + dy * dy) / (310 * 310), 0)
        return u * u
      }
      let records = positions.reduce(0) { $0 + weight($1) }
      #expect(abs(surface.records[cell] - records) < 1e-9)
      var seen: Set<Position> = []
      let addresses = positions.filter {
        seen.insert(Position(x: $0.x.rounded(.down), y: $0.y.rounded(.down))).inserted
      }
      // Of two in one square metre either may stand for both.
      let expected = addresses.reduce(0) { $0 + weight($1) }
      #expect(abs(surface.addresses[cell] - expected) < 0.01)
      #expect(surface.addresses[cell] <= surface.records[cell] + 1e-9)
    }
  }

  /// Abramson's bandwidths and the density with them, by their definition.
  @Test(arguments: [Kernel.quartic, .gaussian])
  func adaptiveDensityIsThatOfItsDefinition(kernel: Kernel) async throws {
    let window = try Window([try rectangle(6000, 6000)])
    let positions = scattered(60, seed: 12, in: 6000, 6000) + scattered(40, seed: 13, in: 900, 900)
    let h = 700.0
    func k(_ a: Position, _ b: Position, _ h: Double) -> Double {
      let u = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)) / (h * h)
      if kernel == .gaussian { return exp(-u / 2) / (2 * Double.pi * h * h) }
      return u < 1 ? 3 * (1 - u) * (1 - u) / (Double.pi * h * h) : 0
    }
    let pilot = positions.map { place in positions.reduce(0) { $0 + k(place, $1, h) } }
    let middle = exp(pilot.reduce(0) { $0 + log($1) } / Double(pilot.count))
    let bandwidths = pilot.map { h * min((middle / $0).squareRoot(), 5) }
    let map = try await Heatmap(
      HeatmapPoints(positions), in: window, kernel: kernel, bandwidth: h, edge: .none,
      isAdaptive: true)
    let sorted = zip(positions, bandwidths).sorted {
      ($0.0.y, $0.0.x) < ($1.0.y, $1.0.x)
    }
    for (found, wanted) in zip(map.bandwidths, sorted) {
      #expect(abs(found - wanted.1) < 1e-9 * h)
    }
    let frame = try CellFrame(around: window.box, cellSize: 300)
    let values = await map.values(on: frame, tasks: 2)
    let largest = values.max() ?? 0
    for cell in 0..<frame.count {
      let center = frame.center(cell)
      let wanted = zip(positions, bandwidths).reduce(0) { $0 + k(center, $1.0, $1.1) }
      #expect(abs(values[cell] - wanted) < 1e-11 * largest)
    }
  }

  @Test func adaptiveBandwidthsAreSmallWherePointsAre() async throws {
    let window = try Window([try rectangle(10_000, 10_000)])
    let dense = scattered(200, seed: 11, in: 500, 500)
    let lone = [Position(x: 8000, y: 8000), Position(x: 2000, y: 9000)]
    let map = try await Heatmap(
      HeatmapPoints(dense + lone), in: window, kernel: .quartic, bandwidth: 1000, edge: .none,
      isAdaptive: true, minimumBandwidth: 0)
    let far = map.points.positions.firstIndex(of: lone[0]) ?? 0
    #expect(map.bandwidths[far] == 5000)
    #expect(map.smallestBandwidth < 1000)
    // h₀ is the geometric mean before the limit, so most are near it.
    let floored = try await Heatmap(
      HeatmapPoints(dense + lone), in: window, kernel: .quartic, bandwidth: 1000, edge: .none,
      isAdaptive: true, minimumBandwidth: 990)
    #expect(floored.smallestBandwidth >= 990)
  }

  // MARK: Relative risk

  @Test func riskOfInhabitantsThemselvesIsOne() async throws {
    let area = try rectangle(4000, 4000)
    let window = try Window([area])
    let spread = try SpreadInhabitants([10_000], over: [area], spacing: 100)
    #expect(spread.positions.count == 1600 && abs(spread.total - 10_000) < 1e-6)
    let frame = try CellFrame(around: window.box, cellSize: 100)
    let map = try await Heatmap(
      HeatmapPoints(spread.positions), in: window, kernel: .quartic, bandwidth: 600,
      edge: .uniform)
    let inhabitants = try await Heatmap(
      HeatmapPoints(spread.positions, weights: spread.weights), in: window, kernel: .quartic,
      bandwidth: 600, edge: .uniform)
    let risk = RelativeRisk(
      records: await map.surface(on: frame), inhabitants: await inhabitants.values(on: frame),
      map: map, inhabitantTotal: spread.total)
    for cell in 0..<frame.count where risk.hasBase[cell] {
      #expect(abs(risk.surface.values[cell] - 1) < 1e-9)
      // A gamma distribution has its median a little below its mean.
      #expect(abs(risk.upperTail[cell] - 0.49) < 0.02)
    }
    #expect(risk.hasBase.allSatisfy { $0 })
  }

  /// Records that follow the inhabitants are found too dense in about one cell of twenty, over maps.
  @Test func riskKeepsItsSizeUnderChance() async throws {
    let area = try rectangle(12_000, 12_000)
    let window = try Window([area])
    let spread = try SpreadInhabitants([50_000], over: [area], spacing: 100)
    let frame = try CellFrame(around: window.box, cellSize: 400)
    let inhabitants = try await Heatmap(
      HeatmapPoints(spread.positions, weights: spread.weights), in: window, kernel: .quartic,
      bandwidth: 1500, edge: .uniform
    ).values(on: frame)
    var shares: [Double] = []
    for seed in 0..<60 {
      let map = try await Heatmap(
        HeatmapPoints(scattered(2000, seed: UInt64(100 + seed), in: 12_000, 12_000)), in: window,
        kernel: .quartic, bandwidth: 1500, edge: .uniform)
      let risk = RelativeRisk(
        records: await map.surface(on: frame), inhabitants: inhabitants, map: map,
        inhabitantTotal: spread.total)
      // Away from the boundary, as the docs say.
      let cells = (0..<frame.count).filter {
        let c = frame.center($0)
        return c.x > 1500 && c.x < 10_500 && c.y > 1500 && c.y < 10_500
      }
      shares.append(
        Double(cells.count { risk.upperTail[$0] < 0.05 }) / Double(cells.count))
    }
    let mean = shares.reduce(0, +) / 60
    let error = (shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 59 / 60).squareRoot()
    #expect(abs(mean - 0.05) < 3 * error + 0.005, "\(mean) ± \(error)")
  }

  // MARK: Bad input

  @Test func badInput() async throws {
    let window = try Window([try rectangle(1000, 1000)])
    let points = try HeatmapPoints([Position(x: 5, y: 5)])
    func failure(_ bandwidth: Double, _ points: HeatmapPoints, adaptive: Bool = false) async
      -> HeatmapError?
    {
      do throws(HeatmapError) {
        _ = try await Heatmap(
          points, in: window, kernel: .quartic, bandwidth: bandwidth, edge: .uniform,
          isAdaptive: adaptive)
        return nil
      } catch { return error }
    }
    #expect(await failure(0, points) == .badBandwidth(0))
    #expect(await failure(-3, points) == .badBandwidth(-3))
    #expect(await failure(1001, points) == .bandwidthLargerThanWindow(1001, extent: 1000))
    #expect(await failure(100, points, adaptive: true) == .uniformWithAdaptive)
    let away = try HeatmapPoints([Position(x: 5000, y: 5)])
    #expect(await failure(100, away) == .noPoints)
    #expect(await failure(100, try HeatmapPoints([])) == .noPoints)
    #expect(await failure(100, points) == nil)
    #expect(throws: HeatmapError.badWeight(index: 1)) {
      try HeatmapPoints([Position(x: 0, y: 0), Position(x: 1, y: 0)], weights: [1, -1])
    }
    #expect(throws: HeatmapError.badPosition(index: 0)) {
      try HeatmapPoints([Position(x: .nan, y: 0)])
    }
    #expect(throws: HeatmapError.emptyWindow) { try Window([]) }
    #expect(throws: HeatmapError.badCellSize(0, bandwidth: .infinity)) {
      try CellFrame(around: window.box, cellSize: 0)
    }
    #expect(throws: HeatmapError.self) { try CellFrame(around: window.box, cellSize: 1e-4) }
    for rule in BandwidthRule.allCases {
      await #expect(throws: HeatmapError.tooFewPoints(1)) {
        try await rule.bandwidth(of: points, in: window, kernel: .quartic)
      }
      await #expect(throws: HeatmapError.noPoints) {
        try await rule.bandwidth(of: away, in: window, kernel: .quartic)
      }
    }
  }

  /// One record: its own kernel, and nothing further away.
  @Test func onePoint() async throws {
    let window = try Window([try rectangle(3000, 3000)])
    let map = try await Heatmap(
      HeatmapPoints([Position(x: 1550, y: 1550)]), in: window, kernel: .quartic, bandwidth: 500,
      edge: .diggle)
    let frame = try CellFrame(around: window.box, cellSize: 100)
    let surface = await map.surface(on: frame)
    let peak = surface.values[15 * frame.columns + 15]
    #expect(isNear(peak, 3 / (Double.pi * 250_000), 1e-14))
    for cell in 0..<frame.count {
      let center = frame.center(cell)
      let d = ((center.x - 1550) * (center.x - 1550) + (center.y - 1550) * (center.y - 1550))
      #expect((surface.values[cell] > 0) == (d < 250_000))
    }
  }
}
