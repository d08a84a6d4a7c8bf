/// How much of a sum its largest contributions are, of records or of ``Contributors``: what dominance rules look at.
public struct Concentration: Hashable, Sendable {
  /// How many of the largest are kept.
  public static let kept = 3

  /// The sum of all contributions, each without its sign.
  public let total: Double
  /// The largest contributions without their signs, the largest first; nought where there are fewer.
  public let largest: [Double]

  /// Of no contributions.
  public static let none = Concentration(total: 0, largest: [])

  /// Of the contributions of both.
  public func adding(_ other: Concentration) -> Concentration {
    Concentration(
      total: total + other.total,
      largest: Array((largest + other.largest).sorted(by: >).prefix(Self.kept)))
  }

  /// States a concentration.
  public init(total: Double, largest: [Double]) {
    self.total = total
    self.largest = largest
  }
}
