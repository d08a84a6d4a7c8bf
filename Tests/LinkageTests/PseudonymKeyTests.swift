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
}
