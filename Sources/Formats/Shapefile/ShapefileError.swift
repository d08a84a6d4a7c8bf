public import Bytes

/// Why a shapefile could not be read.
public enum ShapefileError: Error, Hashable, Sendable {
  /// One of its files could not be read.
  case file(FileError)
  /// A file that belongs to it is missing; its name ends in `suffix`.
  case missingPart(path: String, suffix: String)
  /// The bytes of the file with this suffix are not those of a shapefile, or are cut off.
  case damaged(path: String, suffix: String)
  /// A record that is not what its kind of shape asks; the first is 1.
  case badShape(path: String, record: Int)
  /// Lines, multipatches and the like.
  case otherShapes(path: String, type: Int)
  /// The `.shp` and the `.dbf` have different numbers of records.
  case unequal(path: String, shapes: Int, rows: Int)
  /// The file is larger than the format can address.
  case tooLarge(path: String, suffix: String)
  /// The `.cpg` or the table names an encoding that is not read.
  case encoding(path: String, name: String)
}
