internal import Bytes
internal import Tables
internal import Yams

/// Reads one YAML file and gathers everything that is wrong with it.
final class YAMLDocument {
  let path: String
  private(set) var problems: [StudyProblem] = []
  private let content: [UInt8]?

  /// - Parameter content: what stands in the file, before it is written.
  init(path: String, content: [UInt8]? = nil) {
    self.path = path
    self.content = content
  }

  /// The root of the file as a map, or nil with a problem noted.
  func root() -> YAMLMap? {
    let bytes: [UInt8]
    do throws(FileError) {
      if let content { bytes = content } else { bytes = try InputFile.contents(of: path) }
    } catch {
      note(.unreadable(reason: error.sentence), nil)
      return nil
    }
    // Editors on Windows write other encodings, too.
    let (encoding, mark) = TextEncoding.detect(bytes)
    let text = String(decoding: encoding.utf8(bytes, skipping: mark), as: UTF8.self)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        note(.notYAML(reason: "it is empty; keys with values are expected."), nil)
        return nil
      }
      PersonsInText.find(in: node, key: "file") { node, key, kinds in
        note(.personInText(key, kinds: kinds), node)
      }
      return map(node, key: "file")
    } catch YamlError.duplicatedKeysInMapping(let names, let context) {
      for name in names {
        let place = Self.secondPlace(of: name, in: context.text, first: context.mark)
        problems.append(
          StudyProblem(
            path: path, line: place.line, column: place.column,
            fact: .duplicate(key: "key", given: name)))
      }
      return nil
    } catch YamlError.reader(let problem, let offset, _, _) {
      let line = offset.map { offset in text.utf8.prefix(offset).count { $0 == 0x0A } + 1 }
      problems.append(
        StudyProblem(path: path, line: line ?? 0, column: 1, fact: .notYAML(reason: problem)))
      return nil
    } catch let error as YamlError {
      let mark = error.mark
      problems.append(
        StudyProblem(
          path: path, line: mark?.line ?? 0, column: mark?.column ?? 0,
          fact: .notYAML(reason: error.problem)))
      return nil
    } catch {
      note(.notYAML(reason: "unknown"), nil)
      return nil
    }
  }

  /// Where a key stands for the second time, as deep as the one at `first`; `first` itself when the
  /// key is written in another way there.
  private static func secondPlace(of key: String, in text: String, first: Mark) -> (
    line: Int, column: Int
  ) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let spellings = [key, "\"\(key)\"", "'\(key)'"]
    var isSeen = false
    for line in max(first.line - 1, 0)..<max(lines.count, first.line) where line < lines.count {
      let rest = lines[line].dropFirst(first.column - 1)
      let isThere = spellings.contains { spelling in
        rest.hasPrefix(spelling)
          && rest.dropFirst(spelling.count).drop(while: { $0 == " " }).first == ":"
      }
      guard isThere, lines[line].prefix(first.column - 1).allSatisfy({ " -".contains($0) }) else {
        continue
      }
      if isSeen { return (line + 1, first.column) }
      isSeen = true
    }
    return (first.line, first.column)
  }

  func map(_ node: Node, key: String) -> YAMLMap? {
    guard let mapping = node.mapping else {
      note(.wrongType(key: key, expected: "a map of keys"), node)
      return nil
    }
    return YAMLMap(document: self, node: node, mapping: mapping)
  }

  /// Notes a word that is not among those allowed.
  func noteUnknown(_ text: String, key: String, allowed: [String], _ node: Node) {
    note(
      .unknownWord(
        key: key, given: text, nearest: nearestWord(to: text, among: allowed), allowed: allowed),
      node)
  }

  func note(_ fact: StudyProblem.Fact, _ node: Node?) {
    problems.append(problem(fact, node))
  }

  func problem(_ fact: StudyProblem.Fact, _ node: Node?) -> StudyProblem {
    StudyProblem(
      path: path, line: node?.mark?.line ?? 0, column: node?.mark?.column ?? 0, fact: fact)
  }
}

extension YamlError {
  fileprivate var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark
    default: nil
    }
  }

  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "the text cannot be read"
    }
  }
}

/// A map of a YAML file whose keys are known.
struct YAMLMap {
  let document: YAMLDocument
  let node: Node
  let mapping: Node.Mapping

  /// The keys in the order of the file, with their values.
  var entries: [(key: String, keyNode: Node, value: Node)] {
    mapping.compactMap { key, value in key.string.map { ($0, key, value) } }
  }

