internal import Bytes
internal import GRDB

/// A GeoPackage opened for reading.
///
/// The file is opened as one that does not change: nothing is written beside it, and nothing is
/// locked. Each access goes through one connection, one after the other.
public struct GeoPackageReader: Sendable {
  /// The path as it was given.
  public let path: String
  /// The tables of features and attributes, in the order of the file. Tables that the file announces
  /// and does not hold are left out, as are tiles and rasters.
  public let layers: [GeoPackageLayer]
  private let database: DatabaseQueue
  private let tables: [CatalogTable]

  /// Opens a file and reads which layers it has.
  ///
  /// Cost: counting the rows reads part of every layer; 10 ms for all of the Netherlands' areas.
  /// - Throws: ``GeoPackageError``: `missing`, `isDirectory`, `cannotRead`, `notADatabase`,
  ///   `notAGeoPackage`, `damaged`, or `unfinishedChanges` when a journal with content lies beside
  ///   the file.
  public init(path: String) throws(GeoPackageError) {
    do {
      try DatabaseHeader.check(try InputFile(path: path))
      for ending in ["-wal", "-journal"] {
        if let journal = try? InputFile(path: path + ending), journal.size > 0 {
          throw GeoPackageError.unfinishedChanges(path: path, pending: path + ending)
        }
      }
      let database = try DatabaseAccess.readOnly(path)
      let tables = try database.read { try Catalog.tables(in: $0, path: path) }
      self.path = path
      self.layers = tables.map(\.layer)
      self.database = database
      self.tables = tables
    } catch {
      throw GeoPackageError(reading: path, error)
    }
  }

  /// Calls `body` with each row of a layer, in the order of `fid`.
  ///
  /// `columns` are names of ``GeoPackageLayer/columns``; the values come in their order. Without
  /// `geometry` the geometries are not decoded. Geometries are decoded from the page cache of
  /// SQLite without a copy; one row is in memory at a time. `body` may read from the same reader.
  /// - Throws: ``GeoPackageError``: `noLayer`, `noColumn`, `badGeometry`, `badValue`, `damaged`,
  ///   `cannotRead`; and what `body` throws, which ends the reading.
  public func forEachFeature(
    of layer: String, columns: [String], geometry: Bool,
    _ body: (GeoPackageFeature) throws -> Void
  ) throws {
    guard let table = tables.first(where: { $0.layer.name == layer }) else {
      throw GeoPackageError.noLayer(path: path, layer: layer, known: layers.map(\.name))
    }
    for column in columns where !table.layer.columns.contains(column) {
      throw GeoPackageError.noColumn(
        path: path, layer: layer, column: column, known: table.layer.columns)
    }
    let geometryColumn = geometry ? table.layer.geometryColumn : nil
    let selected = [geometryColumn ?? "NULL"].map { geometryColumn == nil ? $0 : quoted($0) }
    let sql = """
      SELECT \(table.key), \((selected + columns.map(quoted)).joined(separator: ", ")) \
      FROM \(quoted(layer)) ORDER BY 1
      """
    // An error of `body` must reach the caller as it is.
    var failure: (any Error)?
    do {
      try database.unsafeReentrantRead { database in
        let rows = try SQLStatement(database, sql)
        while try rows.step() {
          let feature = try self.feature(rows, of: table.layer, columns: columns)
          do { try body(feature) } catch {
            failure = error
            return
          }
        }
      }
    } catch {
      throw GeoPackageError(reading: path, error)
    }
    if let failure { throw failure }
  }

  private func feature(
    _ row: SQLStatement, of layer: GeoPackageLayer, columns: [String]
  ) throws(GeoPackageError) -> GeoPackageFeature {
    let fid = row.integer(0)
    var geometry: GeoPackageGeometry?
    if !row.isNull(1) {
      do throws(GeoPackageGeometryFault) {
        let decoded = try row.withBytes(1) { bytes throws(GeoPackageGeometryFault) in
          try GeometryDecoder.decode(bytes)
        }
        guard let decoded else { throw .notBytes }
        geometry = decoded
      } catch {
        throw .badGeometry(path: path, layer: layer.name, fid: fid, why: error)
      }
    }
    var values: [GeoPackageValue] = []
    values.reserveCapacity(columns.count)
    for (index, column) in columns.enumerated() {
      guard let value = row.value(index + 2) else {
        throw .badValue(path: path, layer: layer.name, fid: fid, column: column)
      }
      values.append(value)
    }
    return GeoPackageFeature(fid: fid, geometry: geometry, values: values)
  }
}
