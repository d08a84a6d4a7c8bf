import Archives
import TestSupport
import Testing

@Suite struct ZipWriterTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func archive() throws -> [UInt8] {
    var zip = ZipWriter()
    try zip.add("map/een.txt", Array("inhoud".utf8))
    try zip.add("leeg", [])
    try zip.add("groot.bin", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
    return zip.finished()
  }

  @Test func whatIsWrittenIsRead() throws {
    let path = try folder.write(archive(), to: "a.zip")
    let reader = try ArchiveReader(path: path, packing: .zip)
    #expect(try reader.nextEntry() == "map/een.txt")
    #expect(try reader.bytes(100) == Array("inhoud".utf8))
    #expect(try reader.nextEntry() == "leeg")
    #expect(try reader.bytes(100) == [])
    #expect(try reader.nextEntry() == "groot.bin")
    #expect(try reader.bytes(400_000).count == 300_000)
    #expect(try reader.nextEntry() == nil)
    #expect(!reader.hasEncryptedEntries)
  }

  @Test func findingAFile() throws {
    let path = try folder.write(archive(), to: "a.zip")
    let reader = try ArchiveReader(path: path, packing: .zip)
    #expect(try reader.find("GROOT.bin"))
    #expect(try reader.bytes(3).count == 3)
    // What lies before is not found any more.
    #expect(try !reader.find("leeg"))
  }

  @Test func sameBytes() throws { #expect(try archive() == archive()) }
}
