/// Makes gzip and zip files without compression.
enum Packing {
  static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    precondition(bytes.count < 65_536)
    let length = UInt16(bytes.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(length) + little(~length) + bytes
      + little(checksum(bytes)) + little(UInt32(bytes.count))
  }

  static func zip(_ files: [(name: String, content: String)]) -> [UInt8] {
    zip(files.map { ($0.name, Array($0.content.utf8)) })
  }

  static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let size = little(UInt32(bytes.count))
      // Version, flags, method, time, date; then the sizes and the length of the name.
      let facts: [UInt8] =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x50] + little(checksum(bytes)) + size + size
        + little(UInt16(name.utf8.count)) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + facts + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      directory += little(UInt32(body.count)) + name.utf8
      body += [0x50, 0x4B, 3, 4] + facts + name.utf8 + bytes
    }
    let count = little(UInt16(files.count))
    return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + little(UInt32(directory.count)) + little(UInt32(body.count)) + [0, 0]
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> Number(8 * $0)) }
  }

  /// CRC-32 as gzip and zip use it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum = UInt32.max
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~checksum
  }
}
