/// What a GeoJSON file holds.
public struct GeoJSONFeatureCollection: Sendable {
  /// The member `name`, which GDAL uses for the name of the layer.
  public let name: String?
  /// The reference system of the obsolete member `crs`, as it is written there; nil without one.
  ///
  /// Without one the coordinates are WGS 84 by RFC 7946.
  public let declaredSystem: String?
  /// The EPSG number of ``declaredSystem``, CRS84 as 4326; nil when there is none or it is not
  /// understood.
  public let declaredEPSG: Int?
  /// The features in the order of the file.
  public let features: [GeoJSONFeature]
  /// The properties of all features.
  public let properties: GeoJSONProperties
}

/// One feature without its properties, which stand in ``GeoJSONFeatureCollection/properties``.
public struct GeoJSONFeature: Sendable, Hashable {
  /// The member `id`: a text or a number.
  public let id: JSONScalar?
  /// The geometry; nil for a feature without place.
  public let geometry: GeoJSONGeometry?
}
