internal import Exports
internal import Geocoding
internal import Indicators
internal import Yams

/// The barriers that somebody wrote down, or that stopped an earlier run: a YAML file that a study names.
struct BarrierFile {
  private(set) var barriers: [Barrier] = []
  private(set) var problems: [StudyProblem] = []

  /// Reads the file of a study; nothing when it names none.
  init(_ study: StudyFile) {
    if let file = study.barriers { self.init(path: file.value) } else { self.init() }
  }

  private init() {}

  /// Reads a file.
  /// - Parameter bytes: what will stand in it, when it is not written yet.
  init(path: String, bytes: [UInt8]? = nil) {
    let document = YAMLDocument(path: path, content: bytes)
    if let root = document.root() {
      root.allow(["barriers"])
      _ = root.required("barriers")
      barriers = root.list("barriers").compactMap { node in
        document.map(node, key: "barriers").flatMap(Self.barrier)
      }
    }
    problems = document.problems
  }

  /// The words for kinds: those of files, and English ones.
  private enum Word: String, CaseIterable {
    case juridisch, technisch, organisatorisch, kwaliteit
    case legal, technical, organisational, quality

    var kind: Barrier.Kind {
      switch self {
      case .juridisch, .legal: .legal
      case .technisch, .technical: .technical
      case .organisatorisch, .organisational: .organisational
      case .kwaliteit, .quality: .quality
      }
    }
  }

  /// A text that says something, in one language or two.
  private static func said(_ map: YAMLMap, _ key: String) -> LocalizedText? {
    guard let node = map[key], let text = StudyFileReader.localized(node, map, key: key) else {
      return nil
    }
    guard text.nl.saysSomething, text.en.saysSomething else {
      map.document.note(.wrongType(key: key, expected: "a text with a letter or digit"), node)
      return nil
    }
    return text
  }

  private static func barrier(_ map: YAMLMap) -> Barrier? {
    map.allow(["kind", "subject", "what", "remedy", "owner", "since", "found"])
    _ = map.required("kind")
    let kind = map.word("kind", as: Word.self)?.kind
    _ = map.required("what")
    let text = said(map, "what")
    let remedy = said(map, "remedy")
    var since: String?
    if let node = map["since"] {
      let day = node.scalar.flatMap { RecordDate($0.string) }
      since = day.flatMap { $0.day <= Today.latest ? $0.text : nil }
      if since == nil {
        map.document.note(
          .wrongType(
            key: "since",
            expected: day == nil ? "a day as 2024-12-31" : "a day that has come, as 2024-12-31"),
          node)
      }
    }
    guard let kind, let text else { return nil }
    return Barrier(
      kind, subject: map.text("subject") ?? "", text: text, remedy: remedy,
      owner: map.claim("owner"), since: since, isFound: map.flag("found") ?? false)
  }
}
