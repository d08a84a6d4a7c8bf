/// A JSON value as the property of a feature or its identifier.
public enum JSONScalar: Sendable, Hashable {
  /// `null`: the source says that there is no value.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number with a point or an exponent, or one too large for ``integer(_:)``.
  case number(Double)
  /// A whole number written without point and exponent.
  case integer(Int64)
  /// A text, escapes resolved.
  case text(String)
  /// An object or an array; its content is not kept.
  case nested

  /// The number, whole or not; nil for everything else, text that looks like a number included.
  public var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// The text; nil for everything else.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
