/// An identification of the BAG: sixteen digits, of which the fifth and sixth tell the kind.
///
/// The first four are the gemeente that gave it out, and stay after a merger.
public struct BagIdentifier: Hashable, Comparable, Sendable {
  /// The digits as a number, leading zeros left out.
  public let rawValue: UInt64

  /// What is identified.
  public enum Kind: Int, Sendable {
    case verblijfsobject = 1
    case ligplaats = 2
    case standplaats = 3
    case pand = 10
    case nummeraanduiding = 20
    case openbareRuimte = 30
  }

  /// The identification that a number of at most sixteen digits stands for; nil when it is longer or
  /// its kind is none of ``Kind``.
  public init?(rawValue: UInt64) {
    guard rawValue < 10_000_000_000_000_000,
      Kind(rawValue: Int(rawValue / 10_000_000_000 % 100)) != nil
    else { return nil }
    self.rawValue = rawValue
  }

  /// What is identified.
  public var kind: Kind { Kind(rawValue: Int(rawValue / 10_000_000_000 % 100))! }

  /// In the order of the digits.
  public static func < (left: BagIdentifier, right: BagIdentifier) -> Bool {
    left.rawValue < right.rawValue
  }
}
