internal import Governance

/// The pseudonym of a person: 256 bits that only the holder of the key can make from a number.
///
/// Held as numbers and not as text, so that ten million take 320 MB.
struct Token: Hashable, Sendable {
  let words: SIMD4<UInt64>

  /// The number of hexadecimal digits of a token.
  static let length = 64

  /// Reads 64 hexadecimal digits, small or capital; nil for anything else.
  init?(_ digits: Span<UInt8>) {
    guard digits.count == Self.length else { return nil }
    var words = SIMD4<UInt64>()
    var isHexadecimal = true
    // Without a branch per digit: those of a token are as good as random.
    for word in 0..<4 {
      var value: UInt64 = 0
      for place in 0..<16 {
        let byte = digits[word &* 16 &+ place]
        let isNumber = byte &- 0x30 < 10
        let isLetter = (byte | 0x20) &- 0x61 < 6
        isHexadecimal = isHexadecimal && (isNumber != isLetter)
        value = value << 4 | UInt64((byte & 0xF) &+ (byte >> 6) &* 9)
      }
      words[word] = value
    }
    guard isHexadecimal else { return nil }
    self.words = words
  }

  /// What stands where a token belongs.
  enum Fault: Hashable, Sendable {
    /// A citizen service number as it is: a person, and not a pseudonym.
    case citizenServiceNumber
    /// Another number of characters than 64.
    case length(Int)
    /// 64 characters that are not all hexadecimal digits.
    case notHexadecimal
  }

  /// What is wrong with a text that is no token.
  static func fault(_ text: String) -> Fault {
    if let digits = PersonalData.bareDigits(text), digits.count == 8 || digits.count == 9,
      PersonalData.passesElevenTest(digits)
    {
      return .citizenServiceNumber
    }
    return text.utf8.count == length ? .notHexadecimal : .length(text.utf8.count)
  }
}
