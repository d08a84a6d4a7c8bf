internal import Disclosure
internal import Governance
internal import Indicators
internal import Yams

/// Reads `rules/gegevens.yaml`.
enum RulesReader {
  static func read(_ path: String, problems: inout [StudyProblem]) -> DataRules {
    let document = YAMLDocument(path: path)
    let root = document.root()
    root?.allow(["version", "classes", "profiles", "combinations"])
    let version = root?.requiredText("version") ?? ""
    // A file without rules is more likely cut off than meant.
    for key in ["profiles", "combinations"] { _ = root?.required(key) }
    let classes = items(root, "classes").compactMap(Self.dataClass)
    let rules =
      items(root, "profiles").compactMap { rule($0, Self.profile, keys: ["audience", "class"]) }
      + items(root, "combinations").compactMap {
        rule($0, Self.combination, keys: ["classes", "content"])
      }
    var seen: Set<String> = []
    for rule in rules where !seen.insert(rule.id).inserted {
      document.note(.duplicate(key: "id", given: rule.id), nil)
    }
    if root != nil {
      let known = Set(classes.map(\.dataClass))
      for one in DataClass.allCases where !known.contains(one) {
        document.note(.missingKey("classes: \(one.rawValue)"), root?["classes"])
      }
    }
    problems += document.problems
    return DataRules(version: version, classes: classes, rules: rules)
  }

  private static func items(_ root: YAMLMap?, _ key: String) -> [YAMLMap] {
    guard let root else { return [] }
    return root.list(key).compactMap { root.document.map($0, key: key) }
  }

  private static func dataClass(_ map: YAMLMap) -> DataRules.Class? {
    map.allow(["id", "title", "article", "explanation"])
    _ = map.required("id")
    guard let word = map.word("id", as: DataClass.self), let title = text(map, "title"),
      let article = map.requiredText("article"), let explanation = text(map, "explanation")
    else { return nil }
    return DataRules.Class(
      dataClass: word, title: title, article: article, explanation: explanation)
  }

  private static func rule(
    _ map: YAMLMap, _ condition: (YAMLMap) -> DataRules.Condition?, keys: [String]
  ) -> DataRules.Rule? {
    map.allow(["id", "finest", "refused", "article", "explanation"] + keys)
    let id = StudyFileReader.identifier(map, key: "id")
    let finest = map.word("finest", as: FinestLevel.self)
    let isRefused = map.flag("refused") ?? false
    if isRefused == (map["finest"] != nil) {
      map.document.note(
        .wrongType(key: "finest", expected: "wijk or gemeente, or 'refused: true' in its place"),
        map["finest"] ?? map.node)
    }
    let condition = condition(map)
    guard let id, let condition, isRefused || finest != nil,
      let article = map.requiredText("article"), let explanation = text(map, "explanation")
    else { return nil }
    return DataRules.Rule(
      id: id, condition: condition, finest: finest?.rawValue, article: article,
      explanation: explanation)
  }

  private static func profile(_ map: YAMLMap) -> DataRules.Condition? {
    _ = map.required("audience")
    _ = map.required("class")
    guard let audience = map.word("audience", as: Audience.self),
      let word = map.word("class", as: DataClass.self)
    else { return nil }
    return .audience(audience.rawValue, word)
  }

  private static func combination(_ map: YAMLMap) -> DataRules.Condition? {
    if map["content"] != nil {
      if let node = map["classes"] {
        map.document.note(
          .wrongType(key: "classes", expected: "classes or content, not both"), node)
      }
      return map.word("content", as: DataContent.self).map(DataRules.Condition.content)
    }
    _ = map.required("classes")
    let nodes = map.list("classes")
    let classes = nodes.compactMap { map.word($0, key: "class", as: DataClass.self) }
    return classes.count == nodes.count && !classes.isEmpty ? .together(classes) : nil
  }

  private static func text(_ map: YAMLMap, _ key: String) -> DataRules.Text? {
    IndicatorReader.localized(map, key).map { DataRules.Text(nl: $0.nl, en: $0.en) }
  }

  /// The levels that a rule can name.
  private enum FinestLevel: String, CaseIterable {
    case wijk, gemeente
  }
}
