/// House numbers that are written in words: `drie`, `vijfentwintig`, `honderd twaalf`.
enum NumberWords {
  /// The number that words say, 1 to 999; nil when they are something else.
  static func value(_ words: TextWords, _ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty else { return nil }
    let name = NameFolding.plain(words, range)
    var start = 0
    var value: UInt32 = 0
    if let end = place(of: "honderd", in: name) {
      if end > 0 {
        guard let hundreds = units.find(name, 0..<end), 2...9 ~= hundreds else { return nil }
        value = hundreds * 100
      } else {
        value = 100
      }
      start = end + 7
      if start == name.count { return value }
      // Honderd en twaalf.
      if name.count > start + 2, name[start] == UInt8(ascii: "e"),
        name[start + 1] == UInt8(ascii: "n"),
        units.find(name, start + 2..<name.count) != nil
      {
        start += 2
      }
    }
    return below100(name, start..<name.count).map { value + $0 }
  }

  /// One to ninety-nine: a word of its own, or a unit, `en` and a ten.
  private static func below100(_ name: FoldedName, _ range: Range<Int>) -> UInt32? {
    if let value = units.find(name, range) ?? tens.find(name, range) { return value }
    guard range.count >= 11 else { return nil }
    for split in range.lowerBound + 3..<range.upperBound - 5
    where name[split] == UInt8(ascii: "e") && name[split + 1] == UInt8(ascii: "n") {
      if let unit = units.find(name, range.lowerBound..<split), unit < 10,
        let ten = tens.find(name, split + 2..<range.upperBound)
      {
        return ten + unit
      }
    }
    return nil
  }

  private static func place(of word: String, in name: FoldedName) -> Int? {
    let letters = Array(word.utf8)
    guard name.count >= letters.count else { return nil }
    return (0...name.count - letters.count).first { start in
      letters.indices.allSatisfy { name[start + $0] == letters[$0] }
    }
  }

  /// Folded words and what they count.
  private struct Words {
    let values: [FoldedName: UInt32]

    init(_ words: String, from first: UInt32, by step: UInt32) {
      values = Dictionary(
        uniqueKeysWithValues: words.split(separator: " ").enumerated().map { place, word in
          (FoldedName(folded: word.utf8), first + step * UInt32(place))
        })
    }

    func find(_ name: FoldedName, _ range: Range<Int>) -> UInt32? {
      values[FoldedName(folded: range.map { name[$0] })]
    }
  }

  private static let units = Words(
    "een twee drie vier vyf zes zeven acht negen tien elf twaalf dertien veertien vyftien zestien "
      + "zeventien achttien negentien", from: 1, by: 1)
  private static let tens = Words(
    "twintig dertig veertig vyftig zestig zeventig tachtig negentig", from: 20, by: 10)
}
