extension JSONCursor {
  /// A text as it stands in the file, without its quotes, checked.
  struct TextToken {
    let start: Int
    let end: Int
    let hasEscapes: Bool
  }

  /// Reads a text of which the cursor stands before the opening quote.
  mutating func textToken() throws(GeoJSONError) -> TextToken {
    let start = index + 1
    var at = start
    var hasEscapes = false
    var isASCII = true
    while true {
      guard at < bytes.count else { throw failure(.textCharacter, at: at) }
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        at = try escape(at: at).end
      } else if byte < 0x20 {
        throw failure(.textCharacter, at: at)
      } else {
        if byte >= 0x80 { isASCII = false }
        at += 1
      }
    }
    if !isASCII {
      do {
        _ = try UTF8Span(validating: bytes.span.extracting(start..<at))
      } catch {
        throw .notUTF8(place(at: start + error.byteOffsets.lowerBound))
      }
    }
    index = at + 1
    return TextToken(start: start, end: at, hasEscapes: hasEscapes)
  }

  /// The text of a token, escapes resolved.
  func text(of token: TextToken) -> String {
    guard token.hasEscapes else {
      return String(decoding: bytes[token.start..<token.end], as: UTF8.self)
    }
    var text: [UInt8] = []
    var at = token.start
    while at < token.end {
      if bytes[at] == UInt8(ascii: "\\"), let escape = try? escape(at: at) {
        text.append(contentsOf: UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter)
        at = escape.end
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the token is written exactly as `name`, without escapes.
  func isWritten(_ token: TextToken, as name: [UInt8]) -> Bool {
    guard token.end - token.start == name.count else { return false }
    for offset in 0..<name.count where bytes[token.start + offset] != name[offset] { return false }
    return true
  }

  /// The character of an escape, or of two that form a surrogate pair, and where it ends.
  private func escape(at backslash: Int) throws(GeoJSONError) -> (scalar: Unicode.Scalar, end: Int)
  {
    let letter = backslash + 1
    guard letter < bytes.count else { throw failure(.escape, at: letter) }
    let scalar: Unicode.Scalar
    switch bytes[letter] {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(at: letter + 1)
    default: throw failure(.escape, at: letter)
    }
    return (scalar, letter + 1)
  }

  private func unicodeEscape(at digits: Int) throws(GeoJSONError) -> (
    scalar: Unicode.Scalar, end: Int
  ) {
    let first = try fourDigits(at: digits)
    if let scalar = Unicode.Scalar(first) { return (scalar, digits + 4) }
    guard first < 0xDC00 else { throw failure(.surrogatePair, at: digits - 2) }
    for (offset, sign) in [UInt8(ascii: "\\"), UInt8(ascii: "u")].enumerated() {
      let at = digits + 4 + offset
      guard at < bytes.count, bytes[at] == sign else { throw failure(.surrogatePair, at: at) }
    }
    let second = try fourDigits(at: digits + 6)
    guard second >= 0xDC00, second < 0xE000,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure(.surrogatePair, at: digits + 4) }
    return (scalar, digits + 10)
  }

  private func fourDigits(at start: Int) throws(GeoJSONError) -> UInt32 {
    var value: UInt32 = 0
    for at in start..<(start + 4) {
      guard at < bytes.count else { throw failure(.escape, at: at) }
      let digit: UInt8
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[at] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[at] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[at] - UInt8(ascii: "A") + 10
      default: throw failure(.escape, at: at)
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
