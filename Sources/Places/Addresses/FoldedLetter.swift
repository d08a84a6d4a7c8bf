/// What a character outside ASCII is in a folded name.
enum FoldedLetter {
  case one(UInt8)
  case two(UInt8, UInt8)
  /// A mark on the letter before it.
  case mark
  case apostrophe
  case hyphen
  case space
  case other

  /// Latin-1, Latin Extended-A, the Romanian letters, and the punctuation that word processors put.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: self = .space
    case 0xAD, 0x200B...0x200D, 0x0300...0x036F, 0xFEFF, 0xFFFD: self = .mark
    case 0xB4, 0x02BC, 0x2018...0x201B, 0x2032: self = .apostrophe
    case 0x2010...0x2015, 0x2212: self = .hyphen
    case 0xC6, 0xE6: self = .two(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0xDE, 0xFE: self = .two(UInt8(ascii: "t"), UInt8(ascii: "h"))
    case 0xDF, 0x1E9E: self = .two(UInt8(ascii: "s"), UInt8(ascii: "s"))
    case 0x0152, 0x0153: self = .two(UInt8(ascii: "o"), UInt8(ascii: "e"))
    // A lost y with two dots is how ĳ is often typed.
    case 0x0132, 0x0133: self = .one(UInt8(ascii: "y"))
    case 0xD7, 0xF7: self = .other
    case 0xC0...0xDF: self = .one(Self.latin1[Int(scalar - 0xC0)])
    case 0xE0...0xFE: self = .one(Self.latin1[Int(scalar - 0xE0)])
    case 0xFF: self = .one(UInt8(ascii: "y"))
    case 0x0100...0x017F: self = .one(Self.latinA(scalar))
    case 0x0218, 0x0219: self = .one(UInt8(ascii: "s"))
    case 0x021A, 0x021B: self = .one(UInt8(ascii: "t"))
    default: self = .other
    }
  }

  /// The letters of C0 to DE, and of E0 to FE.
  private static let latin1: InlineArray<32, UInt8> = [
    97, 97, 97, 97, 97, 97, 97, 99, 101, 101, 101, 101, 105, 105, 105, 105,
    100, 110, 111, 111, 111, 111, 111, 111, 111, 117, 117, 117, 117, 121, 116, 115,
  ]

  private static func latinA(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case ...0x0105: UInt8(ascii: "a")
    case ...0x010D: UInt8(ascii: "c")
    case ...0x0111: UInt8(ascii: "d")
    case ...0x011B: UInt8(ascii: "e")
    case ...0x0123: UInt8(ascii: "g")
    case ...0x0127: UInt8(ascii: "h")
    case ...0x0131: UInt8(ascii: "i")
    case ...0x0135: UInt8(ascii: "j")
    case ...0x0138: UInt8(ascii: "k")
    case ...0x0142: UInt8(ascii: "l")
    case ...0x014B: UInt8(ascii: "n")
    case ...0x0151: UInt8(ascii: "o")
    case ...0x0159: UInt8(ascii: "r")
    case ...0x0161: UInt8(ascii: "s")
    case ...0x0167: UInt8(ascii: "t")
    case ...0x0173: UInt8(ascii: "u")
    case ...0x0175: UInt8(ascii: "w")
    case ...0x0178: UInt8(ascii: "y")
    case ...0x017E: UInt8(ascii: "z")
    default: UInt8(ascii: "s")
    }
  }
}
