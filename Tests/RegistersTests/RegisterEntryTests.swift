import Addresses
import Registers
import Testing

@Suite struct RegisterEntryTests {
  @Test func additionsCompareAsTheirText() throws {
    let texts = ["", "1", "10", "2", "A", "BIS", "HS"]
    let additions = try texts.map { try #require(Addition($0.utf8)) }
    #expect(additions.sorted() == additions)
    #expect(additions.map(\.text) == texts)
    #expect(Addition("h s-".utf8)?.text == "HS")
    #expect(Addition("123456789".utf8) == nil)
  }
}
