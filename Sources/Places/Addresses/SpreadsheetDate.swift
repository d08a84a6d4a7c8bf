/// House numbers that a spreadsheet took for a date or rounded: `1-2` became `1-feb` or `01-02-2026`,
/// a long number `3,63E+14`.
enum SpreadsheetDate {
  /// The month that a name or its abbreviation means, Dutch or English.
  static func month(_ word: HouseNumberTail) -> UInt32? {
    guard word.count >= 3, let key = word.addition(from: 0, to: min(word.count, 8)) else {
      return nil
    }
    return months.find(key.rawValue).map { UInt32($0 + 1) }
  }

  private static let months = WordTable([
    "JAN JANUARI JANUARY = 1", "FEB FEBRUARI FEBRUARY = 2", "MRT MAR MAART MARCH = 3",
    "APR APRIL = 4", "MEI MAY = 5", "JUN JUNI JUNE = 6", "JUL JULI JULY = 7",
    "AUG AUGUSTUS AUGUST = 8", "SEP SEPT SEPTEMBE = 9", "OKT OCT OKTOBER OCTOBER = 10",
    "NOV NOVEMBER = 11", "DEC DECEMBER = 12",
  ])

  /// Reads `1-feb`, `1 feb 2026`, `01-02-2026`, `1/2/2026` and `2026-02-01 00:00:00`, of which the
  /// first digit is at `start`: what was probably the number and what stood behind it.
  static func read(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (
    first: UInt32, second: UInt32
  )? {
    var index = start
    guard let first = number(text, &index, end), index < end else { return nil }
    let separator = text[index]
    guard
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == 32
        || separator == UInt8(ascii: ".")
    else { return nil }
    index += 1
    guard index < end else { return nil }
    if text[index] &- 48 >= 10 {
      var word = HouseNumberTail()
      while index < end, (text[index] | 0x20) &- 97 < 26 {
        word.append(text[index])
        index += 1
      }
      guard first.value >= 1, first.value <= 31, let month = month(word),
        index == end || !HouseNumberText.isAlphanumeric(text[index])
      else { return nil }
      return (first.value, month)
    }
    guard separator != 32, let second = number(text, &index, end), index < end,
      text[index] == separator
    else { return nil }
    index += 1
    guard let third = number(text, &index, end) else { return nil }
    let year: UInt32
    let day: UInt32
    if first.count == 4 {
      (year, day) = (first.value, third.value)
    } else if third.count == 4 {
      (year, day) = (third.value, first.value)
    } else {
      return nil
    }
    guard 1900...2100 ~= year else { return nil }
    // The month may also stand first.
    let isDutch = 1...31 ~= day && 1...12 ~= second.value
    let isAmerican = first.count != 4 && 1...12 ~= day && 1...31 ~= second.value
    guard isDutch || isAmerican else { return nil }
    return (day, second.value)
  }

  /// Whether digits with an exponent begin here: `3,63E+14`.
  static func isRounded(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end,
      text[index] &- 48 < 10 || text[index] == UInt8(ascii: ".")
        || text[index] == UInt8(ascii: ",")
    {
      index += 1
    }
    guard index > start, index + 2 < end, text[index] | 0x20 == UInt8(ascii: "e"),
      text[index + 1] == UInt8(ascii: "+")
    else { return false }
    return text[index + 2] &- 48 < 10
  }

  private static func number(
    _ text: Span<UInt8>, _ index: inout Int, _ end: Int
  ) -> (value: UInt32, count: Int)? {
    let start = index
    var value: UInt32 = 0
    while index < end, text[index] &- 48 < 10, index - start < 5 {
      value = value * 10 + UInt32(text[index] &- 48)
      index += 1
    }
    return index > start && index - start < 5 ? (value, index - start) : nil
  }
}
