internal import Bytes

/// Single JSON values as bytes. The same value always gives the same bytes.
extension [UInt8] {
  /// Appends a text in double quotes.
  ///
  /// Escaped are the quote, the backslash and the control characters below U+0020; all else is
  /// written as it is, in UTF-8.
  public mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    defer { append(UInt8(ascii: "\"")) }
    // Most texts need no escape; bytes of an array are looked at faster than those of a text.
    let start = count
    append(contentsOf: text.utf8)
    let isPlain = self[start...].allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if isPlain { return }
    removeSubrange(start...)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x20...:
        append(byte)
      case 0x0A: append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x0D: append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
      case 0x09: append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
      default:
        append(contentsOf: "\\u00".utf8)
        append(UInt8(ascii: "0") + byte >> 4)
        append(contentsOf: String(byte & 0xF, radix: 16).utf8)
      }
    }
  }

  /// Appends a number; NaN and the infinities, which JSON does not have, as `null`.
  /// - Parameter decimals: digits after the point, 0 to 12, halves away from zero, trailing zeros
  ///   left out; nil for the shortest text that reads back as the same number. Either way a whole
  ///   number has no point, and zero no sign.
  public mutating func appendJSON(_ number: Double, decimals: Int? = nil) {
    guard number.isFinite else {
      appendJSONNull()
      return
    }
    if let decimals {
      append(rounded: number, decimals: decimals)
    } else if abs(number) < 9e15, number == number.rounded(.towardZero) {
      append(rounded: number, decimals: 0)
    } else {
      append(contentsOf: number.description.utf8)
    }
  }

  /// Appends a whole number. Readers that keep numbers as doubles, as JavaScript does, lose digits
  /// beyond ±(2^53 − 1): write such numbers as text.
  public mutating func appendJSON(_ integer: Int64) {
    append(scaled: integer, decimals: 0)
  }

  /// Appends `true` or `false`.
  public mutating func appendJSON(_ value: Bool) {
    append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Appends `null`.
  public mutating func appendJSONNull() {
    append(contentsOf: "null".utf8)
  }

  /// Appends a value; ``JSONScalar/nested``, of which the content is not known, as `null`.
  /// - Parameter decimals: for ``JSONScalar/number(_:)``, see ``appendJSON(_:decimals:)``.
  public mutating func appendJSON(_ scalar: JSONScalar, decimals: Int? = nil) {
    switch scalar {
    case .null, .nested: appendJSONNull()
    case .bool(let value): appendJSON(value)
    case .number(let number): appendJSON(number, decimals: decimals)
    case .integer(let integer): appendJSON(integer)
    case .text(let text): appendJSON(text)
    }
  }
}
