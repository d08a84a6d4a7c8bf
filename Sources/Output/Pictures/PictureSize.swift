/// The sheet on which a picture is drawn, lying down.
public enum PictureSize: String, Hashable, Sendable, CaseIterable {
  /// A slide of 16 by 9: 338.7 by 190.5 mm, which is 1920 by 1080 pixels at 144 to the inch.
  case slide
  /// A4: 297 by 210 mm.
  case a4
  /// A3: 420 by 297 mm.
  case a3

  /// The width in mm.
  public var width: Double {
    switch self {
    case .slide: 338.6667
    case .a4: 297
    case .a3: 420
    }
  }

  /// The height in mm.
  public var height: Double {
    switch self {
    case .slide: 190.5
    case .a4: 210
    case .a3: 297
    }
  }

  /// Pixels to the inch of a PNG: a slide fills a screen of 1920 by 1080, paper is for print.
  public var pixelsPerInch: Int { self == .slide ? 144 : 200 }

  /// The size of running text in mm: what can be read from the back of a room, or at arm's length.
  var textSize: Double {
    switch self {
    case .slide: 4.6
    case .a4: 3.3
    case .a3: 4.4
    }
  }

  /// The empty edge in mm.
  var margin: Double { self == .a3 ? 14 : 10 }
}
