import CSV
import TestSupport
import Testing

@Suite struct ChunkTests {
  /// Text of the characters that matter, in any order.
  private func wild(
    _ length: Int, using generator: inout some RandomNumberGenerator, delimiter: String = ";"
  ) -> String {
    let parts = [
      "a", "bc", "é", "€", delimiter, delimiter, ",", "\t", "\"", "\"", "\n", "\r\n", "\r",
    ]
    return (0..<length).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
      .joined()
  }

  private func compare(_ text: String, delimiter: UInt8, sizes: ClosedRange<Int> = 1...200) throws {
    let file = try opened("kop;" + "twee\n" + text, delimiter: delimiter)
    let whole = Result { () throws(CSVError) in try records(file) }
    for size in sizes {
      let parts = Result { () throws(CSVError) in try records(file, size: size) }
      #expect(parts == whole, "chunks of \(size) bytes of \(text.debugDescription)")
      if parts != whole { return }
    }
  }

  @Test func chunksOfAnySizeGiveTheSameRecords() throws {
    var generator = RepeatableGenerator(seed: 7)
    for _ in 0..<120 {
      try compare(wild(80, using: &generator), delimiter: UInt8(ascii: ";"))
    }
  }

  @Test(arguments: [",", "\t", "|"])
  func withEveryDelimiter(sign: String) throws {
    var generator = RepeatableGenerator(seed: 8)
    let delimiter = try #require(sign.utf8.first)
    for _ in 0..<40 {
      try compare(wild(80, using: &generator, delimiter: sign), delimiter: delimiter)
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func wellFormedRecordsComeBack(ending: String) throws {
    var generator = RepeatableGenerator(seed: 9)
    let words = [
      "", "a", "b;c", "d\"e", "\"", "f\(ending)g", "\(ending)", " h ", "é,i", "12\"\" j",
    ]
    for _ in 0..<30 {
      let rows = (0..<20).map { _ in
        (0..<3).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
      }
      var bytes: [UInt8] = Array("a;b;c\(ending)".utf8)
      for row in rows {
        for (index, field) in row.enumerated() {
          if index > 0 { bytes.append(UInt8(ascii: ";")) }
          bytes.append(field: field, dialect: .semicolon)
        }
        bytes += Array(ending.utf8)
      }
      let file = try CSVFile(bytes: bytes, name: "", delimiter: UInt8(ascii: ";"))
      for size in 1...200 { #expect(try records(file, size: size) == rows) }
    }
  }

  @Test func aQuoteAfterACommaOpensNothingInAFileWithSemicolons() throws {
    try compare("1;x,\"y\n2;z\n3;\"a\nb\"\n4;c\n", delimiter: UInt8(ascii: ";"))
  }

  @Test(arguments: [
    ("a;b\n1;\"x\n2;y\n3;z\n", 2), ("a;b\n1;x\n2;\"\"\"y\n3;\"\"z\n", 3), ("a;b\n1;\"", 2),
    ("a;\"b\n1;x\n", 1), ("\"a\nb\";c\n1;\"x\ny\"\n2;\"z\n", 5),
  ])
  func aQuoteThatNeverCloses(text: String, line: Int) throws {
    for size in 1...30 {
      #expect(throws: CSVError.unclosedQuote(path: "proef.csv", line: line)) {
        _ = try records(try opened(text), size: size)
      }
    }
  }

  @Test func quotesThatOpenNothingMayStandAlone() throws {
    let text = "a;b\n1;12\" buis\n2;x,\"y\n"
    #expect(try records(try opened(text)) == [["1", "12\" buis"], ["2", "x,\"y"]])
  }

  @Test func twoQuotesInMidFieldOpenNothing() throws {
    try compare("1;12\"\" buis\n2;z\n3;\"a\nb\"\n4;c\n", delimiter: UInt8(ascii: ";"))
  }

  @Test func chunksTellTheirLine() throws {
    let text = "a;b\n1;\"x\ny\"\n\n2;z\n3;\"p\n\n\"\n4;q\n"
    let file = try opened(text)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for size in 1...40 {
      var reader = file.chunks(ofSize: size)
      var line = file.headerLineCount + 1
      #expect(line == 2)
      while let chunk = try reader.next() {
        #expect(chunk.firstLine == line)
        let first = chunk.bytes.prefix { $0 != 0x0A }
        #expect(Array(first) == Array(lines[line - 1]))
        line += chunk.bytes.count { $0 == 0x0A }
      }
    }
  }

  @Test func aRecordOverTheLimit() throws {
    let bytes =
      Array("a;b\n1;2\n3;".utf8) + [UInt8](repeating: 0x78, count: CSVFile.recordLimit)
      + Array("\n4;5\n".utf8)
    let file = try CSVFile(bytes: bytes, name: "lang.csv")
    var reader = file.chunks()
    let first = try reader.next()
    #expect(first?.bytes == Array("1;2\n".utf8))
    #expect(
      throws: CSVError.recordTooLong(path: "lang.csv", line: 3, limit: CSVFile.recordLimit)
    ) {
      try reader.next()
    }
  }

  // MARK: Writing

  @Test(arguments: [CSVDialect.semicolon, .comma, .tab])
  func writtenFieldsReadBack(dialect: CSVDialect) throws {
    var generator = RepeatableGenerator(seed: 10)
    for _ in 0..<200 {
      let rows = (0..<8).map { _ in
        (0..<4).map { _ in wild(Int.random(in: 0...6, using: &generator), using: &generator) }
      }
      var bytes: [UInt8] = []
      for row in rows { bytes.append(record: row, dialect: dialect) }
      let read = CSVRecords(bytes, dialect: dialect)
      #expect((0..<read.count).map { read.texts($0) } == rows)
    }
  }

  @Test func fieldsGetQuotesOnlyWhereNeeded() {
    var bytes: [UInt8] = []
    bytes.append(record: ["a", "b;c", "d\"e", " f", "g,h", ""], dialect: .semicolon)
    #expect(String(decoding: bytes, as: UTF8.self) == "a;\"b;c\";\"d\"\"e\";\" f\";g,h;\n")
  }
}
