public import Geometry

/// Why a GeoPackage could not be read or written. Facts only; messages are made elsewhere.
///
/// Values of records never appear in it: a feature is named by its `fid`.
public enum GeoPackageError: Error, Sendable, Hashable {
  /// There is no such file.
  case missing(path: String)
  /// The path names a folder where a file is meant.
  case isDirectory(path: String)
  /// The operating system refused; `code` is its `errno`.
  case cannotRead(path: String, code: Int32)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a SQLite database without the tables of a GeoPackage.
  case notAGeoPackage(path: String)
  /// The database is damaged, cut off, or does not hold what its own tables say.
  case damaged(path: String)
  /// Another program has changes to this file pending in `pending`, or stopped while writing it.
  case unfinishedChanges(path: String, pending: String)
  /// There is no such layer; `known` holds the names of those there are, as in the file.
  case noLayer(path: String, layer: String, known: [String])
  /// The layer has no such column; `known` holds the names of those there are, as in the file.
  case noColumn(path: String, layer: String, column: String, known: [String])
  /// The geometry of one feature cannot be used.
  case badGeometry(path: String, layer: String, fid: Int64, why: GeoPackageGeometryFault)
  /// A value that its column cannot hold: bytes or broken UTF-8 when reading; another type than the
  /// column's, or a number that is not finite, when writing.
  case badValue(path: String, layer: String, fid: Int64, column: String)
  /// A feature to be written has another number of values than its layer has columns.
  case wrongValueCount(path: String, layer: String, fid: Int64, expected: Int, found: Int)
  /// A name of a layer, column, title or style that is empty, reserved or already in use.
  case nameNotAllowed(path: String, name: String)
  /// The time to be written is not of the form `2025-01-01T00:00:00Z`.
  case badTime(path: String, text: String)
  /// The operating system refused, for instance because the disk is full; `code` is its `errno`.
  case cannotWrite(path: String, code: Int32)
}

/// What is wrong with the bytes of one geometry.
public enum GeoPackageGeometryFault: Error, Sendable, Hashable {
  /// The column holds text or a number instead of bytes.
  case notBytes
  /// The bytes do not start with the letters "GP".
  case noGeoPackageHeader
  /// A version of the header other than 0.
  case unknownVersion(UInt8)
  /// A geometry type of a vendor's own ("ExtendedGeoPackageBinary").
  case extended
  /// A kind of envelope that does not exist.
  case badEnvelope(UInt8)
  /// The bytes end before the geometry does.
  case cutOff
  /// Bytes follow after the end of the geometry.
  case trailingBytes(Int)
  /// A byte order other than 0 (big-endian) or 1 (little-endian).
  case badByteOrder(UInt8)
  /// A geometry type that cannot stand at its place.
  case unexpectedType(UInt32)
  /// The header says that the geometry is empty, and it is not.
  case notEmpty
  /// A ring that is no ring; both numbers count from 0, the outer ring is number 0.
  case ring(polygon: Int, ring: Int, RingError)
  /// A coordinate of a point is infinite, or only one of them is a number.
  case notFinite
}
