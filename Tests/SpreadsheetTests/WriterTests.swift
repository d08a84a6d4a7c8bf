import Spreadsheet
import TestSupport
import Testing

@Suite struct WriterTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private var workbook: WorkbookWriter {
    var workbook = WorkbookWriter(title: "Proef <1> & \"2\"")
    var sheet = WorkbookWriter.Sheet(name: "gegevens", header: ["code", "naam", "waarde", "vlag"])
    sheet.append([
      .text("BU03630001"), .text("Jordaan & <Co>"), .number(12.345, decimals: 1), .flag(true),
    ])
    sheet.append([.text("=1+1"), .text(" @blanks\n "), .number(.nan, decimals: 0), .empty])
    sheet.append([.text("-2"), .text("\u{1}\u{FFFF}é€"), .number(-7, decimals: 0), .flag(false)])
    workbook.add(sheet)
    var other = WorkbookWriter.Sheet(name: "bronnen", header: ["bron", "bestand"])
    other.append([.text("CBS"), .text("x.gpkg")])
    workbook.add(other)
    return workbook
  }

  @Test func whatIsWrittenIsRead() throws {
    let path = try folder.write(workbook.bytes(), to: "tabel.xlsx")
    let book = try Workbook(path: path)
    #expect(book.sheets.map(\.name) == ["gegevens", "bronnen"])
    let table = try SheetTable(book, sheet: "gegevens")
    #expect(table.header == ["code", "naam", "waarde", "vlag"])
    #expect(
      try table.allRows().rows == [
        ["BU03630001", "Jordaan & <Co>", "12.3", "true"], ["=1+1", " @blanks\n ", "", ""],
        ["-2", "\u{FFFD}\u{FFFD}é€", "-7", "false"],
      ])
    let reader = try table.rows()
    var row = reader.emptyRow()
    while try reader.next(&row) { #expect(row.kind(0) == .text) }
  }

  @Test func sameBytes() throws { #expect(try workbook.bytes() == workbook.bytes()) }
}
