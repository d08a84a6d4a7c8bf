import Addresses
import Testing

@Suite struct IdentifierTests {
  static let readingCases: [(String, UInt64, AddressMarks)] = [
    ("0363200000081086", 363_200_000_081_086, AddressMarks()),
    ("0363010000964973", 363_010_000_964_973, []), ("1024020000330152", 1_024_020_000_330_152, []),
    ("0221030000330172", 221_030_000_330_172, []), ("0363100012181960", 363_100_012_181_960, []),
    ("0363300000006091", 363_300_000_006_091, []),
    ("363200000081086", 363_200_000_081_086, .repairedIdentifier),
    ("NL.IMBAG.Nummeraanduiding.0363200000081086", 363_200_000_081_086, []),
    ("'0363200000081086", 363_200_000_081_086, []),
    ("3,63E+14", 0, .spreadsheetRounded), ("3.632E+14", 0, .spreadsheetRounded),
    ("0363420000081086", 0, .invalidIdentifier), ("0363520000081086", 0, .invalidIdentifier),
    ("0363", 0, .invalidIdentifier), ("onbekend", 0, .invalidIdentifier),
    ("03632000000810861", 0, .invalidIdentifier),
  ]

  @Test(arguments: readingCases)
  func reading(text: String, value: UInt64, marks: AddressMarks) {
    let address = Record(identifier: text).read()
    #expect(address.identifier?.rawValue ?? 0 == value)
    #expect(address.marks.subtracting(.noNumber) == marks)
  }
}
