public import Geometry

/// What a user lays over the maps of an atlas to find the way, in RD New.
public struct ContextLayer: Sendable {
  /// What is drawn, and from what.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Water, from surfaces.
    case water
    /// Roads, from lines.
    case roads
    /// Names, at points or in the middle of surfaces.
    case names
  }

  /// A name at its place.
  public struct Name: Hashable, Sendable {
    /// The name.
    public let text: String
    /// Where its middle stands.
    public let position: Position
    /// The square metres of what has the name; 0 of a point. Of names that are in each other's way that of
    /// the largest stays.
    public let surface: Double

    /// Makes a name.
    public init(text: String, position: Position, surface: Double = 0) {
      self.text = text
      self.position = position
      self.surface = surface
    }
  }

  /// What is drawn.
  public let kind: Kind
  /// Who made it, as it stands under a map; empty when nobody is named.
  public let source: String
  /// The surfaces of water, each ring closed.
  public var surfaces: [MultiPolygon] = []
  /// The roads.
  public var lines: [[Position]] = []
  /// The names.
  public var names: [Name] = []

  /// Makes a layer without anything in it.
  public init(kind: Kind, source: String) {
    self.kind = kind
    self.source = source
  }

  /// Whether nothing is drawn.
  public var isEmpty: Bool { surfaces.isEmpty && lines.isEmpty && names.isEmpty }
}
