internal import Archives
internal import Bytes

/// Writes an XLSX workbook; the same sheets give the same bytes.
///
/// Texts are written as texts and never as formulas; one that begins with `=`, `+`, `-` or `@` is
/// also marked so that it stays a text when somebody edits it. All sheets are held in memory.
/// Source: ECMA-376 Part 1 (SpreadsheetML).
public struct WorkbookWriter {
  /// What a cell holds.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A text.
    case text(String)
    /// A number, shown with at most this many digits after the point; one that is not finite is an
    /// empty cell.
    case number(Double, decimals: Int)
    /// True or false.
    case flag(Bool)
  }

  /// A sheet in the making.
  public struct Sheet {
    let name: String
    var widths: [Int]
    var rows: [UInt8] = []
    var count = 0
    let columnCount: Int

    /// Begins a sheet with a header, which stays in sight.
    ///
    /// - Precondition: the name has 1 to 31 characters and none of `:\/?*[]`.
    public init(name: String, header: [String]) {
      precondition((1...31).contains(name.count) && !name.contains { #":\/?*[]"#.contains($0) })
      self.name = name
      columnCount = header.count
      widths = header.map { min(max($0.count + 2, 8), 60) }
      append(header.map { .text($0) }, style: Style.header)
    }

    /// Adds a row.
    public mutating func append(_ values: [Value]) { append(values, style: nil) }

    private mutating func append(_ values: [Value], style: Int?) {
      count += 1
      rows.append(contentsOf: "<row r=\"\(count)\">".utf8)
      for (column, value) in values.enumerated() {
        let reference = SheetReader.reference(count, column)
        switch value {
        case .empty: break
        case .text(let text):
          let isRisky = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
          let style = style ?? (isRisky ? Style.quoted : Style.plain)
          rows.append(contentsOf: "<c r=\"\(reference)\" s=\"\(style)\" t=\"inlineStr\"><is>".utf8)
          rows.append(contentsOf: "<t xml:space=\"preserve\">".utf8)
          rows.append(markup: text)
          rows.append(contentsOf: "</t></is></c>".utf8)
        case .number(let number, let decimals):
          guard number.isFinite else { continue }
          let style = Style.number(decimals: decimals)
          rows.append(contentsOf: "<c r=\"\(reference)\" s=\"\(style)\"><v>".utf8)
          rows.append(rounded: number, decimals: min(max(decimals, 0), 12))
          rows.append(contentsOf: "</v></c>".utf8)
        case .flag(let flag):
          rows.append(contentsOf: "<c r=\"\(reference)\" t=\"b\"><v>\(flag ? 1 : 0)</v></c>".utf8)
        }
      }
      rows.append(contentsOf: "</row>".utf8)
    }

    /// Makes a column wider or narrower, in characters.
    public mutating func setWidth(_ width: Int, ofColumn column: Int) { widths[column] = width }

    var xml: [UInt8] {
      var text = Array(WorkbookWriter.start.utf8)
      text.append(contentsOf: "<worksheet xmlns=\"\(WorkbookWriter.main)\">".utf8)
      text.append(contentsOf: "<sheetViews><sheetView workbookViewId=\"0\">".utf8)
      text.append(
        contentsOf:
          "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>".utf8)
      text.append(contentsOf: "</sheetView></sheetViews><cols>".utf8)
      for (column, width) in widths.enumerated() {
        text.append(
          contentsOf:
            "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
            .utf8)
      }
      text.append(contentsOf: "</cols><sheetData>".utf8)
      text.append(contentsOf: rows)
      text.append(contentsOf: "</sheetData></worksheet>".utf8)
      return text
    }
  }

  private var sheets: [Sheet] = []
  private let title: String

  /// Begins a workbook; the title stands among its properties.
  public init(title: String) { self.title = title }

  /// Adds a sheet behind the others.
  public mutating func add(_ sheet: Sheet) { sheets.append(sheet) }

  /// The bytes of the file.
  /// - Throws: ``SpreadsheetError/tooLarge(path:part:limit:)`` beyond 4 GiB.
  public func bytes() throws(SpreadsheetError) -> [UInt8] {
    var zip = ZipWriter()
    do {
      try zip.add("[Content_Types].xml", contentTypes)
      try zip.add("_rels/.rels", Self.rootLinks)
      try zip.add("docProps/core.xml", properties)
      try zip.add("xl/workbook.xml", workbook)
      try zip.add("xl/_rels/workbook.xml.rels", links)
      try zip.add("xl/styles.xml", Style.xml)
      for (number, sheet) in sheets.enumerated() {
        try zip.add("xl/worksheets/sheet\(number + 1).xml", sheet.xml)
      }
    } catch {
      throw .tooLarge(path: "", part: "", limit: Int(UInt32.max))
    }
    return zip.finished()
  }

  // MARK: The parts of the file

  static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private var contentTypes: [UInt8] {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var text = Self.start + "<Types xmlns=\"\(Self.package)/content-types\">"
    text +=
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    text += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
    text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/>"
    text +=
      "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    for number in sheets.indices {
      text +=
        "<Override PartName=\"/xl/worksheets/sheet\(number + 1).xml\" ContentType=\"\(type).worksheet+xml\"/>"
    }
    return Array((text + "</Types>").utf8)
  }

  private static var rootLinks: [UInt8] {
    let core = "\(package)/relationships/metadata/core-properties"
    return Array(
      (start + "<Relationships xmlns=\"\(package)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(core)\" Target=\"docProps/core.xml\"/>"
        + "</Relationships>").utf8)
  }

  private var properties: [UInt8] {
    var text = Array(Self.start.utf8)
    text.append(
      contentsOf:
        "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
        .utf8)
    text.append(markup: title)
    text.append(
      contentsOf: "</dc:title><dc:creator>Wijkzicht</dc:creator></cp:coreProperties>".utf8)
    return text
  }

  private var workbook: [UInt8] {
    var text = Array(Self.start.utf8)
    text.append(
      contentsOf: "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>".utf8)
    for (number, sheet) in sheets.enumerated() {
      text.append(contentsOf: "<sheet name=\"".utf8)
      text.append(markup: sheet.name)
      text.append(contentsOf: "\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\"/>".utf8)
    }
    text.append(contentsOf: "</sheets></workbook>".utf8)
    return text
  }

  private var links: [UInt8] {
    var text = Self.start + "<Relationships xmlns=\"\(Self.package)/relationships\">"
    for number in sheets.indices {
      text +=
        "<Relationship Id=\"rId\(number + 1)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet\(number + 1).xml\"/>"
    }
    text +=
      "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
    return Array((text + "</Relationships>").utf8)
  }
}

