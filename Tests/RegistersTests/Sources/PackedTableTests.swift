import Bytes
import Registers
import TestSupport
import Testing

@Suite struct PackedTableTests {
  private let folder: ScratchFolder
  private let text =
    "PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024\n1011AB;1;03630001;036300;0363\n"
  init() throws { folder = try ScratchFolder() }

  @Test func gzip() throws {
    let bytes = Packing.gzip(text)
    // The name says nothing.
    let reading = try Reading(folder.write(bytes, to: "a.txt"))
    #expect(reading.format == .pc6hnr)
    #expect(reading.counts.read == 1)
  }

  @Test func gzipThatIsCutOff() throws {
    let bytes = Packing.gzip(text)
    for count in [2, 11, 40, bytes.count - 20, bytes.count - 3] {
      let path = try folder.write(Array(bytes[..<count]), to: "a.csv.gz")
      #expect(throws: RegisterSourceError.file(.damagedArchive(path: path)), "\(count) bytes") {
        try RegisterSource.open(path).read { _ in }
      }
    }
  }

  @Test func theTableInAZipOfCBS() throws {
    let names = "buurtcode2024;buurtnaam2024\n03630001;Een\n"
    let path = try folder.write(
      Packing.zip([
        ("buurt2024.csv", names), ("leesmij.txt", "Toelichting\n"),
        ("adressen.csv", "straat;huisnummer;x;y\nDam;1;121000;487000\n"),
        ("map/pc6hnr20240801_gwb.csv", text),
      ]), to: "2024-cbs-pc6huisnr20240801_buurt.zip")
    let reading = try Reading(path)
    #expect(reading.format == .pc6hnr)
    #expect(reading.year == 2024)
    #expect(reading.entries.map(line) == ["1011AB;1;;;;;BU03630001"])
  }

  @Test func zipsWithoutATable() throws {
    let path = folder.file("a.zip")
    let packed: [[(name: String, content: String)]] = [
      [], [("a.txt", "niets\n")], [("a.csv", "")], [("buurt.csv", "buurtcode;buurtnaam\n1;2\n")],
    ]
    for files in packed {
      _ = try folder.write(Packing.zip(files), to: "a.zip")
      #expect(throws: RegisterSourceError.unrecognised(path: path)) {
        try RegisterSource.open(path)
      }
    }
    _ = try folder.write(Packing.zip([("a.csv", "PC6;Buurt2024\n")]), to: "a.zip")
    #expect(
      throws: RegisterSourceError.missingColumn(path: path + "/a.csv", wanted: [.number])
    ) { try RegisterSource.open(path) }
  }

  @Test func zipThatIsDamaged() throws {
    let bytes = Packing.zip([("pc6hnr.csv", text)])
    let path = folder.file("a.zip")
    for count in [4, 20, 60, 100] {
      _ = try folder.write(Array(bytes[..<count]), to: "a.zip")
      #expect(throws: RegisterSourceError.self, "\(count) bytes") {
        try RegisterSource.open(path).read { _ in }
      }
    }
    // One digit is another: the checksum tells.
    var changed = bytes
    let place = try #require(bytes.indices.last { bytes[$0] == UInt8(ascii: "6") })
    changed[bytes.firstIndex(of: UInt8(ascii: "3")) ?? place] ^= 1
    let digit = try #require(bytes.firstRange(of: "03630001".utf8))
    changed = bytes
    changed[digit.lowerBound] ^= 1
    _ = try folder.write(changed, to: "a.zip")
    #expect(throws: RegisterSourceError.file(.damagedArchive(path: path))) {
      try RegisterSource.open(path).read { _ in }
    }
  }
}
