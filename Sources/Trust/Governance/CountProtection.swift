/// How counts and sums of records are protected, by class of data, as a lawyer can edit it.
public struct CountProtection: Hashable, Sendable {
  /// The name of the rule.
  public let id: String
  /// The audiences for which it holds.
  public let audiences: Set<String>
  /// The classes of data for which it holds.
  public let classes: Set<DataClass>
  /// Fewer records are not told.
  public let minimum: Int
  /// The multiple to which is rounded.
  public let rounding: Int
  /// Whether it is told that there are none.
  public let showsZeros: Bool
  /// Of a sum: how many of the largest contributions are looked at for dominance.
  public let largest: Int
  /// Of a sum: the share in percent that they may be together.
  public let percent: Double
  /// Of a sum: how closely, in percent, one contributor may not be able to estimate another.
  public let nearness: Double
  /// Where it stands in law or guideline.
  public let article: String
  /// Why, plainly.
  public let explanation: DataRules.Text

  /// States a rule.
  public init(
    id: String, audiences: Set<String>, classes: Set<DataClass>, minimum: Int, rounding: Int,
    showsZeros: Bool, largest: Int, percent: Double, nearness: Double, article: String,
    explanation: DataRules.Text
  ) {
    self.id = id
    self.audiences = audiences
    self.classes = classes
    self.minimum = minimum
    self.rounding = rounding
    self.showsZeros = showsZeros
    self.largest = largest
    self.percent = percent
    self.nearness = nearness
    self.article = article
    self.explanation = explanation
  }
}
