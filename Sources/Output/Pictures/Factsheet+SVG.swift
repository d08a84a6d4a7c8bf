internal import Cartography
internal import Geometry

extension Factsheet {
  /// The most lines that a page has room for.
  public static let mostLines = 48

  /// The page as SVG, A4 upright; the same bytes each time.
  public func svg(style: HouseStyle = HouseStyle()) -> String {
    let page = FactsheetPage(sheet: self, style: style)
    var xml = XMLWriter(prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "width": "210mm", "height": "297mm", "viewBox": "0 0 210 297", "role": "img",
        "font-family": style.font,
      ]
    ) {
      $0.element("title", text: (stamps + [name, gemeente]).joined(separator: " · "))
      $0.element("defs") { MapPicture.hatches(to: &$0) }
      $0.element("rect", ["width": "210", "height": "297", "fill": "#ffffff"])
      page.draw(to: &$0)
    }
    return xml.text
  }

  /// The map of the gemeente alone as SVG, for documents of other programs; nil without surfaces.
  /// - Parameter side: the longer side in mm.
  func locator(side: Double) -> (svg: String, width: Double, height: Double)? {
    let box = surroundings.reduce(Box.empty) { $0.union($1.surface.box) }
    guard !box.isEmpty else { return nil }
    let scale = side / max(box.width, box.height, 1)
    let (width, height) = (max(box.width * scale, 1), max(box.height * scale, 1))
    var xml = XMLWriter(prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "\(width.short)mm",
        "height": "\(height.short)mm", "viewBox": "0 0 \(width.short) \(height.short)",
      ]
    ) {
      FactsheetPage(sheet: self, style: HouseStyle())
        .locator(x: (width - side) / 2, y: 0, side: side, to: &$0)
    }
    return (xml.text, width, height)
  }
}

/// The parts of a factsheet on its page, from the upper edge down. All lengths are mm.
struct FactsheetPage {
  let sheet: Factsheet
  let style: HouseStyle
  private var texts: FactsheetTexts { FactsheetTexts(sheet: sheet) }

  private let margin = 14.0
  private let width = 210.0
  private let height = 297.0
  private let mapSide = 58.0
  private let ink = "#1a1a1a"
  private let grey = "#555555"

  func draw(to xml: inout XMLWriter) {
    var y = margin
    let room = width - 2 * margin
    if let logo = style.logo {
      xml.element(
        "image",
        [
          "x": (width - margin - 30).short, "y": (margin - 4).short, "width": "30", "height": "12",
          "preserveAspectRatio": "xMaxYMin meet", "xlink:href": logo.dataAddress,
        ])
    }
    if !sheet.stamps.isEmpty {
      let stamp = sheet.stamps.joined(separator: " · ")
      let own = min(room - 34, PictureText.width(stamp, size: 3.6) * 1.08 + 6)
      xml.element(
        "rect",
        ["x": margin.short, "y": y.short, "width": own.short, "height": "6.4", "fill": "#a50f15"])
      xml.line(stamp, x: margin + 3, y: y + 4.5, size: 3.6, color: "#ffffff", isBold: true)
      y += 9
    }
    let top = y
    let left = room - mapSide - 6
    for line in PictureText.first(3, of: PictureText.lines(sheet.name, width: left, size: 8)) {
      y += 9
      xml.line(line, x: margin, y: y, size: 8, color: style.titleColor.hex, isBold: true)
    }
    y += 2
    for (text, size) in [(texts.place, 4.0), (texts.day, 3.2)] {
      for line in PictureText.lines(text, width: left, size: size) {
        y += size * 1.4
        xml.line(line, x: margin, y: y, size: size, color: grey)
      }
    }
    y += 3
    for text in [texts.guide, texts.medians] {
      for line in PictureText.lines(text, width: left, size: 3.2) {
        y += 4.5
        xml.line(line, x: margin, y: y, size: 3.2, color: ink)
      }
      y += 1
    }
    locator(x: width - margin - mapSide, y: top + 4, side: mapSide, to: &xml)
    xml.line(
      texts.location, x: width - margin - mapSide, y: top + 2, size: 3, color: grey)
    y = max(y + 5, top + mapSide + 9)
    xml.element(
      "rect",
      [
        "x": margin.short, "y": (y - 2).short, "width": room.short, "height": "0.5",
        "fill": style.accentColor.hex,
      ])
    table(top: y, bottom: foot(to: &xml), to: &xml)
  }

  /// - Returns: where the sources begin.
  private func foot(to xml: inout XMLWriter) -> Double {
    let lines = PictureText.first(
      4, of: PictureText.lines(texts.sources, width: width - 2 * margin, size: 2.8))
    let top = height - margin - Double(lines.count) * 3.8
    for (number, line) in lines.enumerated() {
      xml.line(line, x: margin, y: top + Double(number + 1) * 3.8, size: 2.8, color: grey)
    }
    return top
  }

