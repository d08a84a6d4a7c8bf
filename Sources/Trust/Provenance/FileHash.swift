public import Bytes
internal import Crypto

/// The identity of a file's content.
public struct FileHash: Hashable, Sendable {
  /// SHA-256 in small hexadecimal letters.
  public let sha256: String
  /// The size in bytes.
  public let size: Int

  /// Reads a file in pieces and hashes it.
  /// - Throws: `FileError`.
  public init(path: String) throws(FileError) {
    let file = try InputFile(path: path)
    var hasher = SHA256()
    var offset = 0
    while offset < file.size {
      let piece = try file.bytes(from: offset, count: 1 << 20)
      if piece.isEmpty { break }
      hasher.update(data: piece)
      offset += piece.count
    }
    sha256 = Self.hexadecimal(hasher.finalize())
    size = offset
  }

  /// One identity for several contents in order, of the SHA-256 of each.
  public static func combined(_ hashes: [String]) -> String {
    var hasher = SHA256()
    for hash in hashes { hasher.update(data: Array(hash.utf8)) }
    return hexadecimal(hasher.finalize())
  }

  fileprivate static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The identity of what is read of a file, whatever the way in which it is packed or written: its pieces in order,
/// as one.
public struct ContentHash: Sendable {
  private var hasher = SHA256()

  /// Begins.
  public init() {}

  /// Adds a piece.
  public mutating func add(_ bytes: [UInt8]) { hasher.update(data: bytes) }

  /// SHA-256 of all pieces in small hexadecimal letters.
  public var sha256: String { FileHash.hexadecimal(hasher.finalize()) }
}