  subscript(key: String) -> Node? { entries.first { $0.key == key }?.value }

  /// Notes every key that is not among `known`.
  func allow(_ known: [String]) {
    for entry in entries where !known.contains(entry.key) {
      document.note(
        .unknownKey(entry.key, nearest: nearestWord(to: entry.key, among: known), known: known),
        entry.keyNode)
    }
  }

  func required(_ key: String) -> Node? {
    if let node = self[key] { return node }
    document.note(.missingKey(key), node)
    return nil
  }

  func text(_ key: String) -> String? {
    self[key].flatMap { text($0, key: key) }
  }

  func requiredText(_ key: String) -> String? {
    required(key).flatMap { words($0, key: key) }
  }

  /// A text with which somebody answers for something: one without a letter or digit is none.
  func claim(_ key: String) -> String? {
    guard let node = self[key], let text = words(node, key: key) else { return nil }
    guard text.saysSomething else {
      document.note(.wrongType(key: key, expected: "a text with a letter or digit"), node)
      return nil
    }
    return text
  }

  func requiredClaim(_ key: String) -> String? {
    required(key) == nil ? nil : claim(key)
  }

  /// A text for people: `3` and `true` are none unless they stand in quotes.
  func words(_ value: Node, key: String) -> String? {
    guard let text = text(value, key: key) else { return nil }
    guard value.isText else {
      document.note(.wrongType(key: key, expected: "a text"), value)
      return nil
    }
    return text
  }

  func text(_ value: Node, key: String) -> String? {
    guard let scalar = value.scalar, scalar.string.contains(where: { !$0.isWhitespace }) else {
      let isBlank = value.scalar.map { !$0.string.isEmpty } ?? false
      document.note(
        .wrongType(key: key, expected: isBlank ? "a text that is not blank" : "a text"), value)
      return nil
    }
    return scalar.string
  }

  func integer(_ key: String) -> Int? {
    guard let value = self[key] else { return nil }
    guard !value.isQuoted, let number = value.scalar.flatMap({ Int($0.string) }) else {
      document.note(
        .wrongType(
          key: key, expected: value.isQuoted ? "a whole number, without quotes" : "a whole number"),
        value)
      return nil
    }
    return number
  }

  /// A number that is allowed; `expected` says which are.
  func number(_ key: String, _ expected: String, allowed: (Double) -> Bool) -> Double? {
    guard let value = self[key] else { return nil }
    guard let number = value.scalar.flatMap({ Double($0.string) }), allowed(number) else {
      document.note(.wrongType(key: key, expected: expected), value)
      return nil
    }
    return number
  }

  func flag(_ key: String) -> Bool? {
    guard let value = self[key] else { return nil }
    switch value.isQuoted ? nil : value.scalar?.string {
    case "true", "yes", "ja": return true
    case "false", "no", "nee": return false
    default:
      document.note(.wrongType(key: key, expected: "true or false"), value)
      return nil
    }
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, as type: Word.Type) -> Word?
  where Word.RawValue == String {
    self[key].flatMap { word($0, key: key, as: type) }
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ value: Node, key: String, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let text = text(value, key: key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    document.noteUnknown(text, key: key, allowed: Word.allCases.map(\.rawValue), value)
    return nil
  }

  /// The items of a list; a single value counts as a list of one.
  func list(_ key: String) -> [Node] {
    guard let value = self[key] else { return [] }
    if let sequence = value.sequence { return Array(sequence) }
    if value.scalar != nil, value.scalar?.string.isEmpty == false { return [value] }
    document.note(.wrongType(key: key, expected: "a list"), value)
    return []
  }

  func texts(_ key: String) -> [String] {
    list(key).compactMap { text($0, key: key) }
  }

  func map(_ key: String) -> YAMLMap? {
    self[key].flatMap { document.map($0, key: key) }
  }
}

extension Node {
  /// Whether a value stands in quotes, so that it is a text.
  fileprivate var isQuoted: Bool {
    scalar.map { [.singleQuoted, .doubleQuoted].contains($0.style) } ?? false
  }

  /// Whether a value is a text, and not a number, a truth or nothing, as YAML tells them apart.
  var isText: Bool {
    guard scalar != nil else { return false }
    return ![Tag(.int), Tag(.float), Tag(.bool), Tag(.null)].contains(tag)
  }
}
