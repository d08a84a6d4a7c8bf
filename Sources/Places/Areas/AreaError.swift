public import Bytes
public import GeoJSON
public import GeoPackage
public import CSV
public import Shapefile

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
  /// A shapefile could not be read.
  case shapefile(ShapefileError)
  /// A CSV file, or a table that is read as one, could not be read.
  case csv(CSVError)
  /// The file does not say in which reference system its coordinates are.
  case unnamedSystem(path: String)
  /// The file has no such column.
  case noColumn(path: String, column: String, known: [String])
  /// The GeoPackage has several layers with surfaces, or none of this name.
  case layerUnclear(path: String, known: [String])
  /// No column of the CSV file holds surfaces as WKT.
  case noSurfaces(path: String)
  /// A surface that is not written as WKT; the first row is 1.
  case badSurface(path: String, row: Int)
  /// Areas of one's own that cannot be.
  case own(path: String, OwnAreaFault)
  /// The name of the file tells none of the formats that are read.
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

  /// The same, `rows` rows further in the file.
  func shifted(by rows: Int) -> AreaInconsistency {
    guard case .malformedCode(let level, let row) = self else { return self }
    return .malformedCode(level, row: row + rows)
  }
}

/// What is wrong with areas of one's own.
public enum OwnAreaFault: Hashable, Sendable {
  /// A row without a code; the first is 1.
  case noCode(row: Int)
  /// Two surfaces with the same code and different names.
  case twoNames(code: String)
  /// A code of a mapping stands on two rows.
  case twice(code: String, rows: [Int])
  /// Codes of a mapping that the areas do not have.
  case unknownCodes([String], level: AreaLevel)
  /// There is nothing to make areas of: the level that is mapped was not read.
  case noSource(AreaLevel)
  /// The file holds no areas.
  case empty
}
