extension BlockedColumns {
  /// The ground on which a column with these different words is blocked, whatever it is called, or nil.
  ///
  /// At least two of them, and half of all that say something, are origins: `Marokkaans`, `Surinaamse`, `Turken`,
  /// `Turkse achtergrond`, `niet-westers`; or beliefs: `moslim`, `christen`. One is enough where no other word says
  /// something, unless it is often something else too (`Nederlands`, `pool`). Under a name that says food or language
  /// they are not.
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
      } else if let origin = [parts[0], plain].first(where: self.origins.contains) {
        origins.insert(origin)
      } else if peoples.contains(parts[0]) {
        origins.insert(parts[0])
      }
    }
    // A register of one group has one word.
    if filled == 1, let only = origins.first, !oftenOther.contains(only) { return .origin }
    if filled == 1, !beliefs.isEmpty { return .religion }
    if origins.count >= 2, origins.count * 2 >= filled { return .origin }
    return beliefs.count >= 2 && beliefs.count * 2 >= filled ? .religion : nil
  }

  /// Those that by themselves tell nothing, or are often no origin.
  private static let oftenOther: Set<String> = [
    "nederlands", "nederlander", "nederlanders", "dutch", "pool", "polen", "poles", "europees",
    "engels", "westers", "western",
  ]
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
  /// Several persons of an origin, and the words for peoples that are no adjectives.
  private static let peoples: Set<String> = [
    "nederlanders", "turken", "marokkanen", "surinamers", "antillianen", "arubanen", "caribiërs",
    "polen", "bulgaren", "roemenen", "hongaren", "syriërs", "syriers", "afghanen", "irakezen",
    "iraniërs", "iraniers", "eritreeërs", "eritreeers", "somaliërs", "somaliers", "chinezen",
    "indonesiërs", "indonesiers", "molukkers", "duitsers", "belgen", "fransen", "engelsen",
    "britten", "spanjaarden", "italianen", "portugezen", "grieken", "russen", "oekraïners",
    "oekrainers", "kaapverdianen", "ghanezen", "nigerianen", "ethiopiërs", "ethiopiers",
    "egyptenaren", "tunesiërs", "tunesiers", "algerijnen", "pakistanen", "indiërs", "indiers",
    "vietnamezen", "joegoslaven", "serviërs", "serviers", "bosniërs", "bosniers", "kroaten",
    "albanezen", "afrikanen", "aziaten", "europeanen", "hindostanen", "creolen", "koerden",
    "arabieren", "autochtonen", "allochtonen", "roma", "sinti", "zigeuners", "woonwagenbewoners",
    "moroccans", "antilleans", "poles", "bulgarians",
    "romanians", "syrians", "somalis", "eritreans", "afghans", "iraqis", "iranians", "ukrainians",
  ]
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
