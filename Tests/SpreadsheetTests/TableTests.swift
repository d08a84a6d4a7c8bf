import Spreadsheet
import TestSupport
import Testing

@Suite struct TableTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func table(
    _ rows: [[String?]], after: String = "", sheet: String? = nil
  ) throws -> SheetTable {
    var text = ""
    for (number, row) in rows.enumerated() where !row.isEmpty { text += textRow(number + 1, row) }
    var book = TestBook(text)
    book.sheets[0].after = after
    return try SheetTable(Workbook(path: folder.write(book.bytes, to: "boek.xlsx")), sheet: sheet)
  }

  private func merged(_ ranges: String...) -> String {
    "<mergeCells>" + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
  }

  @Test func titlesTotalsAndNotes() throws {
    let table = try table([
      ["Misdrijven per buurt"], ["Peildatum 31-12-2024", nil, nil, "versie 2"], [],
      ["Code ", " Naam", "2023", "2024"],
      ["BU00010001", "Noord", "12", "14"], ["BU00010002", "Zuid", "3", "x"],
      ["Totaal:", nil, "15", "14"], [], ["Bron: politie"], ["* voorlopig"],
    ])
    #expect(table.header == ["Code", "Naam", "2023", "2024"])
    #expect(table.headerRow == 4)
    let (rows, leftOut) = try table.allRows()
    #expect(rows == [["BU00010001", "Noord", "12", "14"], ["BU00010002", "Zuid", "3", "x"]])
    #expect(leftOut == [7, 9, 10])
  }

  /// A total between records is a row of the table, like one with a single cell.
  @Test func totalsBetweenRecordsStay() throws {
    let table = try table([
      ["gemeente", "wijk", "aantal"], ["A", "1", "2"], ["Totaal", nil, "2"], ["losse tekst"],
      ["B", "1", "5"], ["Totaal generaal", nil, "7"],
    ])
    let (rows, leftOut) = try table.allRows()
    #expect(rows.map { $0[0] } == ["A", "Totaal", "losse tekst", "B"])
    #expect(leftOut == [6])
  }

  @Test func aNameThatBeginsLikeATotal() throws {
    let table = try table([
      ["naam", "aantal"], ["Bakker", "2"], ["Totaal Wonen BV", "3"],
    ])
    #expect(try table.allRows().rows == [["Bakker", "2"], ["Totaal Wonen BV", "3"]])
    let spaced = try self.table([
      ["naam", "aantal"], ["Bakker", "2"], ["\u{A0} EINDTOTAAL :", "3"], ["Grand Total", "3"],
    ])
    #expect(try spaced.allRows().leftOut == [3, 4])
  }

  @Test func mergedHeaders() throws {
    let table = try table(
      [
        ["Misdrijven en inwoners", nil, nil, nil, nil, nil],
        ["Buurt", nil, "Misdrijven", nil, "Inwoners", nil],
        ["code", "naam", "2023", "2024", "2023", "2024"],
        ["BU00010001", "Noord", "1", "2", "3", "4"],
      ], after: merged("A1:F1", "A2:B2", "C2:D2", "E2:F2"))
    #expect(
      table.header == [
        "Buurt code", "Buurt naam", "Misdrijven 2023", "Misdrijven 2024", "Inwoners 2023",
        "Inwoners 2024",
      ])
    #expect(try table.allRows().rows == [["BU00010001", "Noord", "1", "2", "3", "4"]])
  }

  @Test func cellsMergedDownwards() throws {
    let table = try table(
      [
        ["code", "naam", "Misdrijven", nil], [nil, nil, "2023", "2024"],
        ["BU00010001", "Noord", "1", "2"],
      ], after: merged("A1:A2", "B1:B2", "C1:D1"))
    #expect(table.header == ["code", "naam", "Misdrijven 2023", "Misdrijven 2024"])
  }

  @Test func groupsAboveAHeader() throws {
    let table = try table(
      [
        [nil, nil, "Wonen", nil], ["code", "naam", "huur", "koop"], ["BU1", "Noord", "1", "2"],
        ["BU2", "Zuid", "1", "2"],
      ], after: merged("C1:D1"))
    #expect(table.header == ["code", "naam", "Wonen huur", "Wonen koop"])
  }

  @Test func namesWithLineBreaksAndTablesThatBeginLower() throws {
    let table = try table([
      [], [], [nil, nil, "x coord", "aantal\ninwoners"], [nil, nil, "121000", "3"],
      [nil, nil, nil, "4"], [nil, nil, "121001", "5", "te veel"],
    ])
    #expect(table.header == ["x coord", "aantal inwoners"])
    #expect(table.firstColumn == 2)
    #expect(try table.allRows().rows == [["121000", "3"], ["", "4"], ["121001", "5"]])
  }

  @Test func sheetsThatHoldNoTable() throws {
    for rows: [[String?]] in [
      [], [["alleen een titel"]], [["1", "2"], ["3", "4"]], [["code", "naam"]],
    ] {
      #expect(throws: SpreadsheetError.noTable(path: folder.file("boek.xlsx"), sheet: "")) {
        try table(rows)
      }
    }
  }

  @Test func choosingASheet() throws {
    let rows = textRow(1, ["code", "aantal"]) + textRow(2, ["a", "1"])
    var book = TestBook(sheets: [
      TestBook.Sheet(name: "Uitleg", rows: textRow(1, ["Dit is een bestand"])),
      TestBook.Sheet(name: "Cijfers 2024 ", rows: rows),
      TestBook.Sheet(name: "oud", rows: rows, state: "hidden"),
    ])
    let path = try folder.write(book.bytes, to: "boek.xlsx")
    #expect(try SheetTable(Workbook(path: path)).sheet == "Cijfers 2024 ")
    #expect(try SheetTable(Workbook(path: path), sheet: "cijfers 2024").headerRow == 1)
    #expect(try SheetTable(Workbook(path: path), sheet: "oud").headerRow == 1)
    #expect(
      throws: SpreadsheetError.noSheet(
        path: path, name: "2023", known: ["Uitleg", "Cijfers 2024 ", "oud"])
    ) { try SheetTable(Workbook(path: path), sheet: "2023") }
    #expect(throws: SpreadsheetError.noTable(path: path, sheet: "Uitleg")) {
      try SheetTable(Workbook(path: path), sheet: "Uitleg")
    }
    // A column of texts explains the others; it is a table when there is no other, or when it is named.
    let lines = (1...4).map { textRow($0, ["Regel \(["een", "twee", "drie", "vier"][$0 - 1])"]) }
    book.sheets[0].rows = lines.joined()
    let explained = try folder.write(book.bytes, to: "uitleg.xlsx")
    #expect(try SheetTable(Workbook(path: explained)).sheet == "Cijfers 2024 ")
    #expect(try SheetTable(Workbook(path: explained), sheet: "Uitleg").header == ["Regel een"])
    let alone = try folder.write(TestBook(sheets: [book.sheets[0]]).bytes, to: "alleen.xlsx")
    #expect(try SheetTable(Workbook(path: alone)).sheet == "Uitleg")
    book.sheets[0].rows = textRow(1, ["Dit is een bestand"])
    book.sheets[2].state = ""
    let unclear = try folder.write(book.bytes, to: "twee.xlsx")
    #expect(
      throws: SpreadsheetError.sheetUnclear(path: unclear, known: ["Cijfers 2024 ", "oud"])
    ) { try SheetTable(Workbook(path: unclear)) }
  }
}
