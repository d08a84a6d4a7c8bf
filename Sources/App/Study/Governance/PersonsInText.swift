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

    var sentence: String {
      "\(place) holds \(kinds). \(PersonsInText.advice(kinds)) Nothing was written."
    }
  }

  /// What to do about text that holds kinds of personal data, and when a number is none.
  static func advice(_ kinds: String) -> String {
    "It would stand in the results; write it without."
      + (kinds.contains(PersonalData.citizenServiceNumber.words)
        ? " When it is another number, write before it what it is, such as 'zaak', 'dossier' or 'nr', or "
          + "behind it what is counted." : "")
  }

  /// Looks at options of the command line.
  /// - Throws: ``Failure`` for the first that holds personal data.
  public static func refuse(_ options: [(name: String, text: String?)]) throws(Failure) {
    for option in options {
      if let kinds = option.text.flatMap({ words(in: [$0]) }) {
        throw Failure(place: "--\(option.name)", kinds: kinds)
      }
    }
  }

  /// What texts hold of persons besides what may stand under their key, in words; nil when nothing was found.
  static func words(in texts: some Sequence<String>, under key: String = "") -> String? {
    let kinds = texts.reduce(into: Set<PersonalData>()) {
      $0.formUnion(PersonalData.kinds(inText: $1))
    }
    return words(kinds.subtracting(allowed[key] ?? []))
  }

  /// Kinds of personal data in words; nil when there are none.
  static func words(_ kinds: Set<PersonalData>) -> String? {
    kinds.isEmpty
      ? nil : PersonalData.allCases.filter(kinds.contains).map(\.words).joined(separator: ", ")
  }

  /// What may stand under a key because it is asked for there: where an organisation is reached.
  private static let allowed: [String: Set<PersonalData>] = [
    "email": [.email], "controller": [.email, .phone],
  ]

  /// Notes the places in a file that hold personal data, each with the key under which it stands.
  static func find(
    in node: Node, key: String, note: (_ node: Node, _ key: String, _ kinds: String) -> Void
  ) {
    switch node {
    case .mapping(let map):
      for (name, value) in map {
        find(in: name, key: key, note: note)
        // A text in two languages has the key above.
        let own = name.string ?? key
        find(in: value, key: own == "nl" || own == "en" ? key : own, note: note)
      }
    case .sequence(let list):
      for item in list { find(in: item, key: key, note: note) }
    case .scalar(let scalar):
      let text = scalar.string
      guard Self.canHold(text) else { return }
      let kinds = PersonalData.kinds(inText: text).subtracting(allowed[key] ?? [])
      // A number such as the edge of a class is no words.
      guard let words = words(kinds), node.isText, !isHash(text) else { return }
      note(node, key, words)
    case .alias: break
    }
  }

  /// Whether there is something in a text that all kinds have; most texts of a catalogue have nothing of it.
  static func canHold(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in unsafe bytes.contains { $0 == 0x40 || $0 &- 0x30 <= 9 } }
  }

  /// Whether a text is a hash, or an identifier made of one: no words.
  static func isHash(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil
  }
}
