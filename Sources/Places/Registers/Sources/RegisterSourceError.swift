public import Bytes
public import GeoPackage
public import Projection

/// Why a source of addresses could not be read. Facts only; messages are made elsewhere.
///
/// Values of rows never appear in it. `path` is that of the source; of a file in an archive or folder
/// it is followed by `/` and the name of that file.
public enum RegisterSourceError: Error, Sendable, Equatable {
  /// A file could not be read or unpacked.
  case file(FileError)
  /// A GeoPackage could not be read.
  case geoPackage(GeoPackageError)
  /// Positions could not be transformed: PROJ lacks its data.
  case projection(ProjectionError)
  /// There is nothing in the file, or only blank lines.
  case empty(path: String)
  /// The content is none of ``RegisterSource/Format``.
  case unrecognised(path: String)
  /// The first line names columns of addresses, but not separated by `;`, `,`, tab or `|`.
  case delimiterUnknown(path: String)
  /// None of the columns that could serve for this is there; any of `wanted` would do.
  case missingColumn(path: String, wanted: [RegisterSourceColumn])
  /// Several columns mean the same; `names` are as in the header.
  case severalColumns(path: String, meaning: RegisterSourceColumn, names: [String])
  /// A byte zero: the file is no text.
  case notText(path: String)
  /// A record does not end within `limit` bytes, for instance because a quote never closes; `row`
  /// counts from 1, the header not counted.
  case recordTooLong(path: String, row: Int, limit: Int)
  /// A layer is in another reference system than RD New or WGS 84; 0 when that is unknown.
  case referenceSystem(path: String, layer: String, epsg: Int)
  /// An extract lacks the files of these kinds, such as `NUM`.
  case extractIncomplete(path: String, missing: [String])
  /// An XML file is cut off or not well-formed; `line` counts from 1.
  case damagedXML(path: String, line: Int)
}

/// What a column of a source means.
public enum RegisterSourceColumn: String, Sendable, Hashable, CaseIterable {
  case postcode, number, letter, addition, street, shortStreet, place, gemeente, buurtcode
  case x, y, longitude, latitude, nummeraanduiding, object, pand, status, end
}
