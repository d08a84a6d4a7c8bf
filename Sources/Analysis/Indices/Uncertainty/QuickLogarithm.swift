/// The natural logarithm of a number above zero, without a branch, so that loops over many numbers work on
/// several at once; what is not a number stays so.
///
/// Within 4 units in the last place of the result, or 1e-15 around 1. The same bits on every machine, which
/// `log` of the C library does not promise. Only for normal numbers above zero: for others use
/// ``naturalLogarithm(_:)``.
///
/// With x = 2^k m and m from √½ to √2, ln x = k ln 2 + 2 artanh((m - 1) / (m + 1)), of which the series
/// is summed (Abramowitz and Stegun, Handbook of Mathematical Functions, 4.1.27).
@inline(__always)
func quickLogarithm(_ x: Double) -> Double {
  let half = 0x3FE6_A09E_667F_3BCD as UInt64  // √½
  let shifted = x.bitPattern &+ (0x3FF0_0000_0000_0000 &- half)
  // Whole numbers below 2^52 as the last bits of 2^52, which is taken off again.
  let power = Double(bitPattern: shifted >> 52 | 0x4330_0000_0000_0000) - (0x1p52 + 1_023)
  let m = Double(bitPattern: (shifted & 0xF_FFFF_FFFF_FFFF) &+ half)
  let s = (m - 1) / (m + 1)
  let z = s * s
  var series = 2.0 / 19
  series = series * z + 2.0 / 17
  series = series * z + 2.0 / 15
  series = series * z + 2.0 / 13
  series = series * z + 2.0 / 11
  series = series * z + 2.0 / 9
  series = series * z + 2.0 / 7
  series = series * z + 2.0 / 5
  series = series * z + 2.0 / 3
  let result = power * 0.693_147_180_559_945_309_4 + (2 * s + s * (z * series))
  return x == x ? result : x
}
