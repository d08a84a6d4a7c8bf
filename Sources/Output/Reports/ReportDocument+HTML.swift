internal import Cartography

extension ReportDocument {
  /// The text as one page that opens from disk without a connection, also without JavaScript.
  public var html: [UInt8] {
    var xml = XMLWriter(prolog: "<!DOCTYPE html>")
    xml.element("html", ["lang": language.rawValue]) { xml in
      xml.element("head") { xml in
        xml.element("meta", ["charset": "utf-8"])
        xml.element(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ])
        xml.element(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        xml.element("title", text: (stamps + [title]).joined(separator: " · "))
        xml.element("style", text: Self.style)
      }
      xml.element("body") { xml in
        xml.element("main") { xml in
          if !stamps.isEmpty {
            xml.element("p", ["class": "stamps"], text: stamps.joined(separator: " · "))
          }
          xml.element("h1", text: title.isEmpty ? Self.nothing : title)
          for block in blocks { write(block, to: &xml) }
        }
      }
    }
    return Array(xml.text.utf8)
  }

  private func write(_ block: Block, to xml: inout XMLWriter) {
    switch block {
    case .heading(let rank, let text): xml.element("h\(rank)", text: text)
    case .paragraph(let text): xml.element("p", text: text)
    case .list(let points):
      xml.element("ul") { xml in for point in points { xml.element("li", text: point) } }
    case .table(let columns, let rows):
      // A wide table moves by itself on a small screen, and by the keyboard.
      xml.element(
        "div",
        [
          "class": "table", "tabindex": "0", "role": "region",
          "aria-label": columns.joined(separator: ", "),
        ]
      ) { xml in
        xml.element("table") { xml in
          xml.element("thead") { xml in
            xml.element("tr") { xml in
              for name in columns {
                xml.element("th", ["scope": "col"], text: name.isEmpty ? Self.nothing : name)
              }
            }
          }
          xml.element("tbody") { xml in
            for row in Self.filled(rows, to: columns.count) {
              xml.element("tr") { xml in for cell in row { xml.element("td", text: cell) } }
            }
          }
        }
      }
    case .blank(let question):
      xml.element("p", ["class": "blank"], text: "\(askingWord): \(question)")
    }
  }

  // No character here that XML would write in another way.
  private static let style =
    "body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #ffffff; margin: 0; } "
    + "main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; } "
    + "h1, h2, h3, h4 { line-height: 1.25; } h2 { margin-top: 2.5rem; } "
    + ".stamps { background: #a50f15; color: #ffffff; font-weight: bold; padding: 0.4rem 0.8rem; } "
    + ".blank { border-left: 0.25rem solid #6b6b6b; padding-left: 0.75rem; min-height: 4rem; } "
    + ".table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } "
    + "th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.6rem 0.25rem 0; "
    + "border-bottom: 1px solid #c4c4c4; } "
    + "@media print { main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } "
    + "tr { break-inside: avoid; } } "
    + "@media (prefers-color-scheme: dark) { body { color: #ececec; background: #161616; } "
    + "th, td { border-color: #4a4a4a; } }"
}
