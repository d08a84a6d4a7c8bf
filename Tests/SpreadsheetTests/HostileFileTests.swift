import Archives
import Bytes
import Spreadsheet
import TestSupport
import Testing

@Suite struct HostileFileTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func filesThatAreNoXLSX() throws {
    let missing = folder.file("weg.xlsx")
    #expect(throws: SpreadsheetError.file(.missing(path: missing))) { try Workbook(path: missing) }
    for content in [[], Array("code;naam\n".utf8), [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0]] {
      let path = try folder.write(content, to: "tekst.xlsx")
      #expect(throws: SpreadsheetError.damaged(path: path, part: "")) { try Workbook(path: path) }
    }
  }

  @Test func oldAndEncryptedWorkbooks() throws {
    // The container of both: a header of 512 bytes, a directory of entries of 128.
    var old = CompoundFile.signature + [UInt8](repeating: 0, count: 504)
    func entry(_ name: String) -> [UInt8] {
      let text = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return text + [UInt8](repeating: 0, count: 128 - text.count)
    }
    old += entry("Root Entry")
    let xls = try folder.write(old + entry("Workbook"), to: "oud.xls")
    #expect(throws: SpreadsheetError.otherForm(path: xls, .excel97)) { try Workbook(path: xls) }
    let locked = try folder.write(
      old + entry("EncryptionInfo") + entry("EncryptedPackage"), to: "slot.xlsx")
    #expect(throws: SpreadsheetError.otherForm(path: locked, .encrypted)) {
      try Workbook(path: locked)
    }
  }

  @Test func zipsWithAPassword() throws {
    // The first bit of the flags of every header says that a file is encrypted.
    var bytes = try TestBook(textRow(1, ["a", "b"])).bytes
    for place in 0..<(bytes.count - 4) where bytes[place] == 0x50 && bytes[place + 1] == 0x4B {
      if bytes[place + 2] == 3, bytes[place + 3] == 4 { bytes[place + 6] |= 1 }
      if bytes[place + 2] == 1, bytes[place + 3] == 2 { bytes[place + 8] |= 1 }
    }
    let path = try folder.write(bytes, to: "slot.xlsx")
    #expect(throws: SpreadsheetError.otherForm(path: path, .encrypted)) { try Workbook(path: path) }
  }

  @Test func otherOfficeFiles() throws {
    var ods = ZipWriter()
    try ods.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    try ods.add("content.xml", Array("<a/>".utf8))
    let path = try folder.write(ods.finished(), to: "blad.ods")
    #expect(throws: SpreadsheetError.otherForm(path: path, .openDocument)) {
      try Workbook(path: path)
    }
    var binary = ZipWriter()
    try binary.add(
      "_rels/.rels",
      Array(
        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
          .utf8))
    let other = try folder.write(binary.finished(), to: "blad.xlsb")
    #expect(throws: SpreadsheetError.otherForm(path: other, .binary)) { try Workbook(path: other) }
  }

  /// 100 MB of blanks pack to a thousandth: in the sheet, in the texts, and in a single text.
  @Test func zipBombs() throws {
    let blanks = String(repeating: " ", count: 100 << 20)
    let sheet = try folder.write(
      TestBook(textRow(1, ["a", "b"]) + blanks).bytes, to: "bom1.xlsx")
    #expect(
      throws: SpreadsheetError.tooLarge(
        path: sheet, part: "xl/worksheets/sheet1.xml", limit: 64 << 20)
    ) { try Workbook(path: sheet).allRows() }
    let shared = try folder.write(
      TestBook(textRow(1, ["a", "b"]), shared: "<si><t>" + blanks + "</t></si>").bytes,
      to: "bom2.xlsx")
    #expect(throws: SpreadsheetError.self) { try Workbook(path: shared) }
  }

  @Test func cutOff() throws {
    var rows = ""
    for row in 1...3_000 { rows += textRow(row, ["tekst \(row)", "\(row * 7)"]) }
    let bytes = try TestBook(rows).bytes
    for share in 1..<8 {
      let path = try folder.write(Array(bytes[..<(bytes.count * share / 8)]), to: "half.xlsx")
      #expect(throws: SpreadsheetError.self) { try Workbook(path: path).allRows() }
    }
    // A sheet whose text ends halfway a row.
    var cut = TestBook("")
    cut.sheets[0].rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1"
    cut.sheets[0].after = "<!--"
    let path = try folder.write(cut.bytes, to: "rij.xlsx")
    #expect(throws: SpreadsheetError.self) { try Workbook(path: path).allRows() }
  }

  /// Any change to the bytes gives rows or an error, never a crash: in the file, and in the XML itself.
  @Test func changedBytes() throws {
    var random = RepeatableGenerator(seed: 4)
    let shared = "<si><t>een</t></si><si><r><t>t&amp;w</t></r></si>"
    var book = TestBook(
      textRow(1, ["code", "aantal", "dag"])
        + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><f>1</f><v>1.5E3</v></c>"
        + "<c r=\"C2\" s=\"1\"><v>45000</v></c></row>" + textRow(3, ["Totaal", "3"]),
      shared: shared, formats: ["dd-mm-yyyy"])
    book.sheets[0].after = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
    let file = try book.bytes
    let whole = book.sheets[0].rows
    for round in Mutation.rounds(1_500) {
      let bytes: [UInt8]
      if round % 3 == 0 {
        var changed = file
        for _ in 0...(round % 4) {
          changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
            in: .min ... .max, using: &random)
        }
        bytes = changed
      } else {
        var xml = Array((round % 3 == 1 ? whole : shared).utf8)
        for _ in 0...(round % 5) {
          let place = Int.random(in: xml.indices, using: &random)
          switch round % 4 {
          case 0: xml.remove(at: place)
          case 1: xml[place] = Array("<>/\"'=&; rstcv0".utf8).randomElement(using: &random)!
          case 2: xml.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
          default: xml.removeLast(min(xml.count - 1, 3))
          }
        }
        var changed = book
        let text = String(decoding: xml, as: UTF8.self)
        if round % 3 == 1 { changed.sheets[0].rows = text } else { changed.shared = text }
        bytes = try changed.bytes
      }
      let path = try folder.write(bytes, to: "anders.xlsx")
      do {
        _ = try SheetTable(Workbook(path: path)).allRows()
      } catch is SpreadsheetError {
        continue
      }
    }
  }
}
