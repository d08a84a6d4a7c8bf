/// The words and signs for a floor or a side of a house that stand for the same.
///
/// Amsterdam writes `HS`, `1`, `2` or `H`, `I`, `II`; Haarlem `ZW` and `RD`; Utrecht `BIS`, `BS` and `BSA`; elsewhere
/// `BG`, `BV`, `1HOOG`. Which of these occur at one house tells the register; here is told only what
/// may be the same.
enum FloorWords {
  /// One form for all ways of writing: leading zeros are gone, and words are one word.
  static func form(_ addition: Addition) -> Addition {
    if let place = words.find(addition.rawValue) {
      return Addition(rawValue: forms[place])
    }
    guard addition[0] == UInt8(ascii: "0"), addition.count > 1 else { return addition }
    var value = addition.rawValue
    while value >> 56 == 0x30, value << 8 != 0 { value <<= 8 }
    return Addition(rawValue: value)
  }

  /// The ground floor is `0`, what is above it `BOVEN`, a floor its number.
  private static let table = [
    "H HS HUIS BG 0 00 BGG BEL BELETAGE BEN BENE BENEDEN PARTERE BEGANE = 0",
    "I 1 1H 1HG 1HOOG 1E 1V 1VERD 1ET 1ETAGE EENHOOG = 1",
    "II 2 2H 2HG 2HOOG 2E 2V 2VERD 2ET 2ETAGE TWEEHOOG = 2",
    "III 3 3H 3HG 3HOOG 3E 3V 3VERD 3ET 3ETAGE DRIEHOOG = 3",
    "IV 4 4H 4HG 4HOOG 4E 4V 4VERD 4ET 4ETAGE VIERHOOG = 4",
    "VI 6 = 6",
    "VII 7 = 7",
    "BV BOV BOVEN HOOG BO = BOV",
    "ZW ZWART Z ZWT ZWRT = ZW",
    "RD ROOD R = RD",
    "WIT WT = WT",
    "BIS BS = BIS",
    "BSA = BISA",
    "BSB = BISB",
    "BSC = BISC",
    "TO TGO = TO",
    "BY BIJ BIJGEB = BY",
    "SOUT SOU = SOUT",
  ]

  private static let words = WordTable(table)
  private static let forms = table.map {
    WordTable.packed($0.split(separator: "=")[1].utf8.filter { $0 != 32 })
  }
}
