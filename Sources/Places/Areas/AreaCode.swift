/// Codes of CBS areas: `BU0363AF01`, `WK0363AF`, `GM0363`.
///
/// A code is a string with its prefix: digits alone lose leading zeros, and codes of Amsterdam hold
/// letters. A code means an area of one edition only; CBS has used codes again for other areas.
public enum AreaCode {
  /// The level of a well-formed code, or nil.
  public static func level(of code: some StringProtocol) -> AreaLevel? {
    AreaLevel.cbs.first { isWellFormed(code, level: $0) }
  }

  /// Whether `code` has the prefix, the length and the characters of a code of `level`.
  public static func isWellFormed(_ code: some StringProtocol, level: AreaLevel) -> Bool {
    let bytes = code.utf8
    // The codes of own areas are free.
    if level.isOwn { return !bytes.isEmpty && !code.contains { $0.isNewline } }
    guard bytes.count == level.codeLength, bytes.starts(with: level.prefix.utf8) else {
      return false
    }
    return bytes.dropFirst(2).prefix(4).allSatisfy { $0 &- 0x30 <= 9 }
      && bytes.dropFirst(6).allSatisfy { $0 &- 0x30 <= 9 || (0x41...0x5A).contains($0) }
  }

  /// The same for a text of its own, which most are: by its bytes.
  static func isWellFormed(_ code: String, level: AreaLevel) -> Bool {
    if level.isOwn { return isWellFormed(code[...], level: level) }
    let length = level.codeLength
    var code = code
    return code.withUTF8 { bytes in
      guard bytes.count == length, unsafe bytes.starts(with: level.prefix.utf8) else {
        return false
      }
      for place in 2..<length {
        let byte = unsafe bytes[place]
        guard byte &- 0x30 <= 9 || place >= 6 && byte >= 0x41 && byte <= 0x5A else { return false }
      }
      return true
    }
  }

  /// The code as CBS writes it: blanks around it removed, upper case, the prefix added when the
  /// text has just the characters after it (`0363AF01` for a buurt). The code of an own area is the
  /// text without blanks around it. Nil when it is no such code.
  public static func normalised(_ text: some StringProtocol, level: AreaLevel) -> String? {
    if level.isOwn {
      let code = String(text).trimmingBlanks
      return isWellFormed(code, level: level) ? code : nil
    }
    let whole = String(text)
    if isWellFormed(whole, level: level) { return whole }
    let trimmed = String(text.filter { !$0.isWhitespace }).uppercased()
    if isWellFormed(trimmed, level: level) { return trimmed }
    let prefixed = level.prefix + trimmed
    return isWellFormed(prefixed, level: level) ? prefixed : nil
  }

  /// The code of any level that a text writes with its prefix, or nil.
  public static func normalised(_ text: some StringProtocol) -> String? {
    let trimmed = String(text.filter { !$0.isWhitespace }).uppercased()
    return level(of: trimmed) == nil ? nil : trimmed
  }
}
