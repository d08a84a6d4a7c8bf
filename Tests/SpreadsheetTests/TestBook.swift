import Archives
import Spreadsheet
import TestSupport

/// A workbook put together by hand, so that every detail of the XML can be chosen.
struct TestBook {
  struct Sheet {
    var name: String
    /// What stands between `<sheetData>` and its end.
    var rows: String
    /// What stands behind it.
    var after = ""
    var state = ""
  }

  var sheets: [Sheet]
  var shared: String?
  var from1904 = false
  /// Format codes of the styles 1, 2, …; style 0 is a plain number.
  var formats: [String] = []

  init(_ rows: String, shared: String? = nil, formats: [String] = [], from1904: Bool = false) {
    sheets = [Sheet(name: "Blad1", rows: rows)]
    self.shared = shared
    self.formats = formats
    self.from1904 = from1904
  }

  init(sheets: [Sheet]) { self.sheets = sheets }

  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var bytes: [UInt8] {
    get throws {
      var zip = ZipWriter()
      try zip.add(
        "_rels/.rels",
        xml(
          "<Relationships><Relationship Id=\"rId1\" Type=\"\(Self.office)/officeDocument\" "
            + "Target=\"/xl/workbook.xml\"/></Relationships>"))
      var tabs = ""
      var links = ""
      for (number, sheet) in sheets.enumerated() {
        let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
        tabs +=
          "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\"\(state) r:id=\"r\(number)\"/>"
        links +=
          "<Relationship Id=\"r\(number)\" Type=\"\(Self.office)/worksheet\" "
          + "Target=\"worksheets/sheet\(number + 1).xml\"/>"
        try zip.add(
          "xl/worksheets/sheet\(number + 1).xml",
          xml("<worksheet><sheetData>\(sheet.rows)</sheetData>\(sheet.after)</worksheet>"))
      }
      if let shared {
        links +=
          "<Relationship Id=\"s\" Type=\"\(Self.office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        try zip.add("xl/sharedStrings.xml", xml("<sst>\(shared)</sst>"))
      }
      links += "<Relationship Id=\"t\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
      var styles = "<styleSheet><numFmts>"
      for (number, format) in formats.enumerated() {
        styles += "<numFmt numFmtId=\"\(164 + number)\" formatCode=\"\(format)\"/>"
      }
      styles += "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
      styles += "<xf numFmtId=\"0\"/>"
      for number in formats.indices { styles += "<xf numFmtId=\"\(164 + number)\"/>" }
      try zip.add("xl/styles.xml", xml(styles + "</cellXfs></styleSheet>"))
      try zip.add("xl/_rels/workbook.xml.rels", xml("<Relationships>\(links)</Relationships>"))
      try zip.add(
        "xl/workbook.xml",
        xml(
          "<workbook><workbookPr\(from1904 ? " date1904=\"1\"" : "")/><sheets>\(tabs)</sheets>"
            + "</workbook>"))
      return zip.finished()
    }
  }

  private func xml(_ text: String) -> [UInt8] { Array((Self.head + text).utf8) }
}

/// The cells of a row as inline texts, numbers as numbers; nil for an empty cell.
func textRow(_ number: Int, _ cells: [String?]) -> String {
  var text = "<row r=\"\(number)\">"
  for (column, cell) in cells.enumerated() {
    guard let cell else { continue }
    let place = "\(UnicodeScalar(UInt8(65 + column)))\(number)"
    if Double(cell) != nil {
      text += "<c r=\"\(place)\"><v>\(cell)</v></c>"
    } else {
      text += "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
    }
  }
  return text + "</row>"
}

extension SheetRow {
  /// The texts of the filled cells by column.
  var texts: [Int: String] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { (column($0), text($0)) })
  }
}

extension Workbook {
  /// All rows of the first sheet.
  func allRows() throws -> [[Int: String]] {
    let reader = try rows(of: sheets[0])
    var row = reader.emptyRow()
    var all: [[Int: String]] = []
    while try reader.next(&row) { all.append(row.texts) }
    return all
  }
}

extension SheetTable {
  /// All rows of the table, empty cells as empty texts, and the rows left out.
  func allRows() throws -> (rows: [[String]], leftOut: [Int]) {
    let reader = try rows()
    var row = reader.emptyRow()
    var all: [[String]] = []
    while try reader.next(&row) {
      let texts = row.texts
      all.append(header.indices.map { texts[firstColumn + $0] ?? "" })
    }
    return (all, reader.leftOut)
  }
}
