/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Hashable, Sendable {
  /// UTF-8, with or without byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// Windows-1252: Western European files of older programs.
  case windows1252 = "Windows-1252"

  /// The encoding of a text and the length in bytes of its byte order mark.
  ///
  /// A byte order mark decides; without one, a text with a zero in every other byte is UTF-16, valid
  /// UTF-8 is UTF-8, and all else is taken for Windows-1252.
  public static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let sample = bytes.prefix(256)
    if sample.count >= 4 {
      var zeros = (even: 0, odd: 0)
      for (index, byte) in sample.enumerated() where byte == 0 {
        if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      }
      let half = sample.count / 2
      if zeros.odd > half * 3 / 4, zeros.even == 0 { return (.utf16LittleEndian, 0) }
      if zeros.even > half * 3 / 4, zeros.odd == 0 { return (.utf16BigEndian, 0) }
    }
    return (isUTF8(bytes) ? .utf8 : .windows1252, 0)
  }

  /// Whether the bytes are valid UTF-8.
  public static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.utf8Span() != nil
  }

  /// The text as UTF-8 without byte order mark; unpaired surrogates become U+FFFD.
  public func utf8(_ bytes: [UInt8], skipping markLength: Int) -> [UInt8] {
    switch self {
    case .utf8:
      return markLength == 0 ? bytes : Array(bytes[markLength...])
    case .utf16LittleEndian, .utf16BigEndian:
      let low = self == .utf16LittleEndian ? 0 : 1
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      var index = markLength
      while index + 1 < bytes.count {
        units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
        index += 2
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    case .windows1252:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 16)
      for byte in bytes[markLength...] {
        if byte < 0x80 {
          text.append(byte)
        } else {
          let scalar = byte < 0xA0 ? Self.windowsScalars[Int(byte) - 0x80] : UInt32(byte)
          text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        }
      }
      return text
    }
  }

  /// The characters 0x80 to 0x9F; the five that the table leaves open stand for themselves.
  private static let windowsScalars: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension [UInt8] {
  fileprivate func utf8Span() -> Int? {
    var index = 0
    let bytes = span
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      let least: UInt8
      let most: UInt8
      switch lead {
      case 0xC2...0xDF: (length, least, most) = (1, 0x80, 0xBF)
      case 0xE0: (length, least, most) = (2, 0xA0, 0xBF)
      case 0xED: (length, least, most) = (2, 0x80, 0x9F)
      case 0xE1...0xEF: (length, least, most) = (2, 0x80, 0xBF)
      case 0xF0: (length, least, most) = (3, 0x90, 0xBF)
      case 0xF1...0xF3: (length, least, most) = (3, 0x80, 0xBF)
      case 0xF4: (length, least, most) = (3, 0x80, 0x8F)
      default: return nil
      }
      guard index + length < bytes.count else { return nil }
      guard bytes[index + 1] >= least, bytes[index + 1] <= most else { return nil }
      for follower in 2..<(length + 1) where bytes[index + follower] & 0xC0 != 0x80 { return nil }
      index += length + 1
    }
    return index
  }
}
