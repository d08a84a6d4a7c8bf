internal import Bytes

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file of which a part is there, beside the place where the whole will stand, so that a later run
/// can go on.
///
/// Beside it stands what the host said of the version it belongs to. One run at a time has it.
struct PartialFile: ~Copyable {
  private let target: String
  private let descriptor: Int32
  /// How many bytes are there.
  private(set) var size: Int
  /// The version of the file at the source that the bytes belong to.
  private(set) var validator: String?

  private var path: String { Self.path(target) }
  private static func path(_ target: String) -> String { target + ".deel" }
  private static func notePath(_ target: String) -> String { target + ".deel.kenmerk" }

  /// Opens what is there of `target`, of the same address; begins anew otherwise.
  /// - Throws: ``FetchError/busy(path:)`` or `FileError`.
  init(of target: String, address: String) throws {
    let path = Self.path(target)
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError.cannotWrite(path: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw FetchError.busy(path: target)
    }
    let end = lseek(descriptor, 0, SEEK_END)
    let note = (try? InputFile.contents(of: Self.notePath(target)))
      .map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) }
    let known = note.flatMap { $0.count == 2 && $0[0] == address && end > 0 ? $0[1] : nil }
    if known == nil, ftruncate(descriptor, 0) != 0 {
      let code = errno
      close(descriptor)
      throw FileError.cannotWrite(path: path, code: code)
    }
    self.target = target
    self.descriptor = descriptor
    size = known == nil ? 0 : Int(end)
    validator = known
  }

  deinit { close(descriptor) }

  /// Forgets the bytes; those to come belong to `validator`.
  mutating func restart(address: String, validator: String?) throws {
    guard ftruncate(descriptor, 0) == 0 else {
      throw FileError.cannotWrite(path: path, code: errno)
    }
    size = 0
    self.validator = validator
    unsafe unlink(Self.notePath(target))
    guard let validator else { return }
    var note = try OutputFile(path: Self.notePath(target))
    try note.write(Array("\(address)\n\(validator)\n".utf8))
    try note.commit()
  }

  /// Adds bytes at the end.
  mutating func append(_ bytes: [UInt8]) throws(FileError) {
    var failure: Int32 = 0
    unsafe bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let wrote = unsafe pwrite(
          descriptor, raw.baseAddress! + done, raw.count - done, off_t(size + done))
        if wrote < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        done += wrote
      }
    }
    guard failure == 0 else { throw .cannotWrite(path: path, code: failure) }
    size += bytes.count
  }

  /// The file that holds the bytes, for looking at.
  var location: String { path }

  /// Puts the whole in its place.
  func finish() throws(FileError) {
    guard fsync(descriptor) == 0, unsafe rename(path, target) == 0 else {
      throw .cannotWrite(path: target, code: errno)
    }
    unsafe unlink(Self.notePath(target))
  }

  /// Takes away what is of no use.
  func discard() {
    unsafe unlink(path)
    unsafe unlink(Self.notePath(target))
  }
}
