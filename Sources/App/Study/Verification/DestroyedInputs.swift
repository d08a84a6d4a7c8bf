internal import Geocoding
internal import Provenance

/// A note of files that were destroyed when their term ended, so that a study can no longer be run again.
///
/// ```yaml
/// destroyed:
///   - {file: incidenten.csv, sha256: 3f5a…, date: 2026-01-31, by: name, ground: retention of one year}
/// ```
/// A file that provenance knows by its code has `hmac_sha256` in the place of `sha256`, and one of which it tells
/// nothing has neither. Where several inputs have one name, `file` has the path as the study names it. The program
/// records the claim; it cannot judge it.
public struct DestroyedInputs: Sendable {
  /// Why a note of a file of the right name is not of the file of the run.
  public enum Misfit: Hashable, Sendable {
    /// It has another hash than provenance has under this key.
    case otherHash(key: String)
    /// It has no hash that can be held against what provenance has under this key.
    case noHash(key: String)
    /// It has a name that several inputs have, and provenance tells no hash of this one.
    case severalOfName
    /// It has a day before the one to which the study refers, when the file was still to be read.
    case tooEarly(String, peildatum: String)
  }

  /// One file.
  public struct Entry: Hashable, Sendable {
    /// The name without folders, as provenance has it, or the path as the study names it.
    public let file: String
    /// The hash of what was destroyed, when the note has it.
    public let sha256: String?
    /// The code of what was destroyed by the key of the study, when the note has it.
    public let hmac: String?
    /// The day.
    public let date: String
    /// Who did it.
    public let by: String
    /// On what ground.
    public let ground: String

    /// Whether the hash or code of the note is that of this file.
    func isOf(_ input: VerifiedFolder.Input, key: InputKey?) -> Bool {
      if let hmac, hmac == input.hmac { return true }
      return sha256.flatMap { input.isFile(withSHA256: $0, key: key) } ?? false
    }

    /// Why the note is not of any file of the study; nil when it may be.
    func misfit(peildatum: RecordDate) -> Misfit? {
      let isEarly = RecordDate(date).map { $0.day < peildatum.day } ?? false
      return isEarly ? .tooEarly(date, peildatum: peildatum.text) : nil
    }

    /// Why the note is not of a file of this name of which provenance tells a hash or code.
    func misfit(_ input: VerifiedFolder.Input) -> Misfit {
      let key = input.sha256 == nil ? "hmac_sha256" : "sha256"
      // The hash does for a code too.
      let isTold = sha256 != nil || (hmac != nil && input.sha256 == nil)
      return isTold ? .otherHash(key: key) : .noHash(key: key)
    }
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
      map.allow(["file", "sha256", "hmac_sha256", "date", "by", "ground"])
      let file = map.requiredText("file")
      func hash(_ key: String) -> String? {
        guard let text = map.text(key) else { return nil }
        if text.wholeMatch(of: /[0-9a-fA-F]{64}/) == nil {
          document.note(
            .wrongType(key: key, expected: "64 hexadecimal digits, as provenance.json has"),
            map[key])
        }
        return text.lowercased()
      }
      let sha256 = hash("sha256")
      let hmac = hash("hmac_sha256")
      let date = map.required("date").flatMap { map.text($0, key: "date") }
      if let date {
        switch RecordDate(date)?.day {
        case nil:
          document.note(.wrongType(key: "date", expected: "a day as 2024-12-31"), map["date"])
        case let day? where day > Today.latest:
          document.note(.wrongType(key: "date", expected: "a day that has begun"), map["date"])
        default: break
        }
      }
      guard let file, let date, let by = map.requiredClaim("by"),
        let ground = map.requiredClaim("ground")
      else { return nil }
      return Entry(file: file, sha256: sha256, hmac: hmac, date: date, by: by, ground: ground)
    }
    guard document.problems.isEmpty else { throw StudyProblems(document.problems) }
  }
}
