internal import Bytes
internal import CSV
internal import Geometry

/// A coordinate that is not written as plain numbers with a decimal point.
enum UnusualCoordinate {
  case position(Position)
  case problem(MatchReason)

  init(_ x: String, _ y: String) {
    let x = x.trimmed
    let y = y.trimmed
    if let easting = DecimalNumber.parse(x) ?? DecimalNumber.parse(x, comma: true),
      let northing = DecimalNumber.parse(y) ?? DecimalNumber.parse(y, comma: true)
    {
      self = .position(Position(x: easting, y: northing))
    } else if x.isEmpty || y.isEmpty {
      self = .problem(.empty)
    } else {
      self = .problem(Self.isNotFinite(x) || Self.isNotFinite(y) ? .notFinite : .notANumber)
    }
  }

  /// Whether a text writes NaN or infinity, in one of the ways that programs do.
  private static func isNotFinite(_ text: String) -> Bool {
    let word = text.lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity", "∞", "#n/b", "#n/a"].contains(String(word))
      || Double(text)?.isInfinite == true
  }
}
