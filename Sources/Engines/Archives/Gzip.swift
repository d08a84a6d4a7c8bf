internal import CArchive

/// Decompression with libarchive.
public enum Archives {
  /// Why data could not be decompressed.
  public enum Failure: Error, Hashable, Sendable {
    /// The data are damaged or cut off.
    case damaged
    /// The result exceeds the limit.
    case tooLarge
  }

  /// Whether the bytes begin as a gzip stream does.
  public static func isGzip(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// The content of a gzip stream, at most `limit` bytes.
  public static func gunzip(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard let archive = unsafe archive_read_new() else { throw .damaged }
    defer { unsafe archive_read_free(archive) }
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_format_raw(archive)
    var content: [UInt8] = []
    let failure: Failure? = unsafe bytes.withUnsafeBytes { raw in
      guard unsafe archive_read_open_memory(archive, raw.baseAddress, raw.count) == ARCHIVE_OK
      else {
        return .damaged
      }
      var entry: OpaquePointer?
      guard unsafe archive_read_next_header(archive, &entry) == ARCHIVE_OK else { return .damaged }
      let block = 1 << 18
      while true {
        let start = content.count
        guard start <= limit else { return .tooLarge }
        content.append(contentsOf: repeatElement(0, count: block))
        let got = unsafe content.withUnsafeMutableBytes {
          unsafe archive_read_data(archive, $0.baseAddress! + start, block)
        }
        content.removeLast(block - max(got, 0))
        if got < 0 { return .damaged }
        if got == 0 { return nil }
      }
    }
    if let failure { throw failure }
    return content
  }
}
