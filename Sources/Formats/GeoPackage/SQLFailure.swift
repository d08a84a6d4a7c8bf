internal import Bytes
internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An error of SQLite in a statement that is stepped directly.
struct SQLFailure: Error {
  /// The result code, possibly extended.
  let code: CInt
}

/// From errors of SQLite, GRDB and files to facts about the GeoPackage.
extension GeoPackageError {
  init(reading path: String, _ error: any Error) {
    switch error {
    case let error as GeoPackageError: self = error
    case let error as FileError: self.init(error)
    default:
      switch primaryCode(error) {
      case SQLITE_NOTADB: self = .notADatabase(path: path)
      case SQLITE_IOERR, SQLITE_CANTOPEN: self = .cannotRead(path: path, code: EIO)
      case SQLITE_PERM, SQLITE_AUTH: self = .cannotRead(path: path, code: EACCES)
      case SQLITE_NOMEM: self = .cannotRead(path: path, code: ENOMEM)
      default: self = .damaged(path: path)
      }
    }
  }

  /// - Parameter systemCode: the `errno` that SQLite kept, or 0.
  init(writing path: String, _ error: any Error, systemCode: CInt = 0) {
    switch error {
    case let error as GeoPackageError: self = error
    case let error as FileError: self.init(error)
    default:
      switch primaryCode(error) {
      case SQLITE_FULL: self = .cannotWrite(path: path, code: ENOSPC)
      case SQLITE_PERM, SQLITE_READONLY: self = .cannotWrite(path: path, code: EACCES)
      case SQLITE_NOMEM: self = .cannotWrite(path: path, code: ENOMEM)
      default: self = .cannotWrite(path: path, code: systemCode == 0 ? EIO : systemCode)
      }
    }
  }

  private init(_ error: FileError) {
    switch error {
    case .missing(let path): self = .missing(path: path)
    case .isDirectory(let path): self = .isDirectory(path: path)
    case .cannotRead(let path, let code): self = .cannotRead(path: path, code: code)
    case .cannotWrite(let path, let code): self = .cannotWrite(path: path, code: code)
    case .writeProtected(let path): self = .cannotWrite(path: path, code: EACCES)
    case .damagedArchive(let path), .archiveTooLarge(let path, _): self = .damaged(path: path)
    }
  }
}

/// The result code of SQLite without its details; SQLITE_ERROR for other errors.
private func primaryCode(_ error: any Error) -> CInt {
  switch error {
  case let error as SQLFailure: error.code & 0xFF
  case let error as DatabaseError: error.resultCode.rawValue
  default: SQLITE_ERROR
  }
}
