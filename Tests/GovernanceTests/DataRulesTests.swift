import Governance
import Testing

/// Which rules a use of data breaks.
@Suite struct DataRulesTests {
  private static func rule(
    _ id: String, _ condition: DataRules.Condition, _ finest: String?
  ) -> DataRules.Rule {
    DataRules.Rule(
      id: id, condition: condition, finest: finest, article: "art. 1",
      explanation: DataRules.Text(nl: "a", en: "b"))
  }

  private static let rules = DataRules(
    version: "1", classes: [],
    rules: [
      rule("samen", .together([.police, .criminalJustice]), "wijk"),
      rule("meldingen", .content(.anonymousReports), "wijk"),
      rule("openbaar", .audience("openbaar", .criminalJustice), nil),
    ])

  private static func use(
    _ id: String, _ word: DataClass, _ levels: Set<String>, _ content: DataContent? = nil
  ) -> DataRules.Use {
    DataRules.Use(
      id: id,
      declaration: DataDeclaration(
        controller: "c", legalBasis: "g", purposes: ["p"], dataClass: word, retention: "r",
        dpia: nil, content: content), levels: levels)
  }

  private func broken(_ uses: [DataRules.Use], _ audience: String = "intern") -> [String] {
    Self.rules.broken(by: uses, audience: audience).map(\.rule.id)
  }

  @Test func aCombinationIsForbiddenBelowItsLevelOnly() {
    let police = Self.use("a", .police, ["wijk"])
    #expect(broken([police, Self.use("b", .criminalJustice, ["wijk", "gemeente"])]) == [])
    #expect(broken([police, Self.use("b", .criminalJustice, ["buurt"])]) == ["samen"])
    #expect(broken([Self.use("b", .criminalJustice, ["buurt"])]) == [])
    #expect(broken([Self.use("a", .police, ["buurt"]), Self.use("b", .persons, ["buurt"])]) == [])
  }

  @Test(arguments: [
    ("buurt", true), ("wijk", false), ("gemeente", false), ("stadsdeel", true), ("punten", true),
  ])
  func levelsThatNothingIsKnownOfCountAsFiner(level: String, isBroken: Bool) {
    let use = Self.use("a", .persons, [level], .anonymousReports)
    #expect(broken([use]) == (isBroken ? ["meldingen"] : []))
  }

  @Test func aRuleWithoutLevelForbidsAtAnyForItsAudience() {
    let use = Self.use("a", .criminalJustice, ["gemeente"])
    #expect(broken([use], "openbaar") == ["openbaar"])
    #expect(broken([use], "partners") == [])
  }

  @Test func classesGoFromOpenToCriminalJustice() {
    #expect(DataClass.allCases == DataClass.allCases.sorted())
    #expect([DataClass.firms, .police, .open].max() == .police)
  }
}
