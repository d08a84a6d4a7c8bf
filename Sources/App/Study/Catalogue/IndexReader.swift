internal import Composites
internal import Indicators
internal import Indices
internal import Tables
internal import Yams

/// Reads one index; `geodata/indices/README.md` describes the form.
struct IndexReader {
  private static let keys = [
    "id", "theme", "name", "says", "says_not", "members", "outliers", "normalisation", "weighting",
    "aggregation", "minimum_weight", "frame", "caveats", "references",
  ]

  /// The least share of a resilience index that must be about cohesion, trust, participation or
  /// facilities.
  static let resilienceShare = 0.5

  /// Reads an index of indicators of the catalogue and of the study, or notes why not.
  static func read(
    _ document: YAMLDocument, indicators: [String: Indicator], lineage: Lineage
  ) -> IndexDefinition? {
    guard let root = document.root() else { return nil }
    root.allow(keys)
    let id = StudyFileReader.identifier(root, key: "id")
    let theme = root.required("theme").flatMap {
      root.word($0, key: "theme", as: Indicator.Theme.self)
    }
    let texts = ["name", "says", "says_not"].map { key in
      root.required(key).flatMap { StudyFileReader.localized($0, root, key: key) }
    }
    let frame = root.word("frame", as: IndexDefinition.Frame.self) ?? .study
    let caveats = root.map("caveats").map(IndicatorReader.caveats) ?? []
    let references = root.texts("references")
    let weightingWord = root.word("weighting", as: WeightingWord.self) ?? .given
    let normalisation = root.word("normalisation", as: Normalisation.self) ?? .robustZ
    let list = root.required("members") == nil ? [] : root.list("members")
    let entries = list.compactMap { document.map($0, key: "members") }
    let members = entries.compactMap {
      member(
        $0, indicators: indicators, lineage: lineage, normalisation: normalisation,
        weighting: weightingWord)
    }
    // Twice in the list, a member would weigh double without anybody having said so.
    var seen: Set<String> = []
    for entry in entries {
      guard let node = entry["indicator"], let id = node.scalar?.string else { continue }
      if !seen.insert(id).inserted {
        document.note(.indexRule(.memberTwice(id)), node)
      }
    }
    let weighting = weighting(weightingWord, entries, root)
    let method = IndexMethod(
      outliers: root.flag("outliers") ?? true ? OutlierRule() : nil, normalisation: normalisation,
      weighting: weighting, aggregation: aggregation(root),
      presentWeight: root.number("minimum_weight", "a share above 0, at most 1, as 0.6") {
        $0 > 0 && $0 <= 1
      } ?? 0.6)
    guard let id, let theme, let name = texts[0], let says = texts[1], let saysNot = texts[2],
      members.count == list.count
    else { return nil }
    let index = IndexDefinition(
      id: id, theme: theme, name: name, says: says, saysNot: saysNot, caveats: caveats,
      references: references, members: members, method: method, frame: frame)
    check(index, root)
    return document.problems.isEmpty ? index : nil
  }

  // MARK: Rules

  private static func check(_ index: IndexDefinition, _ root: YAMLMap) {
    let document = root.document
    if index.theme == .misdaad {
      document.note(.indexRule(.ofCrime), root["theme"])
    }
    if index.members.count < 2 {
      document.note(.indexRule(.tooFewMembers(index.members.count)), root["members"])
      return
    }
    if index.method.weighting != .principalComponent, index.knownWeights == nil {
      document.note(.indexRule(.weightsSumToZero), root["members"])
      return
    }
    guard index.isCalledResilience else { return }
    guard let share = index.resilienceShare else {
      document.note(.indexRule(.resilienceByComponents), root["weighting"])
      return
    }
    if share < resilienceShare - 1e-9 {
      document.note(.indexRule(.notResilience(share: share)), root["members"])
    }
  }

