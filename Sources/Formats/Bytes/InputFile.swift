#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file opened for reading at any place, from any number of tasks at once.
///
/// The descriptor is closed with the last reference. Reads give copies, so that nothing changes
/// under the reader when the file does.
public final class InputFile: Sendable {
  /// The path as it was given.
  public let path: String
  /// The size in bytes when the file was opened.
  public let size: Int
  private let descriptor: Int32

  /// Opens a regular file.
  /// - Throws: ``FileError`` when it is missing, a folder, or may not be read.
  public init(path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .cannotRead(path: path, code: errno)
    }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .cannotRead(path: path, code: code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .isDirectory(path: path)
    }
    self.path = path
    self.size = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Lends the descriptor, for what else the system offers.
  @unsafe
  func withDescriptor<Result>(_ body: (Int32) -> Result) -> Result { body(descriptor) }

  /// The bytes from `offset`, at most `count` of them; fewer at the end of the file.
  /// - Throws: ``FileError/cannotRead(path:code:)``.
  public func bytes(from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
      while filled < count {
        let got = unsafe pread(
          descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if got == 0 { return }
        filled += got
      }
    }
    guard failure == 0 else { throw .cannotRead(path: path, code: failure) }
    return bytes
  }

  /// The whole file.
  public static func contents(of path: String) throws(FileError) -> [UInt8] {
    let file = try InputFile(path: path)
    if file.size > 0 { return try file.bytes(from: 0, count: file.size) }
    return try file.untilEnd()
  }

  /// Reads pipes and other files that do not tell their size.
  private func untilEnd() throws(FileError) -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe read(descriptor, &block, block.count)
      if got < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path: path, code: errno)
      }
      if got == 0 { return all }
      all.append(contentsOf: block[..<got])
    }
  }
}
