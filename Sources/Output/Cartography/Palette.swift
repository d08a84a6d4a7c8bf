/// A series of colours for classes from low to high.
///
/// Colours by Cynthia Brewer, ColorBrewer 2 (Pennsylvania State University). With five classes all of
/// them keep a distance of at least 10 in CAM02-UCS for every form of colour blindness, fall evenly
/// in lightness, and keep at least 14 from the grey of areas without data.
public struct Palette: Hashable, Sendable {
  /// The name in ColorBrewer.
  public let name: String
  private let series: [[UInt32]]

  /// Yellow to red.
  public static let ylOrRd = Palette(
    name: "YlOrRd",
    series: [
      [0xF03B20], [0xFFEDA0, 0xF03B20], [0xFFEDA0, 0xFEB24C, 0xF03B20],
      [0xFFFFB2, 0xFECC5C, 0xFD8D3C, 0xE31A1C],
      [0xFFFFB2, 0xFECC5C, 0xFD8D3C, 0xF03B20, 0xBD0026],
    ])

  /// Yellow to blue.
  public static let ylGnBu = Palette(
    name: "YlGnBu",
    series: [
      [0x2C7FB8], [0xEDF8B1, 0x2C7FB8], [0xEDF8B1, 0x7FCDBB, 0x2C7FB8],
      [0xFFFFCC, 0xA1DAB4, 0x41B6C4, 0x225EA8],
      [0xFFFFCC, 0xA1DAB4, 0x41B6C4, 0x2C7FB8, 0x253494],
    ])

  /// Grey-pink to dark red.
  public static let puRd = Palette(
    name: "PuRd",
    series: [
      [0xDD1C77], [0xE7E1EF, 0xDD1C77], [0xE7E1EF, 0xC994C7, 0xDD1C77],
      [0xF1EEF6, 0xD7B5D8, 0xDF65B0, 0xCE1256],
      [0xF1EEF6, 0xD7B5D8, 0xDF65B0, 0xDD1C77, 0x980043],
    ])

  /// The palette in which a theme of the catalogue is drawn.
  public static func standard(forTheme theme: String) -> Palette {
    switch theme {
    case "weerbaarheid": ylGnBu
    case "context": puRd
    default: ylOrRd
    }
  }

  /// The colours for `count` classes, 0 to 5, low first.
  public func colors(_ count: Int) -> [Color] {
    precondition((0...5).contains(count), "palettes have up to five classes")
    return count == 0 ? [] : series[count - 1].map(Color.init)
  }
}
