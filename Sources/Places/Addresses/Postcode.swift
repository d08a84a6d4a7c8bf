/// A Dutch postcode of four digits and two letters, such as `1012AB`, in one number.
///
/// Ordered as the text is. Source of the grammar: digits from 1000, letters A to Z; the combinations
/// SA, SD and SS are not given out.
public struct Postcode: Hashable, Comparable, Sendable {
  /// `(digits - 1000) * 676 + first letter * 26 + second letter`: 0 to 6,083,999.
  public let rawValue: UInt32

  /// How many values there are.
  public static let count = 9_000 * 676

  /// The postcode of a number made by ``rawValue``.
  public init(rawValue: UInt32) {
    precondition(rawValue < UInt32(Self.count))
    self.rawValue = rawValue
  }

  /// The postcode of digits (1000 to 9999) and letters (0 for A to 25 for Z); nil outside these.
  public init?(digits: Int, first: Int, second: Int) {
    guard digits >= 1000, digits <= 9999, 0..<26 ~= first, 0..<26 ~= second else { return nil }
    rawValue = UInt32((digits - 1000) * 676 + first * 26 + second)
  }

  /// The four digits.
  public var digits: Int { Int(rawValue) / 676 + 1000 }

  /// The letters, A as 0.
  public var letters: (first: Int, second: Int) {
    (Int(rawValue) % 676 / 26, Int(rawValue) % 26)
  }

  /// Whether the letters are given out: not SA, SD or SS.
  public var isGivenOut: Bool {
    let letters = Int(rawValue) % 676
    return letters != 18 * 26 && letters != 18 * 26 + 3 && letters != 18 * 26 + 18
  }

  /// The six bytes of the text, such as `1012AB`.
  public func append(to bytes: inout [UInt8]) {
    let digits = digits
    bytes.append(UInt8(48 + digits / 1000))
    bytes.append(UInt8(48 + digits / 100 % 10))
    bytes.append(UInt8(48 + digits / 10 % 10))
    bytes.append(UInt8(48 + digits % 10))
    bytes.append(UInt8(65 + letters.first))
    bytes.append(UInt8(65 + letters.second))
  }

  /// The text without space, such as `1012AB`.
  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// In the order of the text.
  public static func < (left: Postcode, right: Postcode) -> Bool { left.rawValue < right.rawValue }
}
