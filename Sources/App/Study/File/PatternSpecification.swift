public import Patterns

/// A question about a pattern that a study asks.
public struct PatternSpecification: Sendable {
  /// The question, and how it is answered.
  public var question: PatternQuestion
  /// The indicator that lies together or not; of a trend nil.
  public var indicator: Located<String>?
  /// The table of counts that rise or fall; nil but of a trend.
  public var table: Located<String>?
  /// The category of that table.
  public var category: Located<String>?
}
