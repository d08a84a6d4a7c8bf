public import Bytes

/// Why a file could not be read as CSV. Row problems are not errors: see ``CSVRecords/fieldCount(_:)``.
public enum CSVError: Error, Hashable, Sendable {
  /// The file itself could not be read.
  case file(FileError)
  /// The file has no bytes, or only blank lines.
  case empty(path: String)
  /// The first line holds values where the names of columns are meant; none of it is repeated.
  case noHeader(path: String)
  /// A byte zero: the file is no text. `line` counts from 1.
  case zeroByte(path: String, line: Int)
  /// One record is longer than the limit in bytes, for instance because a quote never closes.
  case recordTooLong(path: String, line: Int, limit: Int)
  /// A quote opens a field on this line and closes nowhere, so all that follows would be one field.
  case unclosedQuote(path: String, line: Int)
  /// A file of another kind, whose table is read as if it were CSV, could not be read.
  case source(CSVSourceFailure)
}
