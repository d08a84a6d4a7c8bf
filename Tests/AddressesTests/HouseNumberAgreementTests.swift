import Addresses
import Testing

@Suite struct HouseNumberAgreementTests {
  /// `12`, `12:A`, `12-HS`, `12:A-2`.
  private func number(_ text: String) throws -> HouseNumber {
    let addition = text.split(separator: "-").dropFirst().first ?? ""
    let head = text.split(separator: "-")[0].split(separator: ":")
    return HouseNumber(
      try #require(UInt32(head[0])), letter: head.count > 1 ? head[1].utf8.first! : 0,
      addition: try #require(Addition(addition.utf8)))
  }

  static let agreementCases: [(String, String, HouseNumber.Agreement)] = [
    ("12", "12", HouseNumber.Agreement.same), ("12:A-2", "12:A-2", .same), ("12", "13", .different),
    ("12", "12:A", .missing), ("12", "12-2", .missing), ("12:A", "12", .extra),
    ("12-HS", "12", .extra),
    ("12:A", "12:B", .different), ("12-1", "12-2", .different), ("12:A-1", "12:A-2", .different),
    ("16-DK", "16:D-K", .lettersGlued), ("16:D-K", "16-DK", .lettersGlued),
    ("12:A", "12-A", .lettersGlued),
    ("12-A2", "12:A-2", .lettersGlued), ("12-BISA", "12:B-ISA", .lettersGlued),
    ("12-HS", "12:H", .equivalent), ("12-HUIS", "12-HS", .equivalent),
    ("12-BG", "12-HS", .equivalent),
    ("12-0", "12-HS", .equivalent), ("12-BEL", "12-BG", .equivalent),
    ("12-BEN", "12-BG", .equivalent),
    ("12:I", "12-1", .equivalent), ("12-1HOOG", "12-1", .equivalent),
    ("12-1E", "12:I", .equivalent),
    ("12-II", "12-2", .equivalent), ("12-2HOOG", "12-II", .equivalent),
    ("12-III", "12-3", .equivalent),
    ("12-IV", "12-4", .equivalent), ("12-ZWART", "12-ZW", .equivalent),
    ("12-ROOD", "12-RD", .equivalent),
    ("12:R", "12-RD", .equivalent), ("12-BIS", "12-BS", .equivalent),
    ("12-BV", "12-BOVEN", .equivalent),
    ("12-3", "12-0003", .equivalent), ("12-03", "12-003", .equivalent),
    ("12:A-II", "12:A-2", .equivalent),
    ("12-BISA", "12-BSA", .equivalent), ("12-BISA", "12-BSB", .different),
    ("12-BIS", "12-BSA", .different), ("12-TWEEHOOG", "12-2", .equivalent),
    ("12-HS", "12-1", .different), ("12-ZW", "12-RD", .different), ("12-1", "12-10", .different),
  ]

  @Test(arguments: agreementCases)
  func agreement(written: String, registered: String, agreement: HouseNumber.Agreement) throws {
    #expect(try number(written).agreement(with: number(registered)) == agreement)
  }
}
