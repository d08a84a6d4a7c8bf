/// Tells names of persons from other words.
///
/// Every part of a name is a word of daily life too, so one value proves nothing: a verdict rests on the
/// forms of all values of a column, or on what the column is called.
struct PersonNames {
  /// What a value looks like.
  enum Form: Equatable {
    case other
    /// A word with a capital, or one behind a particle: `Overvecht`, `De Bilt`.
    case word
    /// Several words with capitals: `Lange Nieuwstraat` is none, since its ending says street.
    case words
    /// A common given name, or a common family name, by itself.
    case part
    /// Initials with points before a word with a capital; its first letter.
    case initials(Character)
    /// A given name or title, and a family name.
    case full
  }

  /// What the name of a column says.
  enum Header {
    case nothing
    /// That it holds names, of whatever: `naam`.
    case names
    /// Whose it is: `eigenaar`, `verdachte`.
    case role
    /// That it holds names of persons, or parts of these: `achternaam`.
    case ofPersons
  }

  private let header: Header
  /// Whether the name of the column says that its names, such as `Anne Frank`, are of schools, streets or areas.
  private let isOfPlaces: Bool
  private var filled = 0
  private var words = 0
  private var single = 0
  private var parts = 0
  private var full = 0
  private var initials = 0
  private var letters: Set<Character> = []
  private var answers = 0

  init(header: String) {
    self.header = Self.header(header)
    let name = header.lowercased()
    isOfPlaces = ["school", "straat", "plein", "buurtnaam", "wijknaam"].contains(
      where: name.contains)
  }

  mutating func add(_ value: String) {
    filled += 1
    if header == .ofPersons, Self.isAnswer(value) { answers += 1 }
    switch Self.form(of: value) {
    case .other: addPart(of: value)
    case .word: single += 1
    case .words: words += 1
    case .part: parts += 1
    case .full: full += 1
    case .initials(let letter):
      initials += 1
      letters.insert(letter)
    }
  }

  /// Adds a value of which a part is a name: `Jan Jansen (veelpleger)`, `Jan Jansen, Dorpsstraat 1`,
  /// `Jan_Jansen`, or two names.
  private mutating func addPart(of value: String) {
    guard value.utf8.count <= 200 else { return }
    for part in value.split(whereSeparator: { "/\\;|&()[]<>,:\n".contains($0) }) {
      let words = part.split { $0 == "_" || $0 == " " }.joined(separator: " ")
      switch Self.form(of: words) {
      case .full:
        full += 1
        return
      case .initials(let letter):
        initials += 1
        letters.insert(letter)
        return
      default: continue
      }
    }
  }

  /// Whether the column holds names of persons.
  ///
  /// By its name: under `achternaam` any word is enough; under `naam` half of the values have to look like names,
  /// three at least when they are single words; under `eigenaar` half like names of more than one word, or nine in
  /// ten, and ten at least, like names of one word or several. By content, but not under a name that says schools
  /// or streets: one in five values, and three at least, is a given name or initials with a family name, and half are words with capitals; or
  /// half of at least five values are common given or family names.
  var areOfPersons: Bool {
    // `A. Geweld`, `B. Diefstal`: letters that count.
    let first = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ".prefix(letters.count))
    let certain = full + (letters == first && letters.count == initials ? 0 : initials)
    switch header {
    case .ofPersons where answers > 0: return true
    case .names:
      // One word may be the name of anything; three are not told from family names.
      let like = certain + words + parts + single
      if like * 2 >= filled, certain + words + parts > 0 || single >= 3 { return true }
    case .role where filled > 0 && (certain + words) * 2 >= filled: return true
    // Kinds of owners or reporters are few.
    case .role
    where certain + words + parts + single >= 10
      && (certain + words + parts + single) * 10 >= filled * 9:
      return true
    default: break
    }
    if isOfPlaces { return false }
    if certain >= 3, certain * 5 >= filled, (certain + words) * 2 >= filled { return true }
    return certain + parts >= 5 && (certain + parts) * 2 >= filled
  }

  // MARK: Names of columns

