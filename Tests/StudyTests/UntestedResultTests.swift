import Areas
import Exports
import Testing

/// Which results a bias audit could have tested, and did not.
@Suite struct UntestedResultTests {
  private func row(
    _ layer: String, of result: String? = nil, column: String = "aandeel", gemeente: String? = nil,
    without: String? = nil, areas: Int = 0, outOf valued: Int = 0, correlation: Double? = nil,
    isTestable: Bool = true
  ) -> BiasReport.Row {
    BiasReport.Row(
      layer: layer, result: result ?? layer, kind: .indicator, column: column,
      gemeentecode: gemeente, without: without, level: .buurt, areas: areas, valued: valued,
      correlation: correlation, isTestable: isTestable, means: nil)
  }

  private func untested(_ rows: [BiasReport.Row], coverage: Double = 0.8) -> [String] {
    BiasReport.untested(among: rows, coverage: coverage).map { one in
      (["\(one.result) \(one.column)"]
        + (one.gemeentecode.map { ["\($0) \(one.areas)/\(one.valued)"] } ?? []))
        .joined(separator: " ")
    }
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

  @Test func sharesOfChosenAreasAreNoTestOfTheirGemeente() {
    let rows = [
      row("a", areas: 62, outOf: 120, correlation: 0.1),
      row("a", gemeente: "GM0001", areas: 22, outOf: 70, correlation: 0.1),
      row("a", gemeente: "GM0002", areas: 40, outOf: 50, correlation: 0.1),
    ]
    #expect(untested(rows) == ["a aandeel GM0001 22/70"])
    #expect(untested(rows, coverage: 0.81).count == 2)
    #expect(untested(rows, coverage: 0.3).isEmpty)
  }

  @Test func allWijkenDoNotMakeUpForChosenBuurten() {
    let wijken = [
      row("a_wijk", of: "a", areas: 30, outOf: 30, correlation: 0.1),
      row("a_wijk", of: "a", gemeente: "GM0001", areas: 30, outOf: 30, correlation: 0.1),
    ]
    #expect(
      untested(
        [
          row("a", areas: 22, outOf: 70, correlation: 0.1),
          row("a", gemeente: "GM0001", areas: 22, outOf: 70, correlation: 0.1),
        ] + wijken) == ["a aandeel GM0001 22/70"])
    // Of no buurt a share is known, so nobody chose among them.
    #expect(
      untested([row("a", outOf: 70), row("a", gemeente: "GM0001", outOf: 70)] + wijken).isEmpty)
  }

  @Test func aGemeenteWithoutAValueHasNothingToTest() {
    #expect(
      untested([
        row("a", areas: 30, outOf: 30, correlation: 0.1), row("a", gemeente: "GM0001"),
        row("a", gemeente: "GM0002", areas: 30, outOf: 30, correlation: 0.1),
      ]).isEmpty)
  }
}
