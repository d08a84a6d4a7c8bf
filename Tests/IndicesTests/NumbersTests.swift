import Indices
import TestSupport
import Testing

@Suite struct NumbersTests {
  private let skewed = OracleNumbers.list("skewed")

  @Test func spreadIsThatOfSciPy() {
    let list = Distribution(skewed)
    #expect(agree([list.mean], OracleNumbers.list("mean")))
    #expect(agree([list.standardDeviation], OracleNumbers.list("sd")))
    #expect(agree([list.skewness ?? 0], OracleNumbers.list("skewness")))
    #expect(agree([list.kurtosis ?? 0], OracleNumbers.list("kurtosis")))
    #expect(agree([list.median], OracleNumbers.list("median")))
    #expect(agree([list.medianDeviation], OracleNumbers.list("mad")))
    let shares = [0.0, 0.1, 0.25, 0.333, 0.9, 1.0]
    #expect(agree(shares.map(list.quantile), OracleNumbers.list("quantiles")))
  }

  @Test func shortListsHaveNoShape() {
    #expect(Distribution([1, 2]).skewness == nil)
    #expect(Distribution([1, 2, 4]).kurtosis == nil)
    #expect(Distribution([5, 5, 5, 5]).skewness == nil)
    #expect(Distribution([7]).standardDeviation == 0)
    #expect(Distribution([1, .nan, 3, .infinity]).sorted == [1, 3])
    #expect(Distribution([Double]()).median.isNaN)
  }

  @Test func theTailIsDrawnInUntilTheListPasses() {
    let rule = OutlierRule()
    let list = Distribution(skewed)
    #expect(!rule.passes(list))
    let top = OracleNumbers.list("winsorised_top")[0]
    #expect(OracleNumbers.list("winsorised_points") == [3])
    #expect(rule.treatment(of: list) == .winsorised(low: list.sorted[0], high: top))
    // The same list upside down has the same treatment upside down.
    let mirrored = rule.treatment(of: Distribution(skewed.map { -$0 }))
    #expect(mirrored == .winsorised(low: -top, high: -list.sorted[0]))
    #expect(rule.treatment(of: Distribution((0..<50).map(Double.init))) == .none)
  }

  @Test func aLongTailGoesThroughALogarithm() {
    let rule = OutlierRule(mostWinsorised: 2)
    let treatment = rule.treatment(of: Distribution(skewed))
    guard case .logarithm(_, _, false) = treatment else {
      Issue.record("\(treatment)")
      return
    }
    #expect(agree(skewed.map { treatment($0) }, OracleNumbers.list("log")))
    let down = rule.treatment(of: Distribution(skewed.map { -$0 }))
    #expect(agree(skewed.map { -down(-$0) }, OracleNumbers.list("log")))
  }

  @Test(arguments: [
    (Normalisation.z, "z"), (.robustZ, "robust"), (.minMax, "minmax"), (.percentile, "percentile"),
  ])
  func scalesAreThoseOfNumPy(_ method: Normalisation, _ name: String) throws {
    let scale = try #require(NormalScale(method, Distribution(skewed)))
    #expect(agree(skewed.map { scale($0) }, OracleNumbers.list(name)))
  }

  @Test func halfOfTheNumbersEqualTakesTheMeanDistance() throws {
    // Median 0 and MAD 0; the mean distance to the median is 10 / 5 = 2.
    let scale = try #require(NormalScale(.robustZ, Distribution([0, 0, 0, 4, 6])))
    guard case .centred(let centre, let spread) = scale else {
      Issue.record("\(scale)")
      return
    }
    #expect(centre == 0)
    #expect(agree([spread], [1.253_314 * 2]))
  }

  @Test(arguments: Normalisation.allCases.filter { $0 != .goalposts })
  func equalNumbersHaveNoScale(_ method: Normalisation) {
    #expect(NormalScale(method, Distribution([3, 3, 3, 3]), reference: 9) == nil)
    #expect(NormalScale(method, Distribution([Double]()), reference: 9) == nil)
  }

  @Test func givenLimitsAndReferences() throws {
    let list = Distribution([10, 20, 40])
    let posts = try #require(NormalScale(.goalposts, list, goalposts: 0...50))
    #expect([10, 20, 40, 60, -5].map { posts($0) } == [20, 40, 80, 100, 0])
    let distance = try #require(NormalScale(.distance, list, reference: 30))
    #expect([10, 20, 30, 40].map { distance($0) } == [0, 50, 100, 100])
    #expect(NormalScale(.goalposts, list) == nil)
    #expect(NormalScale(.distance, list, reference: 10) == nil)
  }

  @Test func meansAreThoseOfSciPy() {
    let scores = [20.0, 45, 80, 60]
    let weights = [0.1, 0.4, 0.3, 0.2]
    #expect(agree([Aggregation.arithmetic(scores, weights)], OracleNumbers.list("arithmetic")))
    #expect(agree([Aggregation.geometric(scores, weights)], OracleNumbers.list("geometric")))
    #expect(
      agree(
        [Aggregation.generalised(power: -1)(scores, weights)], OracleNumbers.list("harmonic")))
    #expect(
      agree([Aggregation.generalised(power: 2)(scores, weights)], OracleNumbers.list("power2")))
    #expect(
      Aggregation.generalised(power: 0)(scores, weights) == Aggregation.geometric(scores, weights))
  }

  /// Weights of members that are not there go to the others.
  @Test func missingScoresAreNotZero() {
    #expect(Aggregation.arithmetic([50, .nan, 80], [0.25, 0.5, 0.25]) == 65)
    #expect(Aggregation.arithmetic([.nan, .nan], [0.5, 0.5]).isNaN)
    #expect(Aggregation.geometric([0, 0], [1, 1]) == Aggregation.floor)
  }

  @Test func coherenceIsThatOfNumPy() {
    let columns = (0..<4).map { OracleNumbers.list("base\($0)") }
    let found = Coherence(columns)
    #expect(
      agree(found.correlations.flatMap { $0.map { $0 ?? 0 } }, OracleNumbers.list("correlations")))
    #expect(agree(found.componentShares, OracleNumbers.list("shares")))
    #expect(agree(found.firstLoadings, OracleNumbers.list("loadings"), within: 1e-8))
    #expect(agree([found.alpha ?? 0], OracleNumbers.list("alpha")))
    #expect(found.completeCount == 40)
    #expect(found.redundantPairs.isEmpty)
    let twice = Coherence([columns[0], columns[0].map { $0 * 2 + 1 }, columns[0].map { -$0 }])
    #expect(twice.redundantPairs == [[0, 1], [0, 2], [1, 2]])
    #expect(twice.contradictingPairs == [[0, 2], [1, 2]])
  }
}
