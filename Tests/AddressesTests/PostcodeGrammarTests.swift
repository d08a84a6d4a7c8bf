import Addresses
import Testing

@Suite struct PostcodeGrammarTests {
  static let readingCases: [(String, String, Int, AddressMarks)] = [
    ("1234AB", "1234AB", 1234, AddressMarks()), ("1234 AB", "1234AB", 1234, []),
    ("1234ab", "1234AB", 1234, []),
    ("1234  ab ", "1234AB", 1234, []), ("1234-AB", "1234AB", 1234, []),
    ("NL-1234AB", "1234AB", 1234, []),
    ("NL 1234 AB", "1234AB", 1234, []), ("1234\u{A0}AB", "1234AB", 1234, []),
    ("12 34 AB", "1234AB", 1234, []),
    ("1234AB Urk", "1234AB", 1234, []), ("1234AB,", "1234AB", 1234, []),
    ("I234AB", "1234AB", 1234, .repairedPostcode), ("l234AB", "1234AB", 1234, .repairedPostcode),
    ("1O34AB", "1034AB", 1034, .repairedPostcode), ("12340B", "1234OB", 1234, .repairedPostcode),
    ("1234A8", "1234AB", 1234, .repairedPostcode), ("B234AB", "8234AB", 8234, .repairedPostcode),
    ("1S34AB", "1534AB", 1534, .repairedPostcode),
    ("1234", "", 1234, []), ("1234.0", "", 1234, []), ("1000", "", 1000, []),
    ("1234SA", "", 1234, .invalidPostcode), ("1234 SD", "", 1234, .invalidPostcode),
    ("1234ss", "", 1234, .invalidPostcode),
    ("1234A", "", 1234, .invalidPostcode), ("1234ABC", "", 1234, .invalidPostcode),
    ("9999XX", "", 0, .dummyPostcode), ("9999 ZA", "", 0, .dummyPostcode),
    ("9999zz", "", 0, .dummyPostcode),
    ("0000AA", "", 0, [.dummyPostcode, .invalidPostcode]), ("0234AB", "", 0, .invalidPostcode),
    ("123", "", 0, .invalidPostcode), ("ABCD", "", 0, .invalidPostcode),
    ("onbekend", "", 0, .invalidPostcode),
    ("12345", "", 0, [.invalidPostcode, .foreign]),
    ("D-12345", "", 0, [.invalidPostcode, .foreign]),
    ("B-1000", "", 0, [.invalidPostcode, .foreign]),
    ("BE 9000", "", 0, [.invalidPostcode, .foreign]),
    ("", "", 0, []),
  ]

  @Test(arguments: readingCases)
  func reading(text: String, postcode: String, digits: Int, marks: AddressMarks) {
    let address = Record(street: "Hoofdstraat", number: "12", postcode: text, place: "Urk").read()
    #expect(address.postcode?.text ?? "" == postcode)
    #expect(address.postcodeDigits == digits)
    #expect(address.marks == marks)
  }
}
