#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that appears whole or not at all.
///
/// Bytes go to a temporary file beside the target; ``commit()`` renames it. A file that is let go
/// without a commit, or an interrupted program, leaves an earlier file as it was. A link is followed;
/// a device or pipe is written to directly, since it can be neither renamed nor half-finished. A file
/// that nobody may write is not replaced, although renaming would.
public struct OutputFile: ~Copyable {
  /// Who may read the file.
  public enum Access: Sendable {
    /// As the user's umask allows: for publications.
    case usual
    /// The owner alone: for work files.
    case ownerOnly
  }

  /// The path of the finished file.
  public let path: String
  /// The path that holds the bytes until ``commit()``; for writers that open files themselves.
  public let temporaryPath: String
  private var descriptor: Int32
  private let isDevice: Bool
  private var buffer: [UInt8] = []
  /// How many bytes have gone to the system.
  private var written = 0
  private static let bufferSize = 1 << 18

  /// Starts writing.
  /// - Throws: ``FileError/cannotWrite(path:code:)`` or ``FileError/writeProtected(path:)``.
  public init(path: String, access: Access = .usual) throws(FileError) {
    if let device = try Self.device(path) {
      self.path = path
      self.temporaryPath = path
      self.descriptor = device
      self.isDevice = true
      return
    }
    let path = PathTarget.resolved(path)
    // Work files hold records.
    if access == .ownerOnly { LeftFiles.remove(for: path) }
    let temporaryPath = LeftFiles.temporaryPath(for: path)
    let mode: mode_t = access == .ownerOnly ? 0o600 : 0o666
    // Registered first: after an interrupt nothing new is made.
    TemporaryFiles.register(temporaryPath)
    unsafe unlink(temporaryPath)
    let descriptor = unsafe open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      let code = errno
      TemporaryFiles.forget(temporaryPath)
      throw .cannotWrite(path: path, code: code)
    }
    self.path = path
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
    self.isDevice = false
  }

  /// A descriptor of a device or pipe that exists, or nil for anything else.
  private static func device(_ path: String) throws(FileError) -> Int32? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard status.st_mode & PathTarget.writers != 0 else { throw .writeProtected(path: path) }
      return nil
    case S_IFDIR: throw .isDirectory(path: path)
    default:
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
      return descriptor
    }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      if isDevice { return }
      unsafe unlink(temporaryPath)
      TemporaryFiles.forget(temporaryPath)
    }
  }

  /// Adds bytes at the end.
  /// - Throws: ``FileError/cannotWrite(path:code:)``, for instance when the disk is full.
  public mutating func write(_ bytes: [UInt8]) throws(FileError) { try write(bytes[...]) }

  /// Adds bytes at the end.
  /// - Throws: ``FileError/cannotWrite(path:code:)``, for instance when the disk is full.
  public mutating func write(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    if buffer.count + bytes.count <= Self.bufferSize {
      buffer.append(contentsOf: bytes)
      return
    }
    try flush()
    if bytes.count >= Self.bufferSize {
      try writeNow(bytes)
      startStoring(bytes.count)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Finishes the file and puts it in the place of an earlier one.
  /// - Throws: ``FileError/cannotWrite(path:code:)``; the earlier file then is still there.
  public mutating func commit() throws(FileError) {
    try flush()
    let closed = close(descriptor)
    descriptor = -1
    if isDevice {
      guard closed == 0 else { throw .cannotWrite(path: path, code: errno) }
      return
    }
    guard closed == 0, unsafe rename(temporaryPath, path) == 0 else {
      let code = errno
      unsafe unlink(temporaryPath)
      TemporaryFiles.forget(temporaryPath)
      throw .cannotWrite(path: path, code: code)
    }
    TemporaryFiles.forget(temporaryPath)
  }

  /// Has the system bring the last `count` bytes to the disk while the next are made: putting a file in
  /// the place of an earlier one does that for all that is left, and waits for it.
  private func startStoring(_ count: Int) {
    #if canImport(Glibc)
      if !isDevice {
        posix_fadvise(descriptor, written - count, count, POSIX_FADV_DONTNEED)
      }
    #endif
  }

  private mutating func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    try writeNow(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func writeNow(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    var failure: Int32 = 0
    unsafe bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let wrote = unsafe Glibc.write(descriptor, raw.baseAddress! + done, raw.count - done)
        if wrote < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        done += wrote
      }
    }
    guard failure == 0 else { throw .cannotWrite(path: path, code: failure) }
    written += bytes.count
  }
}
