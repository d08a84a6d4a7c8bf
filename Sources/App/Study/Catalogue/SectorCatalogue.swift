public import Indicators
internal import Tables
internal import Tabulation
internal import Yams

/// Groups of sectors, and the classifications whose codes they are made of: `geodata/sectors.yaml`.
public struct SectorCatalogue: Sendable {
  /// A classification of economic activities.
  public struct Classification: Hashable, Sendable {
    /// Its id in study files, such as `sbi2008`.
    public let id: String
    /// Its name.
    public let name: String
    /// Where its codes come from.
    public let source: String
    /// The two digits that codes begin with, and the third digits that may follow; empty where these are
    /// not listed.
    let divisions: [String: String]

    /// Whether a code, which may end in `*`, begins as one of the classification.
    public func holds(_ code: String) -> Bool {
      let body = code.hasSuffix("*") ? String(code.dropLast()) : code
      guard let digits = SectorCode.digits(of: body),
        let third = divisions[String(digits.prefix(2))]
      else { return false }
      guard let next = digits.dropFirst(2).first, !third.isEmpty else { return true }
      return third.contains(next)
    }
  }

  /// A group of sectors.
  public struct Group: Hashable, Sendable {
    /// A short name.
    public let id: String
    /// Its name for readers.
    public let label: LocalizedText
    /// Its codes by the id of the classification; each stands for itself and all below it.
    public let codes: [String: [String]]
    /// Why it is on the list.
    public let rationale: LocalizedText
    /// What names it.
    public let source: String
  }

  /// The version of the list.
  public let version: String
  /// The file.
  public let path: String
  /// The classifications, in the order of the file.
  public let classifications: [Classification]
  /// The groups, in the order of the file.
  public let groups: [Group]

  /// The classification of lists and files that do not say theirs.
  public static let standard = "sbi2008"

  /// A classification by its id.
  public func classification(_ id: String) -> Classification? {
    classifications.first { $0.id == id }
  }

  /// A group by its id.
  public func group(_ id: String) -> Group? { groups.first { $0.id == id } }

  /// Reads the file; what is wrong with it is noted.
  init(path: String, problems: inout [StudyProblem]) {
    let document = YAMLDocument(path: path)
    self.path = path
    let root = document.root()
    root?.allow(["version", "classifications", "groups"])
    version = root?.requiredText("version") ?? ""
    let found =
      root?.list("classifications").compactMap { Self.classification($0, document) } ?? []
    classifications = found
    groups = root?.list("groups").compactMap { Self.group($0, document, found) } ?? []
    var seen: Set<String> = []
    for group in groups where !seen.insert(group.id).inserted {
      document.note(.duplicate(key: "id", given: group.id), nil)
    }
    problems += document.problems
  }

  private static func classification(_ node: Node, _ document: YAMLDocument) -> Classification? {
    guard let map = document.map(node, key: "classifications") else { return nil }
    map.allow(["id", "name", "source", "divisions"])
    guard let id = map.requiredText("id"), let name = map.requiredText("name"),
      let source = map.requiredText("source"), let listed = map.map("divisions")
    else { return nil }
    var divisions: [String: String] = [:]
    for entry in listed.entries { divisions[entry.key] = entry.value.scalar?.string ?? "" }
    return Classification(id: id, name: name, source: source, divisions: divisions)
  }

  private static func group(
    _ node: Node, _ document: YAMLDocument, _ classifications: [Classification]
  ) -> Group? {
    guard let map = document.map(node, key: "groups") else { return nil }
    map.allow(["id", "label", "codes", "rationale", "source"])
    let id = SectorReader.groupName(map)
    let label = IndicatorReader.localized(map, "label")
    let rationale = IndicatorReader.localized(map, "rationale")
    let source = map.requiredText("source")
    var codes: [String: [String]] = [:]
    for entry in map.map("codes")?.entries ?? [] {
      guard let classification = classifications.first(where: { $0.id == entry.key }) else {
        document.noteUnknown(
          entry.key, key: "codes", allowed: classifications.map(\.id), entry.keyNode)
        continue
      }
      codes[entry.key] =
        map.map("codes").map { SectorReader.codes($0, entry.key, classification) } ?? []
    }
    guard let id, let label, let rationale, let source else { return nil }
    return Group(id: id, label: label, codes: codes, rationale: rationale, source: source)
  }
}
