internal import Bytes
internal import GRDB
internal import GRDBSQLite

/// A new GeoPackage (1.3), which appears whole or not at all.
///
/// Everything goes to a temporary file beside the target in one transaction; ``commit()`` renames
/// it. A writer that is let go without a commit leaves an earlier file as it was. The same calls
/// give the same bytes (with one version of SQLite, whose number is in the file).
public struct GeoPackageWriter: ~Copyable {
  /// The path of the finished file.
  public let path: String
  static let keyColumn = "fid"
  static let geometryColumn = "geom"
  let lastChange: String
  var claims: Set<Claim>
  var layerNames: [String]
  private let database: DatabaseQueue
  private var output: OutputFile
  private var failure: GeoPackageError?

  /// The version of SQLite, for provenance.
  public static var libraryVersion: String { unsafe String(cString: sqlite3_libversion()) }

  /// Starts writing.
  ///
  /// `lastChange` is the time that the file gives as that of its last change, in UTC, of the form
  /// `2025-01-01T00:00:00Z` or with decimals after the seconds.
  /// - Throws: ``GeoPackageError``: `badTime` or `cannotWrite`.
  public init(path: String, lastChange: String) throws(GeoPackageError) {
    guard isTime(lastChange) else { throw .badTime(path: path, text: lastChange) }
    let output = try Self.writing(path) { try OutputFile(path: path) }
    let database = try Self.writing(path) { try DatabaseAccess.newFile(output.temporaryPath) }
    try Self.change(database, path) { try $0.execute(sql: "BEGIN EXCLUSIVE; \(Schema.create)") }
    self.database = database
    self.output = output
    self.path = path
    self.lastChange = lastChange
    claims = []
    layerNames = []
    failure = nil
  }

  /// Finishes the file and puts it in the place of an earlier one.
  /// - Throws: ``GeoPackageError/cannotWrite(path:code:)``, or the error of an earlier call that
  ///   failed; the earlier file then is still there.
  public consuming func commit() throws(GeoPackageError) {
    if let failure { throw failure }
    try change { try $0.execute(sql: "COMMIT") }
    try Self.writing(path) { try database.close() }
    do { try output.commit() } catch { throw GeoPackageError(writing: path, error) }
  }

  /// What may be in the file once only.
  enum Claim: Hashable {
    /// A table of features; its name in lower case, as SQLite compares names.
    case layer(String)
    case title(String)
    case style(layer: String, name: String)
    case defaultStyle(layer: String)
    case tableOfStyles
  }

  private static func writing<Result: ~Copyable>(
    _ path: String, _ work: () throws -> Result
  ) throws(GeoPackageError) -> Result {
    do { return try work() } catch { throw GeoPackageError(writing: path, error) }
  }

  /// Does part of the transaction; after an error the file can no longer be finished.
  mutating func change(_ work: (Database) throws -> Void) throws(GeoPackageError) {
    if let failure { throw failure }
    do { try Self.change(database, path, work) } catch {
      failure = error
      throw error
    }
  }

  private static func change(
    _ database: DatabaseQueue, _ path: String, _ work: (Database) throws -> Void
  ) throws(GeoPackageError) {
    try writing(path) {
      try database.writeWithoutTransaction { database in
        do { try work(database) } catch {
          let code = unsafe sqlite3_system_errno(database.sqliteConnection)
          throw GeoPackageError(writing: path, error, systemCode: code)
        }
      }
    }
  }
}

/// Whether `text` has the form of a time in UTC: `2025-01-01T00:00:00Z`, decimals allowed.
private func isTime(_ text: String) -> Bool {
  let form = Array("0000-00-00T00:00:00".utf8)
  let bytes = Array(text.utf8)
  let isDigit = { (byte: UInt8) in UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
  guard bytes.count > form.count, bytes.last == UInt8(ascii: "Z") else { return false }
  for (byte, pattern) in zip(bytes, form)
  where pattern == UInt8(ascii: "0") ? !isDigit(byte) : byte != pattern {
    return false
  }
  let rest = bytes[form.count..<(bytes.count - 1)]
  return rest.isEmpty
    || (rest.first == UInt8(ascii: ".") && rest.count > 1 && rest.dropFirst().allSatisfy(isDigit))
}
