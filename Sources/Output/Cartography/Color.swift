/// An opaque colour in sRGB.
public struct Color: Hashable, Sendable {
  /// Red, 0 to 255.
  public let red: UInt8
  /// Green, 0 to 255.
  public let green: UInt8
  /// Blue, 0 to 255.
  public let blue: UInt8

  /// Makes a colour from `0xRRGGBB`.
  public init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// `#rrggbb`.
  public var hex: String {
    let digits = Array("0123456789abcdef")
    return [red, green, blue].reduce("#") {
      $0 + String(digits[Int($1 >> 4)]) + String(digits[Int($1 & 15)])
    }
  }

  /// `r,g,b,255`, as QGIS writes colours.
  var qgis: String { "\(red),\(green),\(blue),255" }
}
