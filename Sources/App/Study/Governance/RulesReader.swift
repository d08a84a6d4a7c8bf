internal import Disclosure
internal import Governance
internal import Indicators
internal import Yams

/// Reads `rules/gegevens.yaml`.
enum RulesReader {
  static func read(_ path: String, problems: inout [StudyProblem]) -> DataRules {
    let document = YAMLDocument(path: path)
    let root = document.root()
    root?.allow(["version", "classes", "profiles", "combinations", "counts", "bias"])
    let version = root?.requiredText("version") ?? ""
    // A file without rules is more likely cut off than meant.
    for key in ["profiles", "combinations", "counts", "bias"] { _ = root?.required(key) }
    let classes = items(root, "classes").compactMap(Self.dataClass)
    let rules =
      items(root, "profiles").compactMap { rule($0, Self.profile, keys: ["audience", "class"]) }
      + items(root, "combinations").compactMap {
        rule($0, Self.combination, keys: ["classes", "content"])
      }
    let counts = items(root, "counts").compactMap(Self.protection)
    var seen: Set<String> = []
    for id in rules.map(\.id) + counts.map(\.id) where !seen.insert(id).inserted {
      document.note(.duplicate(key: "id", given: id), nil)
    }
    if root != nil {
      let known = Set(classes.map(\.dataClass))
      for one in DataClass.allCases where !known.contains(one) {
        document.note(.missingKey("classes: \(one.rawValue)"), root?["classes"])
      }
    }
    let bias = root?.map("bias").flatMap(Self.bias) ?? .standard
    problems += document.problems
    return DataRules(
      version: version, classes: classes, rules: rules, counts: counts, bias: bias)
  }

  private static func bias(_ map: YAMLMap) -> DataRules.BiasLimit? {
    map.allow(["threshold", "coverage", "article", "explanation", "columns"])
    for key in ["threshold", "coverage"] { _ = map.required(key) }
    let threshold = map.number("threshold", AuditReader.thresholds) { $0 > 0 && $0 <= 1 }
    let coverage = map.number("coverage", "a part above 0, at most 1") { $0 > 0 && $0 <= 1 }
    var columns: [String: DataRules.Text] = [:]
    if let own = map.map("columns") {
      for entry in own.entries { columns[entry.key] = text(own, entry.key) }
    }
    guard let threshold, let coverage, let article = map.requiredText("article"),
      let explanation = text(map, "explanation")
    else { return nil }
    return DataRules.BiasLimit(
      threshold: threshold, coverage: coverage, columns: columns, article: article,
      explanation: explanation)
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

  /// How counts are protected. What is left out is as it is without a rule.
  private static func protection(_ map: YAMLMap) -> CountProtection? {
    map.allow([
      "id", "audiences", "classes", "minimum", "rounding", "zeros", "dominance", "nearness",
      "article", "explanation",
    ])
    let standard = DisclosureRule.openbaar
    for key in ["audiences", "classes"] { _ = map.required(key) }
    let audiences = map.list("audiences").compactMap {
      map.word($0, key: "audience", as: Audience.self)
    }
    let classes = map.list("classes").compactMap { map.word($0, key: "class", as: DataClass.self) }
    let minimum =
      map.number("minimum", "a whole number from 5 to 1000") {
        $0 == $0.rounded() && (5...1_000).contains($0)
      }.map { Int($0) } ?? standard.minimumCount
    let rounding =
      map.number("rounding", "a whole number from 1 to the minimum") {
        $0 == $0.rounded() && $0 >= 1 && $0 <= Double(minimum)
      }.map { Int($0) } ?? standard.roundingBase
    let zeros = map.word("zeros", as: DisclosureRule.Zeros.self) ?? standard.zeros
    var dominance = DisclosureRule.Dominance(largest: 1, percent: 50)
    if let own = map.map("dominance") {
      own.allow(["largest", "percent"])
      for key in ["largest", "percent"] { _ = own.required(key) }
      let largest = own.number("largest", "1, 2 or 3") { [1, 2, 3].contains($0) }
      let percent = own.number("percent", "a number above 0, at most 100") {
        $0 > 0 && $0 <= 100
      }
      if let largest, let percent {
        dominance = DisclosureRule.Dominance(largest: Int(largest), percent: percent)
      }
    }
    let nearness =
      map.number("nearness", "a percentage from 1 to 100") { (1...100).contains($0) }
      ?? standard.nearness ?? 10
    guard let id = StudyFileReader.identifier(map, key: "id"), !audiences.isEmpty,
      !classes.isEmpty, let article = map.requiredText("article"),
      let explanation = text(map, "explanation")
    else { return nil }
    if audiences.contains(.intern) {
      map.document.note(
        .wrongType(
          key: "audiences", expected: "partners or openbaar; intern sees counts as they are"),
        map["audiences"])
    }
    return CountProtection(
      id: id, audiences: Set(audiences.map(\.rawValue)), classes: Set(classes), minimum: minimum,
      rounding: rounding, showsZeros: zeros == .shown, largest: dominance.largest,
      percent: dominance.percent, nearness: nearness, article: article, explanation: explanation)
  }

  private static func text(_ map: YAMLMap, _ key: String) -> DataRules.Text? {
    IndicatorReader.localized(map, key).map { DataRules.Text(nl: $0.nl, en: $0.en) }
  }

  /// The levels that a rule can name.
  private enum FinestLevel: String, CaseIterable {
    case wijk, gemeente
  }
}
