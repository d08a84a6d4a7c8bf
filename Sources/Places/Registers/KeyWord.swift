/// A key of a register in one number that sorts by house number: the number, the buurt, and the distance
/// east and north of the postcode's base in quarters of a metre.
enum KeyWord {
  static let largestNumber: UInt32 = 131_071
  /// The buurt is not known.
  static let nowhere: UInt32 = 32_767
  /// The addresses of the key lie in several buurten.
  static let several: UInt32 = 32_766

  static func packed(number: UInt32, buurt: UInt32, position: UInt32) -> UInt64 {
    first(number) | UInt64(buurt) << 32 | UInt64(position)
  }

  /// The least word of a number.
  static func first(_ number: UInt32) -> UInt64 { UInt64(number) << 47 }

  static func number(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word >> 47) }
  static func buurt(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word >> 32) & 32_767 }
  static func position(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word) }
}
