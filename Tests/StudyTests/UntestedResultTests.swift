import Exports
import Testing

/// Which results a bias audit could have tested, and did not.
@Suite struct UntestedResultTests {
  private func row(
    _ layer: String, of result: String? = nil, column: String = "aandeel", gemeente: String? = nil,
    without: String? = nil, correlation: Double? = nil, isTestable: Bool = true
  ) -> BiasReport.Row {
    BiasReport.Row(
      layer: layer, result: result ?? layer, kind: .indicator, column: column,
      gemeentecode: gemeente, without: without, areas: 0, correlation: correlation,
      isTestable: isTestable, means: nil)
  }

  private func untested(_ rows: [BiasReport.Row]) -> [String] {
    BiasReport.untested(among: rows).map { "\($0.result) \($0.column)" }
  }

  @Test func aResultWithoutAnyCorrelationIsUntestedOfThatColumn() {
    #expect(
      untested([
        row("a"), row("a", gemeente: "GM0001"), row("a", column: "ander", correlation: 0),
        row("b", correlation: 0.1),
      ]) == ["a aandeel"])
  }

  @Test func anotherLevelOrGemeenteIsATest() {
    #expect(untested([row("a"), row("a_wijk", of: "a", correlation: 0.1)]).isEmpty)
    #expect(untested([row("a"), row("a", gemeente: "GM0001", correlation: 0.1)]).isEmpty)
  }

  @Test func anIndexWithoutAMemberIsNoTestOfIt() {
    #expect(untested([row("a"), row("a", without: "m", correlation: 0.1)]) == ["a aandeel"])
  }

  @Test func whatNoSharesCouldTestIsLeftOut() {
    #expect(untested([row("a", isTestable: false)]).isEmpty)
    #expect(
      untested([row("a", isTestable: false), row("a_wijk", of: "a")]) == ["a aandeel"])
  }
}
