public import Cartography

/// A text for people in a handful of forms: headings, paragraphs, lists and tables.
///
/// One text becomes a page that every browser opens, Markdown, and a document of Word; equal texts give
/// equal bytes.
public struct ReportDocument: Hashable, Sendable {
  /// A piece of the text.
  public enum Block: Hashable, Sendable {
    /// A heading, of the second to the fourth rank; the title is the first.
    case heading(rank: Int, String)
    /// A paragraph.
    case paragraph(String)
    /// Points, none more than the others.
    case list([String])
    /// A table with a heading over each column; a row with fewer cells ends in empty ones.
    case table(columns: [String], rows: [[String]])
    /// Something for the reader's organisation to write: what is asked.
    case blank(String)
  }

  /// The title.
  public var title: String
  /// What everything made from the study bears.
  public var stamps: [String]
  /// The language of the text.
  public var language: Language
  /// The text.
  public var blocks: [Block]

  /// Starts a text.
  public init(title: String, stamps: [String], language: Language, blocks: [Block] = []) {
    self.title = title
    self.stamps = stamps
    self.language = language
    self.blocks = blocks
  }

  /// Adds a heading.
  public mutating func heading(_ rank: Int, _ text: String) {
    blocks.append(.heading(rank: min(max(rank, 2), 4), text))
  }

  /// Adds a paragraph; an empty one is left out.
  public mutating func paragraph(_ text: String) {
    if !text.isEmpty { blocks.append(.paragraph(text)) }
  }

  /// Adds points; an empty list is left out.
  public mutating func list(_ points: [String]) {
    if !points.isEmpty { blocks.append(.list(points)) }
  }

  /// Adds a table; one without rows is left out.
  public mutating func table(_ columns: [String], _ rows: [[String]]) {
    if !rows.isEmpty { blocks.append(.table(columns: columns, rows: rows)) }
  }

  /// Adds something to be filled in.
  public mutating func blank(_ question: String) { blocks.append(.blank(question)) }

  /// What stands in a cell that has nothing.
  static let nothing = "–"

  /// Rows of one length, without empty cells.
  static func filled(_ rows: [[String]], to count: Int) -> [[String]] {
    rows.map { row in
      (0..<count).map { $0 < row.count && !row[$0].isEmpty ? row[$0] : nothing }
    }
  }

  /// What stands before a question that the organisation answers.
  var askingWord: String { language == .nl ? "Zelf in te vullen" : "For you to fill in" }
}
