/// A postcode and a house number that can be read in one way only: `1012AB` and `12`.
public struct PlainNumber: Hashable, Sendable {
  /// The postcode.
  public let postcode: Postcode
  /// The house number, 1 to 99,999.
  public let number: UInt32

  /// Reads a postcode without space and a number of digits; nil for all else, which
  /// ``AddressParser`` reads.
  @inline(__always)
  public init?(_ bytes: Span<UInt8>, postcode: Range<Int>, number: Range<Int>) {
    guard postcode.count == 6, 1...5 ~= number.count else { return nil }
    guard let code = PostcodeGrammar.strict(bytes, postcode.lowerBound), code.isGivenOut,
      code.digits != 9999
    else { return nil }
    var value: UInt32 = 0
    for index in number {
      let digit = bytes[index] &- 48
      guard digit < 10, value > 0 || digit > 0 else { return nil }
      value = value * 10 + UInt32(digit)
    }
    self.postcode = code
    self.number = value
  }
}
