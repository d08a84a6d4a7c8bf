internal import Governance
public import Keys

/// The secret with which the key holder makes pseudonyms of citizen service numbers.
///
/// A pseudonym is HMAC-SHA256 (RFC 2104, FIPS 198-1) of the nine digits of the number. Without the key
/// nobody can make or undo it; a plain hash could be undone by trying all numbers. Who holds the key may
/// not hold the pseudonymous registers, and the other way round.
public struct PseudonymKey: Sendable {
  private let key: SecretKey

  /// Takes a key.
  public init(_ key: SecretKey) { self.key = key }

  /// The pseudonym of a citizen service number with 8 or 9 digits, blanks, points and hyphens left out;
  /// nil when the text is no such number.
  ///
  /// A number of eight digits gets the zero that it lost: both ways of writing give one pseudonym.
  public func token(of text: String) -> [UInt8]? {
    guard let digits = PersonalData.bareDigits(text), digits.count == 8 || digits.count == 9,
      PersonalData.passesElevenTest(digits)
    else { return nil }
    let nine = (digits.count == 8 ? [0] : []) + digits
    return key.hexadecimalCode(of: nine.map { $0 + 0x30 })
  }
}
