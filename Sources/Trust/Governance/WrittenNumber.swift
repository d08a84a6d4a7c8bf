/// Whole numbers as spreadsheets and programs for statistics write them.
///
/// A column of numbers of which one cell is empty comes out of a data frame as `190748333.0`, out of a spreadsheet
/// as `1.90748333E+08`, with noughts before it or behind a sign that says that it is text.
enum WrittenNumber {
  private static let longest = 32

  /// The bare digits of a whole number, without what a program put around them; other values are themselves.
  /// - Complexity: O(bytes), for most values of the first few.
  static func plain(_ value: String) -> String {
    guard value.utf8.count <= longest, let first = value.utf8.first,
      first &- 0x30 <= 9 || first == UInt8(ascii: "=") || first == UInt8(ascii: "'")
    else { return value }
    if let digits = grouped(value) { return digits }
    var text = value[...]
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 {
      text = text.dropFirst(2).dropLast()
    } else if text.hasPrefix("'") {
      text = text.dropFirst()
    }
    return whole(text) ?? String(text)
  }

  /// Digits grouped by threes with commas or with blanks that do not break a line.
  private static func grouped(_ value: String) -> String? {
    let groups = value.split(omittingEmptySubsequences: false) {
      $0 == "," || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{2009}"
    }
    guard groups.count > 2, (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } })
    else { return nil }
    return groups.joined()
  }

  /// `123.0` and `1.23E+02`; nil for a number with decimals, for `1.000` and for what is no number.
  private static func whole(_ text: Substring) -> String? {
    let bytes = text.utf8
    let digits = bytes.prefix { $0 &- 0x30 <= 9 }
    var rest = bytes[digits.endIndex...]
    var decimals = rest.prefix(0)
    if let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
      rest = rest.dropFirst()
      decimals = rest.prefix { $0 &- 0x30 <= 9 }
      rest = rest[decimals.endIndex...]
      guard !decimals.isEmpty else { return nil }
    }
    if rest.isEmpty {
      // `1.000` is a thousand.
      guard digits.count > 3, decimals.allSatisfy({ $0 == 0x30 }) else { return nil }
      return String(digits)
    }
    guard rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e"),
      let power = Int(String(rest.dropFirst()) ?? ""), power >= decimals.count, power < 16
    else { return nil }
    return (String(digits) ?? "") + (String(decimals) ?? "")
      + String(repeating: "0", count: power - decimals.count)
  }

  /// The 8 or 9 digits of a number, without noughts before them, when a value is such a number.
  static func serviceDigits(_ value: String) -> [UInt8]? {
    guard let digits = PersonalData.bareDigits(value) else { return nil }
    let noughts = digits.prefix { $0 == 0 }.count
    let kept = Array(digits.dropFirst(min(noughts, max(digits.count - 9, 0))))
    return kept.count == 8 || kept.count == 9 ? kept : nil
  }

  /// The runs of 8 or 9 digits in a value, whatever stands around them; none in one of hexadecimal digits, such
  /// as a pseudonym, unless that is a number behind a letter or two.
  static func serviceRuns(_ value: String) -> [[UInt8]] {
    guard !isHexadecimal(value) else { return [] }
    return value.utf8.split { $0 &- 0x30 > 9 }.filter { $0.count == 8 || $0.count == 9 }
      .map { $0.map { $0 - 0x30 } }
  }

  private static func isHexadecimal(_ value: String) -> Bool {
    let behind = value.utf8.drop { PersonalData.isLetter($0) || $0 == UInt8(ascii: "-") }
    if value.utf8.count - behind.count <= 3, behind.allSatisfy({ $0 &- 0x30 <= 9 }) { return false }
    var hasLetter = false
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "-"): break
      case 0x41...0x46, 0x61...0x66: hasLetter = true
      default: return false
      }
    }
    return hasLetter
  }
}
