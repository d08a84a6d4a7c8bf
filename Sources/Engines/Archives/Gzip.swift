internal import CZlib

/// Decompression with zlib.
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

  /// The content of a gzip file, at most `limit` bytes: one stream, or several one after the other.
  ///
  /// Checksum and length of every stream are compared with what its end says. After the last stream
  /// only zeros may follow.
  /// Source: RFC 1952.
  public static func gunzip(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard isGzip(bytes) else { throw .damaged }
    var stream = unsafe z_stream()
    // 15: the largest window; 16 more: gzip, checked.
    guard
      unsafe inflateInit2_(&stream, 15 + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw .damaged }
    defer { unsafe inflateEnd(&stream) }
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var read = 0
    while true {
      // zlib counts in 32 bits.
      let portion = min(bytes.count - read, 1 << 30)
      var left = 0
      var made = 0
      let code = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe block.withUnsafeMutableBufferPointer { output in
          unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress! + read)
          unsafe stream.avail_in = UInt32(portion)
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(output.count)
          let code = unsafe inflate(&stream, Z_NO_FLUSH)
          left = Int(unsafe stream.avail_in)
          made = output.count - Int(unsafe stream.avail_out)
          return code
        }
      }
      read += portion - left
      guard content.count + made <= limit else { throw .tooLarge }
      content.append(contentsOf: block[..<made])
      switch code {
      case Z_OK:
        // All was read and the stream has not ended.
        if read == bytes.count, made < block.count { throw .damaged }
      case Z_STREAM_END:
        let rest = bytes[read...]
        if !isGzip(rest) {
          guard rest.allSatisfy({ $0 == 0 }) else { throw .damaged }
          return content
        }
        guard unsafe inflateReset(&stream) == Z_OK else { throw .damaged }
      default: throw .damaged
      }
    }
  }
}
