import Addresses
import Bytes
import Registers
import TestSupport
import Testing

@Suite struct PostcodeTableTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  private func read(_ text: String, _ name: String = "a.csv") throws -> Reading {
    try Reading(folder.write(text, to: name))
  }

  /// What opening a text throws.
  private func failure(_ text: String) throws -> RegisterSourceError? {
    let path = try folder.write(text, to: "a.csv")
    return #expect(throws: RegisterSourceError.self) { try RegisterSource.open(path) }
  }

  @Test(arguments: [
    ("PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024\r\n", 2024),
    ("\u{FEFF}PC6;Huisnummer;Buurt2018;Wijk2018;Gemeente2018\n", 2018),
    ("\"PC6\";\"Huisnummer\";\"gwb2016_code\";\"Wijk2016\";\"Gemeente2016\"\n", 2016),
    ("postcode;huisnummer;buurtcode;wijkcode;gemeentecode\n", nil),
    ("PC6;HUISNUMMER;BUURT2025;WIJK2025;GEMEENTE2025\r", 2025),
    (" PC6 ; Huisnummer ;BU_2020;Wijk_2020;Gemeente_2020\n", 2020),
  ])
  func headersOfAllYears(_ header: String, _ year: Int?) throws {
    let reading = try read(header + "1011AB;105;03630001;036300;0363\n")
    #expect(reading.format == .pc6hnr)
    #expect(reading.year == year)
    #expect(reading.entries.map(line) == ["1011AB;105;;;;;BU03630001"])
    #expect(reading.entries.first?.gemeente == "")
    #expect(reading.counts.skipped == [:])
  }

  @Test func commas() throws {
    let reading = try read("pc6,huisnummer,buurt2021,wijk2021,gemeente2021\n1011ab,1,3630001,,\n")
    #expect(reading.format == .pc6hnr)
    #expect(reading.entries.map(line) == ["1011AB;1;;;;;BU03630001"])
  }

  @Test func codesInAllSpellings() throws {
    let codes = [
      "00345901", "345901", "3630001", "0363AF01", "BU0363AF01", "bu0363af01", "99999999",
    ]
    let rows = codes.map { "1309AA;1;\($0);0;0\n" }.joined()
    let reading = try read("PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n" + rows)
    #expect(
      reading.entries.map(\.buurtcode) == [
        "BU00345901", "BU00345901", "BU03630001", "BU0363AF01", "BU0363AF01", "BU0363AF01",
        "BU99999999",
      ])
  }

  @Test func rowsThatGiveNoAddressAreCounted() throws {
    let reading = try read(
      """
      PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024
      1011AB;1;03630001;036300;0363
      1011AB;2;03630001;036300
      1011AB;3;03630001;036300;0363;1
      ;4;03630001;036300;0363
      0999AB;5;03630001;036300;0363
      1011A;6;03630001;036300;0363
      1011AB;;03630001;036300;0363
      1011AB;0;03630001;036300;0363
      1011AB;100000;03630001;036300;0363
      1011AB;7a;03630001;036300;0363
      1011AB;7;;036300;0363
      1011AB;7;3,63E+06;036300;0363
      1011AB;7;03 63;036300;0363
      1011AB;7;363AF01;036300;0363

      1011 ab;8;03630001;036300;0363
      1011AB;9;"03630001;036300;0363
      """)
    #expect(reading.entries.map(line) == ["1011AB;1;;;;;BU03630001", "1011AB;8;;;;;BU03630001"])
    #expect(
      reading.counts.skipped == [
        .raggedRow: 3, .noPostcodeAndNoStreet: 1, .postcodeUnreadable: 2, .numberUnreadable: 4,
        .buurtcodeUnreadable: 4,
      ])
    #expect(reading.counts.read == 2)
    #expect(reading.counts.total == 16)
  }

  @Test func theYearMayStandInTheName() throws {
    let text = "PC6;Huisnummer;Buurt;Wijk;Gemeente\n1011AB;1;03630001;036300;0363\n"
    #expect(try read(text, "pc6hnr20190801_gwb.csv").year == 2019)
    #expect(try read(text, "2020-cbs-pc6huisnr20200801_buurt.csv").year == 2020)
    #expect(try read(text, "adressen 1013.csv").year == nil)
  }

  @Test func otherEncodings() throws {
    let text = "straat;huisnummer;postcode;x;y\nCafé;1;1011AB;122177;487877\n"
    var units: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { units += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wide = try Reading(folder.write(units, to: "utf16.csv"))
    #expect(wide.entries.map(line) == ["1011AB;1;;;Café;;"])
    let western = text.unicodeScalars.map { UInt8($0.value) }
    let narrow = try Reading(folder.write(western, to: "western.csv"))
    #expect(narrow.entries.map(line) == ["1011AB;1;;;Café;;"])
  }

  @Test func nothingInIt() throws {
    let path = folder.file("a.csv")
    #expect(try failure("") == .empty(path: path))
    #expect(try failure("\n\r\n") == .empty(path: path))
    let header = try read("PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024")
    #expect(header.counts == RegisterSourceCounts())
    #expect(header.year == 2024)
  }

  @Test func wrongHeaders() throws {
    let path = folder.file("a.csv")
    #expect(
      try failure("Postcode;PC6;Huisnummer;Buurt2024\n1011AB;1011AB;1;03630001\n")
        == .severalColumns(path: path, meaning: .postcode, names: ["Postcode", "PC6"]))
    #expect(
      try failure("PC6;Huisnummer;Buurt2023;Buurt2024\n")
        == .severalColumns(path: path, meaning: .buurtcode, names: ["Buurt2023", "Buurt2024"]))
    #expect(
      try failure("Huisnummer;Buurt2024\n1;03630001\n")
        == .missingColumn(path: path, wanted: [.postcode, .street]))
    #expect(
      try failure("PC6;Buurt2024\n1011AB;03630001\n")
        == .missingColumn(path: path, wanted: [.number]))
    #expect(
      try failure("PC6;Huisnummer\n1011AB;1\n")
        == .missingColumn(path: path, wanted: [.buurtcode, .x, .longitude]))
    #expect(
      try failure("PC6;Huisnummer;x\n1011AB;1;1\n")
        == .missingColumn(path: path, wanted: [.y]))
    #expect(
      try failure("1011AB;1;03630001;036300;0363\n") == .unrecognised(path: path))
    #expect(try failure("a;b;c\n1;2;3\n") == .unrecognised(path: path))
    #expect(try failure("een brief\n") == .unrecognised(path: path))
  }

  @Test func delimiters() throws {
    let table = "PC6|Huisnummer|Buurt2024\n1011AB|1|03630001\n"
    #expect(try read(table).entries.map(line) == ["1011AB;1;;;;;BU03630001"])
    let tabs = table.replacing("|", with: "\t")
    #expect(try read(tabs).entries.map(line) == ["1011AB;1;;;;;BU03630001"])
    #expect(
      try failure(table.replacing("|", with: "^"))
        == .delimiterUnknown(path: folder.file("a.csv")))
  }

  @Test func noText() throws {
    let rows = String(repeating: "1011AB;1;03630001\n", count: 5_000)
    let path = try folder.write(
      Array("PC6;Huisnummer;Buurt2024\n\(rows)".utf8) + [0, 0, 10], to: "b.csv")
    let source = try RegisterSource.open(path)
    #expect(throws: RegisterSourceError.notText(path: path)) { try source.read { _ in } }
    #expect(throws: RegisterSourceError.notText(path: folder.file("c.bin"))) {
      try RegisterSource.open(folder.write([0x7F, 0x45, 0, 0, 0, 10, 3], to: "c.bin"))
    }
  }

  @Test func aQuoteThatNeverCloses() throws {
    let path = try folder.write(
      "PC6;Huisnummer;Buurt2024\n1011AB;1;03630001\n1011AB;2;\""
        + String(repeating: "0123456789\n", count: 1 << 18), to: "a.csv")
    let source = try RegisterSource.open(path)
    var count = 0
    let error = #expect(throws: RegisterSourceError.self) {
      try source.read { count += $0.count }
    }
    #expect(error == .recordTooLong(path: path, row: 2, limit: 1 << 21))
    #expect(count == 0)
  }

  @Test func filesThatAreNotThere() throws {
    let path = folder.file("weg.csv")
    #expect(throws: RegisterSourceError.file(.missing(path: path))) {
      try RegisterSource.open(path)
    }
    let empty = try folder.makeFolder("leeg")
    #expect(throws: RegisterSourceError.unrecognised(path: empty)) {
      try RegisterSource.open(empty)
    }
  }

  @Test func manyRowsComeInOrderAndInBatches() throws {
    var text = "PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024\r\n"
    let count = 60_000
    for number in 1...count { text += "1011AB;\(number);03630001;036300;0363\r\n" }
    let path = try folder.write(text, to: "a.csv")
    var numbers: [UInt32] = []
    var largest = 0
    let counts = try RegisterSource.open(path).read { batch in
      largest = max(largest, batch.count)
      numbers += batch.map(\.house.number)
    }
    #expect(numbers == (1...UInt32(count)).map { $0 })
    #expect(largest < 10_000)
    #expect(counts.read == count)
  }

  @Test func anErrorOfTheReceiverEndsTheReading() throws {
    struct Stop: Error {}
    let path = try folder.write(
      "PC6;Huisnummer;Buurt2024\n1011AB;1;03630001\n", to: "a.csv")
    let source = try RegisterSource.open(path)
    #expect(throws: Stop.self) { try source.read { _ in throw Stop() } }
  }
}
