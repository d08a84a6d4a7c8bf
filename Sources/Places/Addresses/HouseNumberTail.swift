/// What stands behind a house number, in letters and digits of upper case with the places where it
/// was interrupted: `-2`, ` hs`, `A bis`.
struct HouseNumberTail {
  static let capacity = 24

  private(set) var bytes = InlineArray<24, UInt8>(repeating: 0)
  private(set) var count = 0
  /// A bit for every byte that does not follow at once on the one before.
  private(set) var starts: UInt32 = 0
  private var isInterrupted = true
  /// Whether there was more than fits.
  private(set) var isTooLong = false

  init() {}

  /// Marks that the next byte begins a new part.
  mutating func interrupt() { isInterrupted = true }

  /// Adds the letters and digits of a part of a text; all else interrupts.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    for index in range { append(text[index]) }
    isInterrupted = true
  }

  mutating func append(_ byte: UInt8) {
    let upper: UInt8
    if byte &- 48 < 10 {
      upper = byte
    } else if (byte | 0x20) &- 97 < 26 {
      upper = byte & 0xDF
    } else {
      isInterrupted = true
      return
    }
    guard count < Self.capacity else {
      isTooLong = true
      return
    }
    // A digit behind a letter or the reverse begins no part: `A2` is one.
    if isInterrupted { starts |= 1 << UInt32(count) }
    isInterrupted = false
    bytes[count] = upper
    count += 1
  }

  var isEmpty: Bool { count == 0 }

  func isStart(_ index: Int) -> Bool { starts >> UInt32(index) & 1 != 0 }

  /// Where the part that begins at a byte ends.
  func end(of start: Int) -> Int {
    var end = start + 1
    while end < count, !isStart(end) { end += 1 }
    return end
  }

  /// The bytes from one on as an addition; nil when they are more than eight.
  func addition(from start: Int, to end: Int) -> Addition? {
    guard end - start <= 8 else { return nil }
    var value: UInt64 = 0
    var shift: UInt64 = 56
    for index in start..<end {
      value |= UInt64(bytes[index]) << shift
      shift &-= 8
    }
    return Addition(rawValue: value)
  }

  /// The number that all bytes of a part make, if they are digits and at most five.
  func number(from start: Int, to end: Int) -> UInt32? {
    guard end > start, end - start <= 5 else { return nil }
    var value: UInt32 = 0
    for index in start..<end {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + UInt32(digit)
    }
    return value
  }

  static func isLetter(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
}

extension HouseNumberTail {
  /// The part from one byte to another.
  func part(_ range: Range<Int>) -> HouseNumberTail {
    var tail = HouseNumberTail()
    for index in range {
      if isStart(index) { tail.interrupt() }
      tail.append(bytes[index])
    }
    return tail
  }

  /// Where the last part begins.
  var lastStart: Int {
    var start = count
    while start > 0 {
      start -= 1
      if isStart(start) { return start }
    }
    return 0
  }

  /// The most plausible letter and addition; nil when it is too long to be an addition.
  func suffix() -> (letter: UInt8, addition: Addition)? {
    if isEmpty { return (0, .none) }
    guard !isTooLong, let whole = words() else { return nil }
    let first = UInt8(truncatingIfNeeded: whole.rawValue >> 56)
    guard Self.isLetter(first) else { return (0, whole) }
    let rest = Addition(rawValue: whole.rawValue << 8)
    if rest.isEmpty { return (first, .none) }
    // A word that is known is an addition, as are several letters; a letter with digits is a letter
    // with an addition, as is a letter that stands by itself.
    if FloorWords.isKnown(whole) { return (0, whole) }
    let standsAlone = count > 1 && isStart(1) && Self.isLetter(bytes[0])
    if standsAlone || !Self.isLetter(rest[0]) { return (first, rest) }
    return (0, whole)
  }

  /// The bytes, with long words brought to short ones; nil when they are more than eight.
  func words() -> Addition? {
    var value: UInt64 = 0
    var used = 0
    var index = 0
    while index < count {
      let end = end(of: index)
      if let word = LongAdditions.short(self, index, end) {
        for place in 0..<word.count {
          guard used < 8 else { return nil }
          value |= UInt64(word[place]) << UInt64(56 - 8 * used)
          used += 1
        }
      } else {
        for place in index..<end {
          guard used < 8 else { return nil }
          value |= UInt64(bytes[place]) << UInt64(56 - 8 * used)
          used += 1
        }
      }
      index = end
    }
    return Addition(rawValue: value)
  }
}
