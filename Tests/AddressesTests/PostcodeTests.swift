import Addresses
import Testing

@Suite struct PostcodeTests {
  @Test(arguments: [(1000, 0, 0, "1000AA"), (9999, 25, 25, "9999ZZ"), (1012, 0, 1, "1012AB")])
  func text(digits: Int, first: Int, second: Int, text: String) throws {
    let postcode = try #require(Postcode(digits: digits, first: first, second: second))
    #expect(postcode.text == text)
    #expect(Postcode(rawValue: postcode.rawValue).digits == digits)
  }

  @Test func outsideTheGrammar() {
    #expect(Postcode(digits: 999, first: 0, second: 0) == nil)
    #expect(Postcode(digits: 1000, first: 26, second: 0) == nil)
  }

  @Test func combinationsThatAreNotGivenOut() throws {
    let withheld = try (0..<676).filter {
      try !#require(Postcode(digits: 1012, first: $0 / 26, second: $0 % 26)).isGivenOut
    }
    #expect(
      withheld.map { "\(UnicodeScalar(UInt8(65 + $0 / 26)))\(UnicodeScalar(UInt8(65 + $0 % 26)))" }
        == ["SA", "SD", "SS"])
  }
}
