/// Text for Markdown.
package enum MarkdownText {
  /// Text that is no markup, on one line.
  package static func plain(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      switch letter {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "|", "*", "_", "`", "[", "]", "\\", "#": result += "\\\(letter)"
      case _ where letter.isNewline: result += " "
      default: result.append(letter)
      }
    }
  }
}
