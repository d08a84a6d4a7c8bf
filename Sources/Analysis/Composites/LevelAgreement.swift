internal import Quality

/// How far what is said of areas holds for the areas that they lie in: the modifiable areal unit problem
/// (Openshaw 1984, ISBN 0-86094-134-5).
public struct LevelAgreement: Hashable, Sendable {
  /// The areas of which both have a score.
  public let count: Int
  /// The share of their inhabitants who live in an area with the class of the one it lies in.
  public let sameClass: Double
  /// How far the scores lie apart, the mean over inhabitants.
  public let meanDifference: Double
  /// Spearman's rank correlation of both scores; nil when one does not differ.
  public let rankCorrelation: Double?

  /// Compares areas with those they lie in.
  /// - Parameters:
  ///   - scores: of the areas; nil without one.
  ///   - wider: the scores of the areas that they lie in.
  ///   - inhabitants: the weights; an area without any takes no part.
  ///   - classIndex: the class of a score.
  /// - Returns: nil when no area has both scores and inhabitants.
  /// - Complexity: O(n log n).
  public init?(
    _ scores: [Double?], wider: [Double?], inhabitants: [Double?], classIndex: (Double) -> Int?
  ) {
    var pairs: [(own: Double, wider: Double, weight: Double)] = []
    for (place, own) in scores.enumerated() {
      if let own, let other = wider[place], let weight = inhabitants[place], weight > 0 {
        pairs.append((own, other, weight))
      }
    }
    let total = pairs.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    count = pairs.count
    sameClass =
      pairs.reduce(0) { $0 + (classIndex($1.own) == classIndex($1.wider) ? $1.weight : 0) } / total
    meanDifference = pairs.reduce(0) { $0 + abs($1.own - $1.wider) * $1.weight } / total
    rankCorrelation = RankCorrelation.spearman(pairs.map(\.own), pairs.map(\.wider))
  }
}
