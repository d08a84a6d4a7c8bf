/// How sure the value of an area is that was put together from others.
public struct Certainty: Hashable, Sendable {
  /// How often the area keeps its class when figures and choices differ a little.
  public enum Word: String, Hashable, Sendable, CaseIterable {
    /// In nine of ten cases or more.
    case sure = "zeker"
    /// In half of the cases or more.
    case fair = "redelijk_zeker"
    /// Less often, or the grade is E: no class is shown.
    case unsure = "onzeker"
  }

  /// The word.
  public let word: Word
  /// Between these the value lies in nine of ten cases.
  public let interval: ClosedRange<Double>
  /// The band of areas that cannot be told apart from its first, counted from 1, highest values first.
  public let band: Int
  /// In which share of the cases the area has the class that belongs to its value.
  public let classShare: Double
  /// A to E.
  public let grade: String
  /// What keeps the grade down; empty with an A.
  public let reasons: [LocalizedText]

  /// States how sure a value is.
  package init(
    interval: ClosedRange<Double>, band: Int, classShare: Double, grade: String,
    reasons: [LocalizedText]
  ) {
    self.interval = interval
    self.band = band
    self.classShare = classShare
    self.grade = grade
    self.reasons = reasons
    word = grade == "E" || classShare < 0.5 ? .unsure : classShare < 0.9 ? .fair : .sure
  }
}
