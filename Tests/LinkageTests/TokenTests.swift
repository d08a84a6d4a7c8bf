import CSV
import TestSupport
import Testing

@testable import Linkage

/// What is a token and what is not; months and places as registers write them.
struct TokenTests {
  private func token(_ text: String) -> Token? { Token(Array(text.utf8).span) }

  @Test func tokens() {
    let text = String(repeating: "0123456789abcdef", count: 4)
    #expect(token(text)?.words == SIMD4(repeating: 0x0123_4567_89ab_cdef))
    #expect(token(text.uppercased()) == token(text))
    #expect(token(String(text.dropLast())) == nil)
    #expect(token(text + "0") == nil)
    for wrong in ["g", "/", ":", "@", "G", "`", " "] {
      #expect(token(text.dropLast() + wrong) == nil)
    }
  }

  @Test func faults() {
    #expect(Token.fault("123456782") == .citizenServiceNumber)
    #expect(Token.fault("12345678.2") == .citizenServiceNumber)
    #expect(Token.fault("123456783") == .length(9))
    #expect(Token.fault("") == .length(0))
    #expect(Token.fault(String(repeating: "z", count: 64)) == .notHexadecimal)
  }

  @Test func indexFindsWhatWasAdded() {
    var random = RepeatableGenerator(seed: 4)
    var index = TokenIndex()
    var places: [Token: Int] = [:]
    func fresh(_ few: Bool) -> Token {
      let digits = (0..<64).map { place in
        // Many that share their beginning and end, so that slots collide.
        place < 16 || place >= 48
          ? few ? "0" : "f" : String(Int.random(in: 0..<16, using: &random), radix: 16)
      }.joined()
      return Token(Array(digits.utf8).span)!
    }
    for number in 0..<1500 {
      let token = fresh(number.isMultiple(of: 2))
      places[token] = index.place(adding: token)
      #expect(index.place(adding: token) == places[token])
    }
    #expect(index.count == places.count)
    for (token, place) in places { #expect(index.place(of: token) == place) }
    #expect(index.place(of: fresh(true)) == nil)
  }

  @Test(arguments: [
    ("2024-03-31", 2024 * 12 + 2), ("20240331", 2024 * 12 + 2), ("31-03-2024", 2024 * 12 + 2),
    ("31/03/2024", 2024 * 12 + 2), ("2024", 2024 * 12), ("1900-01-01", 1900 * 12),
  ])
  func months(_ text: String, _ month: Int) {
    #expect(RegisterMonth.read(Array(text.utf8).span, isEnd: false) == month)
  }

  @Test(arguments: [
    "", "2024-13-01", "2024-00-01", "2024-01-32", "24-01-2024x", "2024-1-1", "1-1-2024", "0000",
    "9999-01-01", "20240101120000", "2024-03", "03-2024", "--20240331", "2-0240331-",
  ])
  func noMonths(_ text: String) {
    #expect(RegisterMonth.read(Array(text.utf8).span, isEnd: false) == nil)
  }

  @Test func aYearEndsInDecember() {
    #expect(RegisterMonth.read(Array("2024".utf8).span, isEnd: true) == 2024 * 12 + 11)
  }

  @Test func places() {
    #expect(LinkPlace(code: "WK059901") == .wijk("WK059901"))
    #expect(LinkPlace(code: "wk0363AF") == .wijk("WK0363AF"))
    #expect(LinkPlace(code: "BU05990112") == .wijk("WK059901"))
    #expect(LinkPlace(code: "GM0599") == .gemeente("GM0599"))
    #expect(LinkPlace(code: "0599") == .gemeente("GM0599"))
    #expect(LinkPlace(code: "Rotterdam") == .unknown)
    #expect(LinkPlace(code: "1234567") == .unknown)
    #expect(LinkPlace(code: "") == .unknown)
    #expect(LinkPlace.wijk("WK0363AF").gemeente == "GM0363")
  }

  @Test func yearsFillTheirPools() throws {
    #expect(try CountedYears(2019, 2024, pooled: 3).names == ["2019-2021", "2022-2024"])
    #expect(try CountedYears(2023, 2024, pooled: 1).names == ["2023", "2024"])
    for (first, last, pool) in [
      (2019, 2024, 4), (2024, 2019, 1), (2000, 2020, 1), (2019, 2024, 0),
      (1900, 1901, 1), (2199, 2200, 1),
    ] {
      #expect(throws: LinkageError.years(first: first, last: last, pooled: pool)) {
        try CountedYears(first, last, pooled: pool)
      }
    }
  }
}
