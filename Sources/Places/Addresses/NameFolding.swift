/// Brings the names of streets and places to forms that can be compared.
///
/// Folding leaves letters a to z and digits: no case, diacritics, punctuation or spaces, and `ij`, `ĳ`
/// and `ÿ` are `y`. Text whose UTF-8 was decoded wrongly (`MagnÃ©e`) is repaired.
public enum NameFolding {
  /// The name of a street in its two forms.
  public static func street(_ text: Span<UInt8>) -> StreetName {
    street(TextWords(text, 0..<text.count))
  }

  /// The name of a street in its two forms.
  public static func street(_ text: String) -> StreetName { street(text.utf8.span) }

  /// The name of a place, with the customary ways of writing brought to one: `Den Haag` and
  /// `'s-Gravenhage` are the same, as are `Capelle a/d IJssel` and `Capelle aan den IJssel`, and a
  /// province behind a name (`Zuidwolde DR`, `Beek (Gld)`) is left out.
  public static func place(_ text: Span<UInt8>) -> FoldedName {
    place(TextWords(text, 0..<text.count))
  }

  /// The name of a place.
  public static func place(_ text: String) -> FoldedName { place(text.utf8.span) }

  static func street(_ words: TextWords) -> StreetName {
    street(words, 0..<words.count)
  }

  static func street(_ words: TextWords, _ range: Range<Int>) -> StreetName {
    StreetName(plain: plain(words, range), canonical: canonicalStreet(words, range))
  }

  /// Letters and digits only.
  static func plain(_ words: TextWords, _ range: Range<Int>) -> FoldedName {
    var name = FoldedName()
    for index in range {
      name.join(words, Int(words[index].start)..<Int(words[index].end))
    }
    return name
  }
}

extension FoldedName {
  /// Adds a byte; an `i` and the `j` behind it become `y`, also when they stood in two words, so that
  /// folding what is folded changes nothing.
  @inline(__always)
  mutating func join(_ byte: UInt8) {
    if byte == UInt8(ascii: "j"), count > 0, self[count - 1] == UInt8(ascii: "i") {
      self[count - 1] = UInt8(ascii: "y")
    } else {
      append(byte)
    }
  }

  /// Adds a part of the bytes of words.
  @inline(__always)
  mutating func join(_ words: TextWords, _ range: Range<Int>) {
    guard let first = range.first else { return }
    // Only between words can an `i` and a `j` still meet.
    if words.bytes[first] == UInt8(ascii: "j") {
      join(words.bytes[first])
      append(words.bytes, first + 1..<range.upperBound)
    } else {
      append(words.bytes, range)
    }
  }

  /// Adds a name.
  mutating func join(_ name: FoldedName) {
    for index in 0..<name.count { join(name[index]) }
  }
}
