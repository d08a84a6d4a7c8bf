public import Geometry

/// One value of an attribute, in the storage class of the file.
///
/// Booleans and dates are integers and texts, as GeoPackage stores them.
public enum GeoPackageValue: Sendable, Hashable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A number, always finite when written.
  case real(Double)
  /// A text.
  case text(String)
}

/// The geometry of one feature, in the reference system of its layer, east first.
public enum GeoPackageGeometry: Sendable, Hashable {
  /// A Polygon or MultiPolygon; heights and measures are dropped, empty parts are left out.
  case multiPolygon(MultiPolygon)
  /// A Point; height and measure are dropped.
  case point(Position)
  /// A LineString or MultiLineString, part by part; heights and measures are dropped, parts without
  /// positions are left out.
  case lines([[Position]])
  /// A geometry of another type, not decoded; `type` is its WKB number as in the file.
  case other(type: UInt32)
  /// A geometry without any position.
  case empty
}

/// One row of a layer.
public struct GeoPackageFeature: Sendable, Hashable {
  /// The key of the row.
  public let fid: Int64
  /// The geometry; nil when it was not asked for, when the row has none, and in a layer without
  /// geometry.
  public let geometry: GeoPackageGeometry?
  /// The values of the columns, in the order in which they were asked for.
  public let values: [GeoPackageValue]
}
