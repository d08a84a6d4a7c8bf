import Spreadsheet
import TestSupport
import Testing

@Suite struct CellTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func rows(_ book: TestBook) throws -> [[Int: String]] {
    try Workbook(path: folder.write(book.bytes, to: "boek.xlsx")).allRows()
  }

  @Test func textsInEveryForm() throws {
    let shared =
      "<si><t>een</t></si><si><r><t>twee</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> delen</t></r>"
      + "<rPh sb=\"0\" eb=\"1\"><t>uitspraak</t></rPh></si><si/><si><t/></si>"
      + "<si><t>R&amp;D &lt;&#233;&#x20AC;&gt; &quot;&apos; &onbekend;</t></si>"
      + "<si><t>regel_x000A_twee _x005F_x000A_ _x00</t></si><si><t>   </t></si>"
    let book = TestBook(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
      <c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c>
      <c r="G1" t="s"><v>6</v></c></row>
      <!-- een > opmerking --><row><c t="inlineStr"><is><t>zonder plaats</t></is></c>
      <c t='str' s='0'><f>"a" &amp; "b"</f><v>formule</v></c><c/><c t="str"><v>d</v></c></row>
      """, shared: shared)
    #expect(
      try rows(book) == [
        [
          0: "een", 1: "twee delen", 4: "R&D <é€> \"' &onbekend;",
          5: "regel\ntwee _x000A_ _x00",
        ],
        [0: "zonder plaats", 1: "formule", 3: "d"],
      ])
  }

  /// The usual notation is read by a way of its own; blanks and quotes in other places change nothing.
  @Test func cellsInOtherNotations() throws {
    let usual =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>R&amp;D _x0041_ é</t></is></c>"
      + "<c r=\"B1\" s=\"1\"><v>45000</v></c><c r=\"C1\" t=\"s\"><v>0</v></c><c r=\"D1\"/>"
      + "<c r=\"E1\"><v></v></c><c r=\"F1\"><v>0.10000000000000001</v></c>"
      + "<c r=\"G1\" t=\"inlineStr\"><is><t> </t></is></c><c r=\"AA1\" t=\"b\"><v>1</v></c></row>"
    let expected = [
      [0: "R&D A é", 1: "2023-03-15", 2: "gedeeld", 5: "0.1", 26: "true"]
    ]
    for (from, to) in [
      ("", ""), ("<c ", "<c  "), ("\"", "'"), ("<v>", "<v >"), ("</v>", "</v ><!-- > -->"),
      ("<t>", "<t xml:space=\"preserve\">"), ("</is>", " </is>"), ("\"><", "\" ><"),
      ("<c r", "<c cm=\"1\" r"), ("</c>", "</c >"), ("/>", " />"),
    ] {
      let book = TestBook(
        from.isEmpty ? usual : usual.replacing(from, with: to), shared: "<si><t>gedeeld</t></si>",
        formats: ["dd-mm-yyyy"])
      #expect(try rows(book) == expected, "\(from) as \(to)")
    }
  }

  @Test func namesWithPrefix() throws {
    let book = TestBook("<x:row r=\"7\"><x:c r=\"AB7\"><x:v>12</x:v></x:c></x:row>")
    #expect(try rows(book) == [[27: "12"]])
  }

  @Test(arguments: [
    ("12", "12"), ("-0.5", "-0.5"), ("0.10000000000000001", "0.1"), ("3.63E+2", "363"),
    ("1.2345678901234E+14", "123456789012340"), ("1E-3", "0.001"), ("1E300", "1e+300"),
    ("99.989999999999995", "99.99"),
  ])
  func numbers(written: String, read: String) throws {
    let book = TestBook("<row r=\"1\"><c r=\"A1\"><v>\(written)</v></c></row>")
    #expect(try rows(book) == [[0: read]])
  }

  @Test func truthsAndErrors() throws {
    let book = TestBook(
      "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"
        + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
        + "<c r=\"D1\" t=\"d\"><v>2024-05-01T00:00:00</v></c></row>")
    #expect(
      try rows(book) == [[0: "true", 1: "false", 2: "#DIV/0!", 3: "2024-05-01T00:00:00"]])
  }

  /// 29 February 1900 never was; the days before it are one off.
  @Test(arguments: [
    ("45657", "2024-12-31"), ("61", "1900-03-01"), ("60", "60"), ("59", "1900-02-28"),
    ("1", "1900-01-01"), ("0", "0"), ("-3", "-3"), ("45657.75", "2024-12-31 18:00:00"),
    ("45657.999999", "2025-01-01"), ("0.5", "0.5"), ("2958465", "9999-12-31"),
    ("2958466", "2958466"), ("36526", "2000-01-01"), ("43890", "2020-02-29"),
  ])
  func days(serial: String, read: String) throws {
    let book = TestBook(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c></row>", formats: ["dd-mm-yyyy"])
    #expect(try rows(book) == [[0: read]])
  }

  @Test(arguments: [
    ("0", "1904-01-01"), ("44195", "2024-12-31"), ("-1", "-1"), ("60", "1904-03-01"),
    ("59", "1904-02-29"),
  ])
  func daysFrom1904(serial: String, read: String) throws {
    let book = TestBook(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(serial)</v></c></row>", formats: ["yyyy\\-mm\\-dd;@"],
      from1904: true)
    #expect(try rows(book) == [[0: read]])
  }

  /// Which formats show a day: 1.5 is 1 January 1900 and a half.
  @Test(arguments: [
    ("0.00", "1.5"), ("General", "1.5"), ("[$-413]d mmmm yyyy;@", "1900-01-01 12:00:00"),
    ("mmm-yy", "1900-01-01 12:00:00"), ("mmmm", "1900-01-01 12:00:00"), ("hh:mm", "36:00:00"),
    ("[h]:mm:ss", "36:00:00"), ("mm:ss.0", "36:00:00"), ("&quot;dagen&quot; 0", "1.5"),
    ("[Red]0;[Blue]-0", "1.5"), ("_d0\\d", "1.5"), ("#,##0 &quot;€&quot;", "1.5"),
    ("dd/mm/jjjj", "1900-01-01 12:00:00"),
  ])
  func formats(code: String, read: String) throws {
    let book = TestBook(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1.5</v></c></row>", formats: [code])
    #expect(try rows(book) == [[0: read]])
  }

  @Test func formulas() throws {
    let good = TestBook(
      "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c>"
        + "<c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"C1\" t=\"str\"><f>\"\"</f><v/></c>"
        + "<c r=\"D1\"><f t=\"shared\" si=\"0\"/><v>4</v></c></row>")
    #expect(try rows(good) == [[0: "2", 3: "4"]])
    for cell in ["<f>SUM(A1)</f>", "<f>SUM(A1)</f><v/>", "<f>SUM(A1)</f><v></v>"] {
      let book = TestBook(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"9\">"
          + "<c r=\"D9\">\(cell)</c></row>")
      let path = try folder.write(book.bytes, to: "boek.xlsx")
      #expect(
        throws: SpreadsheetError.formulaWithoutValue(path: path, sheet: "Blad1", cell: "D9")
      ) { try Workbook(path: path).allRows() }
    }
  }

  @Test func cellsThatAreNone() throws {
    for row in [
      "<c r=\"A1\" t=\"s\"><v>7</v></c>", "<c r=\"A1\" t=\"s\"><v>x</v></c>",
      "<c r=\"A1\"><v>twaalf</v></c>",
      "<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>", "<c r=\"XFE1\"><v>1</v></c>",
      "<c r=\"1\"><v>1</v></c>",
    ] {
      let book = TestBook("<row r=\"1\">\(row)</row>", shared: "<si><t>een</t></si>")
      let path = try folder.write(book.bytes, to: "boek.xlsx")
      #expect(throws: SpreadsheetError.self) { try Workbook(path: path).allRows() }
    }
  }

  /// Rows that lie over the borders of the blocks in which a sheet is unpacked.
  @Test func manyRows() throws {
    var text = ""
    var expected: [[Int: String]] = []
    var shared = ""
    for row in 1...30_000 {
      let long = String(repeating: "x", count: row % 97)
      text +=
        "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c><c r=\"C\(row)\" t=\"s\"><v>\(row - 1)</v></c>"
        + "<c r=\"D\(row)\" t=\"inlineStr\"><is><t>a\(long)&amp;</t></is></c></row>"
      shared += "<si><t>tekst \(row) \(long)</t></si>"
      expected.append([0: "\(row)", 2: "tekst \(row) \(long)", 3: "a\(long)&"])
    }
    // Blanks at the end of a shared text stay; the last has none.
    #expect(try rows(TestBook(text, shared: shared)) == expected)
  }
}
