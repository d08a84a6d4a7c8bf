internal import Cartography
internal import Geometry

/// The parts of a picture on its sheet, from the upper edge down: stamps and title, maps beside the
/// legend, and what must be read with them. All lengths are mm.
struct PictureSheet {
  let picture: MapPicture
  let size: PictureSize
  let style: HouseStyle

  private var text: Double { size.textSize }
  private var small: Double { size.textSize * 0.8 }
  private var margin: Double { size.margin }
  private var legendWidth: Double { max(size.width * 0.22, text * 16) }
  private var room: Double { size.width - 2 * margin }
  private let ink = "#1a1a1a"
  private let grey = "#555555"

  func draw(to xml: inout XMLWriter) {
    let head = heading(to: &xml)
    let foot = footing(to: &xml)
    let top = head + text
    maps(top: top, height: foot - top - text, to: &xml)
    legend(top: top + text, to: &xml)
  }

  // MARK: Title

  /// - Returns: where the heading ends.
  private func heading(to xml: inout XMLWriter) -> Double {
    var y = margin
    var room = size.width - 2 * margin
    if let logo = style.logo {
      let side = text * 4.5
      xml.element(
        "image",
        [
          "x": (size.width - margin - side * 2).short, "y": y.short, "width": (side * 2).short,
          "height": side.short, "preserveAspectRatio": "xMaxYMin meet",
          "xlink:href": logo.dataAddress,
        ])
      room -= side * 2 + margin
    }
    if !picture.stamps.isEmpty {
      let stamp = picture.stamps.joined(separator: " · ")
      let height = text * 1.7
      let width = min(room, PictureText.width(stamp, size: text) * 1.08 + text * 1.6)
      xml.element(
        "rect",
        [
          "x": margin.short, "y": y.short, "width": width.short, "height": height.short,
          "fill": "#a50f15",
        ])
      xml.label(
        stamp, x: margin + text * 0.8, y: y + text * 1.2, size: text, color: "#ffffff", bold: true)
      y += height + text * 0.6
    }
    let titleSize = text * 1.75
    let lines = PictureText.first(
      2, of: PictureText.lines(picture.title, width: room * 0.94, size: titleSize))
    for line in lines {
      y += titleSize * 1.1
      xml.label(line, x: margin, y: y, size: titleSize, color: style.titleColor.hex, bold: true)
    }
    if !picture.unit.isEmpty {
      y += text * 1.6
      xml.label(picture.unit, x: margin, y: y, size: text, color: grey)
    }
    y += text * 0.9
    xml.element(
      "rect",
      [
        "x": margin.short, "y": y.short, "width": (size.width - 2 * margin).short,
        "height": (text * 0.12).short, "fill": style.accentColor.hex,
      ])
    return y
  }

  // MARK: What must be read with it

  /// - Returns: where the footing begins.
  private func footing(to xml: inout XMLWriter) -> Double {
    let guide =
      picture.language == .nl
      ? "Een patroon, nooit een oordeel: de kaart zegt niets over wie er woont of werkt."
      : "A pattern, never a verdict: the map says nothing of who lives or works there."
    let paragraphs = picture.abstract.split(separator: "\n").filter { !picture.title.hasPrefix($0) }
    let words =
      (paragraphs + ["\(guide)\(picture.study.isEmpty ? "" : " · " + picture.study)"])
      .joined(separator: "\n")
    // Long words in small letters: a caveat that is cut off is none. At the worst half of the sheet.
    func lines(_ size: Double) -> [String] {
      PictureText.lines(words, width: self.size.width - 2 * margin, size: size)
    }
    let letters =
      [small, small * 0.9].first {
        Double(lines($0).count) * $0 * 1.35 <= size.height / 5
      } ?? small * 0.8
    let line = letters * 1.35
    let all = PictureText.first(Int(size.height / 2 / line), of: lines(letters))
    let top = size.height - margin - Double(all.count) * line
    for (number, text) in all.enumerated() {
      xml.label(
        text, x: margin, y: top + (Double(number) + 0.85) * line, size: letters, color: grey)
    }
    return top
  }

  // MARK: Maps

  private func maps(top: Double, height: Double, to xml: inout XMLWriter) {
    let panels = picture.panels
    guard !panels.isEmpty, height > text * 4 else { return nothing(top: top, to: &xml) }
    let bar = text * 2.2
    let hasTitles = panels.contains { !$0.title.isEmpty }
    let layout = PanelLayout(
      boxes: panels.map(\.box),
      titles: panels.map { PictureText.width($0.title, size: text) * 1.05 }, width: room,
      height: height - bar, heading: hasTitles ? text * 1.6 : 0, gap: text * 1.2,
      // Maps may stand below the legend.
      corner: PanelLayout.Size(width: legendWidth, height: text + legendHeight))
    for place in layout.places {
      let panel = panels[place.panel]
      let box = panel.box
      let x = margin + place.x
      var y = top + place.y
      if hasTitles {
        xml.label(panel.title, x: x, y: y + text, size: text, color: ink, bold: true)
        y += text * 1.6
      }
      for area in panel.areas {
        let path = PicturePath(area.surface, box: box, scale: layout.scale, x: x, y: y).text
        if !path.isEmpty { draw(area.fill, path: path, to: &xml) }
      }
    }
    scaleBar(layout.scale, y: top + height - text * 0.6, to: &xml)
  }

