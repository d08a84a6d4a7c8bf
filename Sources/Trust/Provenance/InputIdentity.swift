public import Bytes

/// What may be told of the content of a file that went in.
public enum InputIdentity: Hashable, Sendable {
  /// Its SHA-256: of a file that anybody may have, or for those from whom nothing is hidden.
  case sha256(String)
  /// Its code by a key, which nobody without the key can make of what the file may hold.
  case keyed(String)
  /// Nothing: by a plain hash all likely contents of a small file can be tried out.
  case untold

  /// What is told of a file.
  /// - Parameters:
  ///   - isOpen: whether its SHA-256 may be known.
  ///   - key: the key for a file of which it may not.
  /// - Throws: `FileError`.
  /// - Complexity: O(bytes) unless nothing is told.
  public init(of path: String, isOpen: Bool, key: InputKey?) throws(FileError) {
    if isOpen {
      self = .sha256(try FileHash(path: path).sha256)
    } else if let key {
      self = .keyed(key.identity(of: try FileHash(path: path)))
    } else {
      self = .untold
    }
  }

  /// The name under which it stands in files.
  public var name: String { if case .keyed = self { "hmac_sha256" } else { "sha256" } }

  /// 64 small hexadecimal digits; nil when nothing is told.
  public var value: String? {
    switch self {
    case .sha256(let hash), .keyed(let hash): hash
    case .untold: nil
    }
  }

  /// Whether a key is needed to compare it with a file.
  public var isKeyed: Bool { if case .keyed = self { true } else { false } }
}
