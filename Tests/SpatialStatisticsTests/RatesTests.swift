import SpatialStatistics
import Testing

@Suite struct RatesTests {
  private let oracle = OracleNumbers.all

  @Test func otherPrograms() throws {
    let (e, p) = (oracle["events"], oracle["population"])
    expectClose(try Rates.empiricalBayes(events: e, populations: p), oracle["eb"])
    expectClose(
      try Rates.spatialEmpiricalBayes(events: e, populations: p, oracle.lattice),
      oracle["eb_spatial"])
    expectClose(try Rates.standardised(events: e, populations: p), oracle["standardised"])
    #expect(try !Rates.prior(events: e, populations: p).isClipped)
  }

  @Test func varianceIsClipped() throws {
    // Less spread than chance: PySAL gives rates outside the data, we give the common rate.
    let e = [Double](repeating: 3, count: 20)
    let p = (0..<20).map { 1_000 + Double($0) }
    let prior = try Rates.prior(events: e, populations: p)
    #expect(prior.isClipped && prior.variance == 0)
    #expect(
      try Rates.empiricalBayes(events: e, populations: p).allSatisfy { $0 == prior.mean })
  }

  @Test func poissonLimits() throws {
    for row in oracle.rows("poisson") {
      let ratio = try StandardisedRatio(observed: row[0], expected: 2)
      let exact = try ratio.limits()
      let midP = try ratio.limits(.midP)
      expectClose(
        [exact.lowerBound, exact.upperBound, midP.lowerBound, midP.upperBound].map { $0 * 2 },
        Array(row[1...]))
    }
  }

  @Test func funnel() throws {
    for row in oracle.rows("funnel") {
      let limits = try StandardisedRatio.funnel(expected: row[0], coverage: row[1])
      expectClose([limits.lowerBound, limits.upperBound], Array(row[2...]))
    }
  }

  @Test func limitsBelongToTheTest() throws {
    // A ratio whose expected number is at a limit has a p-value of 5 %.
    for interval in StandardisedRatio.Interval.allCases {
      let limits = try StandardisedRatio(observed: 12, expected: 1).limits(interval)
      for bound in [limits.lowerBound, limits.upperBound] {
        let p = try StandardisedRatio(observed: 12, expected: bound).p(interval)
        #expect(abs(p - 0.05) < 1e-12)
      }
    }
  }

  @Test func sizesThatOverflow() throws {
    #expect(throws: StatisticsError.tooLarge(area: 1)) {
      try Rates.prior(events: [1, 1e80], populations: [5, 5])
    }
    let e = [3e74, 1e74, 2e74, 0]
    let p = [1e75, 1e74, 3e74, 1e74]
    #expect(try Rates.empiricalBayes(events: e, populations: p).allSatisfy(\.isFinite))
    #expect(try Rates.standardised(events: e, populations: p).allSatisfy(\.isFinite))
  }

  @Test func badInput() {
    #expect(throws: StatisticsError.noPopulation(area: 1)) {
      try Rates.prior(events: [1, 2], populations: [5, 0])
    }
    #expect(throws: StatisticsError.noPopulation(area: 0)) {
      try Rates.empiricalBayes(events: [1, 2], populations: [-5, 3])
    }
    #expect(throws: StatisticsError.negative(area: 0)) {
      try Rates.prior(events: [-1, 2], populations: [5, 1])
    }
    #expect(throws: StatisticsError.tooFewAreas(0, atLeast: 1)) {
      try Rates.prior(events: [], populations: [])
    }
    #expect(throws: StatisticsError.constant) {
      try Rates.standardised(events: [0, 0], populations: [5, 1])
    }
    #expect(throws: StatisticsError.badParameter(1.5)) {
      try StandardisedRatio(observed: 1.5, expected: 1)
    }
    #expect(throws: StatisticsError.badParameter(0)) {
      try StandardisedRatio(observed: 1, expected: 0)
    }
  }
}
