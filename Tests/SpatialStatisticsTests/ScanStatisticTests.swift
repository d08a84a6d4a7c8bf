import Foundation
import SpatialStatistics
import TestSupport
import Testing

@Suite struct ScanStatisticTests {
  private static func ratio(_ c: Double, _ e: Double, _ total: Double) -> Double {
    (c > 0 ? c * log(c / e) : 0) + (total > c ? (total - c) * log((total - c) / (total - e)) : 0)
  }

  /// One window of the definition: areas, periods, cases, expected cases, ratio.
  private struct Window {
    let areas: Set<Int>
    let periods: Range<Int>
    let cases: Int
    let expected: Double
    let ratio: Double
  }

  /// All windows by the definition, slowly: a circle for each middle and each distance.
  private func windows(
    _ data: ScanData, counts: [Int], share: Double, longest: Int, direction: ScanOptions.Direction
  ) -> [Window] {
    var windows: [Window] = []
    let total = Double(data.totalCases)
    let periods = data.periodCount
    func square(_ a: Int, _ b: Int) -> Double {
      let (dx, dy) = (data.x[a] - data.x[b], data.y[a] - data.y[b])
      return dx * dx + dy * dy
    }
    for centre in 0..<data.areaCount {
      for edge in Set((0..<data.areaCount).map { square($0, centre) }) {
        let inside = (0..<data.areaCount).filter { square($0, centre) <= edge }
        func sum<T: AdditiveArithmetic>(_ values: [T], _ span: Range<Int>) -> T {
          inside.reduce(T.zero) { sum, area in
            span.reduce(sum) { $0 + values[area * periods + $1] }
          }
        }
        guard sum(data.population, 0..<periods) <= share * data.totalPopulation else { continue }
        for first in 0..<periods {
          for end in first + 1...periods where end - first <= longest {
            let expected = sum(data.population, first..<end) * total / data.totalPopulation
            let cases = sum(counts, first..<end)
            guard expected > 0 else { continue }
            switch direction {
            case .high where Double(cases) <= expected, .low where Double(cases) >= expected:
              continue
            default: break
            }
            windows.append(
              Window(
                areas: Set(inside), periods: first..<end, cases: cases, expected: expected,
                ratio: Self.ratio(Double(cases), expected, total)))
          }
        }
      }
    }
    return windows
  }

  private func dataSet(
    _ generator: inout RepeatableGenerator, areas: Int, periods: Int, mean: Int
  ) throws -> ScanData {
    // Points of a coarse grid, so that there are equal distances and equal points.
    let x = (0..<areas).map { _ in Double(Int.random(in: 0...6, using: &generator)) * 100 }
    let y = (0..<areas).map { _ in Double(Int.random(in: 0...6, using: &generator)) * 100 }
    var population: [Double] = []
    var cases: [Int] = []
    for _ in 0..<areas {
      let inhabitants = Int.random(in: 0...9, using: &generator) * 50
      for _ in 0..<periods {
        population.append(Double(inhabitants))
        cases.append(inhabitants == 0 ? 0 : Int.random(in: 0...2 * mean, using: &generator))
      }
    }
    population[0] = 300
    cases[0] += 1
    return try ScanData(
      x: x, y: y, cases: cases,
      population: population.indices.map {
        $0 < periods ? 300 : population[$0]
      }, periodCount: periods)
  }

  /// Counts that add up to the same number, scattered by a generator that the engine does not use.
  private func replicate(_ data: ScanData, _ generator: inout RepeatableGenerator) -> [Int] {
    let places = data.population.indices.filter { data.population[$0] > 0 }
    var counts = [Int](repeating: 0, count: data.cases.count)
    for _ in 0..<data.totalCases {
      counts[places[Int.random(in: 0..<places.count, using: &generator)]] += 1
    }
    return counts
  }

  @Test func handChecked() async throws {
    // Twelve cases, three expected everywhere; nine in the first area.
    let data = try ScanData(
      x: [0, 10, 30, 60], y: [0, 0, 0, 0], cases: [9, 1, 1, 1],
      population: [100, 100, 100, 100])
    let given = [[3, 3, 3, 3], [9, 1, 1, 1], [1, 1, 1, 9], [12, 0, 0, 0]]
    let result = try await ScanStatistic.run(
      data, replicates: given, options: ScanOptions(largestP: 1))
    let cluster = try #require(result.clusters.first)
    #expect(cluster.areas == [0])
    #expect(cluster.cases == 9)
    #expect(cluster.expected == 3)
    #expect(abs(cluster.logLikelihoodRatio - 6 * log(3)) < 1e-12)
    #expect(cluster.relativeRisk == 9)
    #expect(cluster.radius == 0)
    // Three of the four have a window as extreme, and the map itself counts.
    #expect(cluster.p == 4.0 / 5)
    #expect(abs(result.maxima[3] - 12 * log(4)) < 1e-12)
    #expect(result.maxima[0] == 0)
  }

