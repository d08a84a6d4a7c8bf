internal import Bytes
internal import Crypto
internal import Governance

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The secret with which the key holder makes pseudonyms of citizen service numbers.
///
/// A pseudonym is HMAC-SHA256 (RFC 2104, FIPS 198-1) of the nine digits of the number. Without the key
/// nobody can make or undo it; a plain hash could be undone by trying all numbers. Who holds the key may
/// not hold the pseudonymous registers, and the other way round.
public struct PseudonymKey: Sendable {
  private let key: SymmetricKey

  /// The least number of bytes of a key: as many as the result has.
  public static let minimumLength = 32

  /// Takes bytes for a key.
  package init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

  /// Reads a key from a file that nobody but its owner can read; line breaks at its end do not count.
  /// - Throws: ``LinkageError`` for a file of somebody else, one that others can read or write, and one
  ///   with too few bytes.
  public init(path: String) throws(LinkageError) {
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
    guard status.st_mode & S_IFMT == S_IFREG else { throw .keyIsNoFile(path: path) }
    guard status.st_uid == geteuid() else { throw .keyOfAnother(path: path) }
    guard status.st_mode & 0o077 == 0 else { throw .keyReadable(path: path) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .file(.cannotRead(path: path, code: errno)) }
    bytes.removeLast(bytes.count - count)
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    guard bytes.count >= Self.minimumLength else { throw .keyTooShort(path: path) }
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

  /// The pseudonym of a citizen service number with 8 or 9 digits, blanks, points and hyphens left out;
  /// nil when the text is no such number.
  ///
  /// A number of eight digits gets the zero that it lost: both ways of writing give one pseudonym.
  public func token(of text: String) -> [UInt8]? {
    guard let digits = PersonalData.bareDigits(text), digits.count == 8 || digits.count == 9,
      PersonalData.passesElevenTest(digits)
    else { return nil }
    let nine = (digits.count == 8 ? [0] : []) + digits
    return Self.hexadecimal(code(of: nine.map { $0 + 0x30 }))
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
