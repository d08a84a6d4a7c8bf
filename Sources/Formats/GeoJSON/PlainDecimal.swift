/// Numbers as GeoJSON files write coordinates: digits with at most one point.
enum PlainDecimal {
  /// Reads the number at `index` and moves `index` behind it.
  ///
  /// Nil, with `index` anywhere, for everything unusual: an exponent, more than 19 digits, or what
  /// is no JSON number. The general way of reading decides then.
  @inline(__always)
  static func read(_ text: borrowing Span<UInt8>, _ index: inout Int) -> Double? {
    var at = index
    let count = text.count
    var negative = false
    if at < count, text[at] == UInt8(ascii: "-") {
      negative = true
      at += 1
    }
    var mantissa: UInt64 = 0
    let whole = at
    while at < count, text[at] &- 0x30 <= 9 {
      mantissa = mantissa &* 10 &+ UInt64(text[at] &- 0x30)
      at += 1
    }
    var digits = at - whole
    guard digits > 0, digits == 1 || text[whole] != UInt8(ascii: "0") else { return nil }
    var decimals = 0
    if at < count, text[at] == UInt8(ascii: ".") {
      at += 1
      let fraction = at
      while at < count, text[at] &- 0x30 <= 9 {
        mantissa = mantissa &* 10 &+ UInt64(text[at] &- 0x30)
        at += 1
      }
      decimals = at - fraction
      guard decimals > 0 else { return nil }
      digits += decimals
    }
    guard digits <= 19, at < count, text[at] | 0x20 != UInt8(ascii: "e") else { return nil }
    index = at
    let magnitude = quotient(mantissa, decimals: decimals)
    return negative ? -magnitude : magnitude
  }

  /// The double nearest to `mantissa` / 10^`decimals`, ties to even.
  /// - Precondition: `decimals` is 0 to 19.
  @inline(__always)
  static func quotient(_ mantissa: UInt64, decimals: Int) -> Double {
    // Both are exact doubles, so the one division rounds correctly.
    if mantissa <= 1 << 53 { return Double(mantissa) / powersOfTen[decimals] }
    return longQuotient(mantissa, decimals: decimals)
  }

  /// Divides by 5^`decimals` in whole numbers with at least 62 bits of quotient, keeps the fact of a
  /// remainder in the last bit, and lets the conversion round once. The rest is a power of two.
  private static func longQuotient(_ mantissa: UInt64, decimals: Int) -> Double {
    let divisor = powersOfFive[decimals]
    let divisorShift = divisor.leadingZeroBitCount
    let mantissaShift = mantissa.leadingZeroBitCount
    let dividend = mantissa << UInt64(mantissaShift)
    let (quotient, remainder) = (divisor << UInt64(divisorShift))
      .dividingFullWidth((high: dividend >> 1, low: dividend << 63))
    let sticky = remainder == 0 ? quotient : quotient | 1
    let exponent = divisorShift - mantissaShift - decimals - 63
    return Double(sticky) * Double(sign: .plus, exponent: exponent, significand: 1)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19,
  ]

  private static let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125,
    244_140_625, 1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125,
    3_814_697_265_625, 19_073_486_328_125,
  ]
}

extension JSONCursor {
  /// Reads pairs of numbers like `[4.9,52.3],[4.8,52.4],` as far as they are written without blanks
  /// and with a comma behind each pair. Stops, perhaps at once, before the first that is not.
  mutating func plainPairs(_ keep: (Double, Double) -> Void) {
    index = Self.plainPairs(bytes.span, from: index, keep)
  }

  private static func plainPairs(
    _ text: Span<UInt8>, from start: Int, _ keep: (Double, Double) -> Void
  ) -> Int {
    var done = start
    while true {
      var at = done
      guard at < text.count, text[at] == UInt8(ascii: "[") else { return done }
      at += 1
      guard let x = PlainDecimal.read(text, &at) else { return done }
      guard at < text.count, text[at] == UInt8(ascii: ",") else { return done }
      at += 1
      guard let y = PlainDecimal.read(text, &at) else { return done }
      guard at + 1 < text.count, text[at] == UInt8(ascii: "]"),
        text[at + 1] == UInt8(ascii: ",")
      else { return done }
      done = at + 2
      keep(x, y)
    }
  }
}
