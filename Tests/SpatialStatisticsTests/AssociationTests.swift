import SpatialStatistics
import TestSupport
import Testing

/// What must hold between results, and what is refused.
@Suite struct AssociationTests {
  private let oracle = OracleNumbers.all

  @Test func orderOfAreasDoesNotMatter() async throws {
    let w = try oracle.lattice.styled(.rowStandardised)
    let x = oracle["x"]
    var generator = RepeatableGenerator(seed: 5)
    let order = x.indices.shuffled(using: &generator)
    let turned = w.restricted(to: order)
    let y = order.map { x[$0] }
    let (a, b) = (
      try await LocalAssociation.localMoran(x, w), try await LocalAssociation.localMoran(y, turned)
    )
    expectClose(b.statistic, order.map { a.statistic[$0]! }, within: 1e-12)
    expectClose(b.z, order.map { a.z[$0]! }, within: 1e-11)
    let (c, d) = (
      try await LocalAssociation.localGeary(x, w), try await LocalAssociation.localGeary(y, turned)
    )
    expectClose(d.statistic, order.map { c.statistic[$0]! }, within: 1e-12)
    let (e, f) = (
      try await GlobalAssociation.moran(x, w), try await GlobalAssociation.moran(y, turned)
    )
    expectClose([f.value, f.variance], [e.value, e.variance], within: 1e-12)
  }

  @Test func scaleAndOriginDoNotMatter() async throws {
    let w = try oracle.lattice.styled(.rowStandardised)
    let x = oracle["x"]
    let y = x.map { 4 * $0 + 1_000 }
    let plan = PermutationPlan(permutations: 199)
    let (a, b) = (
      try await LocalAssociation.localMoran(x, w, plan),
      try await LocalAssociation.localMoran(y, w, plan)
    )
    expectClose(b.statistic, a.statistic.map { $0! }, within: 1e-10)
    #expect(a.permutations == b.permutations)
    let (c, d) = (
      try await LocalAssociation.localG(x, w), try await LocalAssociation.localG(y, w)
    )
    expectClose(d.z, c.z.map { $0! }, within: 1e-10)
  }

  @Test func noWeightIsLostUnasked() throws {
    let sites = Sites(x: [0, 1, 3, 7, 7.5, 9], y: [0, 0, 1, 0, 1, 4])
    let inverse = try SpatialWeights.inverseDistance(6, power: 1, sites)
    #expect(inverse.ownStyle == .raw && inverse.styled(inverse.ownStyle) == inverse)
    #expect(inverse.styled(.binary) != inverse)
    let lattice = try oracle.lattice
    #expect(lattice.ownStyle == .binary && lattice.styled(.raw) == lattice.styled(.binary))
    // Where all weigh the same, so does the area itself.
    #expect(lattice.includingSelf() == lattice.includingSelf(weight: 1))
    let star = inverse.includingSelf()
    for area in 0..<star.count {
      #expect(star.selfWeights?[area] == inverse.weights(of: area).max() ?? 1)
    }
  }

  @Test func rowsMayBeScaledForGi() async throws {
    let x = oracle["x"]
    let w = try oracle.lattice
    for own in [false, true] {
      let base = own ? w.includingSelf() : w
      let a = try await LocalAssociation.localG(x, base)
      for style in WeightStyle.allCases {
        expectClose(
          try await LocalAssociation.localG(x, base.styled(style)).z, a.z.map { $0! },
          within: 1e-10)
      }
    }
  }

  @Test func moranAndGiTellTheSameDistance() async throws {
    let w = try oracle.lattice.styled(.rowStandardised)
    let x = oracle["x"]
    let mean = x.reduce(0, +) / Double(x.count)
    let (i, g) = (
      try await LocalAssociation.localMoran(x, w), try await LocalAssociation.localG(x, w)
    )
    let turned = x.indices.map { area in i.z[area].map { x[area] < mean ? -$0 : $0 } }
    expectClose(turned, g.z.map { $0! })
    // Without islands the mean of the local I is n − 1 over n of the global one.
    let global = try await GlobalAssociation.moran(x, w)
    let n = Double(x.count)
    expectClose([i.statistic.reduce(0) { $0 + $1! } / (n - 1)], [global.value], within: 1e-12)
  }

