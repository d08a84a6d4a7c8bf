/// Tells addresses from other words, where words are published: a count by address is finer than any area.
public enum PostalAddresses {
  private static let endings = [
    "straat", "str", "str.", "laan", "weg", "plein", "kade", "gracht", "singel", "dijk", "steeg",
    "pad", "hof", "dreef", "markt", "plantsoen", "wal", "baan", "dam", "park",
  ]

  /// Whether a column with these different words is one of addresses: at least three, and half of all, are a street
  /// with a number (`Dorpsstraat 12a`) or a postcode with its letters (`1234 AB`).
  ///
  /// Streets without a number, and those with another ending, are not known.
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

  /// Four digits, of which the first is no nought, and two letters.
  private static func isPostcode(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count == 6 && bytes[0] != 0x30 && bytes[..<4].allSatisfy { $0 &- 0x30 <= 9 }
      && bytes[4...].allSatisfy { (0x61...0x7A).contains($0) }
  }
}
