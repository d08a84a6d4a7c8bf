internal import Archives
internal import Cartography

/// A factsheet as a document of Word (Office Open XML), which other programs for text open too.
///
/// Source: ECMA-376, part 1. The same sheet and picture give the same bytes.
public struct FactsheetDocument {
  private let sheet: Factsheet
  private let style: HouseStyle
  private let map: [UInt8]?
  private let logo: [UInt8]?

  /// Prepares a document.
  /// - Parameters:
  ///   - style: its font (the first of the names) and colour of titles.
  ///   - map: the small map as PNG; nil for none.
  ///   - logo: the logo as PNG; nil for none. Bytes of another kind are no logo either.
  public init(
    _ sheet: Factsheet, style: HouseStyle = HouseStyle(), map: [UInt8]?, logo: [UInt8]? = nil
  ) {
    self.sheet = sheet
    self.style = style
    self.map = map
    self.logo = logo.flatMap { Self.pixels(of: $0) == nil ? nil : $0 }
  }

  /// The width and height of a PNG, from its first chunk (ISO/IEC 15948, 11.2.2).
  private static func pixels(of png: [UInt8]) -> (width: Double, height: Double)? {
    guard png.count > 24, png.starts(with: [0x89, 0x50, 0x4e, 0x47]) else { return nil }
    func number(_ from: Int) -> Double {
      Double(png[from..<from + 4].reduce(0) { $0 << 8 | Int($1) })
    }
    let (width, height) = (number(16), number(20))
    return width > 0 && height > 0 ? (width, height) : nil
  }

  /// The small map as SVG, for a program that makes PNG of it; nil when there is nothing to draw.
  public static func map(of sheet: Factsheet) -> String? { sheet.locator(side: side)?.svg }

  /// The longer side of the small map in mm.
  private static let side = 58.0

  /// The document.
  /// - Throws: `Archives.Failure`.
  public var bytes: [UInt8] {
    get throws {
      var zip = ZipWriter()
      try zip.add("[Content_Types].xml", Array(types.utf8))
      try zip.add("_rels/.rels", Array(Self.relations.utf8))
      try zip.add("docProps/core.xml", Array(properties.utf8))
      try zip.add("word/document.xml", Array(document.utf8))
      try zip.add("word/styles.xml", Array(styles.utf8))
      try zip.add("word/_rels/document.xml.rels", Array(documentRelations.utf8))
      if let map { try zip.add("word/media/kaart.png", map) }
      if let logo { try zip.add("word/media/logo.png", logo) }
      return zip.finished()
    }
  }

