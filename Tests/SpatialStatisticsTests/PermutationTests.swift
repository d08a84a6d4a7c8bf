import SpatialStatistics
import TestSupport
import Testing

@Suite struct PermutationTests {
  private func map(_ side: Int, seed: UInt64) throws -> (SpatialWeights, [Double]) {
    var generator = RepeatableGenerator(seed: seed)
    let w = try Lattice.queen(side, side).styled(.rowStandardised)
    return (w, (0..<(side * side)).map { _ in Double.random(in: 0..<1, using: &generator) })
  }

  @Test func rejectsAsOftenAsItSaysUnderTheNull() async throws {
    let (w, x) = try map(12, seed: 1)
    let star = try Lattice.queen(12, 12).includingSelf()
    var generator = RepeatableGenerator(seed: 2)
    var rates: [String: [Double]] = [:]
    for round in 0..<200 {
      let shuffled = x.shuffled(using: &generator)
      let plan = PermutationPlan(permutations: 199, seed: UInt64(round))
      func add(_ name: String, _ p: [Double?]) {
        rates[name, default: []].append(
          Double(p.count { $0.map { $0 <= 0.05 } == true }) / Double(p.count))
      }
      let moran = try await LocalAssociation.localMoran(shuffled, w, plan)
      add("moran", moran.p())
      add("hotspots", try await LocalAssociation.localG(shuffled, star, plan).p())
      add("directed", moran.p(.directed))
      if round < 100 {
        add("geary", try await LocalAssociation.localGeary(shuffled, w, plan).p())
        let refined = PermutationPlan.refined(to: 1_999, decidedAt: 50, seed: UInt64(round))
        add("refined", try await LocalAssociation.localMoran(shuffled, w, refined).p())
      }
      // Global tests are one per map; their rate is that over maps.
      let global = try await GlobalAssociation.moran(shuffled, w, plan)
      add("global", [global.p()])
    }
    for (name, all) in rates {
      let mean = all.reduce(0, +) / Double(all.count)
      let spread = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)
      let error = (spread / Double(all.count)).squareRoot()
      let expected = name == "directed" ? 0.1 : 0.05
      #expect(abs(mean - expected) <= 3 * error, "\(name): \(mean) with error \(error)")
    }
  }

  @Test func countsDoNotDependOnTasks() async throws {
    let (w, x) = try map(25, seed: 3)
    for refined in [false, true] {
      func plan(_ tasks: Int) -> PermutationPlan {
        refined
          ? .refined(to: 9_999, decidedAt: 20, seed: 9, tasks: tasks)
          : PermutationPlan(permutations: 999, seed: 9, tasks: tasks)
      }
      let one = try await LocalAssociation.localMoran(x, w, plan(1))
      let five = try await LocalAssociation.localMoran(x, w, plan(5))
      #expect(one.permutations == five.permutations)
      let other = try await LocalAssociation.localMoran(
        x, w, PermutationPlan(permutations: 999, seed: 10))
      #expect(one.permutations != other.permutations)
    }
  }

  @Test func tailsAreDecidedAtTheNumberOfExtremes() async throws {
    let (w, x) = try map(20, seed: 4)
    let result = try await LocalAssociation.localMoran(
      x, w, .refined(to: 9_999, decidedAt: 30, seed: 1))
    #expect(result.rounds.count == 2 && result.rounds[0] == 400 && result.rounds[1] < 400)
    for count in result.permutations {
      if count.isDecided {
        // h / L for some L that was drawn.
        let drawn = 30 / count.p(.greater)!
        #expect(abs(drawn - drawn.rounded()) < 1e-6 && drawn <= Double(count.permutations))
      } else {
        #expect(count.permutations == 9_999)
      }
    }
    // The same tails as by drawing all, within their errors.
    let all = try await LocalAssociation.localMoran(
      x, w, PermutationPlan(permutations: 9_999, seed: 2))
    for (a, b) in zip(result.permutations, all.permutations) {
      let (p, q) = (a.p(.greater)!, b.p(.greater)!)
      #expect(abs(p - q) <= 6 * q / 30.0.squareRoot() + 0.01)
    }
  }

  @Test func labelsHoldOverSeeds() async throws {
    // A smooth map with noise, so that areas lie at all distances from the limit.
    let side = 20
    let w = try Lattice.queen(side, side).styled(.rowStandardised)
    var generator = RepeatableGenerator(seed: 12)
    let x = (0..<(side * side)).map { place in
      Double(place % side + place / side) * 0.25 + Double.random(in: 0..<6, using: &generator)
    }
    var counts = [[ClusterLabel: Int]](repeating: [:], count: x.count)
    for seed in 0..<20 {
      let local = try await LocalAssociation.localMoran(
        x, w,
        .refined(
          to: 999, settling: .init(rule: .benjaminiHochberg, alpha: 0.05, limit: 999_999),
          seed: UInt64(seed), tasks: 2))
      let adjusted = FalseDiscoveryRate.benjaminiHochberg.adjusted(local.p())
      for (area, label) in local.labels(.moran, adjusted: adjusted).enumerated() {
        counts[area][label, default: 0] += 1
      }
    }
    // How often a label is not the one that the area has most.
    let changed = counts.reduce(0) { $0 + 20 - ($1.values.max() ?? 0) }
    #expect(Double(changed) <= 0.001 * Double(20 * x.count), "\(changed) of \(20 * x.count)")
    #expect(counts.contains { $0[.notSignificant] == nil })
  }

  @Test func tiesCountOnBothSides() async throws {
    // Two kinds of value: most permutations give what was observed.
    let w = try Lattice.queen(6, 6)
    let x = (0..<36).map { $0 < 3 ? 1.0 : 0.0 }
    let local = try await LocalAssociation.localMoran(
      x, w, PermutationPlan(permutations: 499))
    for (area, count) in local.permutations.enumerated() where area > 20 {
      // Nothing around is the least there is; about half of the permutations have that too.
      #expect(count.atMost == 499 && count.atLeast > 150 && count.p()! > 0.6)
    }
    // Decimals that are no binary fractions tie as well: 0.1 + 0.2 and 0.3 + 0.
    let tenths = x.indices.map { Double($0 % 4) / 10 }
    let whole = x.indices.map { Double($0 % 4) }
    let a = try await LocalAssociation.localMoran(tenths, w, PermutationPlan(permutations: 499))
    let b = try await LocalAssociation.localMoran(whole, w, PermutationPlan(permutations: 499))
    #expect(a.permutations == b.permutations)
  }

  @Test func handsAsLargeAsTheMapAreDrawn() async throws {
    // Everybody is everybody's neighbour but for one: which one is left out is what varies.
    let w = try SpatialWeights(
      neighbours: (0..<9).map { area in (0..<9).filter { $0 != area && $0 != (area + 1) % 9 } })
    let x = (0..<9).map { Double($0 * $0) }
    let local = try await LocalAssociation.localMoran(x, w, PermutationPlan(permutations: 999))
    for (area, count) in local.permutations.enumerated() {
      // Of the eight that could be left out, those at most as large leave a lag as large.
      let out = x[(area + 1) % 9]
      let others = (0..<9).filter { $0 != area }.map { x[$0] }
      let isTurned = x[area] < x.reduce(0, +) / 9
      let share = Double(others.count { isTurned ? $0 >= out : $0 <= out }) / 8
      #expect(abs(Double(count.atLeast) / 999 - share) < 0.06)
      #expect(count.permutations == 999)
    }
  }

  @Test func badTablesAndNumbers() async throws {
    let (w, x) = try map(3, seed: 1)
    await #expect(throws: StatisticsError.badPermutations) {
      try await LocalAssociation.localMoran(x, w, PermutationPlan(permutations: 0))
    }
    await #expect(throws: StatisticsError.badPermutations) {
      try await LocalAssociation.localMoran(
        x, w, PermutationPlan(table: PermutationTable([[0, 1]])))
    }
    await #expect(throws: StatisticsError.badPermutations) {
      try await LocalAssociation.localMoran(
        x, w, PermutationPlan(table: PermutationTable([[0, 1, 2, 3, 4, 5, 6, 8]])))
    }
    // The same area cannot stand in two places.
    await #expect(throws: StatisticsError.badPermutations) {
      try await LocalAssociation.localMoran(
        x, w, PermutationPlan(table: PermutationTable([[0, 1, 2, 3, 4, 5, 6, 6]])))
    }
    await #expect(throws: StatisticsError.badPermutations) {
      try await GlobalAssociation.moran(
        x, w, PermutationPlan(table: PermutationTable([[0, 1, 2, 3, 4, 5, 6, 7, 7]])))
    }
  }
}

/// Squares in rows, with diagonal neighbours.
enum Lattice {
  static func queen(_ columns: Int, _ rows: Int) throws -> SpatialWeights {
    try SpatialWeights(
      neighbours: (0..<(columns * rows)).map { place in
        let (row, column) = (place / columns, place % columns)
        return (-1...1).flatMap { dy in (-1...1).map { dx in (row + dy, column + dx) } }
          .filter {
            ($0.0, $0.1) != (row, column) && (0..<rows).contains($0.0)
              && (0..<columns).contains($0.1)
          }.map { $0.0 * columns + $0.1 }
      })
  }
}
