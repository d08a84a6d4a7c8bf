public import Geometry

/// One surface of a picture.
public struct PictureArea: Sendable {
  /// How a surface is filled.
  public enum Fill: Hashable, Sendable {
    /// By the line of the legend at this place.
    case entry(Int)
    /// Not at all: only its boundary is drawn.
    case none
  }

  /// The surface in RD New, in metres.
  public let surface: MultiPolygon
  /// How it is filled.
  public let fill: Fill
  /// The gemeente in which it lies; empty when it is not known.
  public let gemeentecode: String

  /// Makes a surface of a picture.
  public init(surface: MultiPolygon, fill: Fill, gemeentecode: String) {
    self.surface = surface
    self.fill = fill
    self.gemeentecode = gemeentecode
  }
}
