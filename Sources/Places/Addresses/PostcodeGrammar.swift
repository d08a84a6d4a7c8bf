/// Reads postcodes as people write them: with spaces, in lower case, with `NL-` before them, with a
/// letter for a digit.
enum PostcodeGrammar {
  /// What was read.
  struct Reading {
    var postcode: Postcode?
    /// The four digits; 0 without.
    var digits = 0
    var marks: AddressMarks = []
    /// The byte behind what was read.
    var end = 0
  }

  /// Reads the column of postcodes.
  static func read(_ text: Span<UInt8>, _ range: Range<Int>) -> Reading {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    var reading = Reading()
    reading.end = end
    guard start < end else { return reading }
    if isFiller(text, start, end) {
      reading.marks = [.dummyPostcode, .invalidPostcode]
      return reading
    }
    if end - start == 6, let clean = strict(text, start) {
      reading.set(clean)
      return reading
    }
    if isCountry(text, start, end), let next = afterCountry(text, start, end) { start = next }
    guard let found = lenient(text, start, end) else {
      reading.marks.insert(.invalidPostcode)
      if isForeign(text, start, end) { reading.marks.insert(.foreign) }
      return reading
    }
    return found
  }

  /// The postcode of six bytes without anything else.
  @inline(__always)
  static func strict(_ text: Span<UInt8>, _ start: Int) -> Postcode? {
    var digits = 0
    for offset in 0..<4 {
      let digit = text[start + offset] &- 48
      guard digit < 10 else { return nil }
      digits = digits * 10 + Int(digit)
    }
    let first = (text[start + 4] | 0x20) &- 97
    let second = (text[start + 5] | 0x20) &- 97
    guard first < 26, second < 26 else { return nil }
    return Postcode(digits: digits, first: Int(first), second: Int(second))
  }

