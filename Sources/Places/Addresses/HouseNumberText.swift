/// A house number as it is written, taken apart but not yet decided: the number, what stands behind it,
/// and whether it is a range, a date or a rounded number.
struct HouseNumberText {
  /// The number; 0 when there is none between 1 and 99,999.
  var number: UInt32 = 0
  /// The digits of the number, also when they are too many.
  var digits: Range<Int> = 0..<0
  /// What stands behind the number.
  var tail = HouseNumberTail()
  /// How much of the tail stood with the number; what is behind stood in columns of its own.
  var ownTailCount = 0
  /// The byte where the tail begins in the text.
  var tailStart = 0
  /// A word or sign was read that makes a range: `t/m`, `en`, `+`.
  var isRange = false
  /// A second number stood directly behind the first, behind a hyphen or slash; 0 without.
  var second: UInt32 = 0
  /// Whether the second number began with 0, as additions do and ends of ranges do not.
  var secondHasLeadingZero = false
  /// "Opposite" was written before or behind the number.
  var isOpposite = false
  /// Day and month of a date that a spreadsheet made; the first is what was probably written first.
  var date: (first: UInt32, second: UInt32)?
  /// The number was written in words.
  var isInWords = false
  /// A number as `3,63E+14`.
  var isRounded = false
  /// The digits continued behind a dot with three more: `1.234`.
  var thousands: UInt32 = 0

  /// Whether there is no number.
  var isEmpty: Bool { number == 0 && date == nil }

  init() {}

  /// Reads a part of a text that holds a house number.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    // Most are digits only, or digits and one letter.
    readDigits(text, &index, end)
    if index == end, !digits.isEmpty {
      tailStart = end
      return
    }
    if digits.isEmpty {
      var prefix = HouseNumberTail()
      while index < end, text[index] &- 48 >= 10 {
        prefix.append(text[index])
        index += 1
      }
      guard index < end else {
        // No digits at all: this is a number in words, or an addition.
        let words = TextWords(text, range)
        if let value = NumberWords.value(words, 0..<words.count) {
          number = value
          isInWords = true
        } else {
          tail = prefix
        }
        return
      }
      readDigits(text, &index, end)
      take(prefix: prefix)
      if let month = SpreadsheetDate.month(prefix) {
        setDate(month: month, day: number)
        if date != nil { return }
      }
    }
    tailStart = index
    if SpreadsheetDate.isRounded(text, digits.lowerBound, end) {
      isRounded = true
      number = 0
      return
    }
    if let date = SpreadsheetDate.read(text, digits.lowerBound, end) {
      self.date = date
      return
    }
    readTail(text, index, end)
  }

  private mutating func readDigits(_ text: Span<UInt8>, _ index: inout Int, _ end: Int) {
    let start = index
    var value: UInt32 = 0
    while index < end, text[index] &- 48 < 10 {
      if value < 100_000 { value = value * 10 + UInt32(text[index] &- 48) }
      index += 1
    }
    digits = start..<index
    number = value < 100_000 ? value : 0
  }

  private mutating func take(prefix: HouseNumberTail) {
    guard !prefix.isTooLong, let word = prefix.addition(from: 0, to: min(prefix.count, 8)) else {
      return
    }
    switch LongAdditions.prefix(word) {
    case .nothing: break
    case .opposite: isOpposite = true
    case .addition: for place in 0..<prefix.count { tail.append(prefix.bytes[place]) }
    }
    tail.interrupt()
  }

  private mutating func setDate(month: UInt32, day: UInt32) {
    guard day > 0 else { return }
    // `feb-1` was 1-2; `feb-45` was 2-45.
    date = day <= 31 ? (day, month) : (month, day)
  }

  fileprivate mutating func readTail(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var index = start
    // 12.0 and 12,00 of a spreadsheet.
    if index + 1 < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") {
      var zeros = index + 1
      while zeros < end, text[zeros] == UInt8(ascii: "0") { zeros += 1 }
      if zeros == end { return }
      if text[index] == UInt8(ascii: "."), end - index == 4, number < 100 {
        readThousands(text, index + 1, end)
      }
    }
    var hasSign = false
    while index < end {
      let byte = text[index]
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == 0xE2 { hasSign = true }
      if byte &- 48 < 10 {
        // 11 23 with a blank only is no range.
        if tail.isEmpty, hasSign { readSecond(text, index, end) }
        tail.append(byte)
      } else if let length = connector(text, index, start, end) {
        isRange = true
        var next = index + length
        while next < end, text[next] &- 48 >= 10 { next += 1 }
        if next < end { readSecond(text, next, end) }
        return
      } else if (byte | 0x20) == UInt8(ascii: "t"), index + 2 < end,
        text[index + 1] == UInt8(ascii: "/"), text[index + 2] | 0x20 == UInt8(ascii: "o")
      {
        isOpposite = true
        tail.interrupt()
        tail.append(UInt8(ascii: "T"))
        tail.append(UInt8(ascii: "O"))
        index += 2
      } else {
        tail.append(byte)
      }
      index += 1
    }
    // 1-5A3 is an addition.
    if second > 0, !tail.isDigits { second = 0 }
  }

  private mutating func readThousands(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var value = number
    for index in start..<end {
      guard text[index] &- 48 < 10 else { return }
      value = value * 10 + UInt32(text[index] &- 48)
    }
    if value < 100_000 { thousands = value }
  }

  private mutating func readSecond(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    secondHasLeadingZero = text[start] == UInt8(ascii: "0")
    var value: UInt32 = 0
    var index = start
    while index < end, text[index] &- 48 < 10, value < 100_000 {
      value = value * 10 + UInt32(text[index] &- 48)
      index += 1
    }
    second = value < 100_000 ? value : 0
  }

  /// The length of a word or sign that joins two numbers, when one begins here: `t/m`, `tm`, `tot`,
  /// `en`, `&`, `+` and a comma, before a number.
  private func connector(_ text: Span<UInt8>, _ index: Int, _ start: Int, _ end: Int) -> Int? {
    let byte = text[index] | 0x20
    var length = 0
    switch text[index] {
    case UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"): length = 1
    default:
      guard index > start ? !Self.isAlphanumeric(text[index - 1]) : true else { return nil }
      if byte == UInt8(ascii: "t"), index + 2 < end {
        let second = text[index + 1]
        let third = text[index + 2] | 0x20
        if second == UInt8(ascii: "/"), third == UInt8(ascii: "m") { length = 3 }
        if second | 0x20 == UInt8(ascii: "m"), !Self.isAlphanumeric(text[index + 2]) { length = 2 }
        if second | 0x20 == UInt8(ascii: "o"), third == UInt8(ascii: "t") { length = 3 }
      } else if byte == UInt8(ascii: "e"), index + 2 < end,
        text[index + 1] | 0x20 == UInt8(ascii: "n"), !Self.isAlphanumeric(text[index + 2])
      {
        length = 2
      }
    }
    guard length > 0 else { return nil }
    // Something that holds a digit must follow closely.
    var next = index + length
    while next < end, !Self.isAlphanumeric(text[next]) { next += 1 }
    guard next < end else { return nil }
    if text[next] &- 48 < 10 { return length }
    // 12a en b
    let isSingle = next + 1 == end || !Self.isAlphanumeric(text[next + 1])
    return isSingle && text[index] != UInt8(ascii: ",") ? length : nil
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte >= 0x80
  }
}

