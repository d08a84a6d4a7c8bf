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
    for word in 0..<4 {
      var value: UInt64 = 0
      for place in 0..<16 {
        let byte = digits[word * 16 + place]
        let number = byte &- 0x30
        if number < 10 {
          value = value << 4 | UInt64(number)
        } else {
          let letter = (byte | 0x20) &- 0x61
          guard letter < 6 else { return nil }
          value = value << 4 | UInt64(letter + 10)
        }
      }
      words[word] = value
    }
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
