internal import Bytes

extension JSONCursor {
  /// Reads one value; of an object or array nothing is kept.
  mutating func scalar() throws(GeoJSONError) -> JSONScalar {
    switch try peek(.value) {
    case UInt8(ascii: "\""):
      return .text(text(of: try textToken()))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try numberScalar()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipValue()
      return .nested
    default:
      return try word()
    }
  }

  /// Checks one value and keeps nothing of it.
  ///
  /// Calls itself for nested values; ``depthLimit`` bounds how deep.
  mutating func skipValue() throws(GeoJSONError) {
    switch try peek(.value) {
    case UInt8(ascii: "\""):
      _ = try textToken()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      _ = try numberToken()
    case UInt8(ascii: "{"):
      var more = try openObject()
      while more {
        _ = try memberNameToken()
        try skipValue()
        more = try nextMember()
      }
    case UInt8(ascii: "["):
      var more = try openArray()
      while more {
        try skipValue()
        more = try nextElement()
      }
    default:
      _ = try word()
    }
  }

  /// Reads a number.
  mutating func double() throws(GeoJSONError) -> Double {
    try double(of: try numberToken())
  }

  /// A number as it stands in the text.
  struct NumberToken {
    let start: Int
    let end: Int
    let isWhole: Bool
  }

  /// Finds the end of a number and checks it by the grammar of JSON.
  mutating func numberToken() throws(GeoJSONError) -> NumberToken {
    let start = index
    var isWhole = true
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
      index += 1
    } else {
      try digits()
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      try digits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      try digits()
    }
    return NumberToken(start: start, end: index, isWhole: isWhole)
  }

  private mutating func digits() throws(GeoJSONError) {
    let end = endOfDigits(from: index)
    guard end > index else { throw failure(.digit) }
    index = end
  }

  private func endOfDigits(from start: Int) -> Int {
    let text = bytes.span
    var end = start
    while end < text.count, text[end] &- 0x30 <= 9 { end += 1 }
    return end
  }

  private func double(of token: NumberToken) throws(GeoJSONError) -> Double {
    guard let value = DecimalNumber.parse(bytes.span.extracting(token.start..<token.end)) else {
      throw .numberOutOfRange(place(at: token.start))
    }
    return value
  }

  private mutating func numberScalar() throws(GeoJSONError) -> JSONScalar {
    let token = try numberToken()
    if token.isWhole, let whole = whole(token) { return .integer(whole) }
    return .number(try double(of: token))
  }

  /// The whole number of a token, or nil when it does not fit.
  private func whole(_ token: NumberToken) -> Int64? {
    let negative = bytes[token.start] == UInt8(ascii: "-")
    var value: Int64 = 0
    for at in (negative ? token.start + 1 : token.start)..<token.end {
      let (tens, tooMany) = value.multipliedReportingOverflow(by: 10)
      let digit = Int64(bytes[at] &- 0x30)
      let (sum, tooLarge) = tens.addingReportingOverflow(negative ? -digit : digit)
      if tooMany || tooLarge { return nil }
      value = sum
    }
    return value
  }

  /// Reads `true`, `false` or `null`.
  private mutating func word() throws(GeoJSONError) -> JSONScalar {
    let value: JSONScalar
    let letters: String
    switch bytes[index] {
    case UInt8(ascii: "t"): (value, letters) = (.bool(true), "true")
    case UInt8(ascii: "f"): (value, letters) = (.bool(false), "false")
    case UInt8(ascii: "n"): (value, letters) = (.null, "null")
    default: throw failure(.value)
    }
    for (offset, letter) in letters.utf8.enumerated() {
      guard index + offset < bytes.count else { throw failure(.value, at: bytes.count) }
      guard bytes[index + offset] == letter else { throw failure(.value) }
    }
    index += letters.utf8.count
    return value
  }
}
