public import Geometry

/// The geometry of a feature, as far as Wijkzicht uses it. Third coordinates are not kept.
public enum GeoJSONGeometry: Sendable, Hashable {
  /// A `MultiPolygon`, or a `Polygon` as its only part; no parts when `coordinates` is empty.
  case multiPolygon(MultiPolygon)
  /// A `Point`.
  case point(Position)
  /// Another type, for instance `LineString`; its coordinates are not kept.
  case other(type: String)
}
