internal import GRDB
internal import GRDBSQLite

/// Opening databases, for the reader and the writer.
enum DatabaseAccess {
  /// Opens a file that does not change, so that SQLite makes no files beside it and locks nothing.
  static func readOnly(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // The file is foreign: its own views and triggers may call no function with side effects.
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    return try DatabaseQueue(
      path: address(path, parameters: "?immutable=1"), configuration: configuration)
  }

  /// Opens an empty file for one long transaction that is not undone: a file that fails is thrown
  /// away. The settings fix the layout of the file, whatever the defaults of the library are.
  static func newFile(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
          PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384; PRAGMA secure_delete = ON
          """)
    }
    return try DatabaseQueue(path: address(path), configuration: configuration)
  }

  /// The path as an address of SQLite, where the library takes them (those of Debian and Apple do).
  private static func address(_ path: String, parameters: String = "") -> String {
    guard unsafe sqlite3_compileoption_used("USE_URI") != 0 else { return path }
    let digits = Array("0123456789ABCDEF")
    var address = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address += "%"
        address.append(digits[Int(byte >> 4)])
        address.append(digits[Int(byte & 15)])
      }
    }
    return address + parameters
  }
}
