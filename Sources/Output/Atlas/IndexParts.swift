public import Areas
public import Indicators

/// What the score of each area on a composite index is made of.
public struct IndexParts: Sendable {
  /// An indicator of the index.
  public struct Member: Sendable {
    /// Its name.
    public let name: LocalizedText
    /// Its share of the weight of the index, 0 to 1.
    public let weight: Double
    /// Whether a higher number means less of the subject.
    public let isReversed: Bool

    /// Names a member.
    public init(name: LocalizedText, weight: Double, isReversed: Bool) {
      self.name = name
      self.weight = weight
      self.isReversed = isReversed
    }
  }

  /// The score of one area, with one decimal.
  public struct Score: Sendable {
    /// The score of an area that has the median on every indicator.
    public let start: Double
    /// What each member adds; nil where it has no number. With the start they add up to the score.
    public let parts: [Double?]

    /// States what a score is made of.
    public init(start: Double, parts: [Double?]) {
      self.start = start
      self.parts = parts
    }
  }

  /// The name of the map, as `index_weerbaarheid`.
  public let map: String
  /// The level.
  public let level: AreaLevel
  /// The members.
  public let members: [Member]
  /// The areas of the level; nil without a score.
  public let scores: [Score?]

  /// States what the scores of a level are made of.
  public init(map: String, level: AreaLevel, members: [Member], scores: [Score?]) {
    self.map = map
    self.level = level
    self.members = members
    self.scores = scores
  }
}
