/// The protection of counts from records.
public struct DisclosureRule: Hashable, Sendable {
  /// Values with fewer records behind them, and smaller values, are suppressed, zero included.
  public let minimumCount: Int
  /// Other values are rounded to the nearest multiple of this, halves up; 1 rounds to whole numbers.
  public let roundingBase: Int

  /// For `openbaar`: 0 to 9 alike suppressed, the rest rounded to 5.
  public static let openbaar = DisclosureRule(minimumCount: 10, roundingBase: 5)

  /// The rule for an audience, or nil when values pass unchanged.
  public static func rule(for audience: Audience) -> DisclosureRule? {
    switch audience {
    case .intern: nil
    // A partner can bring together what two audiences were told, so no less is hidden.
    case .partners, .openbaar: .openbaar
    }
  }

  /// `value` rounded to the base.
  func rounded(_ value: Double) -> Double {
    (value / Double(roundingBase)).rounded(.toNearestOrAwayFromZero) * Double(roundingBase)
  }
}

extension PublishedFigure {
  /// What may be known of a value behind which stand `contributions` records; without a rule the value
  /// itself.
  ///
  /// A value below the minimum is suppressed too: twelve records of one firm are one firm.
  public init(_ value: Double, contributions: Int, rule: DisclosureRule?) {
    guard let rule else {
      self = .value(value)
      return
    }
    let isSafe = contributions >= rule.minimumCount && value >= Double(rule.minimumCount)
    self = isSafe ? .value(rule.rounded(value)) : .suppressed
  }

  /// What may be known of a value of which only bounds are known: the bounds, rounded outwards, when the
  /// lower one might be shown.
  init(bounds lower: Double, _ upper: Double, contributions: Int, rule: DisclosureRule?) {
    guard let rule else {
      self = .interval(lower: lower, upper: upper)
      return
    }
    let minimum = Double(rule.minimumCount)
    guard contributions >= rule.minimumCount, lower >= minimum else {
      self = .suppressed
      return
    }
    let base = Double(rule.roundingBase)
    self = .interval(
      lower: (lower / base).rounded(.down) * base, upper: (upper / base).rounded(.up) * base)
  }
}
