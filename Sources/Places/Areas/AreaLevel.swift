/// The three nested levels of the CBS division of the Netherlands.
public enum AreaLevel: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Neighbourhood, the smallest area.
  case buurt
  /// District: one or more buurten.
  case wijk
  /// Municipality: one or more wijken.
  case gemeente

  /// The letters with which codes of this level begin.
  public var prefix: String {
    switch self {
    case .buurt: "BU"
    case .wijk: "WK"
    case .gemeente: "GM"
    }
  }

  /// The number of characters of a code of this level, prefix included.
  public var codeLength: Int {
    switch self {
    case .buurt: 10
    case .wijk: 8
    case .gemeente: 6
    }
  }

  /// The Dutch plural, as layers are named.
  public var plural: String {
    switch self {
    case .buurt: "buurten"
    case .wijk: "wijken"
    case .gemeente: "gemeenten"
    }
  }

  /// Smaller areas come first.
  public static func < (a: AreaLevel, b: AreaLevel) -> Bool { a.codeLength > b.codeLength }
}
