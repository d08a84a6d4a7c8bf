/// Whether a record may be counted: the column `match_oordeel`.
public enum AddressVerdict: String, Hashable, Sendable, CaseIterable {
  /// The probability that the buurt is right reaches the threshold.
  case certain = "zeker"
  /// There is a buurt, but below the threshold.
  case doubtful = "twijfel"
  /// There is no buurt.
  case none = "geen"
}
