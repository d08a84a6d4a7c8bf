import Archives
import Testing

@Suite struct GzipTests {
  /// `printf 'id;x;y\n1;121000;487000\n' | gzip -n`
  private let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0x4C,
    0xB1, 0xAE, 0xB0, 0xAE, 0xE4, 0x32, 0xB4, 0x36, 0x34, 0x32, 0x34, 0x30,
    0x30, 0xB0, 0x36, 0xB1, 0x30, 0x07, 0x52, 0x5C, 0x00, 0x79, 0xBE, 0x11,
    0xD5, 0x17, 0x00, 0x00, 0x00,
  ]
  private let content = Array("id;x;y\n1;121000;487000\n".utf8)

  @Test func contentComesBack() throws {
    #expect(try Archives.gunzip(packed, limit: 100) == content)
    #expect(try Archives.gunzip(packed + packed, limit: 100) == content + content)
    // Tapes and some tools fill up with zeros.
    #expect(try Archives.gunzip(packed + [0, 0, 0], limit: 100) == content)
  }

  @Test func everyChangedByteOfTheEndIsSeen() {
    for place in packed.indices.suffix(8) {
      var damaged = packed
      damaged[place] ^= 1
      #expect(throws: Archives.Failure.damaged) { try Archives.gunzip(damaged, limit: 100) }
    }
  }

  @Test func everyCutIsSeen() {
    for count in packed.indices {
      #expect(throws: Archives.Failure.damaged) {
        try Archives.gunzip(Array(packed[..<count]), limit: 100)
      }
      guard count > 1 else { continue }
      #expect(throws: Archives.Failure.damaged) {
        try Archives.gunzip(packed + packed[..<count], limit: 100)
      }
    }
  }

  @Test func limits() {
    #expect(throws: Archives.Failure.tooLarge) {
      try Archives.gunzip(packed, limit: content.count - 1)
    }
    #expect(throws: Archives.Failure.damaged) { try Archives.gunzip([], limit: 100) }
    #expect(throws: Archives.Failure.damaged) { try Archives.gunzip(packed + [1], limit: 100) }
  }
}
