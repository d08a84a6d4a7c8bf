public import Keys

/// The key by which files that went in are known again, by nobody but those who have it.
///
/// The SHA-256 of a file that holds little lets anybody try out what it may hold. A code of that hash by a key
/// does not, and is the same for the same file and key.
public struct InputKey: Sendable {
  private let key: SecretKey
  /// Which key it is, in 16 hexadecimal digits: HMAC-SHA256 of `wijkzicht key`, cut off. Tells nothing of the
  /// key, but that two results were made with the same.
  public let id: String

  /// Takes a key.
  public init(_ key: SecretKey) {
    self.key = key
    id = String(
      decoding: key.hexadecimalCode(of: Array("wijkzicht key".utf8)).prefix(16), as: UTF8.self)
  }

  /// The code of a file: HMAC-SHA256 of `wijkzicht input` and the SHA-256 of its content in small hexadecimal
  /// digits, with a blank between them.
  public func identity(of hash: FileHash) -> String { identity(ofSHA256: hash.sha256) }

  /// The code of a file with this SHA-256.
  public func identity(ofSHA256 hash: String) -> String {
    String(decoding: key.hexadecimalCode(of: Array("wijkzicht input \(hash)".utf8)), as: UTF8.self)
  }
}