  /// What lies around an area with all others for neighbours is the same in any order: no test, with
  /// permutations or without. Of unlike weights it is one.
  @Test func neighbourOfAllOthers() async throws {
    let hub = try SpatialWeights(neighbours: [[1, 2, 3, 4], [0, 2], [0, 1], [0, 4], [0, 3]])
    let x: [Double] = [3, 1, 4, 1, 5]
    for plan in [nil, PermutationPlan(permutations: 99), .refined(to: 999)] {
      for style in [WeightStyle.binary, .rowStandardised] {
        let w = hub.styled(style)
        for local in [
          try await LocalAssociation.localMoran(x, w, plan),
          try await LocalAssociation.localG(x, w, plan),
          try await LocalAssociation.localG(x, hub.includingSelf().styled(style), plan),
          try await LocalAssociation.localGeary(x, w, plan),
        ] {
          #expect(local.statistic[0] != nil && local.z[0] == nil && local.p()[0] == nil)
          #expect(local.p().dropFirst().allSatisfy { $0 != nil })
          let labels = local.labels(
            .moran, adjusted: FalseDiscoveryRate.benjaminiHochberg.adjusted(local.p()))
          #expect(labels[0] == .undefined && !labels.dropFirst().contains(.undefined))
        }
      }
      let unlike = try SpatialWeights(
        neighbours: [[1, 2, 3, 4], [0, 2], [0, 1], [0, 4], [0, 3]],
        weights: [[1, 2, 1, 1], [1, 1], [1, 1], [1, 1], [1, 1]])
      #expect(try await LocalAssociation.localMoran(x, unlike, plan).p()[0] != nil)
    }
  }

