/// Why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The path names a folder where a file is meant.
  case isDirectory(path: String)
  /// The operating system refused; `code` is its `errno`.
  case cannotRead(path: String, code: Int32)
  /// The operating system refused; `code` is its `errno`.
  case cannotWrite(path: String, code: Int32)
  /// The file or folder that would be replaced is there and nobody may write it.
  case writeProtected(path: String)
  /// The compressed data are damaged.
  case damagedArchive(path: String)
  /// The decompressed data exceed the limit in bytes.
  case archiveTooLarge(path: String, limit: Int)
}
