internal import CZlib

/// Makes a zip archive in memory, with the same bytes for the same files.
///
/// Ours because libarchive writes the time of day of the place where it runs: here every file is of
/// 1 January 1980, the first day a zip knows. Files are deflated. For archives below 4 GiB.
/// Source: PKWARE APPNOTE 6.3.
public struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Begins an archive without files.
  public init() {}

  /// Adds a file.
  /// - Throws: ``Archives/Failure/tooLarge`` when the archive would pass 4 GiB.
  public mutating func add(_ name: String, _ content: [UInt8]) throws(Archives.Failure) {
    let packed = try Archives.deflate(content)
    let offset = bytes.count
    guard content.count <= Self.limit, offset + packed.count + name.utf8.count + 64 <= Self.limit
    else { throw .tooLarge }
    var head: [UInt8] = []
    head.append(two: 20)  // The version that is needed: 2.0, deflate.
    head.append(two: 0x0800)  // The name is UTF-8.
    head.append(two: 8)  // Deflate.
    head.append(two: 0)  // 00:00:00.
    head.append(two: 0x0021)  // 1 January 1980.
    head.append(four: Archives.checksum(content))
    head.append(four: UInt32(packed.count))
    head.append(four: UInt32(content.count))
    head.append(two: name.utf8.count)
    head.append(two: 0)
    bytes.append(four: 0x0403_4B50)
    bytes.append(contentsOf: head)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: packed)
    directory.append(four: 0x0201_4B50)
    directory.append(two: 20)
    directory.append(contentsOf: head)
    directory.append(two: 0)  // Comment, disk, attributes.
    directory.append(two: 0)
    directory.append(two: 0)
    directory.append(four: 0)
    directory.append(four: UInt32(offset))
    directory.append(contentsOf: name.utf8)
    count += 1
  }

  /// The archive.
  public consuming func finished() -> [UInt8] {
    let start = bytes.count
    bytes.append(contentsOf: directory)
    bytes.append(four: 0x0605_4B50)
    bytes.append(four: 0)
    bytes.append(two: count)
    bytes.append(two: count)
    bytes.append(four: UInt32(directory.count))
    bytes.append(four: UInt32(start))
    bytes.append(two: 0)
    return bytes
  }

  private static let limit = Int(UInt32.max)
}

extension Archives {
  /// The content packed by deflate, without header.
  static func deflate(_ content: [UInt8]) throws(Failure) -> [UInt8] {
    // zlib counts in 32 bits.
    guard content.count <= Int(UInt32.max) else { throw .tooLarge }
    var stream = unsafe z_stream()
    // -15: the largest window, no header; 8: the usual memory.
    guard
      unsafe deflateInit2_(
        &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .tooLarge }
    defer { unsafe deflateEnd(&stream) }
    let most = Int(unsafe deflateBound(&stream, UInt(content.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: most) { output, filled in
      unsafe content.withUnsafeBufferPointer { input in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(most)
        // The bound holds all, so one call ends the stream.
        _ = unsafe CZlib.deflate(&stream, Z_FINISH)
        filled = most - Int(unsafe stream.avail_out)
      }
    }
  }

  /// The CRC-32 of some bytes.
  static func checksum(_ content: [UInt8]) -> UInt32 {
    unsafe content.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: unsafe crc32_z(0, $0.baseAddress, $0.count))
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(two value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append(four value: UInt32) {
    append(two: Int(value & 0xFFFF))
    append(two: Int(value >> 16))
  }
}
