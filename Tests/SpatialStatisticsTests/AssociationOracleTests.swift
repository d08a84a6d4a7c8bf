import SpatialStatistics
import Testing

/// Against PySAL where it is right, and formulas in float64 where it is not.
@Suite struct AssociationOracleTests {
  private let oracle = OracleNumbers.all

  @Test func globalStatistics() async throws {
    let w = try oracle.lattice.styled(.rowStandardised)
    let moran = try await GlobalAssociation.moran(oracle["x"], w)
    expectClose(
      [moran.value, moran.expected, moran.normalVariance, moran.variance], oracle["moran"])
    let geary = try await GlobalAssociation.geary(oracle["x"], w)
    expectClose(
      [geary.value, geary.expected, geary.normalVariance, geary.variance], oracle["geary"])
    let rates = try await GlobalAssociation.moran(
      events: oracle["events"], populations: oracle["population"], w)
    expectClose([rates.value, rates.variance], oracle["moran_rate"])
    let binary = try oracle.lattice
    let g = try await GlobalAssociation.generalG(oracle["x"], binary)
    expectClose([g.value, g.expected, g.variance], oracle["general_g"])
    let joins = try await JoinCounts(oracle["binary"], binary)
    expectClose([joins.both.value, joins.mixed.value, joins.neither.value], oracle["joins"])
  }

  @Test func localMoran() async throws {
    let w = try oracle.lattice.styled(.rowStandardised)
    let local = try await LocalAssociation.localMoran(oracle["x"], w)
    expectClose(local.statistic, oracle["local_moran"])
    expectClose(local.expected, oracle["local_expected"])
    expectClose(local.variance, oracle["local_variance"])
    let quadrants: [ClusterLabel: Double] = [
      .highHigh: 1, .lowHigh: 2, .lowLow: 3, .highLow: 4,
    ]
    let labels = local.labels(.moran, adjusted: oracle["x"].map { _ in 0 })
    #expect(labels.map { quadrants[$0] } == oracle["local_quadrant"])
    let both = try await LocalAssociation.bivariateMoran(oracle["x"], oracle["y"], w)
    expectClose(both.statistic, oracle["bivariate"])
  }

  @Test func hotSpots() async throws {
    let b = try oracle.lattice
    let w = b.styled(.rowStandardised)
    let x = oracle["x"]
    expectClose(try await LocalAssociation.localG(x, w).z, oracle["gi_w"])
    let plain = try await LocalAssociation.localG(x, b)
    expectClose(plain.z, oracle["gi_b"])
    expectClose(plain.statistic, oracle["gi_b_value"])
    expectClose(try await LocalAssociation.localG(x, b.includingSelf()).z, oracle["gistar_b"])
    expectClose(
      try await LocalAssociation.localG(x, b.includingSelf().styled(.rowStandardised)).z,
      oracle["gistar_w"])
  }

  @Test func gearyAndHeteroscedasticity() async throws {
    let w = try oracle.lattice.styled(.rowStandardised)
    expectClose(
      try await LocalAssociation.localGeary(oracle["x"], w).statistic, oracle["local_geary"])
    let losh = try await LocalAssociation.heteroscedasticity(oracle["x"], w)
    expectClose(losh.statistic, oracle["losh"])
    expectClose(losh.variance, oracle["losh_variance"])
    expectClose(losh.heteroscedasticityP(.greater), oracle["losh_p"])
  }

  @Test func injectedPermutationsAreCountedExactly() async throws {
    let w = try oracle.lattice.styled(.rowStandardised)
    let table = PermutationTable(oracle.rows("table").map { $0.map { Int($0) } })
    let local = try await LocalAssociation.localMoran(
      oracle["x"], w, PermutationPlan(table: table))
    #expect(local.permutations.map { Double($0.atLeast) } == oracle["at_least"])
    #expect(local.permutations.allSatisfy { $0.permutations == 99 })
    // With weights of their own rows are counted over each card, with the same result.
    let uneven = try SpatialWeights(
      neighbours: oracle.rows("neighbours").map { $0.map { Int($0) } },
      weights: oracle.rows("neighbours").map {
        $0.enumerated().map { $0.offset == 0 ? 1 + 1e-15 : 1 }
      })
    let again = try await LocalAssociation.localMoran(
      oracle["x"], uneven.styled(.rowStandardised), PermutationPlan(table: table))
    #expect(again.permutations.map { Double($0.atLeast) } == oracle["at_least"])
  }
}
