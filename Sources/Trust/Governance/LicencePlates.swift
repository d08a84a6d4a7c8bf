/// Tells Dutch licence plates from other codes.
///
/// Source: RDW, the side codes 1 to 14 of passenger cars, lorries, trailers and motorcycles.
enum LicencePlates {
  /// `A` a letter, `9` a digit, in the groups of a plate.
  private static let forms: [[UInt8]] = [
    "AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9", "9-AAA-99",
    "AA-999-A", "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9",
  ].map { Array($0.utf8) }
  /// Those before 1978, which had vowels too. Without their hyphens they are codes of areas, postcodes and
  /// the numbers of schools.
  private static let oldForms = 3

  /// Whether a value has the form of a plate: with hyphens, or blanks, or without.
  ///
  /// Without hyphens the first three side codes are none, since `BU0363`, `1012AB` and `16PN00` look like
  /// them.
  /// From the fourth on plates have no vowels, C, Q or Y.
  static func isPlate(_ value: String) -> Bool {
    guard (6...10).contains(value.utf8.count) else { return false }
    var bytes: [UInt8] = value.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
    while bytes.last == 0x20 { bytes.removeLast() }
    while bytes.first == 0x20 { bytes.removeFirst() }
    return forms.indices.contains { number in
      let form = forms[number]
      let letters = number < oldForms ? isLetter : isConsonant
      if fits(bytes, form, separator: UInt8(ascii: "-"), letters) { return true }
      if number < oldForms { return false }
      return fits(bytes, form, separator: 0x20, letters)
        || fits(bytes, form.filter { $0 != UInt8(ascii: "-") }, separator: nil, isConsonant)
    }
  }

  private static func fits(
    _ bytes: [UInt8], _ form: [UInt8], separator: UInt8?, _ isLetter: (UInt8) -> Bool
  ) -> Bool {
    bytes.count == form.count
      && zip(bytes, form).allSatisfy { byte, sign in
        switch sign {
        case UInt8(ascii: "A"): isLetter(byte)
        case UInt8(ascii: "9"): byte &- 0x30 <= 9
        default: byte == separator
        }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isConsonant(_ byte: UInt8) -> Bool {
    isLetter(byte) && !"AEIOUCQY".utf8.contains(byte)
  }

  /// Whether one of the Dutch words for a plate stands in a text, in capitals or not.
  static func isNamed(in text: String) -> Bool { text.holds(oneOf: words) }

  private static let words = ["kenteken", "nummerplaat"].map { Array($0.utf8) }

  /// Whether a column with plates is, by its name, one of plates.
  static func isHeader(_ name: String) -> Bool {
    ["kenteken", "nummerplaat", "licenceplate", "licenseplate", "numberplate"]
      .contains { name.contains($0) }
  }
}