extension HouseNumberText {
  /// Adds what stands in the columns of the letter and the addition.
  mutating func append(_ text: Span<UInt8>, letter: Range<Int>, addition: Range<Int>) {
    ownTailCount = tail.count
    if !letter.isEmpty {
      var other = HouseNumberTail()
      other.append(text, letter)
      // The letter may stand behind the number as well.
      if !tail.begins(with: other) { tail.append(text, letter) }
    }
    guard !addition.isEmpty, !addition.contains(where: { text[$0] == UInt8(ascii: ":") }) else {
      return
    }
    if tail.isEmpty, number > 0,
      text[addition.lowerBound] == UInt8(ascii: "-") || text[addition.lowerBound] == 0x2F,
      addition.count > 1, text[addition.lowerBound + 1] &- 48 < 10
    {
      readTail(text, addition.lowerBound, addition.upperBound)
      tail.interrupt()
      return
    }
    var other = HouseNumberTail()
    other.append(text, addition)
    if !tail.begins(with: other) || other.isEmpty { tail.append(text, addition) }
  }
}

extension HouseNumberTail {
  /// Whether there are digits only.
  var isDigits: Bool {
    for index in 0..<count where bytes[index] &- 48 >= 10 { return false }
    return count > 0
  }

  /// Whether another tail is the same, or the letter of this one.
  func begins(with other: HouseNumberTail) -> Bool {
    guard other.count == count, count > 0 else { return false }
    for index in 0..<count where bytes[index] != other.bytes[index] { return false }
    return true
  }
}
