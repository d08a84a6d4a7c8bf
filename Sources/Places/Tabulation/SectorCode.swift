/// Codes of the Standaard Bedrijfsindeling (SBI), as files write them and lists name them.
public enum SectorCode {
  /// The digits of a code such as `47.42`, `4742` or `47 42 1`; nil for what is no code of two to six
  /// digits.
  public static func digits(of text: String) -> String? {
    var digits = ""
    for character in text.utf8 {
      switch character {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.unicodeScalars.append(Unicode.Scalar(character))
      case UInt8(ascii: "."), UInt8(ascii: " "): continue
      default: return nil
      }
    }
    return (2...6).contains(digits.utf8.count) ? digits : nil
  }

  /// Whether the digits of a code are those of `pattern`, or lie below it when it ends in `*`.
  public static func matches(_ pattern: String, _ digits: String) -> Bool {
    let wanted = pattern.filter { $0 != "." && $0 != " " }
    return wanted.hasSuffix("*") ? digits.hasPrefix(wanted.dropLast()) : digits == wanted
  }

  /// Whether all that `pattern` stands for is below or the same as what `other` stands for.
  public static func lies(_ pattern: String, within other: String) -> Bool {
    let own = pattern.filter { $0 != "." && $0 != " " }
    let wider = other.filter { $0 != "." && $0 != " " }
    guard wider.hasSuffix("*") else { return own == wider }
    return (own.hasSuffix("*") ? String(own.dropLast()) : own).hasPrefix(wider.dropLast())
  }
}
