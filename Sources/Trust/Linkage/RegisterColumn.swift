internal import Bytes

/// What a column of a pseudonymous register is, by its name: those that a linkage reads beside the tokens.
///
/// Others have no place beside tokens: what nobody counts would only make persons or addresses known.
enum RegisterColumn: CaseIterable, Sendable {
  /// From when.
  case begin
  /// Until when.
  case end
  /// Whether somebody is untraceable still.
  case status
  /// Which scheme.
  case scheme
  /// Whether there is a fixed address.
  case fixedAddress
  /// The code of a wijk or gemeente.
  case place
  /// What kind of address it is.
  case addressType

  /// The names that such a column may have, the preferred one first.
  var names: [String] {
    switch self {
    case .begin: ["begin", "spoorloos_vanaf", "begindatum", "onherroepelijk_jaar"]
    case .end: ["eind", "spoorloos_tot", "einddatum", "peildatum"]
    case .status: ["status"]
    case .scheme: ["regeling"]
    case .fixedAddress: ["vaste_woonplaats"]
    case .place:
      UntraceableRegister.placeNames
        + SchemeReader.placeNames.filter { !UntraceableRegister.placeNames.contains($0) }
    case .addressType: ["adres_type"]
    }
  }

  /// The names of all.
  static var allNames: [String] { allCases.flatMap(\.names) }

  /// What a column is; nil when a linkage does not read it.
  init?(named name: String) {
    let plain = Self.plain(name)
    let own = Self.allCases.first { $0.names.contains { Self.plain($0) == plain } }
    guard let own else { return nil }
    self = own
  }

  /// A name by letters and digits alone, in small letters.
  static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The most letters of the name of a scheme.
  private static let longestScheme = 40

  /// Whether a value without blanks around it says what such a column is there for; an empty one says nothing.
  func reads(_ value: String) -> Bool {
    if value.isEmpty { return true }
    let word = value.lowercased()
    switch self {
    case .begin, .end:
      let bytes = Array(value.utf8)
      return RegisterMonth.read(bytes.span, isEnd: self == .end) != nil
    case .status: return ["spoorloos", "aangehouden", "verjaard"].contains(word)
    case .scheme:
      return value.utf8.count <= Self.longestScheme
        && value.utf8.count { $0 &- 0x30 < 10 } <= 4 && !value.utf8.contains(0x40)
    case .fixedAddress: return ["ja", "nee", "j", "n"].contains(word)
    case .place:
      // Eight signs without `BU` may be a number of something else.
      let hasBuurt = word.hasPrefix("bu")
      return value.utf8.count <= (hasBuurt ? 10 : 8) && (hasBuurt || !Self.isEightDigits(word))
        && LinkPlace(code: value) != .unknown
    case .addressType: return SchemeLinks.Address.words.contains(word)
    }
  }

  private static func isEightDigits(_ word: String) -> Bool {
    word.utf8.count == 8 && word.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }
}
