/// Where a text may be split into a street and the house number behind it.
///
/// `Kempenaar 11 23` may be 23 in Kempenaar 11, or 11-23 in Kempenaar; `Hoofdstraat 12 Amsterdam` has
/// something behind the number. Streets may begin with a number (`18 Septemberplein 12`).
struct StreetSplits {
  /// One way to split.
  struct Split {
    var street: Range<Int>
    var number: Range<Int>
    /// What stands behind the number and is no addition.
    var rest: Range<Int>
  }

  private var splits = InlineArray<4, Split>(
    repeating: Split(street: 0..<0, number: 0..<0, rest: 0..<0))
  /// The number of ways; the most plausible first.
  private(set) var count = 0
  /// The number before the street: `12 Hoofdstraat`.
  private(set) var numberFirst: Split?
  /// Another address follows behind the first.
  private(set) var isSeveral = false

  /// Splits a part of a text. `isStrict`: words of three and four letters behind a number are no
  /// additions, but may be a place.
  init(_ text: Span<UInt8>, _ range: Range<Int>, isStrict: Bool) {
    var groups = InlineArray<8, Group>(repeating: Group())
    var groupCount = 0
    var end = range.upperBound
    var index = range.lowerBound
    var letters = 0
    while index < end, groupCount < 8 {
      let byte = text[index]
      guard byte &- 48 < 10 else {
        letters = HouseNumberText.isAlphanumeric(byte) ? letters + 1 : 0
        index += 1
        continue
      }
      if letters > 0, letters < 4 {
        // A12: part of a word.
        while index < end, HouseNumberText.isAlphanumeric(text[index]) { index += 1 }
        continue
      }
      let group = Group(text, index, end, isStrict: isStrict)
      if group.isSeveral {
        isSeveral = true
        end = group.end
      }
      groups[groupCount] = group
      groupCount += 1
      letters = 0
      index = group.end
    }
    guard groupCount > 0 else { return }
    let last = groups[groupCount - 1]
    let rest = last.end..<end
    if Self.isBlank(text, rest) {
      var place = groupCount - 1
      while place >= 0 {
        add(text, range.lowerBound, groups[place].start..<end, end..<end)
        // What stands before belongs to the number only when blanks alone are between.
        guard place > 0, Self.isBlank(text, groups[place - 1].end..<groups[place].start) else {
          break
        }
        place -= 1
      }
      // Kempenaar 11-23 may be 23 in Kempenaar 11.
      if let second = Self.secondNumber(text, last.start..<last.end) {
        add(text, range.lowerBound, second..<end, end..<end)
      }
    } else if !last.isOrdinal {
      add(text, range.lowerBound, last.start..<last.end, rest)
      if groupCount > 1, Self.isBlank(text, groups[groupCount - 2].end..<last.start) {
        add(text, range.lowerBound, groups[groupCount - 2].start..<last.end, rest)
      }
    }
    if last.isOrdinal, !rest.isEmpty, groupCount > 1, !groups[groupCount - 2].isOrdinal {
      // Valthermussel 13 2e Valthermond
      let number = groups[groupCount - 2]
      if Self.isBlank(text, number.end..<last.start) {
        add(text, range.lowerBound, number.start..<number.end, last.start..<end)
      }
    }
    let first = groups[0]
    if first.start == range.lowerBound, !first.isOrdinal, groupCount == 1, !Self.isBlank(text, rest)
    {
      numberFirst = Split(street: rest, number: first.start..<first.end, rest: end..<end)
    }
  }

  subscript(index: Int) -> Split { splits[index] }

  /// Where the second of two numbers with a hyphen between them begins.
  private static func secondNumber(_ text: Span<UInt8>, _ group: Range<Int>) -> Int? {
    var index = group.lowerBound
    while index < group.upperBound, text[index] &- 48 < 10 { index += 1 }
    guard index + 1 < group.upperBound, text[index] == UInt8(ascii: "-"),
      text[index + 1] &- 48 < 10
    else { return nil }
    return index + 1
  }