  private static let prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private var types: String {
    var xml = XMLWriter(prolog: Self.prolog)
    xml.element("Types", ["xmlns": Self.package + "content-types"]) {
      $0.element(
        "Default",
        [
          "Extension": "rels",
          "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
        ])
      $0.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
      $0.element("Default", ["Extension": "png", "ContentType": "image/png"])
      $0.element(
        "Override",
        [
          "PartName": "/word/document.xml",
          "ContentType":
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        ])
      $0.element(
        "Override",
        [
          "PartName": "/word/styles.xml",
          "ContentType":
            "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        ])
      $0.element(
        "Override",
        [
          "PartName": "/docProps/core.xml",
          "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
        ])
    }
    return xml.text
  }

  private static var relations: String {
    var xml = XMLWriter(prolog: prolog)
    xml.element("Relationships", ["xmlns": package + "relationships"]) {
      $0.element(
        "Relationship",
        ["Id": "rId1", "Type": office + "/officeDocument", "Target": "word/document.xml"])
      $0.element(
        "Relationship",
        [
          "Id": "rId2", "Type": package + "relationships/metadata/core-properties",
          "Target": "docProps/core.xml",
        ])
    }
    return xml.text
  }

  private var documentRelations: String {
    var parts = [("styles", "/styles", "styles.xml")]
    if map != nil { parts.append(("kaart", "/image", "media/kaart.png")) }
    if logo != nil { parts.append(("logo", "/image", "media/logo.png")) }
    var xml = XMLWriter(prolog: Self.prolog)
    xml.element("Relationships", ["xmlns": Self.package + "relationships"]) {
      for (id, type, target) in parts {
        $0.element("Relationship", ["Id": id, "Type": Self.office + type, "Target": target])
      }
    }
    return xml.text
  }

  /// The font and the language of all text.
  private var styles: String {
    let names = style.font.split(separator: ",").map { $0.filter { !"'\"".contains($0) } }
    let font = names.first?.trimmingPrefix(while: \.isWhitespace).description ?? ""
    var xml = XMLWriter(prolog: Self.prolog)
    xml.element(
      "w:styles", ["xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"]
    ) {
      $0.element("w:docDefaults") {
        $0.element("w:rPrDefault") {
          $0.element("w:rPr") {
            if !font.isEmpty {
              $0.element("w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:cs": font])
            }
            $0.element("w:lang", ["w:val": sheet.language == .nl ? "nl-NL" : "en-GB"])
          }
        }
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
      $0.element("dc:title", text: (sheet.stamps + [sheet.name]).joined(separator: " · "))
      $0.element("dc:language", text: sheet.language.rawValue)
    }
    return xml.text
  }

  private var document: String {
    let texts = FactsheetTexts(sheet: sheet)
    var xml = XMLWriter(prolog: Self.prolog)
    xml.element(
      "w:document",
      [
        "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "xmlns:r": Self.office,
        "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
      ]
    ) {
      $0.element("w:body") { xml in
        if let logo, let size = Self.pixels(of: logo) {
          // In 40 by 14 mm, as in the corner of a picture.
          let scale = min(40 / size.width, 14 / size.height)
          xml.picture(
            "logo", number: 2, words: "Logo", width: size.width * scale,
            height: size.height * scale, isRight: true)
        }
        if !sheet.stamps.isEmpty {
          xml.paragraph(
            sheet.stamps.joined(separator: " · "), halfPoints: 20, color: "FFFFFF", isBold: true,
            ground: "A50F15", after: 120)
        }
        xml.paragraph(
          sheet.name, halfPoints: 40, color: String(style.titleColor.hex.dropFirst()), isBold: true)
        xml.paragraph(texts.place, halfPoints: 20, color: "555555")
        xml.paragraph(texts.day, halfPoints: 16, color: "555555", after: 120)
        if map != nil {
          let size = sheet.locator(side: Self.side)
          xml.picture(
            "kaart", number: 1, words: texts.location, width: size?.width ?? Self.side,
            height: size?.height ?? Self.side)
        }
        xml.paragraph(texts.guide, halfPoints: 16, after: 80)
        xml.paragraph(texts.medians, halfPoints: 16, after: 160)
        if sheet.lines.isEmpty {
          xml.paragraph(texts.nothing, halfPoints: 18)
        } else {
          table(texts, to: &xml)
        }
        if sheet.lines.count > Factsheet.mostLines {
          xml.paragraph(texts.more(sheet.lines.count - Factsheet.mostLines), halfPoints: 14)
        }
        xml.paragraph(texts.sources, halfPoints: 13, color: "555555", before: 160)
        xml.element("w:sectPr") {
          $0.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
          $0.element(
            "w:pgMar",
            [
              "w:top": "794", "w:right": "794", "w:bottom": "794", "w:left": "794",
              "w:header": "0", "w:footer": "0", "w:gutter": "0",
            ])
        }
      }
    }
    return xml.text
  }

  private func table(_ texts: FactsheetTexts, to xml: inout XMLWriter) {
    let widths = [3900, 1200, 2500, 1350, 1350]
    let lines = sheet.lines.prefix(Factsheet.mostLines)
    let size = lines.count > 30 ? 12 : lines.count > 18 ? 14 : 16
    xml.element("w:tbl") { xml in
      xml.element("w:tblPr") {
        $0.element("w:tblW", ["w:w": "10300", "w:type": "dxa"])
        $0.element("w:tblBorders") {
          $0.element(
            "w:insideH", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "D0D0D0"])
        }
        $0.element("w:tblLayout", ["w:type": "fixed"])
      }
      xml.element("w:tblGrid") { xml in
        for width in widths { xml.element("w:gridCol", ["w:w": "\(width)"]) }
      }
      xml.element("w:tr") { xml in
        xml.element("w:trPr") { $0.element("w:tblHeader") }
        for (width, heading) in zip(widths, texts.headings) {
          xml.cell(width) { $0.paragraph(heading, halfPoints: size, color: "555555", isBold: true) }
        }
      }
      for line in lines {
        xml.element("w:tr") { xml in
          xml.element("w:trPr") { $0.element("w:cantSplit") }
          xml.cell(widths[0]) {
            $0.paragraph(line.title, halfPoints: size)
            let second = [line.unit, line.note].filter { !$0.isEmpty }.joined(separator: " · ")
            if !second.isEmpty, lines.count <= 24 {
              $0.paragraph(second, halfPoints: size - 3, color: "555555")
            }
          }
          xml.cell(widths[1]) {
            $0.paragraph(line.value ?? "–", halfPoints: size, isBold: true, isRight: true)
          }
          xml.cell(widths[2]) {
            $0.paragraph(line.label, halfPoints: size, chip: String(line.color.hex.dropFirst()))
          }
          for (width, median) in zip(widths[3...], [line.gemeenteMedian, line.allMedian]) {
            xml.cell(width) {
              $0.paragraph(median ?? "–", halfPoints: size, color: "555555", isRight: true)
            }
          }
        }
      }
    }
  }
}

extension XMLWriter {
  fileprivate mutating func cell(_ width: Int, _ content: (inout XMLWriter) -> Void) {
    element("w:tc") {
      $0.element("w:tcPr") { $0.element("w:tcW", ["w:w": "\(width)", "w:type": "dxa"]) }
      content(&$0)
    }
  }

