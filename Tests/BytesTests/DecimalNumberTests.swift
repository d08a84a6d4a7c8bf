import Bytes
import TestSupport
import Testing

@Suite struct DecimalNumberTests {
  /// What the standard library reads, for texts of digits, signs and `e`.
  private func reference(_ text: String, comma: Bool) -> Double? {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    let sign: Character = comma ? "," : "."
    guard text.allSatisfy({ "0123456789+-eE".contains($0) || $0 == sign }) else { return nil }
    let number = Double(text.replacing(",", with: "."))
    return number?.isFinite == true ? number : nil
  }

  private func compare(_ text: String, comma: Bool) {
    let found = DecimalNumber.parse(text, comma: comma)
    let wanted = reference(text, comma: comma)
    #expect(found?.bitPattern == wanted?.bitPattern, "\"\(text)\"")
  }

  @Test func anyCharactersReadAsTheStandardLibraryReadsThem() {
    var generator = RepeatableGenerator(seed: 1)
    let characters = Array("0123456789012345678901234567890123456789.,.,+-eE ")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...24, using: &generator)
      let text = String(
        (0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &generator)]
        })
      compare(text, comma: false)
      compare(text, comma: true)
    }
  }

  @Test func numbersReadAsTheStandardLibraryReadsThem() {
    var generator = RepeatableGenerator(seed: 2)
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
    }
    for round in 0..<20_000 {
      let comma = round % 2 == 0
      var text = ["", "-", "+"][round % 3] + digits(round % 21)
      if round % 4 > 0 { text += (comma ? "," : ".") + digits(round % 25) }
      if round % 5 == 0 { text += "e\(Int.random(in: -340...340, using: &generator))" }
      compare(text, comma: comma)
    }
  }

  @Test func shortestTextsReadBackExactly() {
    var generator = RepeatableGenerator(seed: 3)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(DecimalNumber.parse(number.description)?.bitPattern == number.bitPattern)
    }
  }

  @Test(arguments: [
    ("12", 12), ("-0.5", -0.5), (" 7 ", 7), ("+3", 3), ("1e3", 1_000), ("0.1", 0.1),
    ("99999999999999999999", 1e20), ("12345678901234567890", 12_345_678_901_234_567_168),
    ("9007199254740993", 9_007_199_254_740_992), ("0.00000000000000000000000001", 1e-26),
  ])
  func known(text: String, number: Double) {
    #expect(DecimalNumber.parse(text) == number)
    #expect(DecimalNumber.parse(text.replacing(".", with: ","), comma: true) == number)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", "1e", "1.2.3", "1 2", "--1", "0x10", "nan", "inf", "infinity",
    "1,5", "1.000,5", "1_000", "1e999", "12a", "٣", "1\t",
  ])
  func noNumbers(text: String) {
    #expect(DecimalNumber.parse(text) == nil)
  }

  @Test func theDecimalSignIsTheOneAskedFor() {
    #expect(DecimalNumber.parse("1,25", comma: true) == 1.25)
    #expect(DecimalNumber.parse("1.25", comma: true) == nil)
    #expect(DecimalNumber.parse("1,25e1", comma: true) == 12.5)
    #expect(DecimalNumber.parse("1,23456789012345678901", comma: true) == 1.23456789012345678901)
  }
}
