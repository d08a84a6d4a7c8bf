/// The addition to a house number, such as `HS`, `2` or `BIS`: at most eight letters and digits in
/// upper case. The register knows four at most; what people write may be longer.
public struct Addition: Hashable, Comparable, Sendable {
  /// The bytes from the most significant on, zero behind the last; compares as the text does.
  public let rawValue: UInt64

  /// No addition.
  public static let none = Addition(rawValue: 0)

  /// The addition that ``rawValue`` made.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Takes letters and digits, in upper case, and leaves all else out; nil when more than eight
  /// remain.
  public init?(_ text: some Sequence<UInt8>) {
    var value: UInt64 = 0
    var count = 0
    for byte in text {
      let upper: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        upper = byte
      case UInt8(ascii: "a")...UInt8(ascii: "z"): upper = byte - 32
      default: continue
      }
      guard count < 8 else { return nil }
      value |= UInt64(upper) << UInt64(56 - 8 * count)
      count += 1
    }
    rawValue = value
  }

  /// Whether there is none.
  public var isEmpty: Bool { rawValue == 0 }

  /// The number of bytes.
  public var count: Int { 8 - rawValue.trailingZeroBitCount / 8 }

  /// The byte at a place; 0 behind the last.
  public subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: rawValue >> UInt64(56 - 8 * index))
  }

  /// The text, such as `HS`.
  public var text: String {
    String(decoding: (0..<count).map { self[$0] }, as: UTF8.self)
  }

  /// In the order of the text.
  public static func < (left: Addition, right: Addition) -> Bool { left.rawValue < right.rawValue }
}
