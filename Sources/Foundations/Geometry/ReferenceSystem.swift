/// Which coordinates a file or value uses: identity only, transforming is the work of `Projection`.
public enum ReferenceSystem: Int, Hashable, Sendable, CaseIterable {
  /// RD New (Amersfoort), EPSG:28992: metres, the system of Dutch maps. Used inside Wijkzicht.
  case rdNew = 28992
  /// WGS 84 longitude and latitude in degrees, east first (CRS84). Used in GeoJSON.
  case wgs84 = 4326

  /// The EPSG number.
  public var epsg: Int { rawValue }

  /// The box in which coordinates of the European Netherlands lie, with a margin.
  ///
  /// RD New: the validity box of the system. WGS 84: the same area in degrees.
  public var netherlands: Box {
    switch self {
    case .rdNew: Box(minX: -7_000, minY: 289_000, maxX: 300_000, maxY: 629_000)
    case .wgs84: Box(minX: 3.0, minY: 50.5, maxX: 7.5, maxY: 53.8)
    }
  }
}
