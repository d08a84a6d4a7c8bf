/// Reads the rows of a sheet front to back; memory does not grow with their number.
///
/// Rows without filled cells are left out. Blank texts are cells that are not filled. For one thread
/// at a time.
public final class SheetReader {
  private let path: String
  private let sheet: Workbook.Sheet
  private let formats: NumberFormats
  private let isFrom1904: Bool
  private let texts: SharedTexts
  private var window: MarkupWindow
  private var isInData = false
  private var isAtEnd = false
  private var lastRow = 0

  /// The columns of a sheet.
  static let columnLimit = 16_384

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet, _ part: consuming sending WorkbookPart) {
    path = workbook.path
    self.sheet = sheet
    formats = workbook.formats
    isFrom1904 = workbook.isFrom1904
    texts = workbook.texts
    window = MarkupWindow(part)
  }

  /// A row to read into.
  public func emptyRow() -> SheetRow { SheetRow(texts: texts) }

  /// Reads the next row that has filled cells.
  /// - Returns: false behind the last.
  /// - Throws: ``SpreadsheetError``; a formula without a value is one.
  public func next(_ row: inout SheetRow) throws(SpreadsheetError) -> Bool {
    while !isAtEnd {
      switch step(&row) {
      case .row(let end):
        window.move(to: end)
        lastRow = row.number
        if !row.cells.isEmpty { return true }
      case .other(let end): window.move(to: end)
      case .end(let end):
        window.move(to: end)
        isAtEnd = true
      case .unfinished:
        guard try window.extend() else { throw .damaged(path: path, part: sheet.part) }
      case .bad(let column):
        throw .badCell(
          path: path, sheet: sheet.name, cell: Self.reference(row.number, column))
      case .noValue(let column):
        throw .formulaWithoutValue(
          path: path, sheet: sheet.name, cell: Self.reference(row.number, column))
      }
    }
    return false
  }

  /// The ranges of merged cells, which stand behind the rows; to be asked behind the last row.
  func mergedRanges() throws(SpreadsheetError) -> [MergedRange] {
    var ranges: [MergedRange] = []
    while true {
      let (range, end) = mergedRange()
      if let end {
        window.move(to: end)
        if let range { ranges.append(range) }
      } else if try !window.extend() {
        return ranges
      }
    }
  }

  private func mergedRange() -> (MergedRange?, Int?) {
    let content = window.bytes
    let bytes = content.span
    guard let start = Markup.tagStart(bytes, from: window.index),
      let end = Markup.tagEnd(bytes, from: start)
    else { return (nil, nil) }
    var attributes = AttributeReader(from: start + 1, to: end - 1)
    guard SharedTexts.isName(bytes, attributes.name(bytes), "mergeCell"),
      let (_, value) = attributes.next(bytes)
    else { return (nil, end) }
    return (MergedRange(Markup.text(bytes, value)), end)
  }

  /// `D7` for row 7 and column 3.
  static func reference(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters + "\(row)"
  }

  // MARK: The grammar of rows and cells

  private enum Step {
    case row(Int)
    case other(Int)
    case end(Int)
    /// The window ends before the row does.
    case unfinished
    case bad(column: Int)
    case noValue(column: Int)
  }

  /// Reads one row, or one tag between rows.
  private func step(_ row: inout SheetRow) -> Step {
    let content = window.bytes
    let bytes = content.span
    guard let start = Markup.tagStart(bytes, from: window.index),
      let end = Markup.tagEnd(bytes, from: start)
    else { return .unfinished }
    let isClosing = bytes[start + 1] == UInt8(ascii: "/")
    var attributes = AttributeReader(from: start + (isClosing ? 2 : 1), to: end - 1)
    let name = attributes.name(bytes)
    let isEmpty = bytes[end - 2] == UInt8(ascii: "/")
    if SharedTexts.isName(bytes, name, "sheetData") {
      isInData = !isClosing
      return isClosing || isEmpty ? .end(end) : .other(end)
    }
    // The end of a sheet without data.
    if isClosing, SharedTexts.isName(bytes, name, "worksheet") { return .end(end) }
    guard isInData, !isClosing, SharedTexts.isName(bytes, name, "row") else { return .other(end) }
    row.cells.removeAll(keepingCapacity: true)
    row.bytes.removeAll(keepingCapacity: true)
    row.number = lastRow + 1
    while let (key, value) = attributes.next(bytes) {
      if key.count == 1, bytes[key.lowerBound] == UInt8(ascii: "r"),
        let number = Self.digits(bytes, value)
      {
        row.number = number
      }
    }
    return isEmpty ? .row(end) : cells(bytes, from: end, into: &row)
  }

  private func cells(_ bytes: Span<UInt8>, from: Int, into row: inout SheetRow) -> Step {
    var index = from
    var column = -1
    while let start = Markup.tagStart(bytes, from: index) {
      var head = CellHead(column: column + 1)
      let end: Int
      if let plain = head.readTag(bytes, from: start) {
        end = plain
      } else {
        guard let other = Markup.tagEnd(bytes, from: start) else { return .unfinished }
        end = other
        let isClosing = bytes[start + 1] == UInt8(ascii: "/")
        var attributes = AttributeReader(from: start + (isClosing ? 2 : 1), to: end - 1)
        let name = attributes.name(bytes)
        if isClosing, SharedTexts.isName(bytes, name, "row") { return .row(end) }
        index = end
        guard !isClosing, SharedTexts.isName(bytes, name, "c") else { continue }
        head = CellHead(column: column + 1)
        while let (key, value) = attributes.next(bytes) { head.read(bytes, key, value) }
      }
      guard head.column > column, head.column < Self.columnLimit else {
        return .bad(column: max(column, 0))
      }
      column = head.column
      index = end
      if bytes[end - 2] == UInt8(ascii: "/") { continue }
      switch plainContent(bytes, from: end, head, into: &row)
        ?? content(bytes, from: end, head, into: &row)
      {
      case .other(let end): index = end
      case let step: return step
      }
    }
    return .unfinished
  }

  /// Reads a cell that holds a value and nothing else, as nearly all do; nil when it is written in
  /// another way or the window ends before it does.
  @inline(__always)
  private func plainContent(
    _ bytes: Span<UInt8>, from: Int, _ head: CellHead, into row: inout SheetRow
  ) -> Step? {
    if head.kind == .inline {
      guard Markup.begins(bytes, at: from, "<is><t>") else { return nil }
      let first = from + 7
      guard let close = Markup.tagStart(bytes, from: first),
        Markup.begins(bytes, at: close, "</t></is></c>")
      else { return nil }
      let start = row.bytes.count
      Markup.append(bytes, first..<close, to: &row.bytes)
      RichText.resolveEscapes(in: &row.bytes, from: start)
      addCell(head.column, .text, from: start, to: &row)
      return .other(close + 13)
    }
    guard Markup.begins(bytes, at: from, "<v>") else { return nil }
    let first = from + 3
    guard let close = Markup.tagStart(bytes, from: first), close > first,
      Markup.begins(bytes, at: close, "</v></c>")
    else { return nil }
    guard add(bytes, first..<close, head, to: &row) else { return .bad(column: head.column) }
    return .other(close + 8)
  }

  /// Reads what stands between `<c …>` and `</c>`; `.other` is the place behind it.
  @inline(__always)
  private func content(
    _ bytes: Span<UInt8>, from: Int, _ head: CellHead, into row: inout SheetRow
  ) -> Step {
    var index = from
    var hasFormula = false
    var hasValue = false
    while let start = Markup.tagStart(bytes, from: index) {
      guard let end = Markup.tagEnd(bytes, from: start) else { return .unfinished }
      index = end
      let isClosing = bytes[start + 1] == UInt8(ascii: "/")
      var attributes = AttributeReader(from: start + (isClosing ? 2 : 1), to: end - 1)
      let name = attributes.name(bytes)
      if isClosing {
        guard SharedTexts.isName(bytes, name, "c") else { continue }
        // A formula may give an empty text, which Excel writes as a value without content.
        return hasFormula && !hasValue ? .noValue(column: head.column) : .other(end)
      }
      let isEmpty = bytes[end - 2] == UInt8(ascii: "/")
      if SharedTexts.isName(bytes, name, "v") {
        hasValue = hasFormula ? head.kind == .formulaText || !isEmpty : true
        if isEmpty { continue }
        guard let close = Markup.tagStart(bytes, from: end) else { return .unfinished }
        if close == end, head.kind != .formulaText {
          hasValue = false
          continue
        }
        // A cell has one value.
        guard row.cells.last?.column != Int32(head.column),
          add(bytes, end..<close, head, to: &row)
        else { return .bad(column: head.column) }
        index = close
      } else if SharedTexts.isName(bytes, name, "f") {
        hasFormula = true
      } else if SharedTexts.isName(bytes, name, "is"), !isEmpty {
        let first = row.bytes.count
        guard let close = RichText.append(bytes, from: end, until: "is", to: &row.bytes) else {
          return .unfinished
        }
        guard row.cells.last?.column != Int32(head.column) else {
          return .bad(column: head.column)
        }
        hasValue = true
        addCell(head.column, .text, from: first, to: &row)
        index = close
      }
    }
    return .unfinished
  }

  /// Adds the value in a range; false when it cannot be one.
  @inline(__always)
  private func add(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ head: CellHead, to row: inout SheetRow
  ) -> Bool {
    let first = row.bytes.count
    switch head.kind {
    case .shared:
      guard let number = Self.digits(bytes, range), number < texts.count else { return false }
      let text = texts.range(number)
      guard !texts.isBlank(number) else { return true }
      row.cells.append(
        SheetRow.Cell(
          column: Int32(head.column), kind: .text, isShared: true, start: text.lowerBound,
          end: text.upperBound))
    case .number:
      let meaning = formats.meaning(ofStyle: head.style)
      guard CellNumber.append(bytes, range, meaning, from1904: isFrom1904, to: &row.bytes) else {
        return false
      }
      addCell(head.column, meaning == .number ? .number : .date, from: first, to: &row)
    case .boolean:
      let isTrue = range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: "1")
      row.bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
      addCell(head.column, .boolean, from: first, to: &row)
    case .error, .formulaText, .day:
      Markup.append(bytes, range, to: &row.bytes)
      if head.kind == .formulaText { RichText.resolveEscapes(in: &row.bytes, from: first) }
      let kind: SheetRow.Kind =
        head.kind == .error ? .error : head.kind == .day ? .date : .text
      addCell(head.column, kind, from: first, to: &row)
    case .inline: break
    }
    return true
  }

  private func addCell(
    _ column: Int, _ kind: SheetRow.Kind, from first: Int, to row: inout SheetRow
  ) {
    guard row.bytes[first...].contains(where: { $0 > 0x20 }) else { return }
    row.cells.append(
      SheetRow.Cell(
        column: Int32(column), kind: kind, isShared: false, start: first, end: row.bytes.count))
  }

  @inline(__always)
  static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 10 else { return nil }
    var number = 0
    for index in range {
      guard bytes[index] &- 0x30 <= 9 else { return nil }
      number = number * 10 + Int(bytes[index] &- 0x30)
    }
    return number
  }
}

