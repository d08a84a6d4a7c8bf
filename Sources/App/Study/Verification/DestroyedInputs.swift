internal import Geocoding

/// A note of files that were destroyed when their term ended, so that a study can no longer be run again.
///
/// ```yaml
/// destroyed:
///   - {file: incidenten.csv, sha256: 3f5a…, date: 2026-01-31, by: name, ground: retention of one year}
/// ```
/// The program records the claim; it cannot judge it.
public struct DestroyedInputs: Sendable {
  /// One file.
  public struct Entry: Hashable, Sendable {
    /// The name without folders, as provenance has it.
    public let file: String
    /// The hash of what was destroyed.
    public let sha256: String
    /// The day.
    public let date: String
    /// Who did it.
    public let by: String
    /// On what ground.
    public let ground: String
  }

  /// The files.
  public let entries: [Entry]

  /// Reads a note.
  /// - Throws: ``StudyProblems`` with all that is wrong in it.
  public init(path: String) throws(StudyProblems) {
    let document = YAMLDocument(path: path)
    guard let root = document.root() else { throw StudyProblems(document.problems) }
    root.allow(["destroyed"])
    _ = root.required("destroyed")
    entries = root.list("destroyed").compactMap { node in
      guard let map = document.map(node, key: "destroyed") else { return nil }
      map.allow(["file", "sha256", "date", "by", "ground"])
      let file = map.requiredText("file")
      let sha256 = map.required("sha256").flatMap { map.text($0, key: "sha256") }
      if let sha256, sha256.wholeMatch(of: /[0-9a-f]{64}/) == nil {
        document.note(
          .wrongType(
            key: "sha256", expected: "64 small hexadecimal letters, as provenance.json has"),
          map["sha256"])
      }
      let date = map.required("date").flatMap { map.text($0, key: "date") }
      if let date, RecordDate(date) == nil {
        document.note(.wrongType(key: "date", expected: "a day as 2024-12-31"), map["date"])
      }
      guard let file, let sha256, let date, let by = map.requiredText("by"),
        let ground = map.requiredText("ground")
      else { return nil }
      return Entry(file: file, sha256: sha256, date: date, by: by, ground: ground)
    }
    guard document.problems.isEmpty else { throw StudyProblems(document.problems) }
  }
}
