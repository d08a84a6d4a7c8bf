public import Bytes

/// Why a file cannot serve as a key.
public enum KeyError: Error, Hashable, Sendable {
  /// The file could not be read.
  case file(FileError)
  /// It is no plain file.
  case isNoFile(path: String)
  /// It belongs to somebody else.
  case ofAnother(path: String)
  /// Others than its owner can read or write it.
  case readable(path: String)
  /// It has fewer bytes than ``SecretKey/minimumLength``.
  case tooShort(path: String)
  /// It has fewer different bytes than ``SecretKey/leastDifferent``, as when somebody typed it or it was wiped.
  case tooAlike(path: String)
}