  private mutating func add(
    _ text: Span<UInt8>, _ start: Int, _ number: Range<Int>, _ rest: Range<Int>
  ) {
    guard count < 4 else { return }
    var number = number
    let street = Self.withoutPrefix(text, start..<number.lowerBound, &number)
    // Digits only are no street.
    guard street.contains(where: { HouseNumberText.isAlphanumeric(text[$0]) && text[$0] > 57 })
    else {
      return
    }
    splits[count] = Split(street: street, number: number, rest: rest)
    count += 1
  }

  /// Leaves out `nr.` at the end of a street, and gives `t/o` to the number.
  private static func withoutPrefix(
    _ text: Span<UInt8>, _ street: Range<Int>, _ number: inout Range<Int>
  ) -> Range<Int> {
    var end = street.upperBound
    while end > street.lowerBound, !HouseNumberText.isAlphanumeric(text[end - 1]) { end -= 1 }
    var start = end
    while start > street.lowerBound, (text[start - 1] | 0x20) &- 97 < 26 || text[start - 1] == 0x2F
    {
      start -= 1
    }
    guard start > street.lowerBound, end - start >= 2, end - start <= 10 else {
      return street.lowerBound..<end
    }
    var word = HouseNumberTail()
    word.append(text, start..<end)
    guard let key = word.addition(from: 0, to: min(8, word.count)) else {
      return street.lowerBound..<end
    }
    switch LongAdditions.prefix(key) {
    case .nothing where word.count > 1: return street.lowerBound..<start
    case .opposite:
      number = start..<number.upperBound
      return street.lowerBound..<start
    default: return street.lowerBound..<end
    }
  }

  static func isBlank(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where HouseNumberText.isAlphanumeric(text[index]) { return false }
    return true
  }
}

extension StreetSplits {
  /// A number with all that belongs to it: `12-14`, `12 hs`, `12 t/m 18`.
  struct Group {
    var start = 0
    var end = 0
    /// `2e`: may be a part of a name.
    var isOrdinal = false
    /// Another street follows behind a word or sign that joins.
    var isSeveral = false

    init() {}

    init(_ text: Span<UInt8>, _ start: Int, _ limit: Int, isStrict: Bool) {
      self.start = start
      end = start
      while end < limit, text[end] &- 48 < 10 { end += 1 }
      let digits = end
      Self.skipWord(text, &end, limit)
      isOrdinal = Self.isOrdinal(text, digits..<end)
      var isBehindWord = false
      while end < limit {
        var next = end
        var isJoined = false
        var hasSlash = false
        while next < limit, !HouseNumberText.isAlphanumeric(text[next]) {
          let byte = text[next]
          if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") { isJoined = true }
          if byte == UInt8(ascii: "/") { hasSlash = true }
          if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ";") {
            isJoined = true
            if followsStreet(text, next + 1, limit) {
              isSeveral = true
              return
            }
          }
          // An apostrophe is a part of a name: '40-'45.
          if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") { return }
          next += 1
        }
        guard next < limit else { return }
        // 't Waar, 's-Gravenhage
        if text[next - 1] == UInt8(ascii: "'") || text[next - 1] == UInt8(ascii: "`"), next > end {
          return
        }
        if hasSlash, followsStreet(text, next, limit) {
          isSeveral = true
          return
        }
        var wordEnd = next
        Self.skipWord(text, &wordEnd, limit)
        if text[next] &- 48 < 10 {
          guard isJoined || isBehindWord else { return }
          end = wordEnd
          isBehindWord = false
          continue
        }
        if let behind = Self.connector(text, next, wordEnd, limit) {
          if text[behind] &- 48 < 10 {
            end = behind
            Self.skipWord(text, &end, limit)
            continue
          }
          if followsStreet(text, wordEnd, limit) {
            isSeveral = true
            return
          }
        }
        // 12 drie hoog
        if let behind = Self.storey(text, next..<wordEnd, limit) {
          end = behind
          isBehindWord = false
          continue
        }
        guard Self.isAddition(text, next..<wordEnd, limit, isLong: !isStrict || isJoined) else {
          return
        }
        // 1e verdieping is no part of a name.
        if isOrdinal, Self.isStorey(text, next..<wordEnd) { isOrdinal = false }
        end = wordEnd
        // 12 A 3
        isBehindWord = true
      }
    }

