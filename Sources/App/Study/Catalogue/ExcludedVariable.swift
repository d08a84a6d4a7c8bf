public import Indicators

/// A variable that is no indicator, on purpose: `geodata/excluded.yaml`.
public struct ExcludedVariable: Hashable, Sendable {
  /// A short name.
  public let id: String
  /// What it is.
  public let name: LocalizedText
  /// Why it is left out.
  public let why: LocalizedText
  /// What says so.
  public let references: [String]

  /// Reads the file; what is wrong with it is noted.
  static func read(path: String, problems: inout [StudyProblem]) -> [ExcludedVariable] {
    let document = YAMLDocument(path: path)
    let root = document.root()
    root?.allow(["variables"])
    var seen: Set<String> = []
    let variables = (root?.list("variables") ?? []).compactMap { node -> ExcludedVariable? in
      guard let map = document.map(node, key: "variables") else { return nil }
      map.allow(["id", "name", "why", "references"])
      guard let id = map.requiredText("id"), let name = IndicatorReader.localized(map, "name"),
        let why = IndicatorReader.localized(map, "why")
      else { return nil }
      if !seen.insert(id).inserted { document.note(.duplicate(key: "id", given: id), node) }
      return ExcludedVariable(id: id, name: name, why: why, references: map.texts("references"))
    }
    problems += document.problems
    return variables
  }
}
