/// One cell of a table of figures: a number, a range within which the number lies, or nothing with
/// a reason.
public enum Figure: Hashable, Sendable {
  /// A known number.
  case value(Double)
  /// Only bounds are known, both included; `upper` is infinite for "10 or more".
  case interval(lower: Double, upper: Double)
  /// No number, and why.
  case missing(MissingReason)

  /// The number, when it is known exactly.
  public var number: Double? {
    if case .value(let number) = self { number } else { nil }
  }

  /// The reason, when there is no number.
  public var reason: MissingReason? {
    if case .missing(let reason) = self { reason } else { nil }
  }
}
