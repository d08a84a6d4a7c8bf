extension NameFolding {
  /// The form in which the customary abbreviations are written out, prepositions and articles are
  /// brought to one (`van der`, `van den`, `v.d.`, `v/d` are `vd`), and ordinals are words.
  ///
  /// Digits and letters by themselves keep their meaning: only a compass point as the first or last
  /// word is written out (`Hoofdstraat O`), and `v`, `a`, `o` and `t` where an article shows what they
  /// are.
  static func canonicalStreet(_ words: TextWords, _ range: Range<Int>) -> FoldedName {
    var name = FoldedName()
    var isBehindPreposition = false
    var index = range.lowerBound
    while index < range.upperBound {
      let key = words.packed(index)
      let isFirst = index == range.lowerBound
      let isLast = index == range.upperBound - 1
      let wasBehindPreposition = isBehindPreposition
      isBehindPreposition = false

      if wasBehindPreposition, !isLast, let letter = article(key) {
        name.join(letter)
      } else if let preposition = preposition(words, index, range) {
        name.append(preposition)
        isBehindPreposition = true
      } else if key == Self.t, words[index].before.contains(.apostrophe) || isFirst,
        !words.after(index).contains(.dot), !isLast
      {
        name.append("het")
      } else if words.length(index) == 1 {
        index += letter(words, index, range, into: &name)
      } else if key == Self.gr, isLast && !isFirst || words.after(index) == .dot {
        // `Gr.` before a space may be `Grote`.
        name.append("gracht")
      } else if let place = StreetWords.anywhere.find(key),
        !(isFirst && isLast) || words.after(index).contains(.dot)
      {
        name.join(StreetWords.anywhere.value(place))
      } else {
        append(words, index, into: &name)
      }
      index += 1
    }
    return name
  }

  // MARK: Words

  private static var t: UInt64 { 0x74 << 56 }
  /// The words that a compass point may stand before: `Achterdiep n.zijde`.
  private static let sides = WordTable(["zyde kant eind = side"])
  private static var gr: UInt64 { 0x6772 << 48 }

  /// The one letter that stands for an article behind a preposition.
  static func article(_ key: UInt64) -> UInt8? {
    switch key {
    case 0x6465_0000_0000_0000, 0x6465_6E00_0000_0000, 0x6465_7200_0000_0000, 0x64 << 56:
      UInt8(ascii: "d")  // de, den, der, d
    case 0x6865_7400_0000_0000, 0x74 << 56, 0x68 << 56: UInt8(ascii: "t")  // het, t, h
    default: nil
    }
  }

  /// What stands for a preposition with an article behind it.
  ///
  /// `v`, `a` and `o` are prepositions only where an article follows and something precedes: else they
  /// may be the initials of somebody.
  static func preposition(
    _ words: TextWords, _ index: Int, _ range: Range<Int>
  ) -> String? {
    let isFirst = index == range.lowerBound
    guard index + 1 < range.upperBound else { return nil }
    let key = words.packed(index)
    switch key {
    case 0x7664_0000_0000_0000: return isFirst ? nil : "vd"  // vd
    case 0x7664_7200_0000_0000, 0x7664_6E00_0000_0000, 0x7664_6400_0000_0000:  // vdr, vdn, vdd
      return isFirst ? nil : "vd"
    case 0x6164_0000_0000_0000:  // ad
      return isFirst ? nil : "aand"
    case 0x7661_6E00_0000_0000:  // van
      return index + 2 < range.upperBound && article(words.packed(index + 1)) != nil ? "v" : nil
    case 0x76 << 56:  // v
      guard index + 2 < range.upperBound else { return isFirst ? nil : "van" }
      if article(words.packed(index + 1)) != nil { return "v" }
      return isFirst || words.length(index + 1) == 1 ? nil : "van"
    case 0x61 << 56, 0x6F << 56:  // a, o
      guard !isFirst, index + 2 < range.upperBound,
        words[index + 1].before.contains(.slash),
        article(words.packed(index + 1)) == UInt8(ascii: "d")
      else { return nil }
      return key == 0x61 << 56 ? "aan" : "op"
    case 0x6161_6E00_0000_0000: return behind(words, index, range, "aan")
    case 0x6F70_0000_0000_0000: return behind(words, index, range, "op")
    case 0x696E_0000_0000_0000: return behind(words, index, range, "in")
    case 0x6279_0000_0000_0000: return behind(words, index, range, "by")
    case 0x7569_7400_0000_0000: return behind(words, index, range, "uit")
    case 0x766F_6F72_0000_0000: return behind(words, index, range, "voor")
    case 0x6F76_6572_0000_0000: return behind(words, index, range, "over")
    case 0x6F6E_6465_7200_0000: return behind(words, index, range, "onder")
    default: return nil
    }
  }

  private static func behind(
    _ words: TextWords, _ index: Int, _ range: Range<Int>, _ text: String
  ) -> String? {
    index + 2 < range.upperBound && article(words.packed(index + 1)) != nil ? text : nil
  }

  /// Adds a word of one letter or digit; returns how many words more were read.
  private static func letter(
    _ words: TextWords, _ index: Int, _ range: Range<Int>, into name: inout FoldedName
  ) -> Int {
    let byte = words.bytes[Int(words[index].start)]
    let isFirst = index == range.lowerBound
    let isLast = index == range.upperBound - 1
    // 2'e Wijk
    if byte &- 48 < 10, !isLast, words[index + 1].before == .apostrophe,
      words.packed(index + 1) == 0x65 << 56,
      let place = StreetWords.anywhere.find(UInt64(byte) << 56 | 0x65 << 48)
    {
      name.join(StreetWords.anywhere.value(place))
      return 1
    }
    // Vaart Z.Z.
    let hasNext = !isLast && words.length(index + 1) == 1
    if index + 2 == range.upperBound, !isFirst, hasNext,
      words.packed(index + 1) == 0x7A << 56, let compass = StreetWords.compass(byte)
    {
      name.append(compass)
      name.append("zyde")
      return 1
    }
    let isSide = !isLast && sides.find(words.packed(index + 1)) != nil
    if range.count > 1, isLast || isFirst && !hasNext || isSide,
      let compass = StreetWords.compass(byte)
    {
      name.append(compass)
    } else {
      name.join(byte)
    }
    return 0
  }

  /// Adds a word, with the abbreviation at its end written out.
  private static func append(_ words: TextWords, _ index: Int, into name: inout FoldedName) {
    let word = words[index]
    let start = Int(word.start)
    var end = Int(word.end)
    var added = ""
    if end - start >= 3,
      let suffix = StreetWords.suffix(
        words.bytes[end - 1], words.bytes[end - 2], words.bytes[end - 3],
        end - start > 3 ? words.bytes[end - 4] : 0,
        isBeforeDot: words.after(index).contains(.dot))
    {
      end -= suffix.drop
      added = suffix.add
    } else if let frisian = frisian(words, start, end) {
      end -= frisian.drop
      added = frisian.add
    } else if end - start > 6, let drop = shortStreet(words, end) {
      // Rijksstrweg, Soephuisstrje.
      name.join(words, start..<end - drop)
      name.append("raat")
      name.join(words, end - drop + 1..<end)
      return
    }
    name.join(words, start..<end)
    name.append(added)
  }

  /// What stands for the Frisian word for a kind of street at the end of a word: `Tsjerkestrjitte`.
  private static func frisian(_ words: TextWords, _ start: Int, _ end: Int) -> (
    drop: Int, add: String
  )? {
    guard end - start >= 5, words.bytes[end - 1] == UInt8(ascii: "e") else { return nil }
    var tail: UInt64 = 0
    for index in max(start, end - 8)..<end { tail = tail << 8 | UInt64(words.bytes[index]) }
    if tail == 0x7374_726A_6974_7465 { return (8, "straat") }  // strjitte
    return tail & 0xFF_FFFF_FFFF == 0x6C_6561_6E65 ? (5, "laan") : nil  // leane
  }

  /// Where `str` stands for `straat` before `weg` or `je`: how far from the end its last letter is.
  private static func shortStreet(_ words: TextWords, _ end: Int) -> Int? {
    let last = words.bytes[end - 1]
    let length: Int
    if last == UInt8(ascii: "g"), words.bytes[end - 2] == UInt8(ascii: "e"),
      words.bytes[end - 3] == UInt8(ascii: "w")
    {
      length = 3
    } else if last == UInt8(ascii: "e"), words.bytes[end - 2] == UInt8(ascii: "j") {
      length = 2
    } else {
      return nil
    }
    let r = end - length - 1
    guard words.bytes[r] == UInt8(ascii: "r"), words.bytes[r - 1] == UInt8(ascii: "t"),
      words.bytes[r - 2] == UInt8(ascii: "s")
    else { return nil }
    return length + 1
  }
}

extension FoldedName {
  /// Adds letters of ASCII: at most fifteen, so that the text takes no memory.
  mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }
}
