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
      if let pending = PendingChanges.file(beside: path) {
        throw GeoPackageError.unfinishedChanges(path: path, pending: pending)
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
  /// - Parameter part: which of several parts of the rows is read, all when left out. Parts are
  ///   stretches of `fid` that follow each other; each is read by a connection of its own, so that
  ///   several threads may read parts at the same time. A row without a key, which no GeoPackage may
  ///   have, belongs to no part of several.
  /// - Throws: ``GeoPackageError``: `noLayer`, `noColumn`, `badGeometry`, `badValue`, `damaged`,
  ///   `cannotRead`; and what `body` throws, which ends the reading.
  public func forEachFeature(
    of layer: String, columns: [String], geometry: Bool, part: (number: Int, count: Int) = (0, 1),
    _ body: (GeoPackageFeature) throws -> Void
  ) throws {
    precondition(part.number >= 0 && part.number < part.count, "one of the parts")
    guard let table = tables.first(where: { $0.layer.name == layer }) else {
      throw GeoPackageError.noLayer(path: path, layer: layer, known: layers.map(\.name))
    }
    for column in columns where !table.layer.columns.contains(column) {
      throw GeoPackageError.noColumn(
        path: path, layer: layer, column: column, known: table.layer.columns)
    }
    let geometryColumn = geometry ? table.layer.geometryColumn : nil
    let selected = [geometryColumn ?? "NULL"].map { geometryColumn == nil ? $0 : quoted($0) }
    // An error of `body` must reach the caller as it is.
    var failure: (any Error)?
    do {
      let database = part.count == 1 ? database : try DatabaseAccess.readOnly(path)
      try database.unsafeReentrantRead { database in
        let stretch = try Self.stretch(part, key: table.key, of: layer, in: database)
        let rows = try SQLStatement(
          database,
          """
          SELECT \(table.key), \((selected + columns.map(quoted)).joined(separator: ", ")) \
          FROM \(quoted(layer)) \(stretch)ORDER BY 1
          """)
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

  /// The condition that picks a part of the rows; of equal lengths between the least key and the largest.
  private static func stretch(
    _ part: (number: Int, count: Int), key: String, of layer: String, in database: Database
  ) throws -> String {
    guard part.count > 1 else { return "" }
    let ends = try SQLStatement(
      database,
      "SELECT ifnull((SELECT min(\(key)) FROM \(quoted(layer))), 0), ifnull((SELECT max(\(key)) FROM \(quoted(layer))), 0)"
    )
    guard try ends.step() else { return "" }
    let (low, high) = (ends.integer(0), ends.integer(1))
    let (span, isTooLong) = high.subtractingReportingOverflow(low)
    // Keys that are so far apart are in one part, the first.
    guard !isTooLong, span < Int64.max / Int64(part.count) else {
      return part.number == 0 ? "" : "WHERE 0 "
    }
    func edge(_ number: Int) -> Int64 { low + span * Int64(number) / Int64(part.count) }
    let above = part.number == 0 ? "" : "\(key) > \(edge(part.number))"
    let upTo = part.number == part.count - 1 ? "" : "\(key) <= \(edge(part.number + 1))"
    return "WHERE \([above, upTo].filter { !$0.isEmpty }.joined(separator: " AND ")) "
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
