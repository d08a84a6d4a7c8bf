#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
public import Bytes

extension FileError {
  /// The error as a sentence for people, without the path.
  public var sentence: String {
    switch self {
    case .missing(let path):
      path.contains("*")
        ? "there is no such file. A star in quotes stands for itself; leave the quotes away, or name the "
          + "files one by one."
        : "there is no such file."
    case .isDirectory: "this is a folder, a file is meant."
    case .cannotRead(_, let code): "the system refuses to read it (\(Self.words(code)))."
    case .cannotWrite(_, let code):
      code == ENOSPC
        ? "the disk is full; an earlier file is as it was."
        : "the system refuses to write it (\(Self.words(code))); an earlier file is as it was."
    case .writeProtected:
      "it is there and write-protected; name another, or take the protection away."
    case .damagedArchive: "the compressed data are damaged or cut off."
    case .archiveTooLarge(_, let limit):
      "it unpacks to more than \(limit >> 30) GiB; unpack it and split it up."
    }
  }

  /// The path that the error is about.
  public var path: String {
    switch self {
    case .missing(let path), .isDirectory(let path), .cannotRead(let path, _),
      .cannotWrite(let path, _), .writeProtected(let path), .damagedArchive(let path),
      .archiveTooLarge(let path, _):
      path
    }
  }

  private static func words(_ code: Int32) -> String {
    unsafe String(cString: strerror(code))
  }
}
