internal import GRDB
internal import GRDBSQLite

/// A prepared statement whose rows are read in place, without a copy or a name per value.
///
/// Columns count from 0, parameters from 1, as in SQLite. For one thread at a time, and not longer
/// than the access to the database in which it was made.
struct SQLStatement {
  // Owns the statement of SQLite and ends it.
  private let statement: Statement

  /// Prepares `sql`.
  /// - Throws: GRDB's `DatabaseError`.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
  }

  /// Goes to the next row; false at the end. The statement can then be stepped anew.
  func step() throws(SQLFailure) -> Bool {
    let code = unsafe sqlite3_step(statement.sqliteStatement)
    if code == SQLITE_ROW { return true }
    unsafe sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else { throw SQLFailure(code: code) }
    return false
  }

  /// Whether the column holds NULL.
  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(statement.sqliteStatement, CInt(column)) == SQLITE_NULL
  }

  /// The whole number in the column; other values are converted as SQLite does.
  func integer(_ column: Int) -> Int64 {
    unsafe sqlite3_column_int64(statement.sqliteStatement, CInt(column))
  }

  /// The text in the column, converted as SQLite does; nil for NULL and for broken UTF-8.
  func text(_ column: Int) -> String? {
    let pointer = unsafe sqlite3_column_text(statement.sqliteStatement, CInt(column))
    guard let pointer = unsafe pointer else { return nil }
    let count = unsafe sqlite3_column_bytes(statement.sqliteStatement, CInt(column))
    let bytes = unsafe UnsafeBufferPointer(start: pointer, count: Int(count))
    return unsafe String(validating: bytes, as: UTF8.self)
  }

  /// The value in the column; nil for bytes and for broken UTF-8.
  func value(_ column: Int) -> GeoPackageValue? {
    switch unsafe sqlite3_column_type(statement.sqliteStatement, CInt(column)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT:
      .real(unsafe sqlite3_column_double(statement.sqliteStatement, CInt(column)))
    case SQLITE_TEXT: text(column).map { .text($0) }
    default: nil
    }
  }

  /// The bytes in the column, to be used within `body` only; nil when it holds something else.
  func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard unsafe sqlite3_column_type(statement.sqliteStatement, CInt(column)) == SQLITE_BLOB
    else { return nil }
    let start = unsafe sqlite3_column_blob(statement.sqliteStatement, CInt(column))
    let count = unsafe sqlite3_column_bytes(statement.sqliteStatement, CInt(column))
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count))
    return try unsafe body(bytes.bytes)
  }

  /// Sets a parameter.
  func bind(_ value: GeoPackageValue, at index: Int) throws(SQLFailure) {
    switch value {
    case .null: try check(unsafe sqlite3_bind_null(statement.sqliteStatement, CInt(index)))
    case .integer(let number): try bind(number, at: index)
    case .real(let number): try bind(number, at: index)
    case .text(let text): try bind(text, at: index)
    }
  }

  /// Sets a parameter.
  func bind(_ number: Int64, at index: Int) throws(SQLFailure) {
    try check(unsafe sqlite3_bind_int64(statement.sqliteStatement, CInt(index), number))
  }

  /// Sets a parameter; NaN would become NULL.
  func bind(_ number: Double, at index: Int) throws(SQLFailure) {
    try check(unsafe sqlite3_bind_double(statement.sqliteStatement, CInt(index), number))
  }

  /// Sets a parameter.
  func bind(_ text: String, at index: Int) throws(SQLFailure) {
    // A C string has an address even when it is empty; no address would mean NULL.
    let code = unsafe text.withCString { characters in
      unsafe sqlite3_bind_text64(
        statement.sqliteStatement, CInt(index), characters, UInt64(text.utf8.count), Self.copied,
        UInt8(SQLITE_UTF8))
    }
    try check(code)
  }

  /// Sets a parameter; `bytes` is not empty.
  func bind(_ bytes: [UInt8], at index: Int) throws(SQLFailure) {
    let code = unsafe bytes.withUnsafeBytes { raw in
      unsafe sqlite3_bind_blob64(
        statement.sqliteStatement, CInt(index), raw.baseAddress, UInt64(raw.count), Self.copied)
    }
    try check(code)
  }

  private func check(_ code: CInt) throws(SQLFailure) {
    guard code == SQLITE_OK else { throw SQLFailure(code: code) }
  }

  /// SQLITE_TRANSIENT: SQLite makes its own copy before the call returns.
  private static var copied: sqlite3_destructor_type? {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
