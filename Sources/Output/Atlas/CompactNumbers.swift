/// Whole numbers as short text: five bits a letter, the lowest first, with a sixth that says that more
/// follow; the sign is the lowest bit of all.
struct CompactNumbers {
  private(set) var text: [UInt8] = []
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest > 31 {
      text.append(Self.letters[Int(rest & 31 | 32)])
      rest >>= 5
    }
    text.append(Self.letters[Int(rest)])
  }

  var string: String { String(decoding: text, as: UTF8.self) }
}
