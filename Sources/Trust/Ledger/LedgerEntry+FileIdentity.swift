extension LedgerEntry {
  /// By what a file that was counted is known again: by hashes, or by codes of these by a key.
  ///
  /// The plain hashes are nil when it is known by codes, and in what is published, unless anybody may have the
  /// file: all likely contents of a small file can be tried out by them.
  public struct FileIdentity: Hashable, Sendable, Codable {
    /// The hash of the file as it lay there; nil too when it was read from a pipe.
    public let sha256: String?
    /// The hash of the table in it, whatever the way in which it is packed and written. Nil in entries of before
    /// it was kept.
    public let contentSHA256: String?
    /// The code of the file by a key; nil without one.
    public let hmac: String?
    /// The code of the table in it; nil without a key.
    public let contentHMAC: String?
    /// Which key that is.
    public let keyID: String?
    /// The sheet or layer of the file, when it was named.
    public let part: String?

    enum CodingKeys: String, CodingKey {
      case sha256, part
      case contentSHA256 = "content_sha256"
      case hmac = "hmac_sha256"
      case contentHMAC = "content_hmac_sha256"
      case keyID = "key_id"
    }

    /// Names a file.
    /// - Parameter codes: the codes of the file and of its content by a key, and which key.
    public init(
      sha256: String?, contentSHA256: String? = nil,
      codes: (hmac: String?, contentHMAC: String?, keyID: String)? = nil, part: String?
    ) {
      self.sha256 = sha256
      self.contentSHA256 = contentSHA256
      hmac = codes?.hmac
      contentHMAC = codes?.contentHMAC
      keyID = codes?.keyID
      self.part = part
    }

    /// The same without plain hashes.
    public var withoutHash: FileIdentity {
      FileIdentity(
        sha256: nil, codes: keyID.map { (hmac, contentHMAC, $0) }, part: part)
    }

    /// Whether it can be known to those who have a key alone.
    public var isKeyed: Bool {
      sha256 == nil && contentSHA256 == nil && (hmac != nil || contentHMAC != nil)
    }

    /// The ways in which the file is known, each with the sheet when it is of the file as a whole: who has one in
    /// common can have counted the same.
    public var names: [(way: String, value: String, part: String?)] {
      let key = keyID ?? ""
      return [
        ("sha256", sha256, part), ("content_sha256", contentSHA256, nil), (key, hmac, part),
        ("\(key) content", contentHMAC, nil),
      ].compactMap { way, value, part in value.map { (way, $0, part) } }
    }
  }
}
