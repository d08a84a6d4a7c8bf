/// Columns that may not be input of an indicator: origin, nationality and religion.
///
/// Netherlands Institute for Human Rights, Toetsingskader risicoprofilering (28 January 2025): a risk
/// profile may not rest on them. The spellings of all years are known, and so are words that new
/// spellings will hold.
public enum BlockedColumns {
  /// Why a column is blocked.
  public enum Ground: String, Hashable, Sendable {
    /// Where people or their parents come from.
    case origin
    /// Of which country people are citizens.
    case nationality
    /// What people believe.
    case religion
  }

  /// The ground on which `column` is blocked, or nil when it may be used.
  ///
  /// Case, blanks, points, hyphens and underscores do not count: `geb land`, `geb_land` and `GebLand`
  /// are one name. A name that says nothing (`kolom_7`) is not recognised by it.
  public static func ground(for column: String) -> Ground? {
    let lower = column.lowercased()
    let name = lower.filter { $0.isLetter || $0.isNumber }
    let unnumbered = unnumbered(lower).filter { $0.isLetter || $0.isNumber }
    let words = lower.split { !$0.isLetter }.map(String.init)
    let bytes = Array(name.utf8)
    func stands(_ names: Set<String>, _ stems: [[UInt8]], _ single: Set<String>) -> Bool {
      names.contains(name) || names.contains(unnumbered)
        || stems.contains { bytes.holds($0) } || words.contains(where: single.contains)
    }
    if stands(originNames, originStems, originWords) { return .origin }
    if stands(nationalityNames, nationalityStems, []) { return .nationality }
    if stands([], religionStems, religionWords) { return .religion }
    return nil
  }

  /// A name without the number that StatLine puts behind it: `Nederland_17`.
  private static func unnumbered(_ name: String) -> Substring {
    let text = name[...].dropLast(while: { $0 == " " })
    let rest = text.dropLast(while: { ("0"..."9").contains($0) })
    return rest.endIndex < text.endIndex && rest.last == "_" ? rest.dropLast() : name[...]
  }

  /// Parts of names, without underscores.
  private static let originStems: [[UInt8]] = [
    "herkomst", "afkomst", "afstamming", "migratieachtergrond", "migrant", "alloch", "autoch",
    "geboorteland", "gebland", "geboorteplaats", "gebplaats", "placeofbirth", "birthplace",
    "verblijfsstatus", "verblijfstitel", "verblijfsvergunning", "landvangeboorte", "countryofbirth",
    "birthcountry",
    "countryoforigin",
    "nonwestern", "uitmarokko", "uitturkije", "uitsuriname",
    "uitnederlandseantillen", "etnici", "ethni", "nietwesters", "westerstotaal", "gebbuitennl",
    "gebinnl", "marok", "turkije", "surina", "antillen", "antaru", "rasof", "buiteneuropa",
    "europaexclusief", "geborenin", "geborenbuiten", "statushouder", "asielzoeker", "vluchteling",
    "oekraien", "taalthuis", "thuistaal", "moedertaal", "spreektaal", "voertaal", "mothertongue",
    "herkland", "landherk", "landouders", "migracht", "woonwagen",
  ].map { Array($0.utf8) }

  /// Whole words of names, which are parts of harmless ones.
  private static let originWords: Set<String> = [
    "roma", "sinti", "asiel", "ras", "huidskleur", "westers", "western", "native", "natives",
    "race", "generatie", "generation",
  ]

  /// Short names of shapefiles, kerncijfers and StatLine that no word gives away, without underscores.
  private static let originNames: Set<String> = [
    "pwestal", "pnwal", "pmarokko", "pantaru", "psurinam", "pturkije", "povernw",
    "awestal", "anwal", "anlall", "aeural", "aneual", "agebnl", "agebeu", "agebne",
    "agblnl", "agbleu", "agblne", "pgblnl", "pnlall", "peural", "pneual", "pgebnl", "pgebeu",
    "pgebne",
    "pgbleu", "pgblne", "nederland", "europaexclusiefnederland", "buiteneuropa", "pwall",
    "pnwall", "awall", "anwall", "westerstotaal", "nietwesterstotaal", "marokko", "turkije",
    "suriname", "overignietwesters", "atur", "ptur", "asuri", "psuri", "aovnw", "povnw",
    "westers", "percentagenederland", "taal", "taalcode", "language", "languagecode",
  ]

  /// Short for nationality, and by itself no part of another word.
  private static let nationalityNames: Set<String> = [
    "nat", "nats", "natcode", "codenat", "natoms", "nat1", "nat2", "landnat",
  ]
  private static let nationalityStems = ["nationalit", "staatsburger", "citizenship"]
    .map { Array($0.utf8) }
  private static let religionStems: [[UInt8]] = [
    "religie", "religion", "religieus", "geloof", "kerkelijk", "kerkbezoek", "kerkgang", "kerklid",
    "kerkgenootschap", "levensovertuiging", "levensbeschouw", "moslim", "islam", "moskee",
    "synagoge", "katholiek",
    "protestant", "hindoe", "boeddh", "gezindte",
  ].map { Array($0.utf8) }
  private static let religionWords: Set<String> = ["kerk", "kerken", "joods", "joden"]
}

extension StringProtocol {
  /// The text without the last characters that are meant.
  fileprivate func dropLast(while isMeant: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, isMeant(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
