internal import Geocoding
internal import Governance
internal import Yams

/// Reads what a study says of its bias audit.
enum AuditReader {
  static let standardThreshold = 0.5

  static func read(_ root: YAMLMap, folder: Folder) -> AuditSpecification? {
    guard let map = root.map("audit") else { return nil }
    map.allow(["file", "key", "columns", "threshold", "justification"])
    _ = map.required("file")
    _ = map.required("columns")
    let file = StudyFileReader.file(map, "file", folder: folder)
    let key = map["key"].flatMap { node in
      map.text(node, key: "key").map { node.located($0) }
    }
    let columns = map.list("columns").compactMap { node -> Located<String>? in
      guard let name = map.text(node, key: "columns") else { return nil }
      guard BlockedColumns.ground(for: name) != nil else {
        map.document.note(
          .wrongType(
            key: "columns",
            expected: "columns of origin, nationality or religion; others are indicators"), node)
        return nil
      }
      return node.located(name)
    }
    let threshold = map.number("threshold", "a rank correlation above 0, at most 1") {
      $0 > 0 && $0 <= 1
    }
    let justification = map.map("justification").flatMap(Self.justification)
    guard let file else { return nil }
    return AuditSpecification(
      file: file, key: key, columns: columns, threshold: threshold ?? standardThreshold,
      justification: justification)
  }

  private static func justification(_ map: YAMLMap) -> AuditSpecification.Justification? {
    map.allow(["name", "date", "reason"])
    let name = map.requiredText("name")
    let reason = map.requiredText("reason")
    let node = map.required("date")
    let date = node?.scalar.flatMap { RecordDate($0.string) }
    if let node, date == nil {
      map.document.note(.wrongType(key: "date", expected: "a day as 2024-12-31"), node)
    }
    guard let name, let reason, let date else { return nil }
    return AuditSpecification.Justification(name: name, date: date, reason: reason)
  }
}
