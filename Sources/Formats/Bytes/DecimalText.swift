/// Numbers to text without locale and without Foundation.
extension [UInt8] {
  /// Appends `value` with exactly `decimals` digits after the point, halves away from zero,
  /// and never as "-0".
  ///
  /// Values too large for 64-bit arithmetic, and those that are no number, are written in the
  /// shortest form that reads back as the same number.
  public mutating func append(fixed value: Double, decimals: Int) {
    let scaled = (value * Self.powersOfTen[decimals]).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 9e18 else {
      append(contentsOf: value.description.utf8)
      return
    }
    if scaled < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(abs(scaled)), decimals: decimals, trimmed: false)
  }

  /// Appends `value` rounded to `decimals` digits after the point, without trailing zeros:
  /// "5.1" rather than "5.1000000", "5" rather than "5.0".
  public mutating func append(rounded value: Double, decimals: Int) {
    let scaled = (value * Self.powersOfTen[decimals]).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 9e18 else {
      append(contentsOf: value.description.utf8)
      return
    }
    if scaled < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(abs(scaled)), decimals: decimals, trimmed: true)
  }

  private mutating func append(digits number: UInt64, decimals: Int, trimmed: Bool) {
    var rest = number
    var places = decimals
    if trimmed {
      while places > 0, rest % 10 == 0 {
        rest /= 10
        places -= 1
      }
    }
    // Filled from the end, and taken over in one piece.
    var text = InlineArray<24, UInt8>(repeating: 0)
    var start = 24
    var place = 0
    repeat {
      if places > 0, place == places {
        start -= 1
        text[start] = UInt8(ascii: ".")
      }
      start -= 1
      text[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      place += 1
    } while rest > 0 || place <= places
    unsafe text.span.extracting(start..<24).withUnsafeBufferPointer {
      unsafe append(contentsOf: $0)
    }
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
  ]
}
