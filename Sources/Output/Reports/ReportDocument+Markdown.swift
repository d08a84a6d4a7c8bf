internal import Cartography

extension ReportDocument {
  /// The text as Markdown, which any program for text can edit.
  public var markdown: [UInt8] {
    var lines = ["# \(MarkdownText.plain(title))", ""]
    if !stamps.isEmpty {
      lines += ["**\(stamps.map(MarkdownText.plain).joined(separator: " · "))**", ""]
    }
    for block in blocks {
      switch block {
      case .heading(let rank, let text):
        lines += [String(repeating: "#", count: rank) + " " + MarkdownText.plain(text), ""]
      case .paragraph(let text): lines += [Self.atStart(text), ""]
      case .list(let points): lines += points.map { "- " + Self.atStart($0) } + [""]
      case .table(let columns, let rows):
        lines.append(Self.row(columns.map { $0.isEmpty ? Self.nothing : $0 }))
        lines.append(Self.row(columns.map { _ in "---" }, isPlain: false))
        lines += Self.filled(rows, to: columns.count).map { Self.row($0) } + [""]
      case .blank(let question):
        lines += ["> **\(askingWord):** \(MarkdownText.plain(question))", ">", "> …", ""]
      }
    }
    return Array((lines.dropLast().joined(separator: "\n") + "\n").utf8)
  }

  private static func row(_ cells: [String], isPlain: Bool = true) -> String {
    "| " + cells.map { isPlain ? MarkdownText.plain($0) : $0 }.joined(separator: " | ") + " |"
  }

  /// Text at the start of a line, where some signs begin a list, a quotation or a rule.
  private static func atStart(_ text: String) -> String {
    let text = MarkdownText.plain(text)
    guard let first = text.first else { return text }
    if "-+>=~".contains(first) { return "\\" + text }
    // `1.` begins a list with numbers.
    if let match = text.prefixMatch(of: /([0-9]+)([.)])/) {
      return "\(match.1)\\\(match.2)\(text[match.range.upperBound...])"
    }
    return text
  }
}
