import Foundation
import Indices
import TestSupport
import Testing

/// The worked examples that COINr (1.1.14, github.com/bluefoxr/COINr) is tested with, and its formulas worked out
/// by hand. Not taken over: `log_GII`, which gives back its input, and `a_genmean`, in which one missing score
/// makes the mean missing while its other means leave it out.
@Suite struct COINrExamplesTests {
  /// `check_SkewKurt` and `winsorise`: one point far out becomes the next one.
  @Test func onePointFarOutIsDrawnIn() {
    let list = Distribution((1...10).map(Double.init) + [100])
    let rule = OutlierRule()
    #expect(!rule.passes(list))
    #expect(rule.treatment(of: list) == .winsorised(low: 1, high: 10))
    #expect(rule.passes(Distribution((1...10).map(Double.init) + [10])))
  }

  /// With two of them and room for one the list goes through a logarithm, here `log_CT`: ln(x − min + 1 % of the
  /// range).
  @Test func twoPointsFarOutTakeALogarithmWhenOneMayBeDrawnIn() {
    let numbers = (1...20).map(Double.init) + [100, 200]
    let treatment = OutlierRule(mostWinsorised: 1).treatment(of: Distribution(numbers))
    guard case .logarithm(_, _, false) = treatment else {
      Issue.record("\(treatment)")
      return
    }
    // A logarithm up to where it begins and its unit: differences keep their proportions.
    let expected = numbers.map { log($0 - 1 + 0.01 * 199) }
    let own = numbers.map { treatment($0) }
    let scale = (own[21] - own[0]) / (expected[21] - expected[0])
    #expect(agree(own.map { $0 - own[0] }, expected.map { ($0 - expected[0]) * scale }))
    #expect(OutlierRule(mostWinsorised: 2).treatment(of: Distribution(numbers)) != treatment)
  }

  /// `n_goalposts`, also with the direction turned: 10 %, beyond both ends, and the same from above.
  @Test func goalpostsCutOffAtBothEnds() throws {
    let scale = try #require(NormalScale(.goalposts, Distribution([1, 11]), goalposts: 0...10))
    #expect([1.0, 11, -1].map { scale($0) } == [10, 100, 0])
    #expect([1.0, -1, 11].map { 100 - scale($0) } == [90, 100, 0])
  }

  /// `n_dist2targ` of 0, 5 and 11 with target 10 and `cap_max`.
  @Test func theDistanceToATargetIsCutOff() throws {
    let scale = try #require(NormalScale(.distance, Distribution([0, 5, 11]), reference: 10))
    #expect([0.0, 5, 11].map { scale($0) } == [0, 50, 100])
  }

  /// `n_minmax`, `n_prank` ((rank − 1) / (n − 1), ties at the lowest) and `n_zscore` with n − 1.
  @Test func scalesOfOneToTen() throws {
    let list = Distribution((1...10).map(Double.init))
    let span = try #require(NormalScale(.minMax, list))
    #expect(agree((1...10).map { span(Double($0)) }, (0...9).map { Double($0) / 9 * 100 }))
    let ranks = try #require(NormalScale(.percentile, Distribution([3, 1, 3, 7, 5])))
    #expect([1.0, 3, 5, 7].map { ranks($0) } == [0, 25, 75, 100])
    // 3.02765 = √(82.5 / 9); one sixth of the scale from 0 to 100 per standard deviation.
    let z = try #require(NormalScale(.z, list))
    #expect(agree([z(1)], [50 - 4.5 / (82.5 / 9).squareRoot() * 100 / 6]))
  }

  /// `a_amean` with weights 1 to 5, `a_gmean` and `a_hmean`; a missing score gives its weight to the others.
  @Test func meansWithWeights() {
    let scores = [10.0, 20, 30, 40, 50], weights = [1.0, 2, 3, 4, 5]
    #expect(agree([Aggregation.arithmetic(scores, weights)], [550.0 / 15]))
    #expect(agree([Aggregation.geometric([10, 40], [1, 1])], [20]))
    #expect(agree([Aggregation.generalised(power: -1)([20, 30], [1, 1])], [24]))
    #expect(agree([Aggregation.arithmetic([10, .nan, 40], [1, 1, 2])], [30]))
    #expect(
      agree(
        [Aggregation.generalised(power: 2)([30, .nan, 40], [1, 1, 1])], [(1250.0).squareRoot()]))
  }
}
