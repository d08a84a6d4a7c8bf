internal import Archives
internal import Cartography

extension ReportDocument {
  /// The text as a document of Word (Office Open XML), with styles for headings, which other programs for
  /// text open and edit too.
  ///
  /// Source: ECMA-376, part 1.
  /// - Throws: `Archives.Failure`.
  public func word() throws -> [UInt8] {
    var zip = ZipWriter()
    try zip.add("[Content_Types].xml", Array(Self.types.utf8))
    try zip.add("_rels/.rels", Array(Self.relations.utf8))
    try zip.add("docProps/core.xml", Array(properties.utf8))
    try zip.add("word/_rels/document.xml.rels", Array(Self.documentRelations.utf8))
    try zip.add("word/styles.xml", Array(styles.utf8))
    try zip.add("word/document.xml", Array(body.utf8))
    return zip.finished()
  }

  private static let prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private static var types: String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let open = "application/vnd.openxmlformats-package."
    var xml = XMLWriter(prolog: prolog)
    xml.element("Types", ["xmlns": package + "content-types"]) {
      $0.element("Default", ["Extension": "rels", "ContentType": open + "relationships+xml"])
      $0.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
      for (name, type) in [
        ("/word/document.xml", word + "document.main+xml"),
        ("/word/styles.xml", word + "styles+xml"),
        ("/docProps/core.xml", open + "core-properties+xml"),
      ] {
        $0.element("Override", ["PartName": name, "ContentType": type])
      }
    }
    return xml.text
  }

  private static var relations: String {
    relations([
      (office + "/officeDocument", "word/document.xml"),
      (package + "relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  private static var documentRelations: String {
    relations([(office + "/styles", "styles.xml")])
  }

  private static func relations(_ parts: [(type: String, target: String)]) -> String {
    var xml = XMLWriter(prolog: prolog)
    xml.element("Relationships", ["xmlns": package + "relationships"]) { xml in
      for (number, part) in parts.enumerated() {
        xml.element(
          "Relationship",
          ["Id": "rId\(number + 1)", "Type": part.type, "Target": part.target])
      }
    }
    return xml.text
  }

  private var properties: String {
    var xml = XMLWriter(prolog: Self.prolog)
    xml.element(
      "cp:coreProperties",
      [
        "xmlns:cp": Self.package + "metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      ]
    ) {
      $0.element("dc:title", text: (stamps + [title]).joined(separator: " · "))
      $0.element("dc:language", text: language.rawValue)
    }
    return xml.text
  }

  private var styles: String {
    var xml = XMLWriter(prolog: Self.prolog)
    xml.element("w:styles", ["xmlns:w": Self.main]) { xml in
      xml.element("w:docDefaults") { xml in
        xml.element("w:rPrDefault") { xml in
          xml.element("w:rPr") {
            $0.element("w:rFonts", ["w:ascii": "Calibri", "w:hAnsi": "Calibri", "w:cs": "Calibri"])
            $0.element("w:sz", ["w:val": "21"])
            $0.element("w:lang", ["w:val": language == .nl ? "nl-NL" : "en-GB"])
          }
        }
        xml.element("w:pPrDefault") { xml in
          xml.element("w:pPr") { $0.element("w:spacing", ["w:after": "120"]) }
        }
      }
      xml.element("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]) {
        $0.element("w:name", ["w:val": "Normal"])
      }
      for (rank, size) in [(1, "36"), (2, "28"), (3, "24"), (4, "22")] {
        xml.element("w:style", ["w:type": "paragraph", "w:styleId": "Heading\(rank)"]) { xml in
          xml.element("w:name", ["w:val": "heading \(rank)"])
          xml.element("w:basedOn", ["w:val": "Normal"])
          xml.element("w:next", ["w:val": "Normal"])
          xml.element("w:pPr") {
            $0.element("w:keepNext")
            $0.element("w:spacing", ["w:before": "240", "w:after": "80"])
            $0.element("w:outlineLvl", ["w:val": "\(rank - 1)"])
          }
          xml.element("w:rPr") {
            $0.element("w:b")
            $0.element("w:sz", ["w:val": size])
          }
        }
      }
    }
    return xml.text
  }

  private var body: String {
    var xml = XMLWriter(prolog: Self.prolog)
    xml.element("w:document", ["xmlns:w": Self.main]) { xml in
      xml.element("w:body") { xml in
        if !stamps.isEmpty {
          xml.wordParagraph(stamps.joined(separator: " · "), isBold: true, color: "A50F15")
        }
        xml.wordParagraph(title, style: "Heading1")
        for block in blocks { write(block, to: &xml) }
        xml.element("w:sectPr") {
          $0.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
          $0.element(
            "w:pgMar",
            [
              "w:top": "1134", "w:right": "1134", "w:bottom": "1134", "w:left": "1134",
              "w:header": "0", "w:footer": "0", "w:gutter": "0",
            ])
        }
      }
    }
    return xml.text
  }

  private func write(_ block: Block, to xml: inout XMLWriter) {
    switch block {
    case .heading(let rank, let text): xml.wordParagraph(text, style: "Heading\(rank)")
    case .paragraph(let text): xml.wordParagraph(text)
    case .list(let points): for point in points { xml.wordParagraph("• " + point, indent: 284) }
    case .blank(let question):
      xml.wordParagraph("\(askingWord): \(question)", color: "555555")
      xml.wordParagraph("…")
    case .table(let columns, let rows):
      let width = 9638 / max(columns.count, 1)
      xml.element("w:tbl") { xml in
        xml.element("w:tblPr") {
          $0.element("w:tblW", ["w:w": "9638", "w:type": "dxa"])
          $0.element("w:tblBorders") {
            $0.element(
              "w:insideH", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "C4C4C4"])
          }
          $0.element("w:tblLayout", ["w:type": "fixed"])
        }
        xml.element("w:tblGrid") { xml in
          for _ in columns { xml.element("w:gridCol", ["w:w": "\(width)"]) }
        }
        xml.element("w:tr") { xml in
          xml.element("w:trPr") { $0.element("w:tblHeader") }
          for name in columns { xml.wordCell(name, width: width, isBold: true) }
        }
        for row in Self.filled(rows, to: columns.count) {
          xml.element("w:tr") { xml in
            xml.element("w:trPr") { $0.element("w:cantSplit") }
            for cell in row { xml.wordCell(cell, width: width) }
          }
        }
      }
      // Two tables in a row would become one.
      xml.wordParagraph("")
    }
  }
}

extension XMLWriter {
  fileprivate mutating func wordParagraph(
    _ text: String, style: String? = nil, isBold: Bool = false, color: String? = nil,
    indent: Int? = nil
  ) {
    element("w:p") { xml in
      if style != nil || indent != nil {
        xml.element("w:pPr") {
          if let style { $0.element("w:pStyle", ["w:val": style]) }
          if let indent { $0.element("w:ind", ["w:left": "\(indent)", "w:hanging": "\(indent)"]) }
        }
      }
      guard !text.isEmpty else { return }
      xml.element("w:r") { xml in
        if isBold || color != nil {
          xml.element("w:rPr") {
            if isBold { $0.element("w:b") }
            if let color { $0.element("w:color", ["w:val": color]) }
          }
        }
        xml.element("w:t", ["xml:space": "preserve"], text: text)
      }
    }
  }

  fileprivate mutating func wordCell(_ text: String, width: Int, isBold: Bool = false) {
    element("w:tc") { xml in
      xml.element("w:tcPr") { $0.element("w:tcW", ["w:w": "\(width)", "w:type": "dxa"]) }
      xml.wordParagraph(text, isBold: isBold)
    }
  }
}
