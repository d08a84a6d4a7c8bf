public import Tables

/// What an audience may know of one value.
public enum PublishedFigure: Hashable, Sendable {
  /// A number, rounded where the rule asks for it.
  case value(Double)
  /// Bounds, both included.
  case interval(lower: Double, upper: Double)
  /// No number in the source, and why.
  case missing(MissingReason)
  /// Known, but not to this audience.
  case suppressed
  /// An estimate from too few answers to go by.
  case unreliable

  /// The number, when there is one.
  public var number: Double? {
    if case .value(let number) = self { number } else { nil }
  }
}
