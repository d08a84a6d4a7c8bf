import SpatialStatistics
import TestSupport
import Testing

@Suite struct KnoxTestTests {
  @Test func handChecked() async throws {
    // Two pairs at the same place, each within two days; the pairs are 100 m and 30 days apart.
    let test = try await KnoxTest.run(
      x: [0, 0, 100, 100], y: [0, 0, 0, 0], days: [0, 2, 30, 32], distances: [0, 100],
      lags: [2, 40],
      permutations: 999)
    #expect(test.nearInSpace == [2, 4])
    #expect(test.nearInTime == [2, 4])
    #expect(test.cells[0][0].pairs == 2)
    #expect(test.cells[0][1].pairs == 0)
    #expect(test.cells[1][0].pairs == 0)
    #expect(test.cells[1][1].pairs == 4)
    #expect(abs(test.cells[0][0].expected - 4.0 / 6) < 1e-15)
    // 8 of the 24 orders keep the pairs together.
    #expect(abs(test.cells[0][0].p - 1.0 / 3) < 0.05)
    #expect(test.cells[0][1].p == 1)
  }

  /// Over all orders of the dates the p-value counts them, and the mean is the expected number.
  @Test func allOrders() throws {
    let x = [0.0, 40, 45, 200, 210, 90]
    let y = [0.0, 30, 0, 5, 60, 80]
    let days = [3, 5, 5, 30, 9, 31]
    func orders(_ values: [Int]) -> [[Int]] {
      guard values.count > 1 else { return [values] }
      return values.indices.flatMap { place in
        var rest = values
        let first = rest.remove(at: place)
        return orders(rest).map { [first] + $0 }
      }
    }
    let all = orders(Array(0..<6))
    let (distances, lags) = ([50.0, 120], [2, 7, 30])
    let test = try KnoxTest.run(
      x: x, y: y, days: days, distances: distances, lags: lags, permutations: all)
    for (space, upper) in distances.enumerated() {
      for (time, longest) in lags.enumerated() {
        func pairs(_ days: [Int]) -> Int {
          var count = 0
          for a in 0..<6 {
            for b in 0..<a {
              let square = (x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b])
              let lag = abs(days[a] - days[b])
              guard square <= upper * upper, space == 0 || square > distances[0] * distances[0]
              else { continue }
              if lag <= longest && (time == 0 || lag > lags[time - 1]) { count += 1 }
            }
          }
          return count
        }
        let cell = test.cells[space][time]
        let counts = all.map { order in pairs(order.map { days[$0] }) }
        #expect(cell.pairs == pairs(days))
        let mean = Double(counts.reduce(0, +)) / Double(counts.count)
        #expect(abs(cell.expected - mean) < 1e-12)
        #expect(cell.p == Double(counts.count { $0 >= cell.pairs } + 1) / 721)
      }
    }
  }

  @Test func tasksAndShufflingChangeNothing() async throws {
    var generator = RepeatableGenerator(seed: 4)
    let x = (0..<200).map { _ in Double.random(in: 0...2000, using: &generator) }
    let y = (0..<200).map { _ in Double.random(in: 0...2000, using: &generator) }
    let days = (0..<200).map { _ in Int.random(in: 0...300, using: &generator) }
    func run(_ order: [Int], tasks: Int) async throws -> KnoxTest {
      try await KnoxTest.run(
        x: order.map { x[$0] }, y: order.map { y[$0] }, days: order.map { days[$0] + 17 },
        distances: [100, 200], lags: [7, 14], permutations: 199, tasks: tasks)
    }
    let one = try await run(Array(0..<200), tasks: 1)
    let three = try await run(Array(0..<200), tasks: 3)
    #expect(one.cells == three.cells)
    let shuffled = try await run((0..<200).shuffled(using: &generator), tasks: 2)
    #expect(shuffled.cells.map { $0.map(\.pairs) } == one.cells.map { $0.map(\.pairs) })
    #expect(shuffled.cells.map { $0.map(\.expected) } == one.cells.map { $0.map(\.expected) })
  }

  @Test func sizeUnderTheNullAndPower() async throws {
    var generator = RepeatableGenerator(seed: 31)
    let maps = 300
    var rejected = 0
    for map in 0..<maps {
      let x = (0..<60).map { _ in Double.random(in: 0...1000, using: &generator) }
      let y = (0..<60).map { _ in Double.random(in: 0...1000, using: &generator) }
      let days = (0..<60).map { _ in Int.random(in: 0...365, using: &generator) }
      let test = try await KnoxTest.run(
        x: x, y: y, days: days, distances: [150], lags: [30], permutations: 99, seed: UInt64(map))
      rejected += test.cells[0][0].p <= 0.05 ? 1 : 0
    }
    // Counts are whole, so the test rejects somewhat less often than 5 %.
    let error = (0.05 * 0.95 / Double(maps)).squareRoot()
    #expect(Double(rejected) / Double(maps) <= 0.05 + 3 * error)
    #expect(rejected > 0)
    // Each incident with a second one near and soon after.
    var x: [Double] = []
    var y: [Double] = []
    var days: [Int] = []
    for _ in 0..<40 {
      let (east, north) = (
        Double.random(in: 0...5000, using: &generator),
        Double.random(in: 0...5000, using: &generator)
      )
      let day = Int.random(in: 0...365, using: &generator)
      x += [east, east + 30]
      y += [north, north]
      days += [day, day + 3]
    }
    let test = try await KnoxTest.run(x: x, y: y, days: days, distances: [100], lags: [7])
    #expect(test.cells[0][0].p == 0.001)
    #expect(test.cells[0][0].ratio ?? 0 > 5)
  }

  @Test func badIncidents() async {
    func failure(
      x: [Double] = [0, 1, 2, 3], days: [Int] = [1, 2, 3, 4], distances: [Double] = [10],
      lags: [Int] = [5], permutations: Int = 9
    ) async -> KnoxTest.Failure? {
      do {
        _ = try await KnoxTest.run(
          x: x, y: [Double](repeating: 0, count: x.count), days: days, distances: distances,
          lags: lags, permutations: permutations)
        return nil
      } catch { return error as? KnoxTest.Failure }
    }
    #expect(await failure() == nil)
    #expect(await failure(x: [0, 1, 2], days: [1, 2, 3]) == .tooFewIncidents(3))
    #expect(await failure(x: [0, 1, 2]) == .lengths)
    #expect(await failure(x: [0, 1, .nan, 2]) == .position(incident: 2))
    #expect(await failure(x: [0, 1, 2, 1e200]) == .position(incident: 3))
    #expect(await failure(days: [4, 4, 4, 4]) == .oneDay)
    #expect(await failure(distances: []) == .distances)
    #expect(await failure(distances: [10, 10]) == .distances)
    #expect(await failure(lags: [-1]) == .days)
    #expect(await failure(permutations: 0) == .permutations)
  }
}