  /// Four digits and two letters with blanks between and around, with digits that were written as
  /// letters and the reverse; or four digits only.
  private static func lenient(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Reading? {
    var reading = Reading()
    var digits = 0
    var digitCount = 0
    var repairs = 0
    var index = start
    while index < end, digitCount < 4 {
      let byte = text[index]
      if byte &- 48 < 10 {
        digits = digits * 10 + Int(byte &- 48)
      } else if let digit = digit(like: byte) {
        digits = digits * 10 + digit
        repairs += 1
      } else if digitCount == 0 || !isSeparator(byte) {
        return nil
      } else {
        index += 1
        continue
      }
      digitCount += 1
      index += 1
    }
    // More than two letters among the digits are not a slip.
    guard digitCount == 4, repairs <= 2 else { return nil }
    if digits < 1000 {
      // 0000AA and the like: no postcode starts with 0, but this one is written on purpose.
      guard digits == 0, repairs == 0 else { return nil }
      reading.marks = [.dummyPostcode, .invalidPostcode]
      reading.end = end
      return reading
    }
    // 1234.0 of a spreadsheet.
    if index + 2 == end, text[index] == UInt8(ascii: "."), text[index + 1] == UInt8(ascii: "0"),
      repairs == 0
    {
      reading.digits = digits
      reading.end = end
      return reading
    }
    while index < end, isSeparator(text[index]) { index += 1 }
    var letters = InlineArray<2, Int>(repeating: 0)
    var letterCount = 0
    while index < end, letterCount < 2 {
      let byte = text[index]
      let lower = (byte | 0x20) &- 97
      if lower < 26 {
        letters[letterCount] = Int(lower)
      } else if let letter = letter(like: byte), letterCount == 1 || index + 2 == end {
        letters[letterCount] = letter
        repairs += 1
      } else if letterCount == 1, isSeparator(byte) {
        index += 1
        continue
      } else {
        break
      }
      letterCount += 1
      index += 1
    }
    reading.end = index
    let isClosed = index >= end || (text[index] | 0x20) &- 97 >= 26
    if letterCount == 2, isClosed, repairs <= 2 {
      if let postcode = Postcode(digits: digits, first: letters[0], second: letters[1]) {
        reading.set(postcode)
        if repairs > 0 { reading.marks.insert(.repairedPostcode) }
        return reading
      }
    }
    // Letters that are missing or unreadable: four digits that stand by themselves.
    guard letterCount < 2 || !isClosed || repairs > 2 else { return nil }
    if letterCount == 0, index < end, text[index] &- 48 < 10 { return nil }
    guard repairs == 0 else { return nil }
    reading.digits = digits
    if letterCount > 0 { reading.marks.insert(.invalidPostcode) }
    return reading
  }

  /// Whether a field is filled with one letter: `XXXXXX`.
  private static func isFiller(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4, (text[start] | 0x20) &- 97 < 26 else { return false }
    for index in start..<end where text[index] | 0x20 != text[start] | 0x20 { return false }
    return true
  }

  /// A postcode somewhere in a text: four digits that begin a word and two letters that end one, with
  /// at most two separators between.
  static func find(_ text: Span<UInt8>, _ range: Range<Int>) -> (
    range: Range<Int>, reading: Reading
  )? {
    var index = range.lowerBound
    let end = range.upperBound
    var isInWord = false
    while index + 6 <= end {
      let byte = text[index]
      guard byte &- 48 < 10, !isInWord else {
        isInWord = HouseNumberText.isAlphanumeric(byte)
        index += 1
        continue
      }
      isInWord = true
      let start = index
      while index < end, text[index] &- 48 < 10 { index += 1 }
      guard index - start == 4 else { continue }
      var letters = index
      while letters < end, letters - index < 3, isSeparator(text[letters]) { letters += 1 }
      guard letters + 2 <= end, (text[letters] | 0x20) &- 97 < 26,
        (text[letters + 1] | 0x20) &- 97 < 26,
        letters + 2 == end || !HouseNumberText.isAlphanumeric(text[letters + 2])
      else { continue }
      var digits = 0
      for place in start..<index { digits = digits * 10 + Int(text[place] &- 48) }
      if digits == 0 {
        // 0000AA, as in the column of postcodes.
        var reading = Reading()
        reading.marks = [.dummyPostcode, .invalidPostcode]
        reading.end = letters + 2
        return (start..<letters + 2, reading)
      }
      guard
        let postcode = Postcode(
          digits: digits, first: Int((text[letters] | 0x20) &- 97),
          second: Int((text[letters + 1] | 0x20) &- 97)), postcode.isGivenOut
      else { continue }
      var reading = Reading()
      reading.set(postcode)
      reading.end = letters + 2
      return (start..<letters + 2, reading)
    }
    return nil
  }

  /// A postcode somewhere in a text in which O stands for 0, or I or l for 1: four such signs that make
  /// a word, or begin one of six, and then two letters. At least two are digits, the first sign among
  /// them or the second, and the letters are no word that stands between a number and a place.
  static func findRepaired(_ text: Span<UInt8>, _ range: Range<Int>) -> (
    range: Range<Int>, reading: Reading
  )? {
    var index = range.lowerBound
    while index + 6 <= range.upperBound {
      let start = index
      while index < range.upperBound, HouseNumberText.isAlphanumeric(text[index]) { index += 1 }
      if let found = repaired(text, start, wordEnd: index, range.upperBound) { return found }
      if index == start { index += 1 }
    }
    return nil
  }

  private static func repaired(
    _ text: Span<UInt8>, _ start: Int, wordEnd: Int, _ end: Int
  ) -> (range: Range<Int>, reading: Reading)? {
    guard wordEnd - start == 4 || wordEnd - start == 6 else { return nil }
    var digits = 0
    var repairs = 0
    for index in start..<start + 4 {
      switch text[index] {
      case let byte where byte &- 48 < 10: digits = digits * 10 + Int(byte &- 48)
      case UInt8(ascii: "O"), UInt8(ascii: "o"): (digits, repairs) = (digits * 10, repairs + 1)
      case UInt8(ascii: "I"), UInt8(ascii: "l"): (digits, repairs) = (digits * 10 + 1, repairs + 1)
      default: return nil
      }
    }
    guard 1...2 ~= repairs, text[start] &- 48 < 10 || text[start + 1] &- 48 < 10 else { return nil }
    var letters = start + 4
    while letters < end, letters - start < 7, isSeparator(text[letters]) { letters += 1 }
    guard letters + 2 <= end, (text[letters] | 0x20) &- 97 < 26,
      (text[letters + 1] | 0x20) &- 97 < 26,
      letters + 2 == end || !HouseNumberText.isAlphanumeric(text[letters + 2])
    else { return nil }
    if letters > start + 4 {
      // 110I te Amsterdam is a number with a letter.
      var word = HouseNumberTail()
      word.append(text, letters..<letters + 2)
      if let key = word.addition(from: 0, to: 2), between.find(key.rawValue) != nil { return nil }
    }
    guard
      let postcode = Postcode(
        digits: digits, first: Int((text[letters] | 0x20) &- 97),
        second: Int((text[letters + 1] | 0x20) &- 97)), postcode.isGivenOut
    else { return nil }
    var reading = Reading()
    reading.set(postcode)
    reading.marks.insert(.repairedPostcode)
    reading.end = letters + 2
    return (start..<letters + 2, reading)
  }

  private static let between = WordTable(["TE IN OP EN TO HS BG DE HK = between"])

  /// Four digits that stand behind a street with its number and before a name, with blanks between:
  /// `Hoofdstraat 12 1234 Teststad`.
  static func findDigits(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    while end - range.lowerBound >= 8 {
      // The last word of four digits.
      var start = end
      while start > range.lowerBound, text[start - 1] != 32 { start -= 1 }
      if end - start == 4, digitsBeforeName(text, start..<range.upperBound) != nil,
        isName(text, end + 1..<range.upperBound),
        StreetSplits(text, range.lowerBound..<start, isStrict: true).count > 0
      {
        return start..<end
      }
      end = start
      while end > range.lowerBound, text[end - 1] == 32 { end -= 1 }
    }
    return nil
  }

  /// Whether a text begins with a word that is no addition to a number.
  private static func isName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { text[$0] != 32 }) else { return false }
    // 2e Exloermond
    if text[first] &- 48 < 10 {
      return StreetSplits.Group(text, first, range.upperBound, isStrict: true).isOrdinal
    }
    var end = first
    while end < range.upperBound, text[end] > 32, text[end] != UInt8(ascii: ",") { end += 1 }
    var word = HouseNumberTail()
    word.append(text, first..<end)
    return word.count >= 2 && !LongAdditions.isWord(word)
  }

  /// The code of a country before a postcode of four or five digits, with a hyphen between:
  /// `B-9100 Sint-Niklaas`. Of four digits the town must be a foreign one, for `A-1001` may be an
  /// addition.
  static func hasForeignCode(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, text[end] > 32 { end += 1 }
      if end - start >= 6, beginsForeign(text, start, end) {
        var digits = 0
        for index in start..<end where text[index] &- 48 < 10 { digits += 1 }
        let place = NameFolding.place(TextWords(text, end..<range.upperBound))
        if text[start] &- 48 >= 10, digits == 5 || SpecialText.isForeignTown(place) { return true }
      }
      start = end + 1
    }
    return false
  }

  /// Four digits with a name behind them, as `1234 Teststad`: the digits and where the name begins.
  static func digitsBeforeName(_ text: Span<UInt8>, _ range: Range<Int>) -> (
    digits: Int, name: Int
  )? {
    guard range.count >= 8 else { return nil }
    var digits = 0
    for index in range.lowerBound..<range.lowerBound + 4 {
      guard text[index] &- 48 < 10 else { return nil }
      digits = digits * 10 + Int(text[index] &- 48)
    }
    var index = range.lowerBound + 4
    guard digits >= 1000 || digits == 0, text[index] == 32 || text[index] == UInt8(ascii: ",")
    else { return nil }
    while index < range.upperBound, !HouseNumberText.isAlphanumeric(text[index]),
      text[index] != UInt8(ascii: "'")
    {
      index += 1
    }
    // A name has three letters, an ordinal (`2e Exloermond`) or an apostrophe in front.
    guard index + 3 <= range.upperBound,
      (index..<index + 3).contains(where: { text[$0] &- 48 >= 10 })
    else { return nil }
    return (digits, index)
  }

  /// The digit that a letter is taken for: O, I, l, and B, S that look like 8 and 5.
  private static func digit(like byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): 0
    case UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "L"): 1
    case UInt8(ascii: "S"), UInt8(ascii: "s"): 5
    case UInt8(ascii: "B"), UInt8(ascii: "b"): 8
    default: nil
    }
  }

  /// The letter that a digit is taken for; the number of the letter, A is 0.
  private static func letter(like byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0"): 14
    case UInt8(ascii: "1"): 8
    case UInt8(ascii: "5"): 18
    case UInt8(ascii: "8"): 1
    default: nil
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte <= 32 || byte == 0x22 }

  /// What may stand between the digits and the letters; A0 and C2 are a space that does not break.
  static func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == 0xA0
      || byte == 0xC2 || byte == UInt8(ascii: "_")
  }

  private static func isCountry(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end - start > 6 && text[start] | 0x20 == UInt8(ascii: "n")
      && text[start + 1] | 0x20 == UInt8(ascii: "l")
  }

  private static func afterCountry(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start + 2
    while index < end, isSeparator(text[index]) { index += 1 }
    return index < end && text[index] &- 48 < 10 ? index : nil
  }

  /// Whether this is the postcode of another country: a letter or two, a hyphen or space, and digits
  /// (`D-12345`, `B-1000`), or five digits.
  static func isForeign(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    var letters = 0
    while index < end, (text[index] | 0x20) &- 97 < 26 {
      letters += 1
      index += 1
    }
    if letters > 0 {
      guard letters <= 3, index < end, isSeparator(text[index]) else { return false }
      while index < end, isSeparator(text[index]) { index += 1 }
    }
    var digits = 0
    while index < end, text[index] &- 48 < 10 {
      digits += 1
      index += 1
    }
    let isClosed = index == end || isBlank(text[index]) || text[index] == UInt8(ascii: ",")
    return isClosed && (letters > 0 ? 3...6 ~= digits : digits == 5)
  }

  /// Whether a text begins with the postcode of another country. Other than in the column of postcodes
  /// `Rer 177` is a street with its number: letters need a hyphen behind them, or a name behind the
  /// digits.
  static func beginsForeign(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard isForeign(text, start, end) else { return false }
    var letters = start
    while letters < end, (text[letters] | 0x20) &- 97 < 26 { letters += 1 }
    guard letters > start else { return true }
    var digits = letters
    while digits < end, text[digits] &- 48 >= 10 { digits += 1 }
    var index = digits
    while index < end, text[index] &- 48 < 10 { index += 1 }
    let isDutch =
      letters - start == 2 && text[start] | 0x20 == UInt8(ascii: "n")
      && text[start + 1] | 0x20 == UInt8(ascii: "l")
    guard letters - start <= 2, index - digits >= 4, !isDutch else { return false }
    if text[letters] == UInt8(ascii: "-") { return true }
    return (index..<end).contains { HouseNumberText.isAlphanumeric(text[$0]) }
  }
}

extension PostcodeGrammar.Reading {
  /// Takes a postcode of six characters.
  mutating func set(_ postcode: Postcode) {
    let letters = postcode.letters
    let isDummy =
      postcode.digits == 9999
      && (letters == (23, 23) || letters == (25, 0) || letters == (25, 25))
    if isDummy {
      marks.insert(.dummyPostcode)
    } else if postcode.isGivenOut {
      self.postcode = postcode
      digits = postcode.digits
    } else {
      marks.insert(.invalidPostcode)
      digits = postcode.digits
    }
  }
}
