internal import GRDB

/// A layer and what is needed to read its rows.
struct CatalogTable: Sendable {
  let layer: GeoPackageLayer
  /// The column that identifies a row, as it stands in a statement.
  let key: String
}

/// The tables of a GeoPackage that say what is in it.
enum Catalog {
  /// The layers of the file, their rows counted.
  /// - Throws: ``GeoPackageError/notAGeoPackage(path:)``, and errors of the database.
  static func tables(in database: Database, path: String) throws -> [CatalogTable] {
    let kinds = try kindsOfTables(database)
    guard kinds["gpkg_contents"] != nil, kinds["gpkg_spatial_ref_sys"] != nil else {
      throw GeoPackageError.notAGeoPackage(path: path)
    }
    let geometries =
      kinds["gpkg_geometry_columns"] == nil ? [:] : try geometryColumns(database)
    let contents = try SQLStatement(
      database,
      """
      SELECT table_name FROM gpkg_contents
      WHERE data_type IN ('features', 'attributes', 'aspatial') AND table_name NOTNULL
      """)
    var tables: [CatalogTable] = []
    while try contents.step() {
      guard let name = contents.text(0) else { throw GeoPackageError.damaged(path: path) }
      guard let kind = kinds[name] else { continue }
      tables.append(
        try table(
          name, isView: kind == "view", geometry: geometries[name], in: database, path: path))
    }
    return tables
  }

  private struct GeometryColumn {
    let name: String
    let type: String
    let epsg: Int
  }

  private static func table(
    _ name: String, isView: Bool, geometry: GeometryColumn?, in database: Database, path: String
  ) throws -> CatalogTable {
    var columns: [String] = []
    var keys: [String] = []
    let info = try SQLStatement(database, "SELECT name, pk FROM pragma_table_info(?)")
    try info.bind(name, at: 1)
    while try info.step() {
      guard let column = info.text(0) else { throw GeoPackageError.damaged(path: path) }
      if info.integer(1) > 0 { keys.append(column) }
      columns.append(column)
    }
    if let geometry, !columns.contains(geometry.name) { throw GeoPackageError.damaged(path: path) }
    // A view has no key of its own; its first column is the key of the table behind it.
    let key = keys.count == 1 ? keys[0] : isView ? columns.first : nil
    let counting = try SQLStatement(database, "SELECT count(*) FROM \(quoted(name))")
    guard try counting.step() else { throw GeoPackageError.damaged(path: path) }
    return CatalogTable(
      layer: GeoPackageLayer(
        name: name, geometryColumn: geometry?.name, geometryType: geometry?.type ?? "",
        epsg: geometry?.epsg ?? 0,
        columns: columns.filter { $0 != key && $0 != geometry?.name },
        featureCount: Int(counting.integer(0))),
      key: key.map(quoted) ?? "rowid")
  }

  /// The geometry column of each layer.
  private static func geometryColumns(_ database: Database) throws -> [String: GeometryColumn] {
    let rows = try SQLStatement(
      database,
      """
      SELECT g.table_name, g.column_name, g.geometry_type_name,
        CASE WHEN upper(s.organization) = 'EPSG' THEN s.organization_coordsys_id ELSE 0 END
      FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      """)
    var columns: [String: GeometryColumn] = [:]
    while try rows.step() {
      guard let table = rows.text(0), let name = rows.text(1) else { continue }
      columns[table] = GeometryColumn(
        name: name, type: rows.text(2) ?? "", epsg: Int(truncatingIfNeeded: rows.integer(3)))
    }
    return columns
  }

  /// Whether each name in the database is a table or a view.
  private static func kindsOfTables(_ database: Database) throws -> [String: String] {
    let rows = try SQLStatement(
      database, "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')")
    var kinds: [String: String] = [:]
    while try rows.step() {
      if let name = rows.text(0), let kind = rows.text(1) { kinds[name] = kind }
    }
    return kinds
  }
}
