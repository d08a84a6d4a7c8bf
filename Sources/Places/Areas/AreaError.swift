public import Bytes
public import GeoJSON
public import GeoPackage

/// Why areas could not be read.
public enum AreaError: Error, Sendable {
  /// A file could not be read.
  case file(FileError)
  /// A GeoPackage could not be read.
  case geoPackage(GeoPackageError)
  /// A GeoJSON file could not be read.
  case geoJSON(path: String, GeoJSONError)
  /// A CSV file of a sample could not be read, or lacks this column.
  case sample(path: String, missingColumn: String)
  /// The name of the file does not end in `.gpkg`, `.geojson` or `.json`.
  case unknownFormat(path: String)
  /// No layer or file holds areas of this level.
  case noLevel(AreaLevel, path: String, known: [String])
  /// A layer lacks the column with codes.
  case noCodeColumn(path: String, layer: String, columns: [String])
  /// Neither a `jaar` column nor the name of the file tells the year.
  case unknownEdition(path: String)
  /// Two files are of different years.
  case mixedEditions(Set<Int>)
  /// The coordinates are in another reference system, or fit none.
  case referenceSystem(path: String, declared: String)
  /// Areas that contradict each other.
  case inconsistent(path: String, [AreaInconsistency])
  /// A surface could not be transformed or built.
  case geometry(path: String, code: String)
}

/// Something in a file that cannot be true of areas of one edition.
public enum AreaInconsistency: Hashable, Sendable {
  /// Two areas of a level have the same code.
  case duplicateCode(AreaLevel, code: String)
  /// The code is not written as a code of its level.
  case malformedCode(AreaLevel, row: Int)
  /// A buurt names a wijk, or an area a gemeente, that is not in the file.
  case missingParent(AreaLevel, code: String, parent: String)
  /// The area has no surface.
  case emptySurface(AreaLevel, code: String)
}
