import Areas
import Indicators
import Testing

/// What indicators of one's own take over from a small catalogue.
@Suite struct LineageTests {
  private static let none = LocalizedText(nl: "", en: "")

  private func indicator(
    _ id: String, _ theme: Indicator.Theme, _ formula: Formula, flags: Set<Indicator.Flag> = [],
    dimension: Indicator.Dimension? = nil
  ) -> Indicator {
    Indicator(
      id: id, theme: theme, code: "X", name: Self.none, says: Self.none, saysNot: Self.none,
      unit: Self.none, decimals: 1, direction: .higherIsMore, minimumDenominator: 0,
      formula: formula, caveats: [], references: [], flags: flags, dimension: dimension)
  }

  private func value(_ term: Term) -> Formula { Formula(kind: .value, numerator: term) }
  private func share(_ above: Term, _ below: Term) -> Formula {
    Formula(kind: .share, numerator: above, denominator: below)
  }

  private var crimes: Indicator {
    indicator(
      "misdrijven_aandeel", .misdaad, share(.figure("misdrijven"), .figure("inwoners")),
      flags: [.policeGenerated])
  }
  private var model: Indicator {
    indicator(
      "eenzaam_aandeel", .weerbaarheid, value(.figure("eenzaam")), flags: [.modelled],
      dimension: .cohesion)
  }
  private var catalogue: [Indicator] {
    [
      crimes, model,
      indicator("inkomen", .context, value(.figure("inkomen"))),
      indicator("inkomen_laag", .context, value(.figure("inkomen")), flags: [.stigmatising]),
      indicator(
        "meldingen", .misdaad,
        Formula(kind: .density, numerator: .records(RecordTerm(records: "m"))),
        flags: [.policeGenerated, .stigmatising, .unverified]),
      indicator(
        "firmas", .gelegenheid, share(.records(RecordTerm(records: "v")), .figure("inwoners"))),
      indicator("nooit", .gelegenheid, value(.figure("ongezien")), flags: [.unverified]),
    ]
  }
  private var lineage: Lineage { Lineage(catalogue, aliases: ColumnAliases(["inkomen": ["INK"]])) }

  @Test(
    "Recorded crime is found however an indicator is made of it",
    arguments: [0, 1, 2, 3, 4, 5, 6])
  func crime(way: Int) throws {
    let ways: [(Formula, String)] = [
      (value(.indicator(crimes)), "misdrijven_aandeel"),
      (value(.figure("misdrijven")), "misdrijven"),
      (share(.figure("inwoners"), .figure("misdrijven")), "misdrijven"),
      (value(.combined(.sum, [.figure("inkomen"), .figure("misdrijven")])), "misdrijven"),
      (value(.neighbours(.figure("inkomen"), weight: .figure("misdrijven"))), "misdrijven"),
      (share(.records(RecordTerm(records: "m")), .figure("inwoners")), "m"),
      (value(.points(PointTerm(records: "m", measure: .nearest))), "m"),
    ]
    let own = lineage.inheriting(indicator("eigen", .gelegenheid, ways[way].0))
    #expect(lineage.crime(in: own) == ways[way].1)
    #expect(own.theme == .misdaad)
    // And through one more indicator of one's own.
    let other = indicator("verder", .weerbaarheid, value(.indicator(own)), dimension: .trust)
    #expect(lineage.crime(in: other) == ways[way].1)
    #expect(lineage.inheriting(other).dimension == nil)
  }

  @Test("What crime is divided by is no crime, nor are other records")
  func notCrime() {
    for formula in [
      value(.figure("inwoners")), share(.records(RecordTerm(records: "v")), .figure("inwoners")),
      share(.figure("inkomen"), .figure("inwoners")), value(.figure("van_de_studie")),
    ] {
      let own = indicator("eigen", .gelegenheid, formula)
      #expect(lineage.crime(in: own) == nil)
      #expect(lineage.inheriting(own) == own)
    }
    #expect(lineage.crime(in: crimes) == "misdrijven_aandeel")
    #expect(lineage.crime(in: catalogue[2]) == nil)
  }

  @Test(
    "Remarks that all indicators of a column bear go over, and those of an indicator that is used")
  func flags() {
    func flags(_ formula: Formula) -> Set<Indicator.Flag> {
      lineage.inheriting(indicator("eigen", .context, formula)).flags
    }
    #expect(flags(value(.figure("eenzaam"))) == [.modelled])
    #expect(flags(value(.figure("INK"))) == [])
    #expect(flags(value(.indicator(catalogue[3]))) == [.stigmatising])
    #expect(flags(share(.figure("inkomen"), .figure("ongezien"))) == [.unverified])
    #expect(
      flags(value(.points(PointTerm(records: "m", measure: .nearest))))
        == [.policeGenerated, .stigmatising])
  }

  @Test("A column of another subject is no part of resilience; what nobody knows is a claim")
  func subjects() {
    func own(_ formula: Formula, _ dimension: Indicator.Dimension? = .cohesion) -> Indicator {
      indicator("eigen", .weerbaarheid, formula, dimension: dimension)
    }
    let income = own(value(.figure("INK")))
    #expect(lineage.otherSubject(of: income)?.name == "inkomen")
    #expect(lineage.otherSubject(of: income)?.of.id == "inkomen")
    #expect(lineage.otherSubject(of: own(value(.indicator(income))))?.name == "inkomen")
    #expect(
      lineage.otherSubject(of: own(value(.indicator(model)), .trust))?.name == "eenzaam_aandeel")
    #expect(lineage.otherSubject(of: own(value(.figure("INK")), nil)) == nil)
    for formula in [
      value(.figure("eenzaam")), share(.figure("buurthuizen"), .figure("inwoners")),
      value(.records(RecordTerm(records: "v"))),
    ] { #expect(lineage.otherSubject(of: own(formula)) == nil) }

    #expect(!lineage.isClaim(own(value(.figure("eenzaam")))))
    #expect(!lineage.isClaim(model))
    #expect(!lineage.isClaim(own(value(.figure("buurthuizen")), nil)))
    #expect(lineage.isClaim(own(share(.figure("buurthuizen"), .figure("inwoners")))))
    #expect(lineage.isClaim(own(value(.records(RecordTerm(records: "v"))))))
  }
}
