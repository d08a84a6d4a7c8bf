internal import Areas
internal import Geocoding
internal import Indicators
internal import Tabulation
internal import Yams

/// Reads the key `sectors` of a study.
enum SectorReader {
  /// Ids of layers are told apart by their first 30 characters.
  private static let longestName = 20

  static func read(_ root: YAMLMap, levels: [AreaLevel]) -> SectorSpecification? {
    guard let map = root.map("sectors") else { return nil }
    map.allow(["records", "classification", "level", "measures", "months", "stack", "groups"])
    func text(_ key: String, _ standard: String) -> Located<String> {
      guard let node = map[key] else { return map.node.located(standard) }
      return node.located(map.text(node, key: key) ?? standard)
    }
    let measures =
      map["measures"] == nil
      ? SectorSpecification.Measure.allCases
      : map.list("measures").compactMap {
        map.word($0, key: "measures", as: SectorSpecification.Measure.self)
      }
    _ = map.required("groups")
    return SectorSpecification(
      records: text("records", "vestigingen"),
      classification: text("classification", SectorCatalogue.standard),
      level: LevelWord.read(map, key: "level", known: levels), measures: measures,
      months: whole(map, "months", from: 1) ?? 24, stack: whole(map, "stack", from: 2) ?? 5,
      groups: map.list("groups").compactMap { group($0, map) })
  }

  private static func whole(_ map: YAMLMap, _ key: String, from least: Int) -> Int? {
    map.number(key, "a whole number, \(least) or more") {
      $0 == $0.rounded() && $0 >= Double(least) && $0 < 1_000
    }.map { Int($0) }
  }

  private static func group(_ node: Node, _ parent: YAMLMap) -> SectorSpecification.Group? {
    if let id = node.scalar?.string, !id.isEmpty {
      return SectorSpecification.Group(id: node.located(id), codes: [])
    }
    guard let map = parent.document.map(node, key: "groups") else { return nil }
    map.allow(["id", "label", "codes", "rationale", "date"])
    let label = map["label"].flatMap { StudyFileReader.localized($0, map, key: "label") }
    let codes = map.list("codes").compactMap { code in
      map.text(code, key: "codes").map { code.located($0) }
    }
    let rationale = map["rationale"].flatMap {
      StudyFileReader.localized($0, map, key: "rationale")
    }
    var date: RecordDate?
    if let node = map["date"] {
      date = node.scalar.flatMap { RecordDate($0.string) }
      if date == nil {
        map.document.note(.wrongType(key: "date", expected: "a day as 2024-12-31"), node)
      }
    }
    guard let id = groupName(map) else { return nil }
    return SectorSpecification.Group(
      id: (map["id"] ?? node).located(id), label: label, codes: codes, rationale: rationale,
      date: date)
  }

  /// The id of a group, which becomes part of the id of a layer.
  static func groupName(_ map: YAMLMap) -> String? {
    guard let id = StudyFileReader.identifier(map, key: "id") else { return nil }
    guard id.wholeMatch(of: /[a-z0-9_]+/) != nil, id.utf8.count <= longestName else {
      map.document.note(
        .wrongType(
          key: "id",
          expected: "a name of at most \(longestName) small letters, digits and underscores"),
        map["id"])
      return nil
    }
    return id
  }

  /// The codes under a key, as patterns that stand for themselves and all below them; what is no code is
  /// noted.
  static func codes(
    _ map: YAMLMap, _ key: String, _ classification: SectorCatalogue.Classification
  ) -> [String] {
    map.list(key).compactMap { node in
      guard let text = map.text(node, key: key) else { return nil }
      guard classification.holds(text), let digits = SectorCode.digits(of: text) else {
        map.document.note(
          .sectorRule(.notACode(text, classification: classification.name)), node)
        return nil
      }
      return digits + "*"
    }
  }
}