  static func header(_ header: String) -> Header {
    let lower = header.lowercased()
    let plain = lower.filter { $0.isLetter }
    // `voornaamste reden` is no given name.
    if !plain.contains("voornaamst"), ofPersons.contains(where: plain.contains) {
      return .ofPersons
    }
    let words = lower.split { !$0.isLetter }.map(String.init)
    guard !words.isEmpty else { return .nothing }
    if words.contains(where: roles.contains) {
      return words.contains(where: names.contains) ? .ofPersons : .role
    }
    let isOfRole = roles.contains { role in
      plain.hasPrefix(role) && names.contains(String(plain.dropFirst(role.count)))
    }
    if isOfRole { return .ofPersons }
    return words.allSatisfy { names.contains($0) || $0 == "volledige" } ? .names : .nothing
  }

  /// Whether a value under `achternaam` says something: letters, and not that it is not known.
  private static func isAnswer(_ value: String) -> Bool {
    let letters = value.lowercased().filter(\.isLetter)
    guard !letters.isEmpty, !noAnswers.contains(letters), letters.contains(where: { $0 != "x" })
    else { return false }
    return value.allSatisfy { $0.isLetter || " .,-'’".contains($0) }
  }

  // MARK: Values

  static func form(of value: String) -> Form {
    guard (2...60).contains(value.utf8.count), value.utf8.allSatisfy(mayStand) else {
      return .other
    }
    let halves = value.split(separator: ",", omittingEmptySubsequences: true)
    guard (1...2).contains(halves.count) else { return .other }
    // `Vries, J. de` is `J. de Vries`.
    let words = halves.reversed().flatMap { $0.split(separator: " ") }.map(String.init)
    guard (1...7).contains(words.count) else { return .other }
    let lower = words.map { $0.lowercased() }
    guard lower.allSatisfy({ !ofOthers.contains($0) && !endsLikePlace($0) }) else { return .other }
    let start = lower.prefix { titles.contains($0.filter(\.isLetter)) }.count
    guard start < words.count else { return .other }
    let rest = Array(words[start...])
    let restLower = Array(lower[start...])
    let isLower = rest == restLower
    guard isFamilyName(rest.last ?? "", lower: isLower) else { return .other }
    let points = rest.prefix(while: isInitials).count
    if points > 0, isFamily(rest[points...], lower: isLower) {
      return rest[0].first.map { .initials($0) } ?? .other
    }
    if start > 0, isFamily(rest[...], lower: isLower) { return .full }
    let isGiven = given.contains(String(restLower[0].prefix { $0 != "-" }))
    if rest.count > 1, isGiven, isFamily(rest[1...], lower: isLower),
      !isLower || rest[1...].filter({ !particles.contains($0) }).count == 1
    {
      return .full
    }
    if isLower { return .other }
    guard isFamily(rest[...], lower: false) else { return .other }
    let capitals = restLower.filter { !particles.contains($0) }
    if capitals.count > 1 { return .words }
    return isGiven || families.contains(restLower.joined(separator: " ")) ? .part : .word
  }

  /// Letters, also those that are several bytes, blanks, points, commas, hyphens and apostrophes.
  private static func mayStand(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 || " .,-'".utf8.contains(byte)
  }

  /// Names, initials and particles, of which the last is a name.
  private static func isFamily(_ words: ArraySlice<String>, lower: Bool) -> Bool {
    guard let last = words.last, isFamilyName(last, lower: lower) else { return false }
    return words.allSatisfy {
      isFamilyName($0, lower: lower) || isInitials($0) || particles.contains($0.lowercased())
    }
  }

  private static func isFamilyName(_ word: String, lower: Bool) -> Bool {
    guard word.count > 1, !word.hasSuffix("."), !particles.contains(word.lowercased()) else {
      return false
    }
    // `'t`, `d'Arc` and `IJsbrand` begin as they like.
    return lower || word.first { $0.isLetter }?.isUppercase == true
  }

  private static func isInitials(_ word: String) -> Bool {
    guard word.hasSuffix("."), word.count <= 12 else { return false }
    return word.split(separator: ".").allSatisfy { $0.count == 1 && $0.allSatisfy(\.isUppercase) }
  }

  private static func endsLikePlace(_ word: String) -> Bool {
    endings.contains { word.utf8.count > $0.utf8.count + 1 && word.hasSuffix($0) }
  }
}
