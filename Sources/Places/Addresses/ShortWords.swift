/// Adjectives that names of streets begin with and that are abbreviated to a letter or two. What such an
/// abbreviation stands for only the register can tell: `O.` may be old or eastern, or an initial.
extension NameFolding {
  /// The names that may be meant by one whose first word is one or two letters and a dot; none for
  /// other names.
  static func streets(withShortWord words: TextWords) -> [StreetName] {
    guard words.count > 1, words.length(0) <= 2, words.after(0).contains(.dot),
      let full = shortWords[words.packed(0)]
    else { return [] }
    let plain = plain(words, 0..<words.count)
    let rest = canonicalStreet(words, 1..<words.count)
    return full.map { word in
      var canonical = word
      canonical.join(rest)
      return StreetName(plain: plain, canonical: canonical)
    }
  }

  private static let shortWords: [UInt64: [FoldedName]] = Dictionary(
    uniqueKeysWithValues: [
      ("gr", "grote"), ("kl", "kleine"), ("kr", "kromme"), ("nw", "nieuwe"), ("o", "oude ooster"),
      ("n", "nieuwe noorder"), ("g", "grote"), ("k", "kleine korte"), ("l", "lange"), ("h", "hoge"),
      ("z", "zuider"), ("w", "wester"),
    ].map { short, full in
      (
        WordTable.packed(short.utf8),
        full.split(separator: " ").map { FoldedName(folded: $0.utf8) }
      )
    })
}