  private func draw(_ fill: PictureArea.Fill, path: String, to xml: inout XMLWriter) {
    guard case .entry(let index) = fill else { return xml.outline(path, fill: "none") }
    let entry = picture.legend.entries[index]
    xml.outline(
      path, fill: entry.color.hex, line: picture.isOfCells ? entry.color.hex : "#333333")
    if entry.status != .ok {
      let hatch = "url(#hatch-\(entry.status.rawValue))"
      xml.element("path", ["d": path, "fill": hatch, "fill-rule": "evenodd"])
    }
  }

  private func scaleBar(_ scale: Double, y: Double, to xml: inout XMLWriter) {
    let metres = ScaleBar.metres(room: room * 0.15, scale: scale)
    let width = metres * scale
    xml.element(
      "path",
      [
        "d":
          "M\(margin.short) \((y - 1).short)V\(y.short)H\((margin + width).short)V\((y - 1).short)",
        "fill": "none", "stroke": ink, "stroke-width": "0.3",
      ])
    xml.label(
      ScaleBar.label(metres)
        + (picture.panels.count > 1
          ? picture.language == .nl ? ", voor alle kaarten" : ", for all maps" : ""),
      x: margin + width + text * 0.5, y: y, size: small, color: ink)
  }

  private func nothing(top: Double, to xml: inout XMLWriter) {
    xml.label(
      picture.language == .nl ? "Er is niets te tekenen." : "There is nothing to draw.", x: margin,
      y: top + text * 3, size: text, color: grey)
  }

  // MARK: Legend

  /// A line of the legend: where its words stand below the top, in mm.
  private struct LegendLine {
    let entry: PictureLegend.Entry
    let y: Double
    let words: [String]
  }

  private var swatch: (width: Double, height: Double) { (text * 1.6, text * 1.05) }

  /// The lines of the legend, and where they end.
  private var legendLines: (lines: [LegendLine], end: Double) {
    var y = 0.0
    var lines: [LegendLine] = []
    for (entry, count) in zip(picture.legend.entries, picture.counts) {
      guard picture.isOfAreas || entry.status == .ok || count > 0 else { continue }
      let words = PictureText.lines(
        entry.label + (picture.isOfAreas ? " (\(count))" : ""),
        width: legendWidth - swatch.width - text * 0.6, size: text * 0.92)
      lines.append(LegendLine(entry: entry, y: y, words: words))
      y += text * 1.75 + Double(max(words.count - 1, 0)) * text * 1.15
    }
    return (lines, y)
  }

  private var legendHeight: Double {
    legendLines.end + (picture.isOfAreas ? small * 1.4 : 0)
  }

  private func legend(top: Double, to xml: inout XMLWriter) {
    let x = size.width - margin - legendWidth
    let (lines, end) = legendLines
    for line in lines {
      let status = line.entry.status
      for fill in [
        line.entry.color.hex, status == .ok ? nil : "url(#hatch-\(status.rawValue))",
      ] {
        guard let fill else { continue }
        xml.element(
          "rect",
          [
            "x": x.short, "y": (top + line.y).short, "width": swatch.width.short,
            "height": swatch.height.short, "fill": fill, "stroke": "#333333",
            "stroke-width": "0.1",
          ])
      }
      for (number, words) in line.words.enumerated() {
        xml.label(
          words, x: x + swatch.width + text * 0.6,
          y: top + line.y + text * 0.85 + Double(number) * text * 1.15, size: text * 0.92,
          color: ink)
      }
    }
    guard picture.isOfAreas else { return }
    xml.label(
      picture.language == .nl ? "tussen haakjes: aantal gebieden" : "in brackets: number of areas",
      x: x, y: top + end + text * 0.6, size: small, color: grey)
  }
}

extension XMLWriter {
  /// A surface with its boundary.
  fileprivate mutating func outline(
    _ path: String, fill: String, line: String = "#333333"
  ) {
    element(
      "path",
      [
        "d": path, "fill": fill, "fill-rule": "evenodd", "stroke": line,
        "stroke-width": "0.08", "stroke-linejoin": "round",
      ])
  }

  fileprivate mutating func label(
    _ text: String, x: Double, y: Double, size: Double, color: String, bold: Bool = false
  ) {
    element(
      "text",
      bold
        ? [
          "x": x.short, "y": y.short, "font-size": size.short, "fill": color, "font-weight": "bold",
        ] : ["x": x.short, "y": y.short, "font-size": size.short, "fill": color], text: text)
  }
}
