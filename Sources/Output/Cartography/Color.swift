/// An opaque colour of a map, in sRGB.
public struct Color: Hashable, Sendable {
  /// The share of red, 0 to 255.
  public let red: UInt8
  /// The share of green, 0 to 255.
  public let green: UInt8
  /// The share of blue, 0 to 255.
  public let blue: UInt8

  /// Makes a colour from its three shares.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#ffeda0` or `ffeda0`, in small or capital letters; nil for anything else, short forms
  /// such as `#fff` and forms with transparency included.
  public init?(hex: String) {
    let digits = hex.utf8.first == UInt8(ascii: "#") ? hex.utf8.dropFirst() : hex.utf8[...]
    // A sign would pass the conversion.
    guard digits.count == 6, let text = String(digits), text.allSatisfy(\.isHexDigit),
      let number = UInt32(text, radix: 16)
    else { return nil }
    self.init(number)
  }

  /// Makes a colour from a number such as `0xffeda0`; what lies above 24 bits is left out.
  init(_ number: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
      blue: UInt8(truncatingIfNeeded: number))
  }

  /// The colour as `#ffeda0`: a sharp and six digits, in small letters.
  public var hex: String {
    [red, green, blue].reduce(into: "#") { text, share in
      if share < 16 { text += "0" }
      text += String(share, radix: 16)
    }
  }
}
