internal import Bytes
internal import CSV
internal import Geometry

/// A coordinate that is not written as plain numbers with a decimal point.
///
/// Read are a decimal comma and, in RD New, signs between thousands (`121.687,5`, `121,687`, `121 687`): a
/// number of metres below a thousand does not occur there.
enum UnusualCoordinate {
  case position(Position)
  case problem(MatchReason)

  init(_ x: String, _ y: String, in system: ReferenceSystem) {
    let x = x.trimmed
    let y = y.trimmed
    if let easting = Self.number(x, system), let northing = Self.number(y, system) {
      self = .position(Position(x: easting, y: northing))
    } else if RecordColumn.isEmpty(x) || RecordColumn.isEmpty(y) {
      self = .problem(.empty)
    } else {
      self = .problem(Self.isNotFinite(x) || Self.isNotFinite(y) ? .notFinite : .notANumber)
    }
  }

  private static func number(_ text: String, _ system: ReferenceSystem) -> Double? {
    if system == .rdNew, let number = grouped(text) { return number }
    return DecimalNumber.parse(text) ?? DecimalNumber.parse(text, comma: true)
  }

  private static let signs: [(thousands: Character, decimals: Character)] = [
    (".", ","), (",", "."), (" ", ","), (" ", "."), ("\u{A0}", ","),
  ]

  /// The number of a text with one kind of sign between thousands, and another before decimals.
  private static func grouped(_ text: String) -> Double? {
    for (sign, decimals) in Self.signs {
      let parts = text.split(separator: decimals, omittingEmptySubsequences: false)
      guard parts.count <= 2 else { continue }
      let groups = parts[0].split(separator: sign, omittingEmptySubsequences: false)
      guard groups.count > 1, (1...3).contains(groups[0].utf8.count),
        groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
        groups.allSatisfy(isDigits), parts.dropFirst().allSatisfy(isDigits)
      else { continue }
      return DecimalNumber.parse(groups.joined() + (parts.count == 2 ? "." + parts[1] : ""))
    }
    return nil
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// Whether a text writes NaN or infinity, in one of the ways that programs do.
  private static func isNotFinite(_ text: String) -> Bool {
    let word = text.lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity", "∞", "#n/b", "#n/a"].contains(String(word))
      || Double(text)?.isInfinite == true
  }
}
