public import Bytes

/// Why a register could not be opened or made.
public enum RegisterError: Error, Hashable, Sendable {
  /// The file could not be read or written.
  case file(FileError)
  /// The file does not begin as a register does.
  case noRegister(path: String)
  /// The file was made by a program with another layout of registers.
  case otherVersion(path: String, found: Int, known: Int)
  /// The file is shorter than it says, or a part of it is not as it was written.
  case damaged(path: String)
  /// The sources hold no address that a register can take.
  case noAddresses
  /// The sources are of different years.
  case severalEditions([Int])
  /// More different buurten than a register can hold.
  case tooManyAreas(Int)
}