  private func table(top: Double, bottom: Double, to xml: inout XMLWriter) {
    guard !sheet.lines.isEmpty else {
      return xml.line(texts.nothing, x: margin, y: top + 8, size: 4, color: grey)
    }
    let columns = [margin, margin + 78, margin + 104, margin + 150, margin + 182]
    let headings = texts.headings
    for (place, heading) in headings.enumerated() {
      let isNumber = place == 1 || place > 2
      let lines = PictureText.lines(heading, width: isNumber ? 26 : 70, size: 2.8)
      for (number, line) in PictureText.first(2, of: lines).enumerated() {
        xml.line(
          line, x: isNumber ? columns[place] + (place == 1 ? 20 : 0) : columns[place],
          y: top + 4 + Double(number) * 3.4, size: 2.8, color: grey, isBold: true,
          anchor: isNumber ? "end" : "start")
      }
    }
    let begin = top + 10
    let count = min(sheet.lines.count, Factsheet.mostLines)
    let step = min(9, (bottom - begin - 5) / Double(count))
    // With little room a line says less, and stays readable.
    let size = min(3.2, step * 0.72)
    for (number, line) in sheet.lines.prefix(count).enumerated() {
      let y = begin + Double(number) * step
      let base = y + step * 0.5
      if number > 0 {
        xml.element(
          "path",
          [
            "d": "M\(margin.short) \(y.short)H\((width - margin).short)", "stroke": "#d0d0d0",
            "stroke-width": "0.15",
          ])
      }
      let title = PictureText.lines(line.title, width: 74, size: size)
      xml.line(PictureText.first(1, of: title)[0], x: columns[0], y: base, size: size, color: ink)
      if step > 6 {
        let second = [line.unit, line.note].filter { !$0.isEmpty }.joined(separator: " · ")
        let lines = PictureText.lines(second, width: 74, size: 2.5)
        if let first = PictureText.first(1, of: lines).first {
          xml.line(first, x: columns[0], y: base + 3.2, size: 2.5, color: grey)
        }
      }
      xml.line(
        line.value ?? "–", x: columns[1] + 20, y: base, size: size, color: ink, isBold: true,
        anchor: "end")
      swatch(line, x: columns[2], y: base - size * 0.85, height: size, to: &xml)
      let label = PictureText.lines(line.label, width: 30, size: size * 0.9)
      for (row, text) in PictureText.first(step > 6 ? 2 : 1, of: label).enumerated() {
        xml.line(
          text, x: columns[2] + 7, y: base + Double(row) * 3.2, size: size * 0.9, color: ink)
      }
      for (column, median) in [(3, line.gemeenteMedian), (4, line.allMedian)] {
        xml.line(
          median ?? "–", x: columns[column], y: base, size: size, color: grey, anchor: "end")
      }
    }
    if sheet.lines.count > count {
      xml.line(
        texts.more(sheet.lines.count - count), x: margin, y: begin + Double(count) * step + 3,
        size: 2.8, color: grey)
    }
  }

  private func swatch(
    _ line: Factsheet.Line, x: Double, y: Double, height: Double, to xml: inout XMLWriter
  ) {
    let fills =
      [line.color.hex] + (line.status == .ok ? [] : ["url(#hatch-\(line.status.rawValue))"])
    for fill in fills {
      xml.element(
        "rect",
        [
          "x": x.short, "y": y.short, "width": "5", "height": height.short, "fill": fill,
          "stroke": "#333333", "stroke-width": "0.1",
        ])
    }
  }

  /// The gemeente, with the area in dark.
  func locator(x: Double, y: Double, side: Double, to xml: inout XMLWriter) {
    let box = sheet.surroundings.reduce(Box.empty) { $0.union($1.surface.box) }
    guard !box.isEmpty else { return }
    let scale = side / max(box.width, box.height, 1)
    let left = x + (side - box.width * scale) / 2
    for (place, area) in sheet.surroundings.enumerated() where place != sheet.place {
      let path = PicturePath(area.surface, box: box, scale: scale, x: left, y: y).text
      if !path.isEmpty { xml.surface(path, fill: "#ececec", line: "#8a8a8a", width: "0.08") }
    }
    guard sheet.surroundings.indices.contains(sheet.place) else { return }
    let own = sheet.surroundings[sheet.place].surface
    let path = PicturePath(own, box: box, scale: scale, x: left, y: y).text
    if !path.isEmpty { xml.surface(path, fill: "#a50f15", line: "#5c0008", width: "0.3") }
    // A small area is found by the ring around it.
    let middle = own.box
    guard !middle.isEmpty, max(middle.width, middle.height) * scale < side / 12 else { return }
    xml.element(
      "circle",
      [
        "cx": (left + ((middle.minX + middle.maxX) / 2 - box.minX) * scale).short,
        "cy": (y + (box.maxY - (middle.minY + middle.maxY) / 2) * scale).short,
        "r": (side / 14).short, "fill": "none", "stroke": "#a50f15", "stroke-width": "0.5",
      ])
  }
}

extension XMLWriter {
  fileprivate mutating func line(
    _ text: String, x: Double, y: Double, size: Double, color: String, isBold: Bool = false,
    anchor: String = "start"
  ) {
    element(
      "text",
      [
        "x": x.short, "y": y.short, "font-size": size.short, "fill": color,
        "font-weight": isBold ? "bold" : "normal", "text-anchor": anchor,
      ], text: text)
  }

  fileprivate mutating func surface(_ path: String, fill: String, line: String, width: String) {
    element(
      "path",
      [
        "d": path, "fill": fill, "fill-rule": "evenodd", "stroke": line, "stroke-width": width,
        "stroke-linejoin": "round",
      ])
  }
}
