public import Bytes
public import CSV
public import Governance

/// Why registers could not be linked. No value of a record is told, only where it stands.
public enum LinkageError: Error, Hashable, Sendable {
  /// A file could not be read.
  case file(FileError)
  /// A register could not be read as a table.
  case csv(CSVError)
  /// A register lacks a column; one of `wanted` is needed.
  case noColumn(path: String, wanted: [String], known: ColumnNames)
  /// Two columns have the name of one that is needed.
  case columnTwice(path: String, column: String)
  /// A column that is to be copied beside tokens holds data of persons.
  case personalColumn(path: String, column: String, kind: PersonalData)
  /// A column to copy beside tokens, or one that stands beside them, is none of those that a linkage reads.
  case otherColumn(path: String, column: String, known: [String])
  /// More than half of the filled cells of a column to copy say nothing that a linkage reads there.
  case keptValues(path: String, column: String)
  /// Fewer than half of the filled cells of the column with citizen service numbers hold one.
  case fewNumbers(path: String, column: String)
  /// A citizen service number stands where a token belongs.
  case citizenServiceNumber(path: String, line: Int)
  /// What stands where a token belongs has another length.
  case tokenLength(path: String, line: Int, length: Int)
  /// What stands where a token belongs has the length but other characters.
  case notHexadecimal(path: String, line: Int)
  /// No row of a register can be used.
  case nothingToCount(path: String)
  /// More years than are counted at a time, none, or years that do not fill the pools.
  case years(first: Int, last: Int, pooled: Int)
  /// The last year has not begun on the day of the linkage, in the year `now`.
  case yearsToCome(last: Int, now: Int)
  /// Hidden counts can be derived whatever is hidden too.
  case notSafe(count: Int)
  /// A line of expected numbers of persons that cannot be used.
  case forecast(path: String, line: Int, ExpectedPersons.Fault)
}
