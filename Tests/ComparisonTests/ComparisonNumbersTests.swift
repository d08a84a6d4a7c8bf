import Comparison
import SpatialStatistics
import Testing

@Suite struct ComparisonNumbersTests {
  @Test func equalValuesAreEqual() throws {
    let same = try WeightedDistribution(values: [4, 4, 4], weights: [1, 2, 3])
    #expect(same.gini == 0)
    #expect(TheilIndex([same, same])?.total == 0)
    #expect(TheilIndex([same])?.betweenShare == nil)
  }

  @Test func whatHasNoMeaningIsNil() throws {
    let negative = try WeightedDistribution(values: [-1, 2], weights: [1, 1])
    let zero = try WeightedDistribution(values: [0, 0], weights: [1, 1])
    let none = try WeightedDistribution(values: [1], weights: [0])
    #expect(negative.gini == nil && TheilIndex([negative]) == nil)
    #expect(zero.gini == nil && TheilIndex([zero]) == nil)
    #expect(none.isEmpty && none.mean == nil && none.quantile(0.5) == nil)
    #expect(TheilIndex([none]) == nil)
  }

  @Test func badNumbersAreRefusedWithTheirPlace() {
    #expect(throws: ComparisonError.notFinite(1)) {
      try WeightedDistribution(values: [1, .nan], weights: [1, 1])
    }
    #expect(throws: ComparisonError.badWeight(0)) {
      try WeightedDistribution(values: [1, 2], weights: [-1, 1])
    }
    #expect(throws: ComparisonError.otherCount(values: 1, weights: 2)) {
      try WeightedDistribution(values: [1], weights: [1, 1])
    }
    #expect(throws: ComparisonError.badClusterCount(4, elements: 3)) {
      try Medoids(Dissimilarities(count: 3) { _, _ in 1 }, clusters: 4)
    }
  }

  @Test func intervalsHoldTheDistanceAndComeBackWithTheSeed() throws {
    var stream = RandomStream(seed: 5, 1)
    let groups = (0..<3).map { group in
      WeightedSample(
        values: (0..<60).map { _ in stream.uniform() + Double(group) * 0.3 },
        weights: (0..<60).map { _ in stream.uniform() * 100 + 1 })
    }
    let one = try DistributionDistances(groups, draws: 199, seed: 7)
    let again = try DistributionDistances(groups, draws: 199, seed: 7)
    let other = try DistributionDistances(groups, draws: 199, seed: 8)
    #expect(one == again)
    #expect(one != other)
    for pair in one.pairs {
      let interval = try #require(pair.wassersteinInterval)
      #expect(interval.contains(pair.wasserstein) && interval.lowerBound < interval.upperBound)
    }
    // Without the first group's weight there is one pair left.
    let rest = [WeightedSample(values: [1], weights: [0])] + groups.dropFirst()
    #expect(try DistributionDistances(Array(rest), draws: 9, seed: 1).pairs.map(\.first) == [1])
  }

  @Test func stabilityDoesNotDependOnTasks() async throws {
    let places = [0.0, 0.1, 0.2, 0.3, 10, 10.1, 10.2, 10.3, 20, 20.1, 20.2, 20.3]
    let distances = Dissimilarities(count: places.count) { abs(places[$0] - places[$1]) }
    let partition = try Medoids(distances, clusters: 3)
    #expect(partition.labels == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
    let one = try await ClusterStability.jaccard(distances, partition, draws: 40, seed: 3, tasks: 1)
    let many = try await ClusterStability.jaccard(
      distances, partition, draws: 40, seed: 3, tasks: 5)
    #expect(one == many)
    #expect(one.allSatisfy { ($0 ?? 0) > 0.8 })
  }

  /// All choices of medoids, one by one.
  @Test func fewElementsGetTheBestMedoids() throws {
    for seed in 0..<20 {
      var stream = RandomStream(seed: UInt64(seed), 2)
      let points = (0..<9).map { _ in (stream.uniform(), stream.uniform()) }
      let distances = Dissimilarities(count: 9) {
        abs(points[$0].0 - points[$1].0) + abs(points[$0].1 - points[$1].1)
      }
      var best = Double.infinity
      for a in 0..<9 {
        for b in 0..<a {
          best = min(
            best, (0..<9).reduce(0) { $0 + min(distances[$1, a], distances[$1, b]) })
        }
      }
      let found = try Medoids(distances, clusters: 2)
      #expect(abs(found.loss - best) < 1e-12)
      // One start may stop at a neighbouring optimum, never below the best.
      #expect(try Medoids(distances, clusters: 2, starts: 0).loss >= best - 1e-12)
    }
  }

  @Test func profilesLeaveOutWhatIsConstantAndKeepWhatIsMissing() {
    let profiles = RobustProfiles(
      columns: [[1, 2, 3, 4, 100], [5, 5, 5, 5, 5], [0, 0, 0, 0, 7], [nil, 1, 2, 3, nil]], count: 5)
    #expect(profiles.columns == [0, 2, 3])
    #expect(profiles.scores[4] == [3, 3, nil])
    #expect(profiles.completeness(4) == 2.0 / 3)
    #expect(profiles.dissimilarity(0, 0) == 0)
  }

  @Test func smallAreasAreJoinedAlongTheLongestBorderWithinTheirParent() {
    let borders: [(a: Int, b: Int, length: Double)] = [
      (0, 1, 10), (0, 2, 50), (1, 2, 5), (2, 3, 99), (3, 4, 1),
    ]
    let units = UnitMerging.units(
      sizes: [100, 900, 500, 100, nil], parents: ["A", "A", "A", "B", "B"], borders: borders,
      goal: 600)
    // 0 joins 2 along the longer border; 3 and 4 stay below the goal, and out of the other parent.
    #expect(units == [0, 1, 0, 2, 2])
    #expect(
      UnitMerging.units(
        sizes: [1, 1], parents: ["A", "A"], borders: [], goal: 10) == [0, 1])
  }

  @Test func hotspotsCountInhabitantsThatWereTested() {
    let shares = HotspotShares(
      places: [.hot, .neither, nil, .cold, nil], inhabitants: [30, 60, 1000, 10, 5],
      gemeentecodes: ["A", "A", "A", "A", "B"], cities: ["A", "B"])
    #expect(shares.cities[0].inhabitants == 100)
    #expect(shares.cities[0].hot == 0.3 && shares.cities[0].cold == 0.1)
    #expect(shares.cities[1].hot == nil)
  }
}
