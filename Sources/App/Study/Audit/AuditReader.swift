internal import Governance
internal import Yams

/// Reads what a study says of its bias audit.
enum AuditReader {
  /// What a threshold may be, for messages.
  static let thresholds = "a rank correlation above 0, at most 1"

  static func read(_ root: YAMLMap, folder: Folder) -> AuditSpecification? {
    guard let map = root.map("audit") else { return nil }
    map.allow(["file", "key", "columns", "threshold", "source", "year"])
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
    let threshold = map.number("threshold", thresholds) { $0 > 0 && $0 <= 1 }
    let source = map["source"] == nil ? nil : map.requiredText("source")
    let year = map.integer("year")
    if let node = map["year"], let year, !(1900...2100).contains(year) {
      map.document.note(.wrongType(key: "year", expected: "a year, as 2024"), node)
    }
    guard let file else { return nil }
    return AuditSpecification(
      file: file, key: key, columns: columns,
      threshold: threshold.flatMap { value in map["threshold"].map { $0.located(value) } },
      source: source, year: year)
  }
}
