internal import Indicators

/// The texts of the annex to an impact assessment: `dpia.yaml` of the catalogue, which a lawyer can edit.
struct AssessmentTexts {
  /// The facts of a study that the program can put into a section.
  enum Facts: String, CaseIterable {
    case processing, data, results
  }

  /// What the program can tell of how far a risk is met.
  enum Evidence: String, CaseIterable {
    case hiddenCounts = "hidden_counts"
    case rules, bias
    case personalColumns = "personal_columns"
    case release, quality
    case again = "repeat"
  }

  struct Section {
    let title: LocalizedText
    /// Where it stands in law; nil for nowhere.
    let article: LocalizedText?
    let text: LocalizedText
    let facts: Facts?
    let ask: [LocalizedText]
  }

  struct Risk {
    let title: LocalizedText
    /// Where it stands in law; nil for nowhere.
    let article: LocalizedText?
    let risk: LocalizedText
    let measure: LocalizedText
    let evidence: Evidence?
  }

  let version: String
  let title: LocalizedText
  let note: LocalizedText
  let sections: [Section]
  let risks: [Risk]

  /// The file in a catalogue.
  static func path(in folder: String) -> String { folder + "/dpia.yaml" }

  /// Reads the texts.
  /// - Throws: ``StudyProblems`` with all that is wrong in the file.
  init(path: String) throws(StudyProblems) {
    let document = YAMLDocument(path: path)
    let root = document.root()
    root?.allow(["version", "title", "note", "sections", "risks"])
    func text(_ map: YAMLMap?, _ key: String) -> LocalizedText {
      map?.required(key).flatMap { node in
        map.flatMap { StudyFileReader.localized(node, $0, key: key) }
      } ?? LocalizedText(nl: "", en: "")
    }
    func article(_ map: YAMLMap) -> LocalizedText? {
      map["article"].flatMap { StudyFileReader.localized($0, map, key: "article") }
    }
    func items(_ key: String) -> [YAMLMap] {
      _ = root?.required(key)
      return (root?.list(key) ?? []).compactMap { document.map($0, key: key) }
    }
    version = root?.requiredText("version") ?? ""
    title = text(root, "title")
    note = text(root, "note")
    sections = items("sections").map { map in
      map.allow(["id", "title", "article", "text", "facts", "ask"])
      return Section(
        title: text(map, "title"), article: article(map), text: text(map, "text"),
        facts: map.word("facts", as: Facts.self),
        ask: map.list("ask").compactMap { StudyFileReader.localized($0, map, key: "ask") })
    }
    risks = items("risks").map { map in
      map.allow(["id", "title", "article", "risk", "measure", "evidence"])
      return Risk(
        title: text(map, "title"), article: article(map), risk: text(map, "risk"),
        measure: text(map, "measure"), evidence: map.word("evidence", as: Evidence.self))
    }
    guard document.problems.isEmpty else { throw StudyProblems(document.problems) }
  }
}
