internal import Governance
internal import Yams

/// The check of words that go into results as somebody wrote them: titles, reasons, advice, names.
///
/// Every file in YAML that the program reads is looked at whole, so that no key is forgotten; texts of other
/// files and options of the command line are where they come in.
public enum PersonsInText {
  /// A text that holds personal data.
  public struct Failure: Error, Hashable, Sendable {
    /// The option, or the file, in quotes for people.
    let place: String
    /// What it holds, in words.
    let kinds: String

    var sentence: String { "\(place) holds \(kinds). \(PersonsInText.advice) Nothing was written." }
  }

  static let advice = "It would stand in the results; write it without."

  /// Looks at options of the command line.
  /// - Throws: ``Failure`` for the first that holds personal data.
  public static func refuse(_ options: [(name: String, text: String?)]) throws(Failure) {
    for option in options {
      if let kinds = option.text.flatMap({ words(in: [$0]) }) {
        throw Failure(place: "--\(option.name)", kinds: kinds)
      }
    }
  }

  /// What texts hold of persons, in words; nil when nothing was found.
  static func words(in texts: some Sequence<String>) -> String? {
    words(texts.reduce(into: []) { $0.formUnion(PersonalData.kinds(inText: $1)) })
  }

  private static func words(_ kinds: Set<PersonalData>) -> String? {
    kinds.isEmpty
      ? nil : PersonalData.allCases.filter(kinds.contains).map(\.words).joined(separator: ", ")
  }

  /// What may stand under a key because it is asked for there: where an organisation is reached.
  private static let allowed: [String: Set<PersonalData>] = [
    "email": [.email], "controller": [.email, .phone],
  ]

  /// The places in a file that hold personal data, with the key under which each stands.
  static func find(in node: Node, key: String) -> [(node: Node, key: String, kinds: String)] {
    switch node {
    case .mapping(let map):
      map.flatMap { name, value in
        // A text in two languages has the key above.
        find(in: name, key: key)
          + find(
            in: value, key: name.string.flatMap { ["nl", "en"].contains($0) ? nil : $0 } ?? key)
      }
    case .sequence(let list): list.flatMap { find(in: $0, key: key) }
    case .scalar(let scalar):
      words(kinds(scalar.string, isNumber: !node.isText).subtracting(allowed[key] ?? []))
        .map { [(node, key, $0)] } ?? []
    case .alias: []
    }
  }

  /// A hash is no words; a number such as the edge of a class is none either.
  private static func kinds(_ text: String, isNumber: Bool) -> Set<PersonalData> {
    if isNumber || text.wholeMatch(of: /[0-9a-f]{32,}/) != nil { return [] }
    return PersonalData.kinds(inText: text)
  }
}
