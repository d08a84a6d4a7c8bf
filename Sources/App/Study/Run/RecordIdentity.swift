internal import Bytes
internal import Ledger
internal import Provenance

/// What a source of records is known by, whatever its name: the hash of its file, and the part of it that is read.
struct RecordIdentity: Hashable {
  /// Nil for what comes over standard input.
  let sha256: String?
  /// The sheet, or the file in an archive; nil for the only one.
  let part: String?

  /// Hashes the file.
  /// - Throws: `FileError`.
  init(_ specification: RecordSpecification) throws {
    let written = specification.file.value
    guard written != "-" else {
      sha256 = nil
      part = specification.sheet
      return
    }
    let parts =
      PathTarget.exists(written) ? [written] : written.split(separator: "#").map(String.init)
    sha256 = try FileHash(path: parts.first ?? written).sha256
    part = specification.sheet ?? (parts.count > 1 ? parts[parts.count - 1] : nil)
  }

  /// Whether an earlier publication counted the same file, as far as its entry lets that be known.
  func isFile(of source: LedgerEntry.Source, key: InputKey?) -> Bool {
    guard let sha256, source.part == part else { return false }
    if source.sha256 == sha256 { return true }
    guard let key, source.keyID == key.id else { return false }
    return source.hmac == key.identity(ofSHA256: sha256)
  }

  /// Whether both can be the same records: a part that has no name may be any.
  func canBe(_ other: RecordIdentity) -> Bool {
    sha256 != nil && sha256 == other.sha256
      && (part == nil || other.part == nil || part == other.part)
  }
}
