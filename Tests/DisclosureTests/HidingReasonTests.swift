import Disclosure
import Tabulation
import Testing

@Suite struct HidingReasonTests {
  private let rule = DisclosureRule.openbaar

  private func reason(_ contributions: [Double]) -> DisclosureRule.HidingReason? {
    let total = contributions.reduce(0, +)
    return rule.reason(
      hiding: total, contributions: contributions.count,
      concentration: Concentration(
        total: total, largest: Array(contributions.sorted(by: >).prefix(Concentration.kept))))
  }

  @Test func whatStandsBehindASumSaysWhyItIsHidden() {
    #expect(reason(Array(repeating: 100, count: 9)) == .few)
    #expect(reason(Array(repeating: 0.5, count: 12)) == .few)
    #expect(reason([150] + Array(repeating: 10, count: 14)) == .dominance)
    // The largest is less than half; the second knows it to within 9.
    #expect(reason([100, 95] + Array(repeating: 1, count: 9)) == .nearness)
    #expect(reason(Array(repeating: 10, count: 12)) == nil)
  }

  @Test func noughtIsHiddenUnlessTheRuleTellsIt() {
    let shown = DisclosureRule(minimumCount: 10, roundingBase: 5, zeros: .shown)
    #expect(rule.reason(hiding: 0, contributions: 0) == .few)
    #expect(shown.reason(hiding: 0, contributions: 0) == nil)
    #expect(shown.reason(hiding: 3, contributions: 3) == .few)
  }
}
