/// A language in which people read maps.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Dutch.
  case nl
  /// English.
  case en

  /// `value` as people write it: "1.234,5" in Dutch and "1,234.5" in English.
  ///
  /// Halves are rounded away from zero, and nothing is ever "-0". `decimals` is the number of digits
  /// after the comma, 0 to 12; anything else counts as the nearest of these. Numbers too large for
  /// 64-bit arithmetic, and those that are no number, are written as a program would.
  public func number(_ value: Double, decimals: Int) -> String {
    let places = max(0, min(decimals, 12))
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 9e18 else { return value.description }
    var digits = String(UInt64(abs(scaled)))
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = digits.dropLast(places)
    var text = scaled < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += self == .nl ? "." : "," }
      text.append(digit)
    }
    if places > 0 { text += (self == .nl ? "," : ".") + digits.suffix(places) }
    return text
  }
}
