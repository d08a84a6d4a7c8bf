internal import Bytes

/// Numbers of results as text.
enum ResultText {
  /// A number in the shortest form that reads back as the same, or nothing.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    guard let whole = Int(exactly: value), abs(value) < 1e15 else { return value.description }
    return whole.description
  }

  /// A number for a sentence, with four digits that count.
  static func short(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return number(value) }
    // The power of ten of the first digit.
    var power = 0
    var size = abs(value)
    while size >= 10, power < 15 { (size, power) = (size / 10, power + 1) }
    while size < 1, power > -9 { (size, power) = (size * 10, power - 1) }
    guard power < 15, power > -9 else { return value.description }
    let text = short(value, decimals: max(3 - power, 0))
    guard text.contains(".") else { return text }
    let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(digits.reversed())
  }

  /// A number for a sentence.
  static func short(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }
}
