internal import Crypto

/// A UUID that the same words always give (RFC 9562, version 8): from their SHA-256.
public struct StableIdentifier: Hashable, Sendable {
  /// The identifier in groups of small hexadecimal letters.
  public let text: String

  /// Makes the identifier of words in order; `["a", "b"]` and `["ab"]` have different ones.
  public init(_ words: [String]) {
    var hasher = SHA256()
    for word in words {
      hasher.update(data: Array("\(word.utf8.count):".utf8))
      hasher.update(data: Array(word.utf8))
    }
    var bytes = Array(hasher.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef".utf8)
    var letters: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { letters.append(0x2D) }
      letters += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    text = String(decoding: letters, as: UTF8.self)
  }
}
