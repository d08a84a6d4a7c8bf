/// Decodes the characters of a text outside ASCII, whatever happened to it on the way.
///
/// - UTF-8 is decoded as such.
/// - A byte that is no UTF-8 is a character of Windows-1252.
/// - UTF-8 that was decoded as Windows-1252 and encoded again (`Ã©` for `é`) is decoded once more.
struct LenientScalars {
  /// The next byte.
  var index: Int
  let end: Int
  /// Whether a character was decoded otherwise than as plain UTF-8.
  var isRepaired = false

  init(index: Int, end: Int) {
    self.index = index
    self.end = end
  }

  /// The next character; there must be one.
  mutating func next(_ text: Span<UInt8>) -> UInt32 {
    let scalar = plain(text)
    guard scalar >= 0xC2, scalar <= 0xEF else { return scalar }
    // What may be the first byte of a character in UTF-8, when the following characters may be the
    // other ones.
    let length = scalar >= 0xE0 ? 2 : 1
    var value = scalar >= 0xE0 ? scalar & 0x0F : scalar & 0x1F
    var ahead = self
    for _ in 0..<length {
      guard ahead.index < end, text[ahead.index] >= 0x80,
        let byte = Self.windowsByte(ahead.plain(text)), byte & 0xC0 == 0x80
      else { return scalar }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= (length == 2 ? 0x800 : 0x80) else { return scalar }
    self = ahead
    isRepaired = true
    return value
  }

  private mutating func plain(_ text: Span<UInt8>) -> UInt32 {
    let first = text[index]
    index += 1
    let length: Int
    switch first {
    case 0..<0x80: return UInt32(first)
    case 0xC2...0xDF: length = 1
    case 0xE0...0xEF: length = 2
    case 0xF0...0xF4: length = 3
    default: length = 0
    }
    var value = UInt32(first) & (0x3F >> UInt32(length))
    guard length > 0, index + length <= end else {
      isRepaired = true
      return Self.windowsScalar(first)
    }
    for offset in 0..<length {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else {
        isRepaired = true
        return Self.windowsScalar(first)
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    index += length
    return value
  }

  /// The characters of the bytes 80 to 9F of Windows-1252; 0 where there is none.
  private static func windowsScalar(_ byte: UInt8) -> UInt32 {
    guard byte & 0xE0 == 0x80 else { return UInt32(byte) }
    return windows[Int(byte & 0x1F)]
  }

  /// The byte that is a character of Windows-1252, if it is one; the control characters of 80 to 9F
  /// are taken for their bytes.
  private static func windowsByte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    for place in 0..<32 where windows[place] == scalar { return 0x80 | UInt8(place) }
    return nil
  }

  private static let windows: InlineArray<32, UInt32> = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
