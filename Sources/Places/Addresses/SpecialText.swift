/// Words that tell that an address is none where somebody lives: boxes of the post, other countries.
enum SpecialText {
  /// Whether a text begins as a post office box or an answering number does: `Postbus 12`, `P.O. Box
  /// 12`, `PB 12`, `Antwoordnummer 12`.
  static func isPostBox(_ words: TextWords) -> Bool {
    guard words.count > 0, let first = words.byteCount > 0 ? words.bytes[0] : nil else {
      return false
    }
    // Most streets are dealt with here.
    guard first == UInt8(ascii: "p") || first == UInt8(ascii: "a") else { return false }
    guard let place = starts.find(start(words, 0)) else {
      // P.O. Box, P O Box
      return words.count >= 3 && words.length(0) == 1 && words.packed(1) == 0x6F << 56
        && words.packed(2) == box
        || words.count >= 2 && words.packed(0) == 0x706F << 48
          && (words.packed(1) == box || isDigits(words, 1))
    }
    switch place {
    case 0: return words.length(0) <= 8 || words.count == 1
    case 1: return true
    default:
      return words.count >= 2
        && (isDigits(words, 1) || words.packed(1) == 0x6E72_0000_0000_0000 && words.count == 3)
    }
  }

  private static var box: UInt64 { 0x626F_7800_0000_0000 }

  /// `postbus12` is one word; `antwoordnummer` is known by its first eight letters.
  private static let starts = WordTable([
    "postbus postb postbox pobox postbus0 postbus1 postbus2 postbus3 postbus4 postbus5 postbus6 postbus7 postbus8 postbus9 = box",
    "antwoord antwnr antwnumm antwrdnr = answer",
    "pb antw = short",
  ])

  /// Whether a text says that there is no address: `onbekend`, `nvt`, `n.v.t.`, `geen vaste
  /// woonplaats`, `zwervend`, `x`, `?`.
  static func isUnknown(_ words: TextWords) -> Bool {
    guard words.count > 0 else { return true }
    if words.count == 1 { return words.length(0) <= 8 && unknown.find(words.packed(0)) == 0 }
    if words.count == 3, words.length(0) == 1, words.length(1) == 1, words.length(2) == 1 {
      return words.bytes[Int(words[0].start)] == UInt8(ascii: "n")
        && words.bytes[Int(words[1].start)] == UInt8(ascii: "v")
        && words.bytes[Int(words[2].start)] == UInt8(ascii: "t")
    }
    // "Adres onbekend"
    if words.count == 2, unknown.find(start(words, 0)) == 2, unknown.find(start(words, 1)) == 0 {
      return true
    }
    return unknown.find(start(words, 0)) == 1 && unknown.find(start(words, 1)) == 2
  }

  private static let unknown = WordTable([
    "onbekend unknown nvt x xx xxx xxxx zvw zvwp zvwo zvwovp dakloos zwervend leeg = unknown",
    "geen zonder = without",
    "vaste vast adres woonplaa woonadre bekend = home",
  ])

  /// Towns in Belgium and Germany of which no place in the Netherlands has the name; they matter only
  /// where the postcode is no Dutch one.
  static func isForeignTown(_ name: FoldedName) -> Bool { towns.contains(name) }

  private static let towns: Set<FoldedName> = Set(
    """
    antwerpen brussel brussels bruxelles gent gand brugge brugges leuven louvain hasselt genk kortryk
    oostende ostende sintniklaas aalst roeselare turnhout mol geel lier lommel maaseik bree maasmechelen
    knokkeheist knokke blankenberge dendermonde lokeren ieper waregem tongeren sinttruiden bilzen luik
    liege namen namur charleroi mons bergenbelgie tournai doornik eupen verviers vilvoorde halle ninove
    deinze eeklo zelzate maldegem brasschaat kapellen kalmthout hoogstraten ravels arendonk lanaken
    aken aachen koln keulen cologne dusseldorf duisburg dortmund bochum munster osnabruck oldenburg
    bremen hamburg hannover berlyn berlin munchen frankfurt stuttgart leer nordhorn gronau bocholt
    kleve kleef emmerich goch geldern wesel krefeld monchengladbach viersen bonn heinsberg lingen meppen
    papenburg weener bunde rhede vreden ahaus parys paris londen london
    """.split(whereSeparator: \.isWhitespace).map { FoldedName(folded: $0.utf8) })

  private static func isDigits(_ words: TextWords, _ index: Int) -> Bool {
    for place in Int(words[index].start)..<Int(words[index].end)
    where words.bytes[place] &- 48 >= 10 {
      return false
    }
    return true
  }

  /// The first eight bytes of a word.
  static func start(_ words: TextWords, _ index: Int) -> UInt64 {
    if words.length(index) <= 8 { return words.packed(index) }
    var value: UInt64 = 0
    let start = Int(words[index].start)
    for place in start..<start + 8 { value = value << 8 | UInt64(words.bytes[place]) }
    return value
  }

  /// What the last word says about the country.
  enum Country {
    case none, netherlands, foreign
  }

  /// What a word says about the country.
  static func country(_ words: TextWords, _ index: Int) -> Country {
    guard let place = countries.find(start(words, index)) else { return .none }
    return place == 0 ? .netherlands : .foreign
  }

  /// By their first eight letters. `Holland` and `America` are in names of Dutch places.
  private static let countries = WordTable([
    "nederlan netherla nl niederla nld = nederland",
    "belgie belgium belgique belgien be duitslan germany deutschl frankryk france frankrei engeland "
      + "england luxembur luxemb polen poland polska spanje spain espana italie italy italia "
      + "turkye turkey turkiye marokko maroc morocco portugal denemark denmark danmark zweden "
      + "sweden zwitserl switzerl schweiz oostenry austria curacao aruba suriname bonaire "
      + "usa uk verenigd buitenla foreign ierland ireland griekenl greece hongarye hungary "
      + "roemenie romania bulgarye bulgaria oekraine ukraine = foreign",
  ])
}
