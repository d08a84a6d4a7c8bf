public import Cartography
internal import Foundation

/// How an organisation wants its pictures to look.
///
/// Colours of classes are not part of it: they are those of the map, so that the same map has the same
/// colours everywhere and people with a colour deficiency can read it.
public struct HouseStyle: Sendable {
  /// A picture that stands in the corner.
  public struct Logo: Sendable {
    /// `image/svg+xml` or `image/png`.
    public let mediaType: String
    /// The file.
    public let bytes: [UInt8]

    /// Makes a logo.
    public init(mediaType: String, bytes: [UInt8]) {
      self.mediaType = mediaType
      self.bytes = bytes
    }

    /// The logo as an address that holds it (RFC 2397).
    var dataAddress: String { "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())" }
  }

  /// The names of fonts in order of preference, as CSS has them.
  public var font = "Arial, 'Liberation Sans', 'DejaVu Sans', Helvetica, sans-serif"
  /// The colour of titles; dark enough to be read on white, see ``contrast(_:)``.
  public var titleColor = Color(red: 0x1a, green: 0x1a, blue: 0x1a)
  /// The colour of the line under the title.
  public var accentColor = Color(red: 0x33, green: 0x33, blue: 0x33)
  /// The logo.
  public var logo: Logo?

  /// The plain style.
  public init() {}

  /// The contrast of `color` with white, 1 to 21. Text needs 4.5, large text and lines 3.
  ///
  /// Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11, relative luminance.
  public static func contrast(_ color: Color) -> Double {
    func linear(_ share: UInt8) -> Double {
      let value = Double(share) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let luminance =
      0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    return 1.05 / (luminance + 0.05)
  }
}