    private static func skipWord(_ text: Span<UInt8>, _ index: inout Int, _ limit: Int) {
      while index < limit, HouseNumberText.isAlphanumeric(text[index]) { index += 1 }
    }

    /// `e`, `de` or `ste` behind digits.
    private static func isOrdinal(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
      guard !range.isEmpty, range.count <= 3, text[range.upperBound - 1] | 0x20 == UInt8(ascii: "e")
      else { return false }
      if range.count == 1 { return true }
      let first = text[range.lowerBound] | 0x20
      return range.count == 2
        ? first == UInt8(ascii: "d")
        : first == UInt8(ascii: "s") && text[range.lowerBound + 1] | 0x20 == UInt8(ascii: "t")
    }

    /// Where the word behind `en`, `t/m`, `tm` or `tot` begins, when these stand here.
    private static func connector(
      _ text: Span<UInt8>, _ start: Int, _ end: Int, _ limit: Int
    ) -> Int? {
      var behind = end
      switch (end - start, text[start] | 0x20) {
      case (2, UInt8(ascii: "e")):
        guard text[start + 1] | 0x20 == UInt8(ascii: "n") else { return nil }
      case (2, UInt8(ascii: "t")):
        guard text[start + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
      case (3, UInt8(ascii: "t")):
        guard text[start + 1] | 0x20 == UInt8(ascii: "o"),
          text[start + 2] | 0x20 == UInt8(ascii: "t")
        else { return nil }
      case (1, UInt8(ascii: "t")):
        guard end + 1 < limit, text[end] == UInt8(ascii: "/"),
          text[end + 1] | 0x20 == UInt8(ascii: "m")
        else { return nil }
        behind = end + 2
      default: return nil
      }
      while behind < limit, !HouseNumberText.isAlphanumeric(text[behind]) { behind += 1 }
      return behind < limit ? behind : nil
    }

    /// Whether a word of three letters or more and then a number follow.
    private func followsStreet(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
      var index = start
      var word = start
      // `de Bolster`, `H.L. Emmensweg`: short words may stand before the name.
      for _ in 0..<3 {
        while index < limit, !HouseNumberText.isAlphanumeric(text[index]) { index += 1 }
        word = index
        while index < limit, text[index] &- 48 >= 10, HouseNumberText.isAlphanumeric(text[index]) {
          index += 1
        }
        if index - word >= 3 { break }
      }
      guard index - word >= 3 else { return false }
      var tail = HouseNumberTail()
      tail.append(text, word..<index)
      if LongAdditions.isWord(tail) { return false }
      while index < limit {
        if text[index] &- 48 < 10 { return true }
        index += 1
      }
      return false
    }

    private static func isStorey(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
      var tail = HouseNumberTail()
      tail.append(text, word)
      guard let key = tail.addition(from: 0, to: min(8, tail.count)) else { return false }
      return LongAdditions.isStorey(key.rawValue)
    }

    /// Where a floor in two words ends, of which the first is the number: `drie hoog`.
    private static func storey(
      _ text: Span<UInt8>, _ word: Range<Int>, _ limit: Int
    ) -> Int? {
      var tail = HouseNumberTail()
      tail.append(text, word)
      guard let key = tail.addition(from: 0, to: min(8, tail.count)), tail.count <= 8,
        LongAdditions.floor(key.rawValue) != nil
      else { return nil }
      var start = word.upperBound
      while start < limit, !HouseNumberText.isAlphanumeric(text[start]) { start += 1 }
      var end = start
      skipWord(text, &end, limit)
      return isStorey(text, start..<end) ? end : nil
    }

    /// Whether a word behind a number is likely an addition.
    private static func isAddition(
      _ text: Span<UInt8>, _ word: Range<Int>, _ limit: Int, isLong: Bool
    ) -> Bool {
      var tail = HouseNumberTail()
      tail.append(text, word)
      if tail.isTooLong || tail.count < word.count { return false }
      if LongAdditions.isWord(tail) { return true }
      if LongAdditions.isStreetWord(tail) { return false }
      // A3: a letter with digits.
      if tail.bytes[tail.count - 1] &- 48 < 10 { return tail.count <= 5 }
      return tail.count <= (isLong ? 4 : 2)
    }
  }
}
