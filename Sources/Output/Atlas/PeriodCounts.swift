public import Disclosure
public import Indicators

/// Published counts per period, as small maps beside each other.
public struct PeriodCounts: Sendable {
  /// What is counted, for people.
  public let title: LocalizedText
  /// The counts.
  public let counts: PublishedCounts
  /// The periods with which another method of counting begins.
  public let methodBreaks: [String]

  /// States counts with what must be known of them.
  public init(title: LocalizedText, counts: PublishedCounts, methodBreaks: [String]) {
    self.title = title
    self.counts = counts
    self.methodBreaks = methodBreaks
  }
}
