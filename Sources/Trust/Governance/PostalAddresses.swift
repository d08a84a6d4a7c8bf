/// Tells addresses from other words, where words are published: a count by address is finer than any area.
public enum PostalAddresses {
  private static let endings = [
    "straat", "str", "str.", "laan", "weg", "plein", "kade", "gracht", "singel", "dijk", "steeg",
    "pad", "hof", "dreef", "markt", "plantsoen", "wal", "baan", "dam", "park",
  ]

  /// Whether a column with these different words is one of addresses: at least three, and half of all, are a street
  /// with a number (`Dorpsstraat 12a`), a postcode with its letters (`1234 AB`), also with a house number stuck to it
  /// (`1234AB12`, `1234AB-12a`), or the identification that the register of addresses (BAG) gives to an address, a
  /// dwelling, a pitch, a berth or a building (16 digits, of which a spreadsheet may have taken the first nought).
  ///
  /// Streets without a number, those with another ending, and identifications of streets are not known.
  /// - Complexity: O(bytes).
  public static func areAddresses(_ words: some Sequence<String>) -> Bool {
    var filled = 0
    var addresses = 0
    for word in words where !word.isEmpty {
      filled += 1
      if isAddress(word) { addresses += 1 }
    }
    return addresses >= 3 && addresses * 2 >= filled
  }

  private static func isAddress(_ value: String) -> Bool {
    guard value.utf8.count <= 120, value.utf8.contains(where: { $0 &- 0x30 <= 9 }) else {
      return false
    }
    if isIdentification(value) { return true }
    let words = value.lowercased().split { $0 == " " || $0 == "," }
    for (word, next) in zip(words, words.dropFirst()) {
      if isPostcode(String(word) + String(next)) { return true }
      if endings.contains(where: { word.utf8.count > $0.utf8.count + 1 && word.hasSuffix($0) }),
        isHouseNumber(next)
      {
        return true
      }
    }
    return words.contains { isPostcode(String($0)) }
  }

  /// `12`, `12a`, `12-3`; not a year.
  private static func isHouseNumber(_ word: Substring) -> Bool {
    let digits = word.utf8.prefix { $0 &- 0x30 <= 9 }.count
    return (1...4).contains(digits) && word.utf8.count <= digits + 5
      && !(digits == 4 && word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")))
  }

  /// Four digits, of which the first is no nought, and two letters; behind them there may be a house number with an
  /// addition, also with signs between: `1234ab12`, `1234ab-12-3`, `1234-ab-12a`.
  private static func isPostcode(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func take(_ isMeant: (UInt8) -> Bool) -> Int {
      let taken = rest.prefix(while: isMeant)
      rest = rest[taken.endIndex...]
      return taken.count
    }
    let isSign = { (byte: UInt8) in signs.contains(byte) }
    guard rest.first != 0x30, take({ $0 &- 0x30 <= 9 }) == 4 else { return false }
    let before = take(isSign)
    guard before < 2, take({ (0x61...0x7A).contains($0) }) == 2 else { return false }
    if rest.isEmpty { return before == 0 }
    guard take(isSign) < 2, (1...5).contains(take { $0 &- 0x30 <= 9 }) else { return false }
    return rest.count <= longestAddition
  }

  private static let signs = Array("-_./".utf8)
  private static let longestAddition = 6

  /// The gemeente in four digits, the kind of object in two, and ten digits: as in `0344010000012345`, whichever
  /// words stand before the last point (`NL.IMBAG.Pand.…`).
  private static func isIdentification(_ value: String) -> Bool {
    let number = WrittenNumber.plain(value)
    let bytes = Array(number.utf8.reversed().prefix { $0 &- 0x30 <= 9 }.reversed())
    let isWhole = bytes.count == number.utf8.count || number.utf8.dropLast(bytes.count).last == 0x2E
    guard isWhole, bytes.count == 16 || bytes.count == 15 else { return false }
    let kind = String(decoding: bytes.dropLast(10).suffix(2), as: UTF8.self)
    return kinds.contains(kind)
  }

  /// Dwellings and other units, berths, pitches, buildings and addresses; not streets (`30`).
  private static let kinds: Set<String> = ["01", "02", "03", "10", "20"]
}
