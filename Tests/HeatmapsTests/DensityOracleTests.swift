import Foundation
import Geometry
import Testing

@testable import Heatmaps

/// Densities against scikit-learn, exact sums, adaptive quadrature and spatstat; see `Tests/Oracles`.
@Suite struct DensityOracleTests {
  @Test func sumsAsScikitLearn() async throws {
    let rows = try oracle("heatmap_density.csv")
    let points = rows.filter { $0[0] == "punt" }
    let positions = points.compactMap { row in
      Double(row[4]).flatMap { x in Double(row[5]).map { Position(x: x, y: $0) } }
    }
    let weights = points.compactMap { Double($0[3]) }
    #expect(positions.count == 300 && weights.count == 300)
    let frame = try CellFrame(
      around: Box(minX: 119_000, minY: 485_500, maxX: 123_200, maxY: 488_700), cellSize: 100)
    var compared = 0
    for kernel in Kernel.allCases {
      for bandwidth in [350.0, 900] {
        for isWeighted in [false, true] {
          let values = try await Heatmap.sums(
            of: HeatmapPoints(positions, weights: isWeighted ? weights : nil), kernel: kernel,
            bandwidth: bandwidth, on: frame, tasks: 2)
          let top = values.max() ?? 0
          for row in rows
          where row[0] == "cel" && row[1] == kernel.rawValue && Double(row[2]) == bandwidth
            && row[3] == (isWeighted ? "1" : "0")
          {
            let (x, y) = (try #require(Double(row[4])), try #require(Double(row[5])))
            let wanted = try #require(Double(row[6]))
            let cell =
              Int((y - frame.minY) / 100) * frame.columns + Int((x - frame.minX) / 100)
            #expect(frame.center(cell) == Position(x: x, y: y))
            // Where a kernel ends, its last digits are those of the distance.
            let isEqual = abs(values[cell] - wanted) <= 1e-9 * wanted + 1e-14 * top
            #expect(isEqual, "\(kernel) \(bandwidth) \(x) \(y)")
            compared += 1
          }
        }
      }
    }
    #expect(compared == 576)
  }

  @Test func sharesAsQuadrature() throws {
    let window = try Window([try ragged()])
    var compared = 0
    for row in try oracle("heatmap_mass.csv") {
      let kernel = try #require(Kernel(rawValue: row[0]))
      let numbers = row.dropFirst().compactMap(Double.init)
      let point = try HeatmapPoints([Position(x: numbers[1], y: numbers[2])])
      let mass = window.masses(at: point, kernel: kernel, bandwidths: [numbers[0]])[0]
      #expect(abs(mass - numbers[3]) <= 1e-8, "\(row): \(mass)")
      compared += 1
    }
    #expect(compared == 80)
  }

  /// On a grid the shares are those at points.
  @Test(arguments: Kernel.allCases) func sharesOnAGrid(kernel: Kernel) async throws {
    let window = try Window([try ragged()])
    let frame = try CellFrame(around: window.box, cellSize: 37, margin: 3)
    let bandwidth = kernel == .gaussian ? 100.0 : 280
    let masses = await window.masses(
      at: frame, inside: window.contains(frame.centers), kernel: kernel, bandwidth: bandwidth,
      tasks: 2)
    let points = try HeatmapPoints(frame.centers)
    let wanted = window.masses(at: points, kernel: kernel, bandwidths: [bandwidth])
    for (mass, other) in zip(masses, wanted) { #expect(abs(mass - other) < 1e-12) }
  }

  /// A rectangle in the middle of which a kernel fits, its sides and its corners.
  @Test(arguments: Kernel.allCases) func sharesOfARectangle(kernel: Kernel) throws {
    let window = try Window([try rectangle(4000, 4000), try rectangle(4000, 4000, at: 4000)])
    let h = kernel == .gaussian ? 200.0 : 1000
    let points = try HeatmapPoints([
      Position(x: 2000, y: 2000), Position(x: 2000, y: 0), Position(x: 4000, y: 2000),
      Position(x: 9999, y: 2000), Position(x: 1e-5, y: 1e-5),
    ])
    let masses = window.masses(at: points, kernel: kernel, bandwidths: [h])
    for (position, mass) in zip(points.positions, masses) {
      let wanted =
        switch (position.x, position.y) {
        case (9999, _): 0.0
        case (_, 0): 0.5
        case (1e-5, _): 0.25
        default: 1.0
        }
      #expect(abs(mass - wanted) < 1e-7, "\(position)")
    }
  }

  @Test func owensTable() {
    // T(h, 1) = Φ(h)(1 − Φ(h)) / 2, T(0, a) = atan(a) / 2π, T(h, ∞) = (1 − Φ(h)) / 2.
    for h in [0.0, 0.1, 0.7, 1.5, 3, 6] {
      let q = upperTail(h)
      #expect(abs(owenT(h, 1) - q * (1 - q) / 2) < 1e-14)
      #expect(abs(owenT(h, .infinity) - q / 2) < 1e-14)
      #expect(owenT(h, -0.4) == -owenT(h, 0.4))
    }
    for a in [0.1, 0.5, 1, 3, 40] { #expect(abs(owenT(0, a) - atan(a) / (2 * .pi)) < 1e-14) }
  }

  // MARK: spatstat

  private func spatstat() throws -> (points: HeatmapPoints, rows: [[String]], order: [Int]) {
    let rows = try oracle("heatmap_spatstat.csv")
    let points = rows.filter { $0[0] == "punt" }.map { $0[3...].compactMap(Double.init) }
    let gathered = try HeatmapPoints(
      points.map { Position(x: $0[0], y: $0[1]) }, weights: points.map { $0[2] })
    let places = Dictionary(
      uniqueKeysWithValues: gathered.positions.enumerated().map { ($1, $0) })
    let order = points.compactMap { places[Position(x: $0[0], y: $0[1])] }
    return (gathered, rows, order)
  }

  @Test(arguments: [EdgeCorrection.none, .uniform, .diggle], [150.0, 400, 1000])
  func densityAtPointsAsSpatstat(edge: EdgeCorrection, sigma: Double) async throws {
    let (points, rows, order) = try spatstat()
    let window = try Window([try rectangle(4000, 3000)])
    let map = try await Heatmap(
      edge == .none ? HeatmapPoints(points.positions) : points, in: window, kernel: .gaussian,
      bandwidth: sigma, edge: edge)
    let values = await map.valuesAtPoints(tasks: 2)
    let column = [EdgeCorrection.none: 3, .uniform: 4, .diggle: 5][edge] ?? 0
    let wanted = rows.filter { $0[0] == "dichtheid" && Double($0[1]) == sigma }
    #expect(wanted.count == order.count && order.count > 100)
    for row in wanted {
      let place = order[try #require(Int(row[2])) - 1]
      #expect(isNear(values[place], try #require(Double(row[column])), 1e-6))
    }
  }

  @Test func bandwidthsAsSpatstat() async throws {
    let (points, rows, _) = try spatstat()
    let window = try Window([try rectangle(4000, 3000)])
    let places = try HeatmapPoints(points.positions)
    func value(_ kind: String) throws -> Double {
      try #require(rows.first { $0[0] == kind }.flatMap { Double($0[3]) })
    }
    func chosen(_ rule: BandwidthRule, _ kernel: Kernel = .gaussian) async throws -> Double {
      try await rule.bandwidth(of: points, in: window, kernel: kernel)
    }
    #expect(isNear(try await chosen(.scott), try value("scott"), 1e-9))
    #expect(
      isNear(try await chosen(.scott, .quartic), 8.0.squareRoot() * (try value("scott")), 1e-9))
    // One step of the grid of radii.
    #expect(abs(try await chosen(.diggle) - (try value("diggle"))) < 1.0)
    // The scores themselves.
    for row in rows where row[0] == "ppl" {
      let sigma = try #require(Double(row[1]))
      let score = await BandwidthRule.ppl.score(sigma, places: places, window: window, tasks: 1)
      #expect(isNear(score, try #require(Double(row[3])), 1e-8))
    }
    for row in rows where row[0] == "cvl" {
      let sigma = try #require(Double(row[1]))
      let score = await BandwidthRule.cronieVanLieshout.score(
        sigma, places: places, window: window, tasks: 2)
      let sum = try #require(Double(row[3]))
      #expect(isNear(score, -abs(log(sum / window.area)), 1e-6))
    }
    // spatstat chooses from 400 values in equal ratios; ours lies at most one step off.
    #expect(isNear(try await chosen(.ppl), try value("pplkeuze"), 0.013))
    #expect(isNear(try await chosen(.cronieVanLieshout), try value("cvlkeuze"), 0.013))
  }
}
