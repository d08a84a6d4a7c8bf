/// Text to numbers without locale and without Foundation.
public enum DecimalNumber {
  /// The number that `bytes` writes, or nil when they are no number.
  ///
  /// Accepts digits with an optional sign, one decimal sign and an exponent: `12`, `-0.5`, `1,25`
  /// (with `comma`), `1e3`. Blanks around it are ignored. Thousands separators, hexadecimal, NaN and
  /// infinity are not accepted. The result is the double nearest to the decimal text.
  @inlinable
  public static func parse(_ bytes: Span<UInt8>, comma: Bool = false) -> Double? {
    var index = 0
    var end = bytes.count
    while index < end, bytes[index] == 0x20 { index += 1 }
    while end > index, bytes[end - 1] == 0x20 { end -= 1 }
    let first = index
    var negative = false
    if index < end, bytes[index] == 0x2D || bytes[index] == 0x2B {
      negative = bytes[index] == 0x2D
      index += 1
    }
    let decimalSign: UInt8 = comma ? 0x2C : 0x2E
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var seenSign = false
    var exponent = 0
    while index < end {
      let byte = bytes[index]
      if byte &- 0x30 <= 9 {
        digits += 1
        if mantissa > 0 || byte != 0x30 {
          if mantissa >= 900_000_000_000_000 { return slow(bytes, first, end, comma: comma) }
          mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        }
        if seenSign { decimals += 1 }
      } else if byte == decimalSign, !seenSign {
        seenSign = true
      } else if byte == 0x65 || byte == 0x45, digits > 0 {
        return slow(bytes, first, end, comma: comma)
      } else {
        return nil
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    exponent -= decimals
    guard exponent >= -22 else { return slow(bytes, first, end, comma: comma) }
    // Both factors are exact doubles, so the one division rounds correctly.
    let magnitude = Double(mantissa) / powersOfTen[-exponent]
    return negative ? -magnitude : magnitude
  }

  @usableFromInline
  static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The general case: many digits or an exponent.
  @usableFromInline
  static func slow(_ bytes: Span<UInt8>, _ first: Int, _ end: Int, comma: Bool) -> Double? {
    var text: [UInt8] = []
    for index in first..<end {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39, 0x2B, 0x2D, 0x65, 0x45: text.append(byte)
      case 0x2E where !comma, 0x2C where comma: text.append(0x2E)
      default: return nil
      }
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// The number that a text writes; see ``parse(_:comma:)``.
  public static func parse(_ text: some StringProtocol, comma: Bool = false) -> Double? {
    let bytes = Array(text.utf8)
    return parse(bytes.span, comma: comma)
  }
}
