internal import CArchive

/// Reads a packed file front to back, in blocks: the memory does not grow with the content.
///
/// A gzip file has one entry without a name; a zip has its files, also when the zip itself lies in
/// another zip. For one thread at a time.
@safe
public final class ArchiveReader {
  /// How a file is packed.
  public enum Packing: Hashable, Sendable {
    /// One gzip stream.
    case gzip
    /// A zip archive.
    case zip
  }

  /// How a file that begins with these bytes is packed, or nil when it is not.
  public static func packing(_ bytes: some Collection<UInt8>) -> Packing? {
    if Archives.isGzip(bytes) { return .gzip }
    // The second form is that of a zip without files.
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return .zip
    }
    return nil
  }

  private let archive: OpaquePointer
  /// What the entry of an outer archive gives, for a zip in a zip.
  private let outer: OuterEntry?

  /// Opens a packed file.
  /// - Throws: ``Archives/Failure/damaged`` when it cannot be read as `packing`.
  public init(path: String, packing: Packing) throws(Archives.Failure) {
    guard let archive = unsafe archive_read_new() else { throw .damaged }
    unsafe self.archive = archive
    outer = nil
    switch packing {
    case .gzip:
      unsafe archive_read_support_filter_gzip(archive)
      unsafe archive_read_support_format_raw(archive)
    case .zip: unsafe archive_read_support_format_zip(archive)
    }
    guard unsafe archive_read_open_filename(archive, path, 1 << 18) == ARCHIVE_OK else {
      throw .damaged
    }
  }

  /// Opens the zip that the present entry of another reader is; that reader is not to be used until
  /// this one is let go.
  /// - Throws: ``Archives/Failure/damaged`` when the entry is no zip.
  public init(entryOf reader: ArchiveReader) throws(Archives.Failure) {
    guard let archive = unsafe archive_read_new() else { throw .damaged }
    unsafe self.archive = archive
    let outer = OuterEntry(reader)
    self.outer = outer
    unsafe archive_read_support_format_zip_streamable(archive)
    let opened = unsafe archive_read_open(
      archive, Unmanaged.passUnretained(outer).toOpaque(), nil,
      { _, client, place in
        guard let client = unsafe client, let place = unsafe place else { return -1 }
        return unsafe Unmanaged<OuterEntry>.fromOpaque(client).takeUnretainedValue().fill(place)
      }, nil)
    guard opened == ARCHIVE_OK else { throw .damaged }
  }

  deinit { unsafe archive_read_free(archive) }

  /// Goes to the next file and gives its name, empty for gzip; nil behind the last. Folders are left
  /// out.
  /// - Throws: ``Archives/Failure/damaged``.
  public func nextEntry() throws(Archives.Failure) -> String? {
    while true {
      var entry: OpaquePointer?
      let code = unsafe archive_read_next_header(archive, &entry)
      if code == ARCHIVE_EOF { return nil }
      // A warning is given for a name that the locale cannot write; the entry itself is fine.
      guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { throw .damaged }
      // A raw stream may be anything; it is to be one that gzip packed.
      let isRaw = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
      if isRaw {
        guard unsafe archive_filter_code(archive, 0) == ARCHIVE_FILTER_GZIP else { throw .damaged }
        return ""
      }
      guard unsafe archive_entry_filetype(entry) != Self.folderType else { continue }
      let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      guard let name = unsafe name else { return "" }
      return unsafe String(cString: name)
    }
  }

  /// Goes ahead to the file of this name, letter case aside, without unpacking what lies between.
  /// - Returns: false when no file behind the present one has the name.
  /// - Throws: ``Archives/Failure/damaged``.
  public func find(_ name: String) throws(Archives.Failure) -> Bool {
    let wanted = name.lowercased()
    while let found = try nextEntry() {
      if found.lowercased() == wanted { return true }
    }
    return false
  }

  /// Whether any file so far can be read with a password only.
  public var hasEncryptedEntries: Bool {
    unsafe archive_read_has_encrypted_entries(archive) == 1
  }

  /// The next bytes of the present file, at most `count`; empty at its end.
  /// - Throws: ``Archives/Failure/damaged``, also when the archive is cut off.
  public func bytes(_ count: Int) throws(Archives.Failure) -> [UInt8] {
    var isDamaged = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe archive_read_data(archive, buffer.baseAddress! + filled, count - filled)
        if got < 0 { isDamaged = true }
        if got <= 0 { return }
        filled += got
      }
    }
    if isDamaged { throw .damaged }
    return bytes
  }

  /// S_IFDIR, which C headers give as a macro.
  private static let folderType: mode_t = 0o040000
}

/// Hands the bytes of an entry to the archive that reads it as a zip.
@safe
private final class OuterEntry {
  private let reader: ArchiveReader
  private let block: UnsafeMutableRawBufferPointer

  init(_ reader: ArchiveReader) {
    self.reader = reader
    unsafe block = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit { unsafe block.deallocate() }

  /// Points `place` at the next bytes and gives their number; 0 at the end, -1 when damaged.
  func fill(_ place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    guard let bytes = unsafe try? reader.bytes(block.count) else { return -1 }
    unsafe block.copyBytes(from: bytes)
    unsafe place.pointee = UnsafeRawPointer(block.baseAddress)
    return bytes.count
  }
}
