public import Tables

/// What is known of an indicator in one area.
public struct IndicatorValue: Hashable, Sendable {
  /// Why there is a value, or none.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// There is a value.
    case ok
    /// A number behind it is suppressed for this audience.
    case suppressed = "onderdrukt"
    /// A number behind it is not in the source.
    case noData = "geen_gegevens"
    /// The denominator is below the minimum, only bounds are known, too few answered, or the value is too
    /// unsure for a class.
    case fewData = "weinig_gegevens"
  }

  /// The value, rounded to the decimals of the indicator. Also there with ``Status/fewData`` when it
  /// is an open figure; never with the other two.
  public let value: Double?
  /// Bounds, when only an interval is known, or the margin of an estimate; not rounded inwards.
  public let bounds: ClosedRange<Double>?
  /// Why.
  public let status: Status
  /// Why a number behind it is not there; only with ``Status/noData``, nil where no source says so.
  public let missing: MissingReason?
  /// The published number above the line, for rates, shares, densities and quotients.
  public let numerator: Double?
  /// The published number below the line; km² for a density.
  public let denominator: Double?
  /// How many answers an estimate from a survey stands on.
  public let respondents: Int?
  /// How sure the value is; nil when that was not found out.
  public let certainty: Certainty?
  /// Whether the value has the status ``Status/fewData`` because it is too unsure for a class, and not
  /// because of what it rests on.
  public let isTooUnsure: Bool

  package init(
    value: Double? = nil, bounds: ClosedRange<Double>? = nil, status: Status,
    missing: MissingReason? = nil, numerator: Double? = nil, denominator: Double? = nil,
    respondents: Int? = nil, certainty: Certainty? = nil, isTooUnsure: Bool = false
  ) {
    self.isTooUnsure = isTooUnsure
    self.missing = missing
    self.value = value
    self.bounds = bounds
    self.status = status
    self.numerator = numerator
    self.denominator = denominator
    self.respondents = respondents
    self.certainty = certainty
  }
}
