internal import Indicators
internal import Patterns
internal import SpatialStatistics
internal import Yams

/// Reads the items of the key `patterns` of a study.
enum PatternReader {
  private static let shared = ["id", "question", "statistic", "scope", "significance"]
  private static let clusterKeys = ["indicator", "weights", "permutations", "seed"]
  private static let trendKeys = ["table", "category"]
  /// How many permutations may be asked for.
  static let permutations = 99...999_999

  /// A question; nil when what was noted leaves none.
  static func read(_ map: YAMLMap) -> PatternSpecification? {
    map.allow(shared + clusterKeys + trendKeys)
    let id = StudyFileReader.identifier(map, key: "id")
    let text = map.required("question").flatMap {
      StudyFileReader.localized($0, map, key: "question")
    }
    _ = map.required("statistic")
    let statistic = map.word("statistic", as: PatternQuestion.Statistic.self)
    let scope = map.word("scope", as: PatternQuestion.Scope.self) ?? .all
    let significance = map.number("significance", "a rate above 0 and below 1, as 0.05") {
      $0 > 0 && $0 < 1
    }
    let weights = weights(map)
    let permutations = map.number("permutations", "a whole number from 99 to 999999") {
      Int(exactly: $0).map { Self.permutations.contains($0) } ?? false
    }
    let seed = seed(map)
    guard let statistic else { return nil }
    for key in statistic == .trend ? clusterKeys : trendKeys where map[key] != nil {
      map.document.note(.otherStatistic(key: key, statistic: statistic.rawValue), map[key])
    }
    let subject = statistic == .trend ? "table" : "indicator"
    _ = map.required(subject)
    guard let id, let text else { return nil }
    return PatternSpecification(
      question: PatternQuestion(
        id: id, text: text, statistic: statistic, scope: scope,
        neighbours: weights ?? .contiguity(.queen),
        permutations: permutations.map { Int($0) } ?? 999,
        seed: seed ?? 1, significance: significance ?? 0.05),
      indicator: located(map, "indicator"), table: located(map, "table"),
      category: located(map, "category"))
  }

  private static func located(_ map: YAMLMap, _ key: String) -> Located<String>? {
    map[key].flatMap { node in map.text(node, key: key).map { node.located($0) } }
  }

  private static func weights(_ map: YAMLMap) -> NeighbourRule? {
    guard let node = map["weights"], let text = map.text(node, key: "weights") else { return nil }
    if let rule = NeighbourRule(text) { return rule }
    map.document.noteUnknown(
      text, key: "weights", allowed: ["queen", "rook", "knn:6"], node)
    return nil
  }

  static func seed(_ map: YAMLMap) -> UInt64? {
    guard let node = map["seed"] else { return nil }
    if let seed = node.scalar.flatMap({ UInt64($0.string) }) { return seed }
    map.document.note(.wrongType(key: "seed", expected: "a whole number, 0 or more"), node)
    return nil
  }
}
