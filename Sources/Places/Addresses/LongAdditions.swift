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
    if let place = words.find(key) { return Addition(rawValue: forms[place]) }
    return floor(key)
  }

  /// The number of a floor that is written in words; nil for other words. By themselves these are no
  /// additions: Een and Drie are places.
  static func floor(_ key: UInt64) -> Addition? {
    floors.find(key).map { Addition(rawValue: UInt64(49 + $0) << 56) }
  }

  private static let floors = WordTable([
    "EEN EERSTE = 1", "TWEE TWEEDE = 2", "DRIE DERDE = 3", "VIER VIERDE = 4",
    "VIJF VYF VIJFDE VYFDE = 5",
  ])

  /// Whether a word says that what stands before it is the number of a floor.
  static func isStorey(_ key: UInt64) -> Bool { storeys.find(key) != nil }

  private static let storeys = WordTable(["VERD VERDIEPI ETAGE ET HOOG HG = storey"])

  /// Whether a part of a text is a floor or a side of a house and nothing else: `1e verdieping`,
  /// `3-hoog`, `begane grond`.
  static func isFloor(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var tail = HouseNumberTail()
    tail.append(text, range)
    guard tail.count >= 2, !tail.isTooLong, let word = tail.words(), !word.isEmpty else {
      return false
    }
    return FloorWords.isKnown(word) || tail.hasStorey
  }

  /// The keys are the first eight letters.
  private static let table = [
    "BEGANE BEGANEGR PARTERRE BELETAGE BENEDEN BENEDENW BENEDENH BELETAG = BG",
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

extension HouseNumberTail {
  /// Whether a part is the word for a storey.
  fileprivate var hasStorey: Bool {
    var start = 0
    while start < count {
      let end = end(of: start)
      if let key = addition(from: start, to: min(end, start + 8)),
        LongAdditions.isStorey(key.rawValue)
      {
        return true
      }
      start = end
    }
    return false
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
