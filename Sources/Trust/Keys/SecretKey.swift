internal import Bytes
internal import Crypto

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A secret from a file that nobody but its owner can read.
///
/// Gives codes by HMAC-SHA256 (RFC 2104, FIPS 198-1): who has the key makes the same code of the same bytes, and
/// nobody else can make one, or try out of which bytes one was made. What codes are made of begins differently
/// for each use, so that those of one use tell nothing of another.
public struct SecretKey: Sendable {
  private let key: SymmetricKey

  /// The least number of bytes of a key: as many as a code has.
  public static let minimumLength = 32

  /// The least number of different bytes of a key from a file. Of 64 hexadecimal digits that were drawn, fewer than
  /// one in 10^18 has fewer.
  public static let leastDifferent = 8

  /// Takes bytes for a key.
  package init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

  /// Reads a key from a file that nobody but its owner can read; line breaks at its end do not count,
  /// nor does what stands behind its first 4,096 bytes. The key is its bytes as they are: of hexadecimal digits the
  /// text, not the numbers that they write.
  /// - Throws: ``KeyError`` for a file of somebody else, one that others can read or write, and one with too
  ///   few bytes or too few different ones.
  public init(path: String) throws(KeyError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .file(errno == ENOENT ? .missing(path: path) : .cannotRead(path: path, code: errno))
    }
    defer { close(descriptor) }
    // Asked of the open file, so that no other can be put in its place meanwhile.
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .file(.cannotRead(path: path, code: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .isNoFile(path: path) }
    guard status.st_uid == geteuid() else { throw .ofAnother(path: path) }
    guard status.st_mode & 0o077 == 0 else { throw .readable(path: path) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .file(.cannotRead(path: path, code: errno)) }
    bytes.removeLast(bytes.count - count)
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    guard bytes.count >= Self.minimumLength else { throw .tooShort(path: path) }
    guard Set(bytes).count >= Self.leastDifferent else { throw .tooAlike(path: path) }
    self.init(bytes: bytes)
  }

  /// A new key from the random numbers of the system: 64 hexadecimal digits and a line break.
  public static func fresh() -> [UInt8] {
    let key = SymmetricKey(size: .bits256)
    return unsafe key.withUnsafeBytes { unsafe hexadecimal(Array($0)) } + [0x0A]
  }

  /// The code of any bytes.
  package func code(of bytes: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
  }

  /// The code of any bytes in small hexadecimal digits.
  package func hexadecimalCode(of bytes: [UInt8]) -> [UInt8] { Self.hexadecimal(code(of: bytes)) }

  private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
