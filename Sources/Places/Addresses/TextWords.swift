/// The words of a text, brought to letters a to z and digits: case, diacritics and punctuation are
/// gone, `ij` is `y`, and what stood between two words is remembered.
///
/// At most 96 bytes and 24 words; what is more is left out. No memory is taken.
struct TextWords {
  /// One word: its bytes and what stood before it.
  struct Word {
    var start: UInt8 = 0
    var end: UInt8 = 0
    var before: Separators = []
  }

  /// What stands between two words.
  struct Separators: OptionSet {
    let rawValue: UInt8
    static let space = Separators(rawValue: 1)
    static let dot = Separators(rawValue: 2)
    static let slash = Separators(rawValue: 4)
    static let apostrophe = Separators(rawValue: 8)
    static let hyphen = Separators(rawValue: 16)
    static let opening = Separators(rawValue: 32)
    static let other = Separators(rawValue: 64)
  }

  static let maximumBytes = 96
  static let maximumWords = 24

  private(set) var bytes = InlineArray<96, UInt8>(repeating: 0)
  private(set) var byteCount = 0
  private var words = InlineArray<24, Word>(repeating: Word())
  /// The number of words.
  private(set) var count = 0
  /// What stands behind the last word.
  private(set) var trailing: Separators = []
  /// Whether bytes were read that were decoded wrongly.
  private(set) var isRepaired = false

  /// Reads a part of a text in UTF-8. Bytes that are no UTF-8 are taken for Windows-1252, and UTF-8
  /// that was decoded as such is decoded again.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        append(ascii: byte)
      } else {
        var decoder = LenientScalars(index: index, end: range.upperBound)
        let scalar = decoder.next(text)
        index = decoder.index
        if decoder.isRepaired { isRepaired = true }
        append(scalar)
      }
    }
  }

  subscript(index: Int) -> Word { words[index] }

  /// The length of a word.
  func length(_ index: Int) -> Int { Int(words[index].end) - Int(words[index].start) }

  /// The bytes of a word of at most eight bytes in one number, the first as the most significant; 0
  /// when it is longer.
  func packed(_ index: Int) -> UInt64 {
    let word = words[index]
    guard word.end - word.start <= 8 else { return 0 }
    var value: UInt64 = 0
    var shift: UInt64 = 56
    for place in Int(word.start)..<Int(word.end) {
      value |= UInt64(bytes[place]) << shift
      shift &-= 8
    }
    return value
  }

  /// What stands behind a word.
  func after(_ index: Int) -> Separators {
    index + 1 < count ? words[index + 1].before : trailing
  }

  // MARK: Filling

  @inline(__always)
  private mutating func append(ascii byte: UInt8) {
    let lower = byte | 0x20
    if lower &- 97 < 26 {
      append(letter: lower)
    } else if byte &- 48 < 10 {
      append(letter: byte)
    } else {
      switch byte {
      case UInt8(ascii: "."): trailing.insert(.dot)
      case UInt8(ascii: "/"): trailing.insert(.slash)
      case UInt8(ascii: "'"), UInt8(ascii: "`"): trailing.insert(.apostrophe)
      case UInt8(ascii: "-"): trailing.insert(.hyphen)
      case UInt8(ascii: "("), UInt8(ascii: "["): trailing.insert(.opening)
      case 0...32: trailing.insert(.space)
      default: trailing.insert(.other)
      }
    }
  }

  private mutating func append(_ scalar: UInt32) {
    switch FoldedLetter(scalar) {
    case .one(let letter): append(letter: letter)
    case .two(let first, let second):
      append(letter: first)
      append(letter: second)
    case .mark: break
    case .apostrophe: trailing.insert(.apostrophe)
    case .hyphen: trailing.insert(.hyphen)
    case .space: trailing.insert(.space)
    case .other: trailing.insert(.other)
    }
  }

  @inline(__always)
  private mutating func append(letter: UInt8) {
    if count == 0 || trailing != [] {
      guard count < Self.maximumWords, byteCount < Self.maximumBytes else { return }
      words[count] = Word(start: UInt8(byteCount), end: UInt8(byteCount), before: trailing)
      count += 1
      trailing = []
    } else if letter == UInt8(ascii: "j"), bytes[byteCount - 1] == UInt8(ascii: "i") {
      bytes[byteCount - 1] = UInt8(ascii: "y")
      return
    }
    guard byteCount < Self.maximumBytes else { return }
    bytes[byteCount] = letter
    byteCount += 1
    words[count - 1].end = UInt8(byteCount)
  }
}
