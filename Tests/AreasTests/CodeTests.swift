import Areas
import Tables
import TestSupport
import Testing

@Suite struct CodeTests {
  @Test(arguments: [
    ("BU0363AF01", AreaLevel.buurt), ("BU03630000", .buurt), ("WK0363AF", .wijk),
    ("WK036300", .wijk), ("GM0363", .gemeente),
  ])
  func wellFormed(code: String, level: AreaLevel) {
    for other in AreaLevel.cbs {
      #expect(AreaCode.isWellFormed(code, level: other) == (other == level))
    }
    #expect(AreaCode.level(of: code) == level)
    #expect(AreaCode.normalised(code) == code)
    #expect(AreaCode.normalised(" \(code.lowercased())  ") == code)
    #expect(AreaCode.normalised(code.dropFirst(2), level: level) == code)
    #expect(AreaCode.normalised(" \(code.dropFirst(2).lowercased()) ", level: level) == code)
  }

  @Test(arguments: [
    "", "BU", "BU0363", "BU0363000", "BU036300000", "bu0363000", "GM036A", "GM036", "BUAB630000",
    "XX03630000", "BU0363-001", "BU0363é01", "WK03630", "NL00", "3630000",
  ])
  func malformed(code: String) {
    #expect(AreaCode.level(of: code) == nil)
    #expect(AreaCode.normalised(code) == nil)
    #expect(AreaCode.normalised(code, level: .buurt) == nil)
  }

  @Test func lowerCaseIsNotWellFormedButUnderstood() {
    #expect(!AreaCode.isWellFormed("bu0363af01", level: .buurt))
    #expect(AreaCode.normalised("bu0363af01", level: .buurt) == "BU0363AF01")
    #expect(AreaCode.normalised("0363", level: .gemeente) == "GM0363")
    #expect(AreaCode.normalised("0363") == nil)
  }

  @Test func smallerLevelsComeFirst() {
    #expect(AreaLevel.cbs.shuffled().sorted() == [.buurt, .wijk, .gemeente])
  }

  // MARK: Figures

  @Test(arguments: [
    (-99_997, MissingReason.secret), (-99_995, .notYetPublished), (-99_991, .discontinued),
    (-99_999_999, .noData), (-99_999_998, .noData), (.nan, .noData), (.infinity, .noData),
  ])
  func missingNumbers(number: Double, reason: MissingReason) {
    #expect(Figure.cbs(number) == .missing(reason))
    if number.isFinite {
      #expect(Figure.cbs("\(Int(number))") == .missing(reason))
      #expect(Figure.cbs("  \(Int(number)).0 ") == .missing(reason))
    }
  }

  @Test func otherNegativeNumbersAreNumbers() {
    for number in [-1.0, -99_999, -99_996, -99_990, 0, -0.5] {
      #expect(Figure.cbs(number) == .value(number))
    }
  }

  @Test(arguments: [
    ("", MissingReason.noData), ("  ", .noData), (".", .noData), ("       .", .noData),
    ("-", .noData), (",", .noData), ("x", .secret), ("X ", .secret),
  ])
  func missingTexts(text: String, reason: MissingReason) {
    #expect(Figure.cbs(text) == .missing(reason))
  }

  @Test(arguments: [
    ("12", 12), (" 1,5 ", 1.5), ("1.5", 1.5), ("-3", -3), ("0", 0), ("     1840", 1_840),
  ])
  func numbers(text: String, number: Double) {
    #expect(Figure.cbs(text) == .value(number))
  }

  @Test(arguments: [
    ("<5", 0, 4), ("< 5", 0, 4), ("<=5", 0, 5), ("≤5", 0, 5), ("1-4", 1, 4), ("1 - 4", 1, 4),
    ("1–4", 1, 4), ("1 t/m 4", 1, 4), ("5 tot 10", 5, 9), ("5 TOT 10", 5, 9), ("7-7", 7, 7),
    ("10+", 10, .infinity), (">10", 11, .infinity), (">=10", 10, .infinity),
    ("≥ 10", 10, .infinity), ("<1", 0, 0),
  ])
  func intervals(text: String, lower: Double, upper: Double) {
    #expect(Figure.cbs(text) == .interval(lower: lower, upper: upper))
  }

  @Test(arguments: ["abc", "<0", "4-1", "5 tot 5", "1-2-3", "<", "+", "1.5-2", "12a", "onbekend"])
  func noFigures(text: String) {
    #expect(Figure.cbs(text) == nil)
  }

  // MARK: Aliases

  @Test func aliases() {
    let aliases = ColumnAliases(["aantal_inwoners": ["AANT_INW", "a_inw"], "jaar": []])
    for name in ["aantal_inwoners", "AANT_INW", "aant_inw", "A_INW  ", " Aantal_Inwoners"] {
      #expect(aliases.canonical(name) == "aantal_inwoners")
    }
    #expect(aliases.canonical("JAAR") == "jaar")
    #expect(aliases.canonical("Onbekend ") == "onbekend")
    #expect(ColumnAliases.none.canonical("AANT_INW") == "aant_inw")
  }
}