  /// A picture on a line of its own; `width` and `height` are mm, which become EMU of 36,000 to the mm.
  /// - Parameters:
  ///   - name: that of its file and its relation.
  ///   - words: what is read to those who do not see it.
  fileprivate mutating func picture(
    _ name: String, number: Int, words: String, width: Double, height: Double,
    isRight: Bool = false
  ) {
    let wide = "\(Int(width * 36_000))"
    let high = "\(Int(height * 36_000))"
    element("w:p") {
      if isRight { $0.element("w:pPr") { $0.element("w:jc", ["w:val": "right"]) } }
      $0.element("w:r") {
        $0.element("w:drawing") {
          $0.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) {
            $0.element("wp:extent", ["cx": wide, "cy": high])
            $0.element("wp:docPr", ["id": "\(number)", "name": name, "descr": words])
            $0.element("a:graphic") {
              $0.element(
                "a:graphicData",
                ["uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"]
              ) {
                $0.element("pic:pic") {
                  $0.element("pic:nvPicPr") {
                    $0.element("pic:cNvPr", ["id": "\(number)", "name": "\(name).png"])
                    $0.element("pic:cNvPicPr")
                  }
                  $0.element("pic:blipFill") {
                    $0.element("a:blip", ["r:embed": name])
                    $0.element("a:stretch") { $0.element("a:fillRect") }
                  }
                  $0.element("pic:spPr") {
                    $0.element("a:xfrm") {
                      $0.element("a:off", ["x": "0", "y": "0"])
                      $0.element("a:ext", ["cx": wide, "cy": high])
                    }
                    $0.element("a:prstGeom", ["prst": "rect"]) { $0.element("a:avLst") }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// A paragraph in one look.
  /// - Parameters:
  ///   - ground: a colour behind the whole paragraph.
  ///   - chip: the colour of a square before the text.
  ///   - before, after: the space above and below, in twentieths of a point.
  fileprivate mutating func paragraph(
    _ text: String, halfPoints: Int, color: String = "1A1A1A", isBold: Bool = false,
    isRight: Bool = false, ground: String? = nil, chip: String? = nil, before: Int = 20,
    after: Int = 20
  ) {
    element("w:p") { xml in
      xml.element("w:pPr") {
        if let ground {
          $0.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": ground])
        }
        $0.element("w:spacing", ["w:before": "\(before)", "w:after": "\(after)"])
        if isRight { $0.element("w:jc", ["w:val": "right"]) }
      }
      func run(_ text: String, _ color: String, shade: String?) {
        xml.element("w:r") {
          $0.element("w:rPr") {
            if isBold { $0.element("w:b") }
            $0.element("w:color", ["w:val": color])
            $0.element("w:sz", ["w:val": "\(halfPoints)"])
            if let shade {
              $0.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": shade])
            }
          }
          $0.element("w:t", ["xml:space": "preserve"], text: text)
        }
      }
      if let chip { run("     ", chip, shade: chip) }
      run(chip == nil ? text : "  " + text, color, shade: nil)
    }
  }
}
