/// How sure the estimates of a survey are, one of each per area.
public struct SurveyEstimates: Hashable, Sendable {
  /// Half the width of the interval of confidence, as the source gives it; nil when it gives none.
  public let margins: [Double?]
  /// How many answered; nil when the source does not say.
  public let respondents: [Int?]
  /// The least number of answers for an estimate to be shown. One of which the number is not known is
  /// not shown either.
  public let minimum: Int

  /// Describes estimates; one margin and one number of answers per area.
  public init(margins: [Double?], respondents: [Int?], minimum: Int) {
    precondition(margins.count == respondents.count, "one margin and one number per area")
    self.margins = margins
    self.respondents = respondents
    self.minimum = minimum
  }
}