  @Test func hugeAndTinyNumbersAreRefused() async throws {
    #expect(throws: SpatialWeightsError.badWeight(from: 0, to: 1)) {
      try SpatialWeights(neighbours: [[1], [0]], weights: [[1e200], [1]])
    }
    let sites = Sites(x: [0, 1, 3], y: [0, 0, 1])
    #expect(throws: SpatialWeightsError.badParameter(1e300)) {
      try SpatialWeights.inverseDistance(6, power: 1e300, sites)
    }
    #expect(throws: StatisticsError.tooSmall(area: 1)) {
      try Rates.standardised(events: [1, 2, 3, 4], populations: [1, 1e-300, 1, 1])
    }
  }

  @Test func islands() async throws {
    // A line of nine and an area apart with a value of its own.
    let lists = (0..<9).map { i in [i - 1, i + 1].filter { (0..<9).contains($0) } } + [[]]
    let w = try SpatialWeights(neighbours: lists).styled(.rowStandardised)
    let x = (0..<9).map { Double($0) } + [60]
    let plan = PermutationPlan(permutations: 99)
    for local in [
      try await LocalAssociation.localMoran(x, w, plan),
      try await LocalAssociation.localG(x, w, plan),
      try await LocalAssociation.localG(x, w.includingSelf(), plan),
      try await LocalAssociation.localGeary(x, w, plan),
      try await LocalAssociation.heteroscedasticity(x, w),
    ] {
      #expect(local.statistic[9] == nil && local.lag[9] == nil && local.p()[9] == nil)
      let adjusted = FalseDiscoveryRate.benjaminiHochberg.adjusted(local.p())
      #expect(local.labels(.moran, adjusted: adjusted)[9] == .noNeighbours)
      #expect(local.statistic[..<9].allSatisfy { $0 != nil })
    }
    let kept = try await GlobalAssociation.moran(x, w)
    let left = try await GlobalAssociation.moran(
      Array(x[..<9]), w.restricted(to: Array(0..<9)))
    #expect(kept.count == 10 && left.count == 9 && left.value > kept.value)
  }

  @Test func falseDiscoveryRate() {
    let bh = FalseDiscoveryRate.benjaminiHochberg
    // On the lattice of permutation p-values the limit itself counts.
    #expect(bh.adjusted([0.025, 0.05]) == [0.05, 0.05])
    #expect(bh.cut([0.025, nil, 0.05], alpha: 0.05) == 0.05)
    #expect(bh.cut([0.001, 0.008, 0.012, 0.04, 0.3, 0.5], alpha: 0.05) == 0.012)
    #expect(bh.adjusted([0.5, nil, 0.01]) == [0.5, nil, 0.02])
    #expect(bh.cut([0.9], alpha: 0.05) == nil && bh.adjusted([]) == [])
    // Benjamini-Yekutieli: times 1 + 1/2 + 1/3.
    let by = FalseDiscoveryRate.benjaminiYekutieli.adjusted([0.01, 0.2, 0.02])
    expectClose(by, [0.055, 0.2 * 11 / 6, 0.055], within: 1e-12)
  }

  /// How many areas must share the smallest p-value that permutations can give before one has a label.
  @Test(arguments: FalseDiscoveryRate.allCases, [19, 99, 999])
  func tooFewPermutations(rule: FalseDiscoveryRate, permutations: Int) {
    let smallest = Alternative.twoSided.smallestP(permutations: permutations)
    #expect(smallest == 2 / Double(permutations + 1))
    for tests in [1, 5, 24, 25, 26, 400] {
      // By trying: so many at the smallest p, all others at 1.
      let enough = (1...tests).first { count in
        let p = (0..<tests).map { $0 < count ? smallest : 1 }
        return rule.cut(p, alpha: 0.05) != nil
      }
      let needed = rule.needed(ofSmallest: smallest, tests: tests, alpha: 0.05)
      #expect((needed ?? 1) == (enough ?? tests + 1))
    }
  }

  @Test func labels() async throws {
    let w = try Lattice.queen(12, 12).styled(.rowStandardised)
    let x = (0..<144).map { (area: Int) -> Double in Double(area % 12) + Double(area % 5) / 100 }
    let moran = try await LocalAssociation.localMoran(x, w, PermutationPlan(permutations: 999))
    let adjusted = FalseDiscoveryRate.benjaminiHochberg.adjusted(moran.p())
    let labels = moran.labels(.moran, adjusted: adjusted)
    #expect(labels[12] == .lowLow && labels[23] == .highHigh && labels[18] == .notSignificant)
    let g = try await LocalAssociation.localG(x, w, PermutationPlan(permutations: 999))
    let hot = g.labels(
      .hotspots, adjusted: FalseDiscoveryRate.benjaminiHochberg.adjusted(g.p()))
    #expect(hot[12] == .cold && hot[23] == .hot)
    let geary = try await LocalAssociation.localGeary(x, w, PermutationPlan(permutations: 999))
    let alike = geary.labels(.geary, adjusted: geary.p())
    #expect(alike[23] == .highHigh && alike[12] == .lowLow)
  }

  @Test func badInput() async throws {
    let w = try Lattice.queen(3, 3)
    let x = (0..<9).map { Double($0) }
    func expect(
      _ error: StatisticsError, _ values: [Double], _ weights: SpatialWeights
    ) async {
      await #expect(throws: error) { try await LocalAssociation.localMoran(values, weights) }
      await #expect(throws: error) { try await LocalAssociation.localG(values, weights) }
      await #expect(throws: error) { try await LocalAssociation.localGeary(values, weights) }
      await #expect(throws: error) { try await GlobalAssociation.moran(values, weights) }
      await #expect(throws: error) { try await GlobalAssociation.geary(values, weights) }
      await #expect(throws: error) {
        try await LocalAssociation.heteroscedasticity(values, weights)
      }
    }
    await expect(.constant, [Double](repeating: 3, count: 9), w)
    await expect(.otherCount(values: 8, areas: 9), Array(x.dropLast()), w)
    await expect(.notFinite(area: 2), x.map { $0 == 2 ? .nan : $0 }, w)
    await expect(.tooLarge(area: 2), x.map { $0 == 2 ? -2e75 : $0 }, w)
    await expect(.constant, x.map { $0 * 1e-80 }, w)
    await expect(.noLinks, x, try SpatialWeights(neighbours: x.map { _ in [] }))
    await expect(
      .tooFewAreas(3, atLeast: 4), [1, 2, 3], try SpatialWeights(neighbours: [[1], [0, 2], [1]]))
    await #expect(throws: StatisticsError.negative(area: 0)) {
      try await GlobalAssociation.generalG(x.map { $0 - 1 }, w)
    }
    await #expect(throws: StatisticsError.onePositive) {
      try await GlobalAssociation.generalG(x.map { $0 == 4 ? 1 : 0 }, w)
    }
    await #expect(throws: StatisticsError.notBinary(area: 2)) { try await JoinCounts(x, w) }
    await #expect(throws: StatisticsError.constant) {
      try await JoinCounts([Double](repeating: 1, count: 9), w)
    }
    await #expect(throws: StatisticsError.noPopulation(area: 4)) {
      try await LocalAssociation.localMoran(
        events: x, populations: x.map { $0 == 4 ? 0 : 10 }, w)
    }
  }

  /// One value beside which the others are nothing: the products with it remain.
  @Test func generalGOfOneHugeValue() async throws {
    let w = try Lattice.queen(3, 3)
    let x = (0..<9).map { $0 == 0 ? 1e75 : Double($0) }
    let g = try await GlobalAssociation.generalG(x, w)
    // The neighbours of the first area are 1, 3 and 4.
    #expect(abs(g.value - 8.0 / 36) < 1e-12)
    #expect(g.variance > 0 && g.variance.isFinite && g.z != nil)
  }

  /// Values as large as are allowed, and differences as small, give numbers, those of ordinary ones.
  @Test(arguments: [1e74, 1e-70]) func sizesAtTheLimits(scale: Double) async throws {
    let w = try Lattice.queen(4, 4).styled(.rowStandardised)
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3]
    let scaled = x.map { $0 * scale }
    expectClose(
      try await LocalAssociation.localMoran(scaled, w).z,
      try await LocalAssociation.localMoran(x, w).z.map { $0 ?? .nan }, within: 1e-9)
    expectClose(
      try await LocalAssociation.localG(scaled, w).z,
      try await LocalAssociation.localG(x, w).z.map { $0 ?? .nan }, within: 1e-9)
    let (a, b) = (
      try await GlobalAssociation.moran(scaled, w), try await GlobalAssociation.moran(x, w)
    )
    #expect(abs(a.value - b.value) < 1e-9)
  }

  @Test func permutationsOfHeteroscedasticity() async throws {
    // A ring of twelve and an area without neighbours, which is dealt to nobody.
    let ring = (0..<12).map { [($0 + 11) % 12, ($0 + 1) % 12] }
    let w = try SpatialWeights(neighbours: ring + [[]]).styled(.rowStandardised)
    let x = [1, 9, 2, 8, 1, 9, 5, 5.5, 5, 5.2, 5, 5.1, 70]
    let plan = PermutationPlan(permutations: 999, seed: 3, tasks: 2)
    let drawn = try await LocalAssociation.heteroscedasticity(x, w, plan)
    let plain = try await LocalAssociation.heteroscedasticity(x, w)
    #expect(drawn.statistic == plain.statistic)
    #expect(plain.permutations.allSatisfy { $0.permutations == 0 })
    #expect(drawn.permutations[12].permutations == 0 && drawn.p()[12] == nil)
    #expect(drawn.permutations[..<12].allSatisfy { $0.permutations == 999 })
    // By the definition: all pairs of the e of eleven others around an area.
    let e = (0..<12).map { area -> Double in
      let near = ring[area].map { x[$0] }
      return (x[area] - (near[0] + near[1]) / 2) * (x[area] - (near[0] + near[1]) / 2)
    }
    for area in 0..<12 {
      let own = e[ring[area][0]] + e[ring[area][1]]
      let others = e.indices.filter { $0 != area }
      var reached = 0.0
      var pairs = 0.0
      for (place, a) in others.enumerated() {
        for b in others[(place + 1)...] {
          pairs += 1
          if e[a] + e[b] >= own - 1e-9 { reached += 1 }
        }
      }
      let share = Double(drawn.permutations[area].atLeast) / 999
      #expect(abs(share - reached / pairs) < 0.08)
    }
  }
}
