import Keys
import Testing

@testable import Linkage

/// Pseudonyms of citizen service numbers.
struct PseudonymKeyTests {
  @Test func numbersThatAreTheSameGiveOneToken() throws {
    let key = PseudonymKey(SecretKey(bytes: Array(repeating: 7, count: 32)))
    let token = try #require(key.token(of: "010464554"))
    #expect(token.count == 64)
    #expect(key.token(of: "10464554") == token)
    #expect(key.token(of: " 0104.64.554") == token)
    #expect(key.token(of: "010464555") == nil)
    #expect(key.token(of: "000000000") == nil)
    #expect(key.token(of: "") == nil)
    let other = PseudonymKey(SecretKey(bytes: Array(repeating: 8, count: 32)))
    #expect(other.token(of: "010464554") != token)
  }

  /// Made by another program (Python, `hmac`) from the same text and nine digits.
  @Test func theTokenThatIsDocumented() {
    let key = PseudonymKey(
      SecretKey(bytes: Array("een sleutel van een test, die niemand anders leest".utf8)))
    #expect(
      key.token(of: "10464554")
        == Array("65b796b32ab8f1010273d4c4c43b0e3a820ecfc5a5dea83a5f4725c92110594a".utf8))
  }
}
