/// A table of a GeoPackage: features with geometry, or rows without.
public struct GeoPackageLayer: Sendable, Hashable {
  /// The name of the table as in the file.
  public let name: String
  /// The column that holds the geometry; nil for a table without geometry.
  public let geometryColumn: String?
  /// The geometry type as the file declares it, for instance `MULTIPOLYGON`; empty for a table
  /// without geometry. The features may be of other types.
  public let geometryType: String
  /// The EPSG number of the reference system; 0 when there is none or when it is not EPSG's.
  public let epsg: Int
  /// The other columns, names as in the file, in the order of the file; without the key (`fid`) and
  /// the geometry.
  public let columns: [String]
  /// The number of rows, counted when the file was opened.
  public let featureCount: Int
}
