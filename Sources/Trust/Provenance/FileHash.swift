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
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hasher.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    sha256 = String(decoding: text, as: UTF8.self)
    size = offset
  }
}
