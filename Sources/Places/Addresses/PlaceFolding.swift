extension NameFolding {
  private static var het: UInt64 { 0x6865_7400_0000_0000 }
  private static var st: UInt64 { 0x7374_0000_0000_0000 }
  private static var sint: UInt64 { 0x7369_6E74_0000_0000 }

  /// The name of a place in one form.
  static func place(_ words: TextWords) -> FoldedName {
    place(words, 0..<words.count)
  }

  static func place(_ words: TextWords, _ whole: Range<Int>) -> FoldedName {
    let range = withoutProvince(words, whole)
    var name = FoldedName()
    var isBehindPreposition = false
    for index in range {
      let key = words.packed(index)
      let isFirst = index == range.lowerBound
      let isLast = index == range.upperBound - 1
      let wasBehindPreposition = isBehindPreposition
      isBehindPreposition = false
      if wasBehindPreposition, !isLast, let letter = article(key) {
        name.join(letter)
      } else if isFirst, !isLast, key == Self.het {
        name.append("t")
      } else if isFirst, !isLast, key == Self.st {
        name.append("sint")
      } else if let text = placePreposition(words, index, range) {
        name.append(text)
        isBehindPreposition = true
      } else if !isFirst, isLast, key == 0x7A << 56, words[index - 1].end > 0,
        words.packed(index - 1) == 0x6F << 56
      {
        // Bergen o.z.: the o is there already.
        name.append("pzoom")
      } else if !isFirst, isLast, key == 0x6F7A << 48 {
        name.append("opzoom")
      } else if key == Self.sint {
        name.append("sint")
      } else {
        name.join(words, Int(words[index].start)..<Int(words[index].end))
      }
    }
    return PlaceNames.main(of: name)
  }

  /// Leaves out what stands behind a name to tell it from others: `(Gld)`, `DR`, `Z.H.`.
  private static func withoutProvince(
    _ words: TextWords, _ whole: Range<Int>
  ) -> Range<Int> {
    var end = whole.upperBound
    let start = whole.lowerBound
    if end - start >= 2 {
      for index in start + 1..<end where words[index].before.contains(.opening) {
        end = index
        break
      }
    }
    if end - start >= 2, PlaceNames.isProvince(words.packed(end - 1)) { return start..<end - 1 }
    if end - start >= 3, words.length(end - 1) == 1, words.length(end - 2) == 1 {
      let first = words.bytes[Int(words[end - 2].start)]
      let second = words.bytes[Int(words[end - 1].start)]
      if (first == UInt8(ascii: "n") || first == UInt8(ascii: "z")) && second == UInt8(ascii: "h")
        || first == UInt8(ascii: "n") && second == UInt8(ascii: "b")
      {
        return start..<end - 2
      }
    }
    return start..<end
  }

  /// The prepositions in names of places, with the article behind them or without: `a/d`, `a d`,
  /// `aan den`, `v.`, `b/d`.
  private static func placePreposition(
    _ words: TextWords, _ index: Int, _ range: Range<Int>
  ) -> String? {
    guard index > range.lowerBound, index + 1 < range.upperBound else { return nil }
    switch words.packed(index) {
    case 0x61 << 56, 0x6161_6E00_0000_0000: return "aan"  // a, aan
    case 0x6164_0000_0000_0000: return "aand"  // ad
    case 0x76 << 56, 0x7661_6E00_0000_0000: return "van"  // v, van
    case 0x7664_0000_0000_0000: return "vand"  // vd
    case 0x62 << 56, 0x6279_0000_0000_0000: return "by"  // b, by
    case 0x6F70_0000_0000_0000: return "op"
    case 0x6F << 56:
      return article(words.packed(index + 1)) == UInt8(ascii: "d") ? "op" : nil
    default: return nil
    }
  }
}
