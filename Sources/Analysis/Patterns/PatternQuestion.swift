public import Indicators
public import SpatialStatistics

/// A question about where values lie together, or whether they rise, and how it is answered.
public struct PatternQuestion: Hashable, Sendable, Codable {
  /// Which statistic answers the question.
  public enum Statistic: String, Hashable, Sendable, CaseIterable, Codable {
    /// Where do high values lie together, and where low ones: Gi* of Getis and Ord.
    case hotspots
    /// Which areas resemble their surroundings, and which stand out: local Moran's I.
    case lisa
    /// Which areas rise or fall over the periods: Mann-Kendall, with Sen's slope.
    case trend
  }

  /// Which areas are compared with each other.
  public enum Scope: String, Hashable, Sendable, CaseIterable, Codable {
    /// The areas of each gemeente among themselves.
    case city
    /// All areas of the study.
    case all
    /// Both, each by itself.
    case both
  }

  /// Names files and layers.
  public var id: String
  /// The question in words.
  public var text: LocalizedText
  /// Which statistic answers it.
  public var statistic: Statistic
  /// Which areas are compared.
  public var scope: Scope
  /// Who is a neighbour; a trend looks at none.
  public var neighbours: NeighbourRule
  /// The number of permutations of each area; beyond 999 they are drawn in rounds, and an area that is
  /// decided is drawn no further.
  public var permutations: Int
  /// The seed of the permutations.
  public var seed: UInt64
  /// The false discovery rate up to which an area gets a label.
  public var significance: Double

  /// Asks a question.
  public init(
    id: String, text: LocalizedText, statistic: Statistic, scope: Scope = .all,
    neighbours: NeighbourRule = .contiguity(.queen), permutations: Int = 999, seed: UInt64 = 1,
    significance: Double = 0.05
  ) {
    self.id = id
    self.text = text
    self.statistic = statistic
    self.scope = scope
    self.neighbours = neighbours
    self.permutations = permutations
    self.seed = seed
    self.significance = significance
  }
}
