internal import Archives
internal import Bytes

/// Finds the header of the table on a sheet.
enum HeaderSearch {
  /// A header.
  struct Found {
    let names: [String]
    let firstColumn: Int
    let lastRow: Int
  }

  /// A row of the sample, its cells by column.
  private struct Row {
    let number: Int
    var cells: [Int: String] = [:]
    /// Whether every cell can be the name of a column.
    var holdsNames = true
  }

  /// How many rows are looked at.
  private static let sampleSize = 200
  /// Rows that a header can take at most.
  private static let tallest = 6

  /// The header of a sheet, or nil when it has none with rows under it.
  ///
  /// Merged cells stand behind all rows in the file; they are looked up when the sample reaches the
  /// end of the sheet, or else by reading on as far as ``mergeLimit`` rows.
  static func find(
    _ workbook: Workbook, _ sheet: Workbook.Sheet
  ) throws(SpreadsheetError) -> Found? {
    let reader = try workbook.rows(of: sheet)
    var row = reader.emptyRow()
    var rows: [Row] = []
    var seen = 0
    var isWhole = true
    while try reader.next(&row) {
      seen += 1
      if rows.count < sampleSize { rows.append(Self.row(row)) }
      if seen == mergeLimit {
        isWhole = false
        break
      }
    }
    let merged = isWhole ? try reader.mergedRanges() : []
    return header(of: rows, merged: merged)
  }

  /// Sheets with more rows than this are taken to have no merged cells in their header: reading them
  /// to the end would take as long as reading them.
  static let mergeLimit = 20_000

  private static func row(_ row: SheetRow) -> Row {
    var result = Row(number: row.number)
    for place in 0..<row.count {
      let text = row.text(place)
      result.cells[row.column(place)] = text
      if !isName(text, row.kind(place)) { result.holdsNames = false }
    }
    return result
  }

  private static func isName(_ text: String, _ kind: SheetRow.Kind) -> Bool {
    switch kind {
    case .boolean, .error: false
    // A month as a header, as `jan-24`, is a day in the file.
    case .date: true
    case .number: DecimalNumber.parse(text).map { (1_900...2_100).contains($0) } ?? false
    case .text:
      !text.utf8.contains(UInt8(ascii: "@"))
        && (DecimalNumber.parse(text) ?? DecimalNumber.parse(text, comma: true)).map {
          (1_900...2_100).contains($0)
        } ?? true
    }
  }

  private static func header(of rows: [Row], merged: [MergedRange]) -> Found? {
    let width = usualWidth(rows)
    guard width > 0 else { return nil }
    var rows = rows
    // A name in merged cells is that of all their columns; what is merged into one title over the
    // whole table is none.
    let used = rows.flatMap { $0.cells.count > 1 ? Array($0.cells.keys) : [] }
    let left = used.min() ?? 0
    let right = used.max() ?? 0
    for range in merged
    where range.columns.count > 1
      && !(range.columns.lowerBound <= left && range.columns.upperBound >= right)
    {
      if let place = rows.firstIndex(where: { $0.number == range.rows.lowerBound }),
        let name = rows[place].cells[range.columns.lowerBound]
      {
        for column in range.columns { rows[place].cells[column] = name }
      }
    }
    guard let first = firstRow(rows, width: width) else { return nil }
    var start = first
    // Names of groups of columns above the header.
    while start > 0, rows[start - 1].number == rows[start].number - 1,
      isGroups(rows[start - 1], merged, in: left...max(left, right))
    {
      start -= 1
    }
    var last = first
    while last + 1 < rows.count, last - start + 1 < tallest,
      belongs(rows[last + 1], to: rows[start...last], merged, width: width)
    {
      last += 1
    }
    guard last + 1 < rows.count else { return nil }
    let columns = rows[start...last].flatMap(\.cells.keys)
    guard let from = columns.min(), let through = columns.max() else { return nil }
    let names = (from...through).map { column in
      var parts: [String] = []
      for row in rows[start...last] {
        if let name = row.cells[column].map(oneLine), parts.last != name { parts.append(name) }
      }
      return parts.joined(separator: " ")
    }
    return Found(names: names, firstColumn: from, lastRow: rows[last].number)
  }

  /// The first row of names that is about as wide as the table; a row of values before it means that
  /// there is no header.
  ///
  /// Lines above a table may also have some cells, but fewer; a header may lack a name or two.
  private static func firstRow(_ rows: [Row], width: Int) -> Int? {
    func fits(_ row: Row, _ least: Int) -> Bool {
      row.cells.count >= least && (width == 1 || Set(row.cells.values).count > 1)
    }
    let half = width == 1 ? 1 : max(2, (width + 1) / 2)
    let values = rows.firstIndex { !$0.holdsNames && fits($0, half) } ?? rows.count
    let above = rows[..<values]
    let almost = max(half, width - max(1, width / 4))
    return above.firstIndex { fits($0, almost) } ?? above.firstIndex { fits($0, half) }
  }

  /// The number of filled cells that most rows with more than one have.
  private static func usualWidth(_ rows: [Row]) -> Int {
    var counts: [Int: Int] = [:]
    for row in rows where row.cells.count > 1 { counts[row.cells.count, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    let usual = counts.filter { $0.value == most }.keys.max()
    return usual ?? (rows.count > 1 ? 1 : 0)
  }

  /// Whether a row above the header names groups of its columns.
  private static func isGroups(
    _ row: Row, _ merged: [MergedRange], in columns: ClosedRange<Int>
  ) -> Bool {
    row.holdsNames
      && merged.contains { range in
        range.rows.contains(row.number) && range.columns.count > 1
          && !(range.columns.lowerBound <= columns.lowerBound
            && range.columns.upperBound >= columns.upperBound)
      }
  }

  /// Whether a row goes on with the header above it: a cell is merged into it from above, or it names
  /// the columns under a name of a group.
  private static func belongs(
    _ row: Row, to header: ArraySlice<Row>, _ merged: [MergedRange], width: Int
  ) -> Bool {
    guard let above = header.last, row.number == above.number + 1, row.holdsNames else {
      return false
    }
    return merged.contains { range in
      range.rows.lowerBound >= header[header.startIndex].number
        && (range.rows.lowerBound <= above.number && range.rows.upperBound >= row.number
          || range.rows.upperBound == above.number && range.columns.count > 1)
    }
  }

  /// A name on one line, blanks around it removed.
  private static func oneLine(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
