extension BlockedColumns {
  /// The ground on which a column with these different words is blocked, whatever it is called, or nil.
  ///
  /// At least two of them, and half of all that say something, are origins: `Marokkaans`, `Surinaamse`,
  /// `Turkse achtergrond`, `niet-westers`; or beliefs: `moslim`, `christen`. Under a name that says food or language they are not.
  /// - Complexity: O(words).
  public static func ground(ofWords words: some Sequence<String>, header: String = "") -> Ground? {
    let name = header.lowercased()
    guard !harmlessHeaders.contains(where: name.contains) else { return nil }
    var filled = 0
    var origins: Set<String> = []
    var beliefs: Set<String> = []
    for word in words {
      // Long values are no origins.
      guard word.utf8.count <= 60 else {
        filled += 1
        continue
      }
      var parts = word.lowercased().split { !$0.isLetter }.map(String.init)
      guard !parts.isEmpty, parts.count > 1 || !saysNothing.contains(parts[0]) else { continue }
      filled += 1
      while parts.count > 1, behind.contains(parts[parts.count - 1]) { parts.removeLast() }
      while parts.count > 1, before.contains(parts[0]) { parts.removeFirst() }
      guard parts.count == 1 else { continue }
      let plain = parts[0].hasSuffix("e") ? String(parts[0].dropLast()) : parts[0]
      if let belief = self.beliefs.first(where: parts[0].hasPrefix) {
        beliefs.insert(belief)
      } else if self.origins.contains(parts[0]) {
        origins.insert(parts[0])
      } else if self.origins.contains(plain) {
        origins.insert(plain)
      }
    }
    if origins.count >= 2, origins.count * 2 >= filled { return .origin }
    return beliefs.count >= 2 && beliefs.count * 2 >= filled ? .religion : nil
  }

  /// How words for what people believe begin.
  private static let beliefs = [
    "moslim", "muslim", "islamit", "christen", "christian", "hindoe", "hindu", "jood", "joods",
    "jewish", "boeddhis", "buddhis", "katholiek", "catholic", "protestant", "hervormd",
    "gereformeerd", "sikh", "ongelovig", "atheïs", "atheis",
  ]
  private static let harmlessHeaders = [
    "keuken", "cuisine", "taal", "language", "valuta", "denominatie", "school", "onderwijs",
  ]
  private static let saysNothing: Set<String> = [
    "onbekend", "overig", "overige", "anders", "geen", "leeg", "unknown", "other",
  ]
  private static let behind: Set<String> = [
    "herkomst", "afkomst", "achtergrond", "migratieachtergrond", "nationaliteit", "komaf", "origin",
    "background", "overig", "overige",
  ]
  private static let before: Set<String> = ["niet", "non", "overig", "overige", "van"]
  private static let origins: Set<String> = [
    "nederlands", "marokkaans", "turks", "surinaams", "antilliaans", "arubaans", "caribisch",
    "pools",
    "syrisch", "somalisch", "eritrees", "afghaans", "irakees", "iraaks", "iraans", "chinees",
    "indonesisch", "indisch", "moluks", "bulgaars", "roemeens", "hongaars", "duits", "belgisch",
    "frans", "engels", "brits", "spaans", "italiaans", "portugees", "grieks", "russisch",
    "oekraïens", "kaapverdisch", "ghanees", "nigeriaans", "ethiopisch", "egyptisch", "tunesisch",
    "algerijns", "pakistaans", "indiaas", "vietnamees", "joegoslavisch", "servisch", "bosnisch",
    "kroatisch", "albanees", "afrikaans", "aziatisch", "europees", "hindostaans", "creools",
    "koerdisch", "arabisch", "westers", "autochtoon", "allochtoon", "autochton", "allochton",
    "nederlander", "marokkaan", "turk", "surinamer", "antilliaan", "pool",
    "dutch", "moroccan", "turkish", "surinamese", "antillean", "polish", "syrian", "somali",
    "eritrean", "afghan", "iraqi", "iranian", "chinese", "indonesian", "western", "nonwestern",
  ]
}
