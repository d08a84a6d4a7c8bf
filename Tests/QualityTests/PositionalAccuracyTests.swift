import Quality
import TestSupport
import Testing

/// How far positions lie from true ones, and to what they are rounded.
@Suite struct PositionalAccuracyTests {
  private func cell(_ width: Double, _ height: Double, _ count: Int) -> PositionalError.Cell {
    PositionalError.Cell(halfWidth: width, halfHeight: height, count: count)
  }

  /// Against a fine lattice of true places in each cell.
  @Test(arguments: [
    [(50.0, 50.0, 10)], [(50, 50, 10), (0.5, 0.5, 90)], [(0.34, 0.56, 7)],
    [(500, 20, 1), (5, 5, 3)],
  ])
  func errorsOfRounding(_ cells: [(Double, Double, Int)]) throws {
    let error = try #require(
      PositionalError(rounding: cells.map { cell($0.0, $0.1, $0.2) }))
    let parts = 300
    var distances: [(distance: Double, weight: Double)] = []
    for (width, height, count) in cells {
      for east in 0..<parts {
        for north in 0..<parts {
          let x = ((Double(east) + 0.5) / Double(parts) * 2 - 1) * width
          let y = ((Double(north) + 0.5) / Double(parts) * 2 - 1) * height
          distances.append(
            ((x * x + y * y).squareRoot(), Double(count) / Double(parts * parts)))
        }
      }
    }
    distances.sort { $0.distance < $1.distance }
    let total = distances.reduce(0) { $0 + $1.weight }
    func quantile(_ share: Double) -> Double {
      var reached = 0.0
      for entry in distances {
        reached += entry.weight
        if reached >= share * total { return entry.distance }
      }
      return .nan
    }
    let root = (distances.reduce(0) { $0 + $1.weight * $1.distance * $1.distance } / total)
      .squareRoot()
    func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.01 * b }
    #expect(near(error.median, quantile(0.5)))
    #expect(near(error.within95, quantile(0.95)))
    #expect(near(error.rootMeanSquare, root))
  }

  @Test func withoutCoordinatesNoError() {
    #expect(PositionalError(rounding: []) == nil)
    #expect(PositionalError(rounding: [cell(1, 1, 0)]) == nil)
    #expect(cell(3, 4, 1).reach == 5)
  }

  @Test(arguments: [
    ("121687", 0), ("121687.0", 0), ("121687.50", -1), ("121687,503", -3), ("121700", 2),
    ("120000.00", 3), ("200000", 3), ("-4.8950", -3), ("+5", 0), ("0.00010", -4), ("052.1", -1),
  ])
  func powersOfTen(_ text: String, _ exponent: Int) {
    #expect(CoordinateGrid.exponent(of: text) == exponent)
  }

  @Test(arguments: ["", "0", "0.00", "1e5", "121.687,5", "12-3", "x", " 5", "."])
  func noPowerOfTen(_ text: String) {
    #expect(CoordinateGrid.exponent(of: text) == nil)
  }

  /// Pairs of whole metres, some of which are rounded: the steps and about as many as were rounded come back.
  @Test(arguments: [[:], [2: 300], [1: 100, 3: 50], [1: 40, 2: 400]])
  func plantedGridIsFound(_ planted: [Int: Int]) {
    var random = RepeatableGenerator(seed: UInt64(planted.count + 5))
    var counts: [Int: Int] = [:]
    func add(rounded: Int, _ count: Int) {
      let power = (0..<rounded).reduce(1) { power, _ in power * 10 }
      for _ in 0..<count {
        let pair = (0..<2).map { _ in Int.random(in: 10_000..<300_000, using: &random) / power }
        let exponents = pair.map { number in
          CoordinateGrid.exponent(of: String(number * power)) ?? 0
        }
        counts[exponents.min() ?? 0, default: 0] += 1
      }
    }
    add(rounded: 0, 2_000)
    for (exponent, count) in planted { add(rounded: exponent, count) }
    let grid = CoordinateGrid(counts)
    let total = 2_000 + planted.values.reduce(0, +)
    #expect(grid.steps.map(\.exponent) == planted.keys.sorted(by: >) + [0])
    #expect(grid.count == total)
    for (exponent, count) in planted {
      let found = grid.steps.first { $0.exponent == exponent }?.count ?? 0
      // Those that are multiples by chance are with them.
      let chance = Double(total) / 100 + 10
      let excess = Double(found - count)
      #expect(excess >= 0 && excess <= chance)
    }
  }

  @Test func allOnOneStep() {
    #expect(CoordinateGrid([2: 5, 3: 1]).steps == [CoordinateGrid([2: 6]).steps[0]])
    #expect(CoordinateGrid([2: 5]).step(of: 3)?.exponent == 2)
    #expect(CoordinateGrid([:]).steps == [])
    #expect(CoordinateGrid([:]).step(of: 0) == nil)
    #expect(CoordinateGrid([9: 4]).steps.map(\.exponent) == [3])
  }

  @Test func errorsHaveNoGrade() {
    let error = PositionalError(median: 1, within95: 2, rootMeanSquare: 1)
    let finding = QualityFinding(.placeErrors, .distance(error, count: 3, of: 4))
    #expect(finding.rate == nil)
    #expect(finding.grade == nil)
  }
}
