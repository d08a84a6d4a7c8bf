/// The table on a sheet as people make them: titles above it, a header of one or more rows, records,
/// and totals and notes below.
///
/// The header is the first row that is about as wide as the rows under it and holds names only; a
/// number is a name when it is a year. Merged cells give their name to all their columns, and names
/// that stand above each other are joined: `Misdrijven` over `2023` and `2024` gives
/// `Misdrijven 2023` and `Misdrijven 2024`. Below the last record, rows with a single cell (notes)
/// and rows that begin with `Totaal` are left out; between records they stay.
public struct SheetTable: Sendable {
  /// The name of the sheet.
  public let sheet: String
  /// The names of the columns, blanks around them removed; empty for a column without a name.
  public let header: [String]
  /// The row on which the header ends; the first row of the sheet is 1.
  public let headerRow: Int
  /// The column with which the table begins; the first is 0.
  public let firstColumn: Int
  private let workbook: Workbook
  private let source: Workbook.Sheet

  /// Finds the table of a sheet, or of the only sheet that has one; hidden sheets must be named. A sheet
  /// with one column counts when there is no other.
  /// - Throws: ``SpreadsheetError/noSheet(path:name:known:)``,
  ///   ``SpreadsheetError/sheetUnclear(path:known:)``, ``SpreadsheetError/noTable(path:sheet:)`` and
  ///   what reading throws.
  public init(_ workbook: Workbook, sheet name: String? = nil) throws(SpreadsheetError) {
    var found: [(Workbook.Sheet, HeaderSearch.Found)] = []
    if let name {
      guard let sheet = workbook.sheet(named: name) else {
        throw .noSheet(path: workbook.path, name: name, known: workbook.sheets.map(\.name))
      }
      if let header = try HeaderSearch.find(workbook, sheet) { found.append((sheet, header)) }
    } else {
      for sheet in workbook.sheets where !sheet.isHidden {
        if let header = try HeaderSearch.find(workbook, sheet) { found.append((sheet, header)) }
      }
    }
    // A sheet with a column of texts explains the others.
    if name == nil, found.contains(where: { $0.1.names.count > 1 }) {
      found.removeAll { $0.1.names.count == 1 }
    }
    guard let (sheet, header) = found.first else {
      throw .noTable(path: workbook.path, sheet: name ?? "")
    }
    guard found.count == 1 else {
      throw .sheetUnclear(path: workbook.path, known: found.map(\.0.name))
    }
    self.workbook = workbook
    source = sheet
    self.sheet = sheet.name
    self.header = header.names
    headerRow = header.lastRow
    firstColumn = header.firstColumn
  }

  /// Reads the rows under the header.
  /// - Throws: ``SpreadsheetError``.
  public func rows() throws(SpreadsheetError) -> TableRows {
    TableRows(try workbook.rows(of: source), after: headerRow, width: header.count)
  }
}

/// The rows of a table, front to back.
public final class TableRows {
  private let reader: SheetReader
  private let headerRow: Int
  private let width: Int
  /// Rows that are totals or notes unless a record follows.
  private var held: [SheetRow] = []
  /// Rows that were held and belong to the table after all, the last first.
  private var released: [SheetRow] = []

  /// The rows that were left out as totals or notes, by their number; known behind the last row.
  public private(set) var leftOut: [Int] = []

  /// More rows than this are no notes.
  private static let heldLimit = 1_000

  init(_ reader: SheetReader, after headerRow: Int, width: Int) {
    self.reader = reader
    self.headerRow = headerRow
    self.width = width
  }

  /// A row to read into.
  public func emptyRow() -> SheetRow { reader.emptyRow() }

  /// Reads the next row.
  /// - Returns: false behind the last.
  /// - Throws: ``SpreadsheetError``.
  public func next(_ row: inout SheetRow) throws(SpreadsheetError) -> Bool {
    if let next = released.popLast() {
      row = next
      return true
    }
    while try reader.next(&row) {
      guard row.number > headerRow else { continue }
      if isTotalOrNote(row), held.count < Self.heldLimit {
        held.append(row)
        continue
      }
      guard !held.isEmpty else { return true }
      released = [row] + held.reversed()
      held = []
      row = released.removeLast()
      return true
    }
    leftOut += held.map(\.number)
    held = []
    return false
  }

  private func isTotalOrNote(_ row: SheetRow) -> Bool {
    guard width > 1 else { return false }
    if row.count == 1, width > 2, row.kind(0) == .text { return true }
    guard row.kind(0) == .text, row.withText(0, Self.mayBeTotal) else { return false }
    var word = Substring(row.text(0).lowercased())
    while let last = word.last, last.isWhitespace || last == ":" { word.removeLast() }
    while word.first?.isWhitespace == true { word.removeFirst() }
    return ["totaal", "eindtotaal", "totaal generaal", "algemeen totaal", "total", "grand total"]
      .contains(word)
  }

  /// Whether a text is short and begins with a letter of a total, blanks aside.
  @inline(__always)
  private static func mayBeTotal(_ text: Span<UInt8>) -> Bool {
    guard text.count < 24 else { return false }
    for index in text.indices where text[index] > 0x20 {
      switch text[index] | 0x20 {
      case UInt8(ascii: "t"), UInt8(ascii: "e"), UInt8(ascii: "a"), UInt8(ascii: "g"): return true
      // Blanks that are not those of ASCII.
      default: return text[index] >= 0x80
      }
    }
    return false
  }
}
