public import Areas
public import Cartography
public import Indicators

/// Types of areas, and for each area those of other gemeenten that are most like it.
public struct AreaKinds: Sendable {
  /// A type.
  public struct Kind: Sendable {
    /// Its letter and what sets it apart.
    public let name: LocalizedText
    /// Its colour.
    public let color: Color

    /// Names a type.
    public init(name: LocalizedText, color: Color) {
      self.name = name
      self.color = color
    }
  }

  /// The level.
  public let level: AreaLevel
  /// The types; empty when there are none.
  public let kinds: [Kind]
  /// The type of each area, counted from 0; nil of one that takes no part.
  public let labels: [Int?]
  /// What was found, a sentence each.
  public let sentences: [LocalizedText]
  /// Of each area the places of those like it, the most alike first.
  public let twins: [[Int]]
  /// The sources of what was compared.
  public let sources: [String]
  /// Whether made-up data took part.
  public let isSynthetic: Bool
  /// The mean silhouette of the types, from -1 to 1; nil without types.
  public var silhouette: Double?
  /// The seed with which they were sought.
  public var seed: UInt64?
  /// The indicators by which areas were compared.
  public var indicators: [Indicator] = []

  /// States types and twins of the areas of a level.
  public init(
    level: AreaLevel, kinds: [Kind], labels: [Int?], sentences: [LocalizedText], twins: [[Int]],
    sources: [String], isSynthetic: Bool
  ) {
    self.level = level
    self.kinds = kinds
    self.labels = labels
    self.sentences = sentences
    self.twins = twins
    self.sources = sources
    self.isSynthetic = isSynthetic
  }
}
