/// The long words for floors and parts of a house, and the short ones that stand for them. The register
/// knows additions of four characters at most.
enum LongAdditions {
  /// The short word for a part of a tail, if it is a long one; empty when the word says nothing.
  static func short(_ tail: HouseNumberTail, _ start: Int, _ end: Int) -> Addition? {
    guard end - start >= 2 else { return nil }
    var first = start
    // 2eVerdieping: what stands before the word stays.
    while first < end, !HouseNumberTail.isLetter(tail.bytes[first]) { first += 1 }
    guard first == start else { return nil }
    let key =
      tail.addition(from: start, to: min(end, start + 8))?.rawValue ?? 0
    guard let place = words.find(key) else { return nil }
    return Addition(rawValue: forms[place])
  }

  /// The keys are the first eight letters.
  private static let table = [
    "BEGANE BEGANEGR BELETAGE BENEDEN BENEDENW BENEDENH BELETAG = BG",
    "GROND GR ETAGE VERDIEPI VERD ET NR NUMMER TOEV TOEVOEGI = ",
    "BOVEN BOVENWON BOVENHUI = BOV",
    "ACHTERHU = ACH",
    "VOORHUIS = VRH",
    "SOUTERRA = SOUT",
    "APPARTEM APPART APPT = APP",
    "BYGEBOUW BIJGEBOU = BY",
    "TEGENOVE = TO",
    "ZWART = ZW",
    "ROOD = RD",
  ]

  /// What a word before a number says.
  enum Prefix {
    case nothing, opposite, addition
  }

  /// What a word before a number says: `nr.` says nothing, `t/o` opposite, and all else is taken for
  /// an addition.
  static func prefix(_ word: Addition) -> Prefix {
    if word.isEmpty { return .nothing }
    guard let place = prefixes.find(word.rawValue) else { return .addition }
    return place == 0 ? .nothing : .opposite
  }

  private static let prefixes = WordTable([
    "NR NO NUM NUMMER HUISNR HUISNUMM HNR N = nothing", "TO TGO TEGENOVE = opposite",
  ])

  /// Whether a word is one of those for a floor or a part of a house.
  static func isWord(_ tail: HouseNumberTail) -> Bool {
    guard tail.count >= 2, let key = tail.addition(from: 0, to: min(8, tail.count)) else {
      return false
    }
    return words.find(key.rawValue) != nil || prefixes.find(key.rawValue) == 1
      || tail.count <= 8 && FloorWords.isKnown(key)
  }

  /// Whether a short word is one of those that names of streets end in: `2e laan`.
  static func isStreetWord(_ tail: HouseNumberTail) -> Bool {
    guard tail.count <= 8, let key = tail.addition(from: 0, to: tail.count) else { return false }
    return streetWords.find(key.rawValue) != nil
  }

  private static let streetWords = WordTable([
    "LAAN LN WEG WG PAD STR HOF DYK DIJK KADE WYK WIJK PLN PARK VAN DE DER DEN HET TER TEN ST SINT AAN OP BIJ = street"
  ])

  private static let words = WordTable(table)
  private static let forms = table.map {
    WordTable.packed($0.split(separator: "=")[1].utf8.filter { $0 != 32 })
  }
}

extension FloorWords {
  /// Whether an addition is one of the words for a floor or a side.
  static func isKnown(_ addition: Addition) -> Bool {
    form(addition) != addition || isForm(addition)
  }

  private static let formKeys = WordTable(["BOV ZW RD WT BIS TO BY SOUT APP = form"])

  private static func isForm(_ addition: Addition) -> Bool {
    formKeys.find(addition.rawValue) != nil
  }
}
