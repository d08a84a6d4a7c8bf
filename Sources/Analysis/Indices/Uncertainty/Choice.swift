/// What could have been otherwise in an index.
public enum Choice: String, Hashable, Sendable, CaseIterable {
  /// The figures: rounding, and chance where little is behind them.
  case data = "gegevens"
  /// The weights.
  case weights = "gewichten"
  /// How numbers were put on one scale.
  case normalisation = "normalisatie"
  /// Whether outliers were treated.
  case outliers = "uitschieters"
  /// How scores became one.
  case aggregation = "samenvoeging"
  /// What was done with members that have no number.
  case missing = "ontbrekend"
}
