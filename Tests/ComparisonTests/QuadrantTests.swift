import Areas
import Comparison
import Disclosure
import Indicators
import Testing

@Suite struct QuadrantTests {
  private func layer(_ theme: Indicator.Theme, _ values: [IndicatorValue]) -> IndicatorLayer {
    let text = LocalizedText(nl: "proef", en: "test")
    let indicator = Indicator(
      id: "proef", theme: theme, code: "O00", name: text, says: text, saysNot: text, unit: text,
      decimals: 1, direction: .higherIsMore, minimumDenominator: 0,
      formula: Formula(kind: .value, numerator: .figure("a")), caveats: [], references: [],
      flags: [])
    return IndicatorLayer(
      indicator: indicator, level: .buurt, audience: .intern,
      codes: values.indices.map { "BU0000000\($0)" },
      gemeentecodes: values.map { _ in "GM0000" }, values: values, sources: [],
      isSynthetic: false, conversion: nil)
  }

  private func value(_ score: Double, within: Double = 1, share: Double = 1) -> IndicatorValue {
    IndicatorValue(
      value: score, status: share < 0.5 ? .fewData : .ok,
      certainty: Certainty(
        interval: score - within...score + within, band: 1, classShare: share, grade: "A",
        reasons: []))
  }

  @Test func eachSideOfTheMiddles() throws {
    let quadrants = try #require(
      Quadrants(
        opportunity: layer(.gelegenheid, [value(60), value(60), value(40), value(40)]),
        resilience: layer(.weerbaarheid, [value(70), value(30), value(70), value(30)])))
    #expect(quadrants.middles.opportunity == 50)
    #expect(quadrants.middles.resilience == 50)
    #expect(quadrants.areas == [.moreMore, .moreLess, .lessMore, .lessLess])
    #expect(quadrants.statuses.allSatisfy { $0 == .ok })
    #expect(Quadrants.Quadrant.allCases.allSatisfy { quadrants.count($0) == 1 })
  }

  @Test func whatIsNotStableOrNotThereHasNone() throws {
    let quadrants = try #require(
      Quadrants(
        opportunity: layer(
          .gelegenheid,
          [value(60, within: 10), value(60), IndicatorValue(status: .suppressed), value(40)]),
        resilience: layer(
          .weerbaarheid,
          [value(70), value(70, share: 0.4), value(30), IndicatorValue(status: .noData)])))
    #expect(quadrants.areas == [nil, nil, nil, nil])
    #expect(quadrants.statuses == [.fewData, .fewData, .suppressed, .noData])
  }

  @Test func withoutCertaintyThereAreNone() {
    let plain = layer(.gelegenheid, [IndicatorValue(value: 60, status: .ok)])
    #expect(Quadrants(opportunity: plain, resilience: layer(.weerbaarheid, [value(70)])) == nil)
    #expect(
      Quadrants(opportunity: layer(.gelegenheid, []), resilience: layer(.weerbaarheid, [])) == nil)
  }
}
