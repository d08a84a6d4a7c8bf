public import Geometry

/// What a record of a shapefile draws.
public enum Shape: Hashable, Sendable {
  /// Nothing.
  case empty
  /// A point; heights and measures are left out.
  case point(Position)
  /// A surface, its rings sorted into boundaries and holes.
  case multiPolygon(MultiPolygon)
}
