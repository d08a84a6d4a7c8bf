import Cartography
import Testing

@Suite struct LegendTests {
  @Test func wordsOfAClass() {
    let classes = LegendClass.classes(edges: [12.5, 20, 31.2], palette: .ylOrRd)
    #expect(
      classes.map { $0.label(decimals: 1, language: .nl) } == [
        "12,5 tot 20,0", "20,0 tot en met 31,2",
      ])
    #expect(
      classes.map { $0.label(decimals: 1, language: .en) } == [
        "12.5 to under 20.0", "20.0 to 31.2",
      ])
  }

  @Test func oneValueIsJustTheNumber() {
    let classes = LegendClass.classes(edges: [1234.5, 1234.5], palette: .ylOrRd)
    #expect(classes.map { $0.label(decimals: 1, language: .nl) } == ["1.234,5"])
    #expect(classes[0].contains(1234.5))
  }

  @Test func classesWithoutEnds() {
    let classes = LegendClass.classes(edges: [-.infinity, 0, 10, .infinity], palette: .puOr)
    #expect(
      classes.map { $0.label(decimals: 0, language: .nl) }
        == ["minder dan 0", "0 tot 10", "10 of meer"])
    #expect(
      classes.map { $0.label(decimals: 0, language: .en) }
        == ["under 0", "0 to under 10", "10 or more"])
    let all = LegendClass.classes(edges: [-.infinity, .infinity], palette: .puOr)
    #expect(all.map { $0.label(decimals: 0, language: .nl) } == ["alle waarden"])
    let most = LegendClass.classes(edges: [-.infinity, 5], palette: .puOr)
    #expect(most.map { $0.label(decimals: 0, language: .en) } == ["at most 5"])
  }

  @Test(arguments: [
    (0, 0), (2.4999999999999996, 0), (2.5, 1), (9.999, 2), (10, 3), (20, 4), (99, 4), (100, 4),
  ])
  func anEdgeBelongsToTheClassAboveIt(value: Double, expected: Int) {
    let classes = LegendClass.classes(edges: [0, 2.5, 5, 10, 20, 100], palette: .ylOrRd)
    #expect(classes.indices.filter { classes[$0].contains(value) } == [expected])
  }

  @Test(arguments: [-0.001, 100.001, Double.nan, .infinity])
  func valuesOutsideTheEdgesAreInNoClass(value: Double) {
    let classes = LegendClass.classes(edges: [0, 2.5, 100], palette: .ylOrRd)
    #expect(!classes.contains { $0.contains(value) })
  }

  @Test func fewerThanTwoEdgesGiveNoClass() {
    #expect(LegendClass.classes(edges: [], palette: .ylOrRd).isEmpty)
    #expect(LegendClass.classes(edges: [3], palette: .ylOrRd).isEmpty)
  }

  @Test(arguments: [
    (0, 0, "0", "0"), (-0.04, 1, "0,0", "0.0"), (-0.05, 1, "-0,1", "-0.1"),
    (999.995, 2, "1.000,00", "1,000.00"), (1_234_567, 0, "1.234.567", "1,234,567"),
    (-1234.5, 1, "-1.234,5", "-1,234.5"), (0.007, 3, "0,007", "0.007"), (12, -3, "12", "12"),
    (100, 0, "100", "100"), (1, 99, "1,000000000000", "1.000000000000"),
  ])
  func numbersAsPeopleWriteThem(value: Double, decimals: Int, dutch: String, english: String) {
    #expect(Language.nl.number(value, decimals: decimals) == dutch)
    #expect(Language.en.number(value, decimals: decimals) == english)
  }

  @Test func everyStatusHasWordsOfItsOwn() {
    #expect(
      AreaStatus.allCases.map(\.rawValue) == [
        "ok", "onderdrukt", "geen_gegevens", "weinig_gegevens",
      ])
    for language in Language.allCases {
      #expect(
        Set(AreaStatus.allCases.map { $0.label(language) }).count == AreaStatus.allCases.count)
    }
  }
}
