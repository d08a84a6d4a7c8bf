internal import Bytes
internal import CSV
internal import Ledger
internal import Provenance

/// What a file with records or counts is known by, whatever its name in the study.
struct RecordIdentity: Hashable {
  /// The hash of what is read of it: the names of its columns and its rows in order. The same table in a packed
  /// file, with another delimiter, line ending or encoding has the same.
  let content: String
  /// The hash of the file as it lies there; nil for what comes over standard input.
  let sha256: String?
  /// The sheet, or the file in an archive; nil for the only one.
  let part: String?

  /// Reads and hashes a file.
  /// - Parameters:
  ///   - path: as the study names it.
  ///   - file: the same, opened.
  /// - Throws: `FileError` or `CSVError`.
  /// - Complexity: O(bytes), read twice.
  init(_ path: String, sheet: String?, file: CSVFile) throws {
    var hash = ContentHash()
    var header: [UInt8] = []
    for name in file.header { header += Array(name.utf8) + [0] }
    hash.add(header + [0xFF])
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      hash.add(CSVRecords(chunk.bytes, dialect: file.dialect).plainBytes)
    }
    content = hash.sha256
    guard path != "-" else {
      sha256 = nil
      part = sheet
      return
    }
    let named = PartedPath(path)
    sha256 = try FileHash(path: named.file).sha256
    part = sheet ?? named.part
  }

  /// Reads and hashes the file of a source of records.
  init(_ input: StudyInputs.Records) throws {
    self = try RecordIdentity(
      input.specification.file.value, sheet: input.specification.sheet, file: input.file)
  }

  /// Reads and hashes the file of figures.
  init(_ input: StudyInputs.Figures) throws {
    self = try RecordIdentity(
      input.specification.file.value, sheet: input.specification.sheet, file: input.file)
  }

  /// Whether an earlier publication counted the same file, or the same content in another, as far as its entry
  /// lets that be known.
  func isFile(of known: LedgerEntry.FileIdentity, key: InputKey?) -> Bool {
    func isSame(_ own: String?, _ plain: String?, _ code: String?) -> Bool {
      guard let own else { return false }
      if plain == own { return true }
      guard let key, known.keyID == key.id else { return false }
      return code == key.identity(ofSHA256: own)
    }
    return isSame(content, known.contentSHA256, known.contentHMAC)
      || known.part == part && isSame(sha256, known.sha256, known.hmac)
  }

  /// Whether both hold the same table.
  func isSame(as other: RecordIdentity) -> Bool { content == other.content }

  /// What the ledger keeps: codes by the key when there is one, plain hashes without one and of what anybody may
  /// have.
  func saved(isOpen: Bool, key: InputKey?) -> LedgerEntry.FileIdentity {
    let isPlain = key == nil || isOpen
    return LedgerEntry.FileIdentity(
      sha256: isPlain ? sha256 : nil, contentSHA256: isPlain ? content : nil,
      codes: key.map { key in
        (
          hmac: sha256.map(key.identity(ofSHA256:)),
          contentHMAC: key.identity(ofSHA256: content), keyID: key.id
        )
      }, part: part)
  }
}
