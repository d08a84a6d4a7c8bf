/// The house numbers that a text may stand for, in order of plausibility.
struct HouseNumberReadings {
  private var numbers = InlineArray<24, HouseNumber>(repeating: HouseNumber(0))
  private var kinds = InlineArray<24, AddressReading.Kind>(repeating: .asWritten)
  private(set) var count = 0
  /// What was noticed.
  private(set) var marks: AddressMarks = []

  /// How many of the first are as obvious as the first.
  private(set) var obviousCount = 0

  subscript(index: Int) -> (number: HouseNumber, kind: AddressReading.Kind) {
    (numbers[index], kinds[index])
  }

  /// The obvious readings only.
  init(_ text: HouseNumberText) {
    if text.isRounded { marks.insert(.spreadsheetRounded) }
    if text.isOpposite { marks.insert(.opposite) }
    if let date = text.date {
      marks.insert(.spreadsheetDate)
      add(HouseNumber(date.first, addition: Self.digits(date.second)), .spreadsheetDate)
      add(HouseNumber(date.second, addition: Self.digits(date.first)), .spreadsheetDate)
    } else if text.number > 0 {
      let suffix = text.tail.suffix() ?? (0, .none)
      if suffix.addition == Self.opposite { marks.insert(.opposite) }
      let written = HouseNumber(text.number, letter: suffix.letter, addition: suffix.addition)
      if text.isRange {
        marks.insert(.range)
        add(written, .range)
      } else if text.thousands > 0 {
        add(HouseNumber(text.thousands), .asWritten)
        add(written, .asWritten)
      } else if text.second > text.number, !text.secondHasLeadingZero {
        // 12-14 is a range, 12-13 rather 13 as addition: a range has one side of the street.
        if (text.second - text.number) % 2 == 0 {
          marks.insert(.range)
          add(Self.start(of: text), .range)
          add(written, .asWritten)
        } else {
          add(written, .asWritten)
          add(Self.start(of: text), .range)
        }
      } else {
        add(written, text.isInWords ? .characterRepair : .asWritten)
      }
    }
    if count == 0 { marks.insert(.noNumber) }
    obviousCount = count
  }

  /// Adds what else the text may stand for, except what splits digits.
  mutating func addSplits(_ text: HouseNumberText, _ bytes: Span<UInt8>) {
    guard text.number > 0, text.date == nil, !text.isInWords else { return }
    let tail = text.tail
    let kind: AddressReading.Kind = text.isRange ? .range : .asWritten
    if !tail.isEmpty {
      if let whole = tail.words(), !whole.isEmpty {
        add(HouseNumber(text.number, addition: whole), kind)
        let isWord = FloorWords.isKnown(whole) && whole.count > 1
        if HouseNumberTail.isLetter(whole[0]), !isWord {
          add(
            HouseNumber(
              text.number, letter: whole[0], addition: Addition(rawValue: whole.rawValue << 8)),
            kind)
        }
        // BISA: the letter may stand behind.
        let last = whole[whole.count - 1]
        if whole.count > 1, HouseNumberTail.isLetter(last), !isWord {
          let rest = whole.rawValue & ~(0xFF << UInt64(64 - 8 * whole.count))
          add(HouseNumber(text.number, letter: last, addition: Addition(rawValue: rest)), kind)
        }
      } else if let first = tail.addition(from: 0, to: tail.end(of: 0)) {
        // What is too long for an addition may begin with one.
        if first.count == 1, HouseNumberTail.isLetter(first[0]) {
          add(HouseNumber(text.number, letter: first[0]), kind)
        } else {
          add(HouseNumber(text.number, addition: first), kind)
        }
      }
      addRangeBehindTail(text)
      if text.isOpposite { add(HouseNumber(text.number), kind) }
    } else if text.isOpposite {
      add(HouseNumber(text.number, addition: Self.opposite), kind)
    }
    addRepairs(text, bytes)
  }

  /// The first number of a range, with what stands in the columns of the letter and the addition.
  private static func start(of text: HouseNumberText) -> HouseNumber {
    let columns = text.tail.part(text.ownTailCount..<text.tail.count)
    let suffix = columns.suffix() ?? (0, .none)
    return HouseNumber(text.number, letter: suffix.letter, addition: suffix.addition)
  }

  /// 12-A-14 is the range from 12-A.
  private mutating func addRangeBehindTail(_ text: HouseNumberText) {
    let last = text.tail.lastStart
    guard last > 0, text.tail.number(from: last, to: text.tail.count) ?? 0 > 0,
      let suffix = text.tail.part(0..<last).suffix()
    else { return }
    add(HouseNumber(text.number, letter: suffix.letter, addition: suffix.addition), .range)
  }

  /// Adds the ways to split the digits into a number and an addition: `121` is 12-1 or 1-21.
  mutating func addDigitSplits(_ text: HouseNumberText, _ bytes: Span<UInt8>) {
    guard text.date == nil, !text.isRange, !text.isRounded, !text.isInWords, text.tail.count <= 2,
      text.second == 0
    else { return }
    let digits = text.digits
    guard digits.count >= 2, digits.count <= 9 else { return }
    for length in 1...min(4, digits.count - 1) {
      let split = digits.upperBound - length
      var number: UInt32 = 0
      for index in digits.lowerBound..<split {
        number = number &* 10 &+ UInt32(bytes[index] &- 48)
      }
      guard number > 0, number < 100_000, length + text.tail.count <= 5 else { continue }
      var value: UInt64 = 0
      var shift: UInt64 = 56
      for index in split..<digits.upperBound {
        value |= UInt64(bytes[index]) << shift
        shift &-= 8
      }
      for index in 0..<text.tail.count {
        value |= UInt64(text.tail.bytes[index]) << shift
        shift &-= 8
      }
      add(HouseNumber(number, addition: Addition(rawValue: value)), .splitDigits)
    }
  }

  /// 1O is 10, l2 is 12.
  private mutating func addRepairs(_ text: HouseNumberText, _ bytes: Span<UInt8>) {
    let tail = text.tail
    guard tail.count == 1, text.second == 0 else { return }
    let digit: UInt32
    switch tail.bytes[0] {
    case UInt8(ascii: "O"): digit = 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): digit = 1
    default: return
    }
    let digits = text.digits
    let isBefore =
      digits.lowerBound > 0
      && (bytes[digits.lowerBound - 1] & 0xDF == tail.bytes[0])
    if isBefore {
      var number = text.number
      var power = digit
      for _ in digits { power = power &* 10 }
      number = number &+ power
      if digits.count < 5, number < 100_000 { add(HouseNumber(number), .characterRepair) }
    } else if text.tailStart < bytes.count, bytes[text.tailStart] & 0xDF == tail.bytes[0] {
      let number = text.number * 10 + digit
      if number < 100_000 { add(HouseNumber(number), .characterRepair) }
    }
  }

  private static let opposite = Addition("TO".utf8)!

  private static func digits(_ value: UInt32) -> Addition {
    var raw: UInt64 = 0
    var value = value
    repeat {
      raw = raw >> 8 | UInt64(48 + value % 10) << 56
      value /= 10
    } while value > 0
    return Addition(rawValue: raw)
  }

  private mutating func add(_ number: HouseNumber, _ kind: AddressReading.Kind) {
    guard count < 24, number.number > 0 else { return }
    for index in 0..<count where numbers[index] == number { return }
    numbers[count] = number
    kinds[count] = kind
    count += 1
  }
}
