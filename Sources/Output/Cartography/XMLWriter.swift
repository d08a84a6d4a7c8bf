/// Writes well-formed XML, one element to a line, children indented by two spaces.
package struct XMLWriter {
  /// What has been written.
  package private(set) var text: String
  private var depth = 0

  /// How files of QGIS begin.
  package static let qgisProlog = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"

  /// Starts with `prolog`, which is written as it is.
  package init(prolog: String) {
    text = prolog + "\n"
  }

  /// Writes an element without children.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String = ""
  ) {
    begin(name, attributes)
    text += content.isEmpty ? "/>\n" : ">\(Self.escaped(content))</\(name)>\n"
  }

  /// Writes an element with the children that `children` writes.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    children: (inout XMLWriter) -> Void
  ) {
    begin(name, attributes)
    text += ">\n"
    depth += 1
    children(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
  }

  private mutating func indent() {
    text += String(repeating: "  ", count: depth)
  }

  /// `text` as it may stand between tags and in attributes.
  ///
  /// Line ends and tabs become references, so that attributes keep them. Control characters, and the
  /// two code points that XML 1.0 forbids, are left out.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
      default: 0x20..<0x7F ~= byte
      }
    }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{FFFE}", "\u{FFFF}": continue
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
