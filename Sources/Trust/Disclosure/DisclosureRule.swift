public import Tabulation

/// The protection of counts and sums from records.
public struct DisclosureRule: Hashable, Sendable, Codable {
  /// What is told of counts of nought.
  public enum Zeros: String, CaseIterable, Hashable, Sendable, Codable {
    /// They are suppressed like other small counts: whoever knows that there are none, knows something of
    /// all who could have been counted.
    case hidden
    /// They are told.
    case shown
  }

  /// A sum is dominated when its few largest contributions are more than a share of it.
  public struct Dominance: Hashable, Sendable, Codable {
    /// How many of the largest are looked at: n, at most ``Tabulation/Concentration/kept``.
    public let largest: Int
    /// The share in percent: k.
    public let percent: Double

    /// States a rule of dominance.
    public init(largest: Int, percent: Double) {
      self.largest = largest
      self.percent = percent
    }
  }

  /// Values with fewer records behind them, and smaller values, are suppressed, zero as ``zeros`` says.
  public let minimumCount: Int
  /// Other values are rounded to the nearest multiple of this, halves up; 1 rounds to whole numbers.
  public let roundingBase: Int
  /// What is told of nought.
  public let zeros: Zeros
  /// When a sum is suppressed because a few contributions make it up; nil for never.
  public let dominance: Dominance?
  /// A sum is suppressed when its second largest contributor could estimate the largest more closely than
  /// this many percent of it, and a hidden sum is protected so far below and above: p; nil for never, and
  /// 10 % for hidden sums.
  public let nearness: Double?

  /// States a rule.
  public init(
    minimumCount: Int, roundingBase: Int, zeros: Zeros = .hidden,
    dominance: Dominance? = Dominance(largest: 1, percent: 50), nearness: Double? = 10
  ) {
    self.minimumCount = minimumCount
    self.roundingBase = roundingBase
    self.zeros = zeros
    self.dominance = dominance
    self.nearness = nearness
  }

  /// For `partners` and `openbaar`, when no rules say otherwise: 0 to 9 alike suppressed, the rest
  /// rounded to 5; no contribution more than half of a sum (guideline of CBS for output), p 10 %.
  public static let openbaar = DisclosureRule(minimumCount: 10, roundingBase: 5)

  /// The rule for an audience, or nil when values pass unchanged.
  public static func rule(for audience: Audience) -> DisclosureRule? {
    switch audience {
    case .intern: nil
    // A partner can bring together what two audiences were told, so no less is hidden.
    case .partners, .openbaar: .openbaar
    }
  }

  /// Whether this hides all that another rule hides, and rounds as far.
  public func isAsStrict(as other: DisclosureRule) -> Bool {
    let minds =
      other.dominance.map { wanted in
        dominance.map { $0.largest >= wanted.largest && $0.percent <= wanted.percent } ?? false
      } ?? true
    return minimumCount >= other.minimumCount && roundingBase >= other.roundingBase
      && (zeros == .hidden || other.zeros == .shown) && minds
      && (nearness ?? 0) >= (other.nearness ?? 0)
  }

  /// Between which bounds a count of records lies of which this is published; nil when it is hidden.
  public func bounds(of figure: PublishedFigure) -> ClosedRange<Int>? {
    if case .interval(let lower, let upper) = figure {
      let least = Int(min(max(lower, 0), 1e15))
      return least...(upper < 1e15 ? max(least, Int(upper)) : Int.max)
    }
    guard let number = figure.number else { return nil }
    guard number != 0 else { return 0...0 }
    // Halves were rounded up.
    let rounded = Int(min(number, 1e15))
    let least = max(minimumCount, rounded - roundingBase / 2)
    return least...max(least, rounded + (roundingBase - 1) / 2)
  }

  /// How far a hidden sum must be able to lie from what it is: a share of it, or one rounding.
  /// - Parameter scale: into how many units a sum is divided.
  func margin(_ sum: Int, scale: Double = 1) -> Int {
    let share = (Double(sum) * (nearness ?? 10) / 100).rounded(.up)
    return max(Int(min(share, 1e15)), Int(Double(roundingBase) * scale))
  }

  /// `value` rounded to the base.
  func rounded(_ value: Double) -> Double {
    (value / Double(roundingBase)).rounded(.toNearestOrAwayFromZero) * Double(roundingBase)
  }

  /// Why a value is not told.
  public enum HidingReason: Int, CaseIterable, Hashable, Sendable {
    /// Too few records or contributors stand behind it, or it is smaller than so many.
    case few
    /// Its largest contributions are too much of it.
    case dominance
    /// Its second largest contributor could estimate the largest too closely.
    case nearness
  }

  /// Why a value may not be told by itself; nil when it may.
  /// - Parameters:
  ///   - contributions: the records behind it, or of a sum the contributors.
  ///   - concentration: of a sum, how much of it its largest contributions are.
  public func reason(
    hiding value: Double, contributions: Int, concentration: Concentration? = nil
  ) -> HidingReason? {
    if contributions == 0, value == 0, zeros == .shown { return nil }
    guard contributions >= minimumCount, value >= Double(minimumCount) else { return .few }
    return concentration.flatMap(reason)
  }

  /// Why a sum tells too much of one contribution: (n,k) dominance, or the p % rule (Cox 1981,
  /// Linear sensitivity measures in statistical disclosure control, on both).
  private func reason(_ concentration: Concentration) -> HidingReason? {
    let largest = concentration.largest
    guard concentration.total > 0, let first = largest.first else { return nil }
    if let dominance,
      largest.prefix(dominance.largest).reduce(0, +)
        > concentration.total * dominance.percent / 100
    {
      return .dominance
    }
    guard let nearness else { return nil }
    let rest = concentration.total - first - (largest.count > 1 ? largest[1] : 0)
    return rest < first * nearness / 100 ? .nearness : nil
  }
}

extension PublishedFigure {
  /// What may be known of a value behind which stand `contributions` records, or of a sum contributors where records
  /// say whose they are; without a rule the value itself.
  ///
  /// A value below the minimum is suppressed too: twelve records of one firm are one firm.
  /// - Parameter concentration: of a sum, how much of it its largest contributions are.
  public init(
    _ value: Double, contributions: Int, concentration: Concentration? = nil, rule: DisclosureRule?
  ) {
    guard let rule else {
      self = .value(value)
      return
    }
    let reason = rule.reason(
      hiding: value, contributions: contributions, concentration: concentration)
    self = reason == nil ? .value(rule.rounded(value)) : .suppressed
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