  private static func member(
    _ map: YAMLMap, indicators: [String: Indicator], lineage: Lineage,
    normalisation: Normalisation, weighting: WeightingWord
  ) -> IndexDefinition.Member? {
    map.allow(["indicator", "weight", "points", "direction", "goalposts", "reference"])
    guard let node = map.required("indicator"), let id = map.text(node, key: "indicator") else {
      return nil
    }
    guard let indicator = indicators[id] else {
      map.document.noteUnknown(id, key: "indicator", allowed: indicators.keys.sorted(), node)
      return nil
    }
    let crime = lineage.crime(in: indicator)
    if let crime { map.document.note(.indexRule(.crime(id, origin: crime)), node) }
    let direction = map.word("direction", as: Indicator.Direction.self) ?? indicator.direction
    if direction == .neutral {
      map.document.note(.indexRule(.neutral(id)), map["direction"] ?? node)
    }
    if map["weight"] != nil, weighting != .given {
      map.document.note(.indexRule(.otherWeighting(key: "weight")), map["weight"])
    }
    let weight = map.number("weight", "0 or more") { $0 >= 0 && $0.isFinite }
    let goalposts = goalposts(map)
    let reference = map.number("reference", "a number") { $0.isFinite }
    if normalisation == .goalposts, map["goalposts"] == nil {
      map.document.note(.missingKey("goalposts"), map.node)
    }
    if normalisation == .distance, map["reference"] == nil {
      map.document.note(.missingKey("reference"), map.node)
    }
    guard crime == nil, direction != .neutral else { return nil }
    return IndexDefinition.Member(
      indicator: indicator, weight: weight ?? indicator.defaultWeight,
      isReversed: direction == .lowerIsMore, goalposts: goalposts, reference: reference)
  }

  private static func goalposts(_ map: YAMLMap) -> ClosedRange<Double>? {
    guard let node = map["goalposts"] else { return nil }
    let list = map.list("goalposts").compactMap { $0.scalar.flatMap { Double($0.string) } }
    guard list.count == 2, list[0] < list[1], list.allSatisfy(\.isFinite) else {
      map.document.note(
        .wrongType(key: "goalposts", expected: "two ascending numbers, as [0, 5]"), node)
      return nil
    }
    return list[0]...list[1]
  }

  // MARK: Words

  private enum WeightingWord: String, CaseIterable {
    case given, equal, budget
    case principalComponent = "principal_component"
  }

  private static func weighting(
    _ word: WeightingWord, _ members: [YAMLMap], _ root: YAMLMap
  ) -> Weighting {
    switch word {
    case .given: return .given
    case .equal: return .equal
    case .principalComponent: return .principalComponent
    case .budget:
      let points = members.map { map in
        map.list("points").compactMap { $0.scalar.flatMap { Double($0.string) } }
      }
      let people = points.map(\.count).max() ?? 0
      guard people > 0, points.allSatisfy({ $0.count == people && $0.allSatisfy { $0 >= 0 } })
      else {
        root.document.note(
          .wrongType(
            key: "points",
            expected: "with 'weighting: budget' a list for every member, one number per person"),
          root["members"])
        return .budget([])
      }
      let lists = (0..<people).map { person in points.map { $0[person] } }
      for (person, list) in lists.enumerated() where abs(list.reduce(0, +) - 100) > 1e-6 {
        root.document.note(
          .indexRule(.budgetNotHundred(person: person + 1, total: list.reduce(0, +))),
          root["members"])
      }
      return .budget(lists)
    }
  }

  private static func aggregation(_ root: YAMLMap) -> Aggregation {
    guard let node = root["aggregation"] else { return .arithmetic }
    if let power = node.scalar.flatMap({ Double($0.string) }), (-10...10).contains(power) {
      return .generalised(power: power)
    }
    switch node.scalar?.string {
    case "arithmetic": return .arithmetic
    case "geometric": return .geometric
    default:
      root.document.note(
        .wrongType(
          key: "aggregation",
          expected: "arithmetic, geometric, or the power of a mean from -10 to 10, as 0.5"), node)
      return .arithmetic
    }
  }
}
