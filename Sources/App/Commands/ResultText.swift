internal import Bytes

/// Numbers of results as text.
enum ResultText {
  /// A number in the shortest form that reads back as the same, or nothing.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    guard let whole = Int(exactly: value), abs(value) < 1e15 else { return value.description }
    return whole.description
  }

  /// A number for a sentence.
  static func short(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }
}
