import Bytes
import CSV
import TestSupport
import Testing

@Suite struct ReadingTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test(arguments: [(";", CSVDialect.semicolon), (",", .comma), ("\t", .tab)])
  func delimitersAreFound(sign: String, dialect: CSVDialect) throws {
    let rows = [["code", "naam", "getal"], ["BU1", "Aan het water", "1"], ["BU2", "", "2"]]
    let file = try opened(rows.map { $0.joined(separator: sign) }.joined(separator: "\n"))
    #expect(file.dialect == dialect)
    #expect(file.header == rows[0])
    #expect(try records(file) == Array(rows[1...]))
  }

  @Test func aTableIsTheSameHoweverItIsWritten() throws {
    func plain(_ text: String, _ delimiter: String) -> [UInt8] {
      CSVRecords(Array(text.utf8), dialect: CSVDialect(delimiter: delimiter.utf8.first!)).plainBytes
    }
    let table = plain("1;a;\n2;say \"b\";\"c;\"\"d\"\"\"\n", ";")
    #expect(plain("\"1\",\"a\",\r\n\r\n2,\"say \"\"b\"\"\",\"c;\"\"d\"\"\"", ",") == table)
    #expect(plain("1\ta\t\r2\tsay \"b\"\t\"c;\"\"d\"\"\"\r", "\t") == table)
    for other in [
      "1;a\n2;b;c\n", "1;a;2\n;b;c\n", "1;a;\n2;b ;c\n", "2;b;c\n1;a;\n", "1;a;;\n2;b;c\n",
    ] {
      #expect(plain(other, ";") != plain("1;a;\n2;b;c\n", ";"))
    }
  }

  @Test(arguments: ["121687;487326;Jan", "naam;jan@voorbeeld.nl", "a;12,5"])
  func aFirstLineWithValuesIsRefused(line: String) {
    #expect(throws: CSVError.noHeader(path: "proef.csv")) {
      try CSVFile(
        bytes: Array((line + "\n1;2;3\n").utf8), name: "proef.csv",
        delimiter: CSVDialect.semicolon.delimiter)
    }
  }

  @Test func yearsMayBeNamesOfColumns() throws {
    let file = try CSVFile(bytes: Array("code;2023;2024\na;1;2\n".utf8), name: "proef.csv")
    #expect(file.header == ["code", "2023", "2024"])
  }

  @Test func theDelimiterThatTheRecordsAgreeOnIsFound() throws {
    #expect(try opened("a;b\n1,5;2,5\n3,5;4,5\n").dialect == .semicolon)
    #expect(try opened("a,b;c\n1,2\n3,4\n").dialect == .comma)
    #expect(try opened("a\n1\n").dialect == .semicolon)
    #expect(try opened("a,b\n\"1;2;3\",4\n\"5;6\",7\n").dialect == .comma)
  }

  @Test func aGivenDelimiterCounts() throws {
    let file = try opened("a|b\n1;2|\"3|4\"\n", delimiter: UInt8(ascii: "|"))
    #expect(file.header == ["a", "b"])
    #expect(try records(file) == [["1;2", "3|4"]])
  }

  @Test func quotes() throws {
    let file = try opened(
      #"""
      a;b;c
      "een";"twee;drie";"vier
      vijf"
      "zes ""7""";"";""""
      acht 8" negen;"tien" elf;x"y"z
      """#)
    #expect(
      try records(file) == [
        ["een", "twee;drie", "vier\nvijf"],
        ["zes \"7\"", "", "\""],
        ["acht 8\" negen", "\"tien\" elf", "x\"y\"z"],
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aLineForExcelNamesTheDelimiter(ending: String) throws {
    for delimiter in [";", ",", "\t", "|"] {
      let lines = ["sep=\(delimiter)", "a\(delimiter)b", "1\(delimiter)2", ""]
      let file = try opened(lines.joined(separator: ending))
      #expect(file.header == ["a", "b"])
      #expect(try records(file) == [["1", "2"]])
    }
    let other = try opened(["sep=,", "a;x;z,b;y", "1;2;3,4", ""].joined(separator: ending))
    #expect(other.header == ["a;x;z", "b;y"])
    #expect(try records(other) == [["1;2;3", "4"]])
    #expect(try opened("sep=\n1\n").header == ["sep="])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndings(ending: String) throws {
    for last in ["", ending] {
      let file = try opened(["a;b", "1;2", "\"3\(ending)4\";5"].joined(separator: ending) + last)
      #expect(file.header == ["a", "b"])
      #expect(try records(file) == [["1", "2"], ["3\(ending)4", "5"]])
    }
  }

  @Test func lineEndingsMixed() throws {
    let file = try opened("a;b\r\n1;2\n3;4\r5;6\r\n")
    #expect(try records(file) == [["1", "2"], ["3", "4"], ["5", "6"]])
  }

  @Test func raggedRowsAndBlankLines() throws {
    let file = try opened("\n\na;b\n\n1;2\n3\n\r\n4;5;6\n;\n\n")
    #expect(file.header == ["a", "b"])
    #expect(try records(file) == [["1", "2"], ["3"], ["4", "5", "6"], ["", ""]])
  }

  @Test func blanksAroundNamesGoAndAroundCellsStay() throws {
    let file = try opened("code ; naam\t;\u{A0}x\u{A0}\n a ;b; \n")
    #expect(file.header == ["code", "naam", "x"])
    #expect(try records(file) == [[" a ", "b", " "]])
  }

  @Test func headerOnly() throws {
    for text in ["a;b", "a;b\n", "a;b\r\n"] {
      let file = try opened(text)
      #expect(file.header == ["a", "b"])
      #expect(file.headerLine == Array("a;b".utf8))
      #expect(try records(file) == [])
      #expect(file.recordByteCount == 0)
    }
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}"])
  func nothing(text: String) throws {
    #expect(throws: CSVError.empty(path: "proef.csv")) { try opened(text) }
    let path = try folder.write(text, to: "leeg.csv")
    #expect(throws: CSVError.empty(path: path)) { try CSVFile(path: path) }
  }

  @Test func byteZeroIsAnErrorWithItsLine() throws {
    #expect(throws: CSVError.zeroByte(path: "proef.csv", line: 3)) {
      try records(try opened("a;b\n1;2\n3;\u{0}\n"))
    }
    let filler = String(repeating: "1234567;8\n", count: 20_000)
    let path = try folder.write("a;b\n" + filler + "x;\u{0}\n", to: "nul.csv")
    let file = try CSVFile(path: path)
    for size in [100, 4_096, 1 << 20] {
      #expect(throws: CSVError.zeroByte(path: path, line: 20_002)) {
        try records(file, size: size)
      }
    }
  }

  @Test func missingFile() {
    let path = folder.file("geen.csv")
    #expect(throws: CSVError.file(.missing(path: path))) { try CSVFile(path: path) }
  }

  // MARK: Encodings

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  @Test func encodings() throws {
    let text = "code;naam\nBU1;Café\nBU2;'s-Hertogenbosch\n"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let forms: [(name: String, bytes: [UInt8], encoding: TextEncoding)] = [
      ("utf8", Array(text.utf8), .utf8),
      ("utf8-bom", [0xEF, 0xBB, 0xBF] + text.utf8, .utf8),
      ("utf16le-bom", utf16("\u{FEFF}" + text, bigEndian: false), .utf16LittleEndian),
      ("utf16be-bom", utf16("\u{FEFF}" + text, bigEndian: true), .utf16BigEndian),
      ("utf16le", utf16(text, bigEndian: false), .utf16LittleEndian),
      ("utf16be", utf16(text, bigEndian: true), .utf16BigEndian),
      ("windows", latin, .windows1252),
    ]
    for form in forms {
      let path = try folder.write(form.bytes, to: form.name + ".csv")
      for file in [try CSVFile(path: path), try CSVFile(bytes: form.bytes, name: form.name)] {
        #expect(file.encoding == form.encoding, "\(form.name)")
        #expect(file.header == ["code", "naam"], "\(form.name)")
        let rows = try records(file, size: 5)
        #expect(rows == [["BU1", "Café"], ["BU2", "'s-Hertogenbosch"]], "\(form.name)")
      }
    }
  }

  @Test func theEuroSignOfWindows() throws {
    let file = try CSVFile(
      bytes: Array("naam;bedrag\nx;".utf8) + [0x80, 0x35, 0x0A], name: "euro.csv")
    #expect(try records(file) == [["x", "€5"]])
  }

  /// `code;naam`, then `BU03630000;"a;b"`, packed with gzip.
  private let packed: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 206, 79, 73, 181, 206, 75, 76, 204, 229, 114, 10, 53, 48,
    54, 51, 54, 0, 2, 107, 165, 68, 235, 36, 37, 46, 0, 79, 217, 164, 213, 27, 0, 0, 0,
  ]

  @Test func gzip() throws {
    let file = try CSVFile(path: try folder.write(packed, to: "proef.csv.gz"))
    #expect(file.header == ["code", "naam"])
    #expect(try records(file) == [["BU03630000", "a;b"]])
    // What counts is the content, not the name.
    let renamed = try CSVFile(path: try folder.write(packed, to: "proef.csv"))
    #expect(try records(renamed) == [["BU03630000", "a;b"]])
  }

  @Test func damagedGzip() throws {
    // A kind of block that does not exist, and a file that was cut off.
    var damaged = packed
    damaged[10] |= 0x06
    for bytes in [damaged, Array(packed.prefix(24))] {
      let path = try folder.write(bytes, to: "kapot.csv.gz")
      #expect(throws: CSVError.file(.damagedArchive(path: path))) { try CSVFile(path: path) }
    }
  }
}