/// What the tag of a cell says.
private struct CellHead {
  enum Kind {
    case number, shared, inline, boolean, error, formulaText, day
  }

  var column: Int
  var style = 0
  var kind = Kind.number

  init(column: Int) { self.column = column }

  /// Reads `<c r="A1" …>` in one go and gives the place behind it; nil for another tag, one that is
  /// written in another way, and when the bytes end before it does. The head is then spoilt.
  @inline(__always)
  mutating func readTag(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    let count = bytes.count
    guard start + 3 < count, bytes[start + 1] == UInt8(ascii: "c"), bytes[start + 2] == 0x20 else {
      return nil
    }
    var index = start + 3
    while index + 3 < count {
      let key = index
      guard bytes[key + 1] == UInt8(ascii: "="), bytes[key + 2] == UInt8(ascii: "\"") else {
        return nil
      }
      index += 3
      let value = index
      while index < count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
      read(bytes, key..<(key + 1), value..<index)
      index += 1
      guard index < count else { return nil }
      if bytes[index] == UInt8(ascii: ">") { return index + 1 }
      if bytes[index] == UInt8(ascii: "/"), index + 1 < count,
        bytes[index + 1] == UInt8(ascii: ">")
      {
        return index + 2
      }
      guard bytes[index] == 0x20 else { return nil }
      index += 1
    }
    return nil
  }

  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, _ key: Range<Int>, _ value: Range<Int>) {
    guard key.count == 1, !value.isEmpty else { return }
    switch bytes[key.lowerBound] {
    case UInt8(ascii: "r"):
      var number = 0
      for index in value {
        let letter = (bytes[index] & 0xDF) &- 0x41
        guard letter < 26, number < 1 << 20 else { break }
        number = number * 26 + Int(letter) + 1
      }
      column = number - 1
    case UInt8(ascii: "s"): style = SheetReader.digits(bytes, value) ?? 0
    case UInt8(ascii: "t"):
      switch (bytes[value.lowerBound], value.count) {
      case (UInt8(ascii: "s"), 1): kind = .shared
      case (UInt8(ascii: "s"), _): kind = .formulaText
      case (UInt8(ascii: "i"), _): kind = .inline
      case (UInt8(ascii: "b"), _): kind = .boolean
      case (UInt8(ascii: "e"), _): kind = .error
      case (UInt8(ascii: "d"), _): kind = .day
      default: kind = .number
      }
    default: break
    }
  }
}

/// A rectangle of cells that are shown as one; its value stands in the first.
struct MergedRange: Hashable, Sendable {
  /// The rows, the first is 1.
  let rows: ClosedRange<Int>
  /// The columns, the first is 0.
  let columns: ClosedRange<Int>

  /// Reads `B2:D3`; nil for anything else.
  init?(_ text: String) {
    let corners = text.split(separator: ":").map { corner -> (Int, Int)? in
      var column = 0
      var row = 0
      for byte in corner.utf8 {
        if byte &- 0x30 <= 9, row < 1 << 24 {
          row = row * 10 + Int(byte &- 0x30)
        } else if (byte & 0xDF) &- 0x41 < 26, column < 1 << 20 {
          column = column * 26 + Int((byte & 0xDF) &- 0x41) + 1
        }
      }
      return row > 0 && column > 0 ? (row, column - 1) : nil
    }
    guard corners.count == 2, let first = corners[0], let last = corners[1], first.0 <= last.0,
      first.1 <= last.1
    else { return nil }
    rows = first.0...last.0
    columns = first.1...last.1
  }
}