/// The looks of cells, by number.
private enum Style {
  static let plain = 0
  static let header = 1
  static let quoted = 2

  /// The look of a number with so many decimals, at most 6.
  static func number(decimals: Int) -> Int { 3 + min(max(decimals, 0), 6) }

  static var xml: [UInt8] {
    var text = WorkbookWriter.start + "<styleSheet xmlns=\"\(WorkbookWriter.main)\">"
    text += "<numFmts count=\"7\">"
    for decimals in 0...6 {
      let code = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
      text += "<numFmt numFmtId=\"\(164 + decimals)\" formatCode=\"\(code)\"/>"
    }
    text += "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    text += "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    text += "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    text += "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    text +=
      "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    text +=
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    text += "</cellStyleXfs><cellXfs count=\"10\">"
    let rest = "fillId=\"0\" borderId=\"0\" xfId=\"0\""
    text += "<xf numFmtId=\"0\" fontId=\"0\" \(rest)/>"
    text += "<xf numFmtId=\"0\" fontId=\"1\" \(rest) applyFont=\"1\"/>"
    text += "<xf numFmtId=\"49\" fontId=\"0\" \(rest) quotePrefix=\"1\" applyNumberFormat=\"1\"/>"
    for decimals in 0...6 {
      text += "<xf numFmtId=\"\(164 + decimals)\" fontId=\"0\" \(rest) applyNumberFormat=\"1\"/>"
    }
    text += "</cellXfs><cellStyles count=\"1\">"
    text += "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    return Array(text.utf8)
  }
}

extension [UInt8] {
  /// Appends a text as XML; characters that XML does not allow become U+FFFD.
  fileprivate mutating func append(markup text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: append(contentsOf: "&amp;".utf8)
      case 0x3C: append(contentsOf: "&lt;".utf8)
      case 0x3E: append(contentsOf: "&gt;".utf8)
      case 0x22: append(contentsOf: "&quot;".utf8)
      case 0x0D: append(contentsOf: "&#13;".utf8)
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF:
        append(contentsOf: "\u{FFFD}".utf8)
      default: append(contentsOf: String(scalar).utf8)
      }
    }
  }
}