  @Test(arguments: ScanOptions.Direction.allCases)
  func agreesWithTheDefinition(direction: ScanOptions.Direction) async throws {
    var generator = RepeatableGenerator(seed: 5)
    for round in 0..<24 {
      let periods = round % 3 == 0 ? 1 : round % 5 + 2
      let data = try dataSet(
        &generator, areas: Int.random(in: 5...14, using: &generator), periods: periods,
        mean: [1, 4, 60][round % 3])
      let given = (0..<37).map { _ in replicate(data, &generator) }
      let share = [0.5, 0.25][round % 2]
      let longest = periods == 1 ? 1 : periods / 2
      let result = try await ScanStatistic.run(
        data, replicates: given,
        options: ScanOptions(largestShare: share, direction: direction, largestP: 1))
      for (counts, maximum) in zip(given, result.maxima) {
        let all = windows(
          data, counts: counts, share: share, longest: longest, direction: direction)
        let largest = all.map(\.ratio).max() ?? 0
        #expect(abs(maximum - largest) <= 1e-9 * (1 + largest), "round \(round)")
      }
      // Clusters: again and again the best window that shares no area with earlier ones.
      var left = windows(
        data, counts: data.cases, share: share, longest: longest, direction: direction)
      for cluster in result.clusters {
        let best = left.map(\.ratio).max() ?? 0
        #expect(abs(cluster.logLikelihoodRatio - best) <= 1e-9 * (1 + best), "round \(round)")
        let areas = Set(cluster.areas)
        #expect(
          left.contains {
            $0.areas == areas && $0.periods == cluster.periods && $0.cases == cluster.cases
              && abs($0.expected - cluster.expected) < 1e-9
          })
        left.removeAll { !$0.areas.isDisjoint(with: areas) }
      }
      #expect(left.allSatisfy { $0.ratio <= 1e-12 }, "round \(round): a cluster was left out")
    }
  }

  @Test func largeCountsAgreeToo() async throws {
    // Beyond 16 bits per area, so that the wide numbers are used.
    let data = try ScanData(
      x: [0, 10, 30, 60, 70], y: [0, 5, 0, 0, 9],
      cases: [900_000, 100_000, 300_000, 50_000, 10], population: [100, 80, 200, 100, 50])
    let given = [
      [0, 0, 0, 0, 1_350_010], [1_350_010, 0, 0, 0, 0],
      [270_002, 270_002, 270_002, 270_002, 270_002],
    ]
    for direction in ScanOptions.Direction.allCases {
      let result = try await ScanStatistic.run(
        data, replicates: given, options: ScanOptions(direction: direction))
      for (counts, maximum) in zip(given, result.maxima) {
        let largest =
          windows(data, counts: counts, share: 0.5, longest: 1, direction: direction)
          .map(\.ratio).max() ?? 0
        #expect(abs(maximum - largest) <= 1e-9 * largest)
      }
    }
  }

  @Test func tasksChangeNothing() async throws {
    var generator = RepeatableGenerator(seed: 8)
    let data = try dataSet(&generator, areas: 40, periods: 4, mean: 5)
    let one = try await ScanStatistic.run(data, options: ScanOptions(replicates: 75, tasks: 1))
    let three = try await ScanStatistic.run(data, options: ScanOptions(replicates: 75, tasks: 3))
    #expect(one.maxima == three.maxima)
    #expect(one.clusters == three.clusters)
    #expect(one.windowCount == three.windowCount)
    let other = try await ScanStatistic.run(
      data, options: ScanOptions(replicates: 75, seed: 2, tasks: 1))
    #expect(other.maxima != one.maxima)
  }

  @Test func orderOfAreasChangesNothing() async throws {
    var generator = RepeatableGenerator(seed: 9)
    let data = try dataSet(&generator, areas: 25, periods: 1, mean: 8)
    let given = (0..<19).map { _ in replicate(data, &generator) }
    let order = data.x.indices.shuffled(using: &generator)
    let turned = try ScanData(
      x: order.map { data.x[$0] + 5_000 }, y: order.map { data.y[$0] - 300 },
      cases: order.map { data.cases[$0] }, population: order.map { data.population[$0] * 4 })
    let a = try await ScanStatistic.run(data, replicates: given)
    let b = try await ScanStatistic.run(
      turned, replicates: given.map { counts in order.map { counts[$0] } })
    #expect(
      a.clusters.first.map { Set($0.areas) }
        == b.clusters.first.map { Set($0.areas.map { order[$0] }) })
    for (x, y) in zip(a.maxima, b.maxima) { #expect(abs(x - y) < 1e-9) }
    #expect(a.clusters.first?.p == b.clusters.first?.p)
  }

  /// Under equal risk, 5 % of maps have a cluster with p of at most 0.05.
  @Test func sizeUnderTheNull() async throws {
    var generator = RepeatableGenerator(seed: 77)
    let areas = 20
    let population = (0..<areas).map { _ in Double(Int.random(in: 1...9, using: &generator)) }
    let x = (0..<areas).map { _ in Double.random(in: 0...1000, using: &generator) }
    let y = (0..<areas).map { _ in Double.random(in: 0...1000, using: &generator) }
    let bag = population.indices.flatMap { [Int](repeating: $0, count: Int(population[$0])) }
    let maps = 300
    var rejected = 0
    var small = 0
    for map in 0..<maps {
      var cases = [Int](repeating: 0, count: areas)
      for _ in 0..<150 { cases[bag[Int.random(in: 0..<bag.count, using: &generator)]] += 1 }
      let result = try await ScanStatistic.run(
        try ScanData(x: x, y: y, cases: cases, population: population),
        options: ScanOptions(direction: .both, replicates: 99, seed: UInt64(map)))
      let p = result.clusters.first?.p ?? 1
      rejected += p <= 0.05 ? 1 : 0
      small += (result.clusters.first?.gumbelP ?? 1) <= 0.05 ? 1 : 0
    }
    let error = (0.05 * 0.95 / Double(maps)).squareRoot()
    #expect(abs(Double(rejected) / Double(maps) - 0.05) <= 3 * error)
    #expect(abs(Double(small) / Double(maps) - 0.05) <= 4 * error)
  }

  /// Replicates made by binomial counts are like those made case by case.
  @Test(arguments: [12, 300, 4_000])
  func replicatesFollowTheNull(total: Int) async throws {
    var generator = RepeatableGenerator(seed: UInt64(total))
    let population: [Double] = [50, 1, 7, 3, 0, 20, 11, 8]
    let bag = population.indices.flatMap { [Int](repeating: $0, count: Int(population[$0])) }
    let x = population.indices.map { Double($0 * $0) }
    let y = population.indices.map { Double($0) }
    var cases = [Int](repeating: 0, count: population.count)
    cases[0] = total
    let data = try ScanData(x: x, y: y, cases: cases, population: population)
    let rounds = 400
    let given = (0..<rounds).map { _ in
      var counts = [Int](repeating: 0, count: population.count)
      for _ in 0..<total { counts[bag[Int.random(in: 0..<bag.count, using: &generator)]] += 1 }
      return counts
    }
    let slow = try await ScanStatistic.run(data, replicates: given).maxima
    let fast = try await ScanStatistic.run(data, options: ScanOptions(replicates: rounds)).maxima
    func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
      let mean = values.reduce(0, +) / Double(values.count)
      return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
    }
    let (a, b) = (moments(slow), moments(fast))
    let error = ((a.variance + b.variance) / Double(rounds)).squareRoot()
    #expect(abs(a.mean - b.mean) < 3.5 * error)
    #expect(a.variance / b.variance > 0.6 && a.variance / b.variance < 1.7)
  }

  @Test func aRiseEverywhereIsNoClusterInTime() async throws {
    // Twice as many cases in the last two periods, in all areas alike.
    let x = (0..<12).map { Double($0 % 4) * 1000 }
    let y = (0..<12).map { Double($0 / 4) * 1000 }
    let cases = (0..<12).flatMap { _ in [20, 20, 40, 40] }
    let data = try ScanData(
      x: x, y: y, cases: cases, population: [Double](repeating: 500, count: 48), periodCount: 4)
    let plain = try await ScanStatistic.run(data, options: ScanOptions(replicates: 99))
    let adjusted = try await ScanStatistic.run(
      data, options: ScanOptions(adjustsForTime: true, replicates: 99))
    #expect(plain.clusters.first?.periods == 2..<4)
    #expect(plain.clusters.first?.p == 0.01)
    #expect(adjusted.clusters.isEmpty || adjusted.clusters[0].p > 0.5)
  }

  @Test func findsACylinder() async throws {
    let x = (0..<30).map { Double($0 % 6) * 1000 }
    let y = (0..<30).map { Double($0 / 6) * 1000 }
    var cases = [Int](repeating: 10, count: 30 * 6)
    for area in [14, 15, 20] { for period in 2..<4 { cases[area * 6 + period] = 40 } }
    let data = try ScanData(
      x: x, y: y, cases: cases, population: [Double](repeating: 100, count: 180), periodCount: 6)
    let cluster = try #require(
      try await ScanStatistic.run(data, options: ScanOptions(replicates: 199)).clusters.first)
    #expect(Set(cluster.areas).isSuperset(of: [14, 20]))
    #expect(cluster.periods == 2..<4)
    #expect(cluster.p == 0.005)
    #expect(cluster.gumbelP < 1e-6)
    // It describes the periods that were given.
    #expect(cluster.periods.upperBound <= data.periodCount)
  }

  @Test func badNumbers() throws {
    func error(
      _ cases: [Int], _ population: [Double], x: [Double] = [0, 1, 2, 3], periods: Int = 1
    ) -> ScanError? {
      do throws(ScanError) {
        _ = try ScanData(
          x: x, y: [Double](repeating: 0, count: x.count), cases: cases, population: population,
          periodCount: periods)
        return nil
      } catch { return error }
    }
    #expect(error([1, 1, 1, 1], [1, 1, 1, 1]) == nil)
    #expect(error([1, 0, 0, -1], [1, 1, 1, 1]) == .negativeCases(area: 3, period: 0))
    #expect(error([1, 0, 0, 1], [1, 1, 1, -1]) == .population(area: 3, period: 0))
    #expect(error([1, 0, 0, 1], [1, 1, .nan, 1]) == .population(area: 2, period: 0))
    #expect(error([1, 0, 1, 1], [1, 1, 0, 1]) == .casesWithoutPopulation(area: 2, period: 0))
    #expect(error([1, 0, 0, 1], [1, 1, 0, 1]) == nil)
    #expect(error([0, 0, 0, 0], [1, 1, 1, 1]) == .noCases)
    #expect(error([1, 1, 1], [1, 1, 1], x: [0, 1, 2]) == .tooFewAreas(3))
    #expect(error([1, 1, 1, 1], [1, 1, 1, 1], x: [0, 1, .nan, 2]) == .position(area: 2))
    #expect(error([1, 1, 1], [1, 1, 1, 1]) == .lengths)
    // Shares of such numbers would be 0 or infinite.
    #expect(error([1, 1, 1, 1], [1, 1, 1e308, 1]) == .population(area: 2, period: 0))
    #expect(error([1, 1, 1, 1], [1, 1e-300, 1, 1]) == .population(area: 1, period: 0))
    #expect(error([.max, .max, 1, 1], [1, 1, 1, 1]) == .tooManyCases)
  }

  @Test func badOptions() async throws {
    let data = try ScanData(
      x: [0, 1, 2, 3], y: [0, 0, 0, 0], cases: [1, 2, 3, 4], population: [1, 1, 1, 1])
    await #expect(throws: ScanError.share(0.6)) {
      try await ScanStatistic.run(data, options: ScanOptions(largestShare: 0.6))
    }
    await #expect(throws: ScanError.share(0)) {
      try await ScanStatistic.run(data, options: ScanOptions(largestShare: 0))
    }
    await #expect(throws: ScanError.replicates) {
      try await ScanStatistic.run(data, options: ScanOptions(replicates: 0))
    }
    await #expect(throws: ScanError.duration(0)) {
      try await ScanStatistic.run(data, options: ScanOptions(longestDuration: 0))
    }
    // Each area holds a quarter: no circle may hold any.
    await #expect(throws: ScanError.noWindows(share: 0.2)) {
      try await ScanStatistic.run(data, options: ScanOptions(largestShare: 0.2))
    }
    await #expect(throws: ScanError.replicates) {
      try await ScanStatistic.run(data, replicates: [[1, 2, 3, 5]])
    }
  }

  @Test func gumbelFitsByMoments() {
    let fitted = GumbelDistribution(maxima: [1, 2, 3, 4, 10])
    // Mean 4, standard deviation √12.5.
    let scale = 12.5.squareRoot() * 6.0.squareRoot() / .pi
    #expect(abs(fitted.scale - scale) < 1e-12)
    #expect(abs(fitted.location - (4 - 0.5772156649015329 * scale)) < 1e-12)
    #expect(abs(fitted.upperTail(fitted.location) - (1 - exp(-1))) < 1e-12)
    #expect(fitted.upperTail(1_000) > 0 || fitted.upperTail(200) > 0)
  }
}
