internal import Addresses

/// Parts of an address as sources write them, from bytes.
enum AddressText {
  /// The range without blanks at both ends.
  @inline(__always)
  static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Four digits and two letters, perhaps with blanks between them.
  static func postcode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Postcode? {
    guard range.count >= 6 else { return nil }
    var digits = 0
    for index in range.lowerBound..<(range.lowerBound + 4) {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      digits = digits * 10 + Int(digit)
    }
    var index = range.lowerBound + 4
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    guard range.upperBound - index == 2 else { return nil }
    // Lower and upper case differ in one bit.
    let first = bytes[index] & 0xDF
    let second = bytes[index + 1] & 0xDF
    guard 0x41...0x5A ~= first, 0x41...0x5A ~= second else { return nil }
    return Postcode(digits: digits, first: Int(first) - 0x41, second: Int(second) - 0x41)
  }

  /// A whole number from 1 to 99,999.
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard 1...9 ~= range.count else { return nil }
    var number: UInt32 = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      number = number * 10 + UInt32(digit)
    }
    return 1...99_999 ~= number ? number : nil
  }

  /// Number, letter and addition from their fields, blanks taken off; nil when one is not readable.
  static func house(
    _ bytes: Span<UInt8>, number: Range<Int>, letter: Range<Int>, addition: Range<Int>
  ) -> HouseNumber? {
    guard let number = Self.number(bytes, number) else { return nil }
    var house = HouseNumber(number)
    var rest = letter
    if letter.count == 1, isLetter(bytes[letter.lowerBound]) {
      house.letter = bytes[letter.lowerBound] & 0xDF
      rest = letter.upperBound..<letter.upperBound
    }
    if rest.isEmpty, addition.isEmpty { return house }
    // More than a letter in the column of the letter belongs to the addition.
    var text: [UInt8] = []
    for part in [rest, addition] {
      for index in part {
        guard bytes[index] < 0x80 else { return nil }
        text.append(bytes[index])
      }
    }
    guard let parsed = Addition(text) else { return nil }
    house.addition = parsed
    return house
  }

  /// An identification: its digits, also behind `NL.IMBAG.Pand.` and before the next of several.
  static func identifier(_ bytes: Span<UInt8>, _ range: Range<Int>) -> BagIdentifier? {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] &- 0x30 > 9 { start += 1 }
    var value: UInt64 = 0
    var count = 0
    for index in start..<range.upperBound {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { break }
      guard count < 16 else { return nil }
      value = value * 10 + UInt64(digit)
      count += 1
    }
    return count > 0 ? BagIdentifier(rawValue: value) : nil
  }

  /// `BU` with eight characters, from those eight, a whole number that lost zeros in front, or the
  /// whole code; nil when it is none of these.
  static func buurtcode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    var start = range.lowerBound
    if range.count == 10, bytes[start] & 0xDF == 0x42, bytes[start + 1] & 0xDF == 0x55 {
      start += 2
    }
    let count = range.upperBound - start
    guard 5...8 ~= count else { return nil }
    var code = InlineArray<10, UInt8>(repeating: 0x30)
    code[0] = 0x42
    code[1] = 0x55
    var isNumber = true
    for offset in 0..<count {
      let byte = bytes[start + offset]
      let place = 10 - count + offset
      if byte &- 0x30 <= 9 {
        code[place] = byte
      } else if place >= 6, isLetter(byte) {
        code[place] = byte & 0xDF
        isNumber = false
      } else {
        return nil
      }
    }
    // Of a code with letters no zeros can be lost but by a program that also loses the letters.
    guard isNumber || count == 8 else { return nil }
    return unsafe String(unsafeUninitializedCapacity: 10) { buffer in
      for index in 0..<10 { unsafe buffer[index] = code[index] }
      return 10
    }
  }

  /// Whether a status says that an address or object has ended or never was.
  static func isEnded(_ status: some Collection<UInt8>) -> Bool {
    let text = String(decoding: status, as: UTF8.self).lowercased()
    return text.contains("ingetrokken") || text.contains("niet gerealiseerd")
      || text.contains("ten onrechte")
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF && byte < 0x80 }
}
