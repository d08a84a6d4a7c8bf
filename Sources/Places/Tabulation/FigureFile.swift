public import Areas
public import CSV
public import Tables

/// Figures per area from a file: one row per area, its code in a column.
///
/// Rows of all levels may stand in one file. A long file, with several rows per area, is read by
/// conditions that leave one.
public struct FigureFile: Sendable {
  /// A column that must hold a value for a row to count.
  public struct Condition: Hashable, Sendable {
    /// The place of the column in the header.
    public let column: Int
    /// The value, compared after removing blanks around it.
    public let value: String

    /// Makes a condition.
    public init(column: Int, value: String) {
      self.column = column
      self.value = value
    }
  }

  /// The figures by level and name, one per area of the level.
  public let figures: [AreaLevel: [String: [Figure]]]
  /// The rows that gave figures.
  public let matchedRows: Int
  /// Codes of gemeenten of the areas that the edition does not know, sorted.
  public let unknownCodes: [String]
  /// Rows of areas in other gemeenten.
  public let otherRows: Int
  /// Rows that are a total over areas: the country, or no code at all.
  public let totalRows: Int
  /// Codes with more than one row that meets the conditions, sorted; the first row counts.
  public let repeatedCodes: [String]
  /// Cells that are neither number, range nor a sign for missing.
  public let unreadableCells: Int

  /// Reads a file.
  /// - Parameters:
  ///   - key: the place of the column with codes; codes without prefix, and padded ones, are
  ///     understood.
  ///   - columns: the names under which columns are known, and their places.
  ///   - areas: the areas that the figures are for.
  ///   - wanted: the level of the areas, when it is known; of levels of one's own codes do not tell
  ///     it, and those go first.
  ///
  /// In a column in which any number has a decimal comma, points between groups of three digits are
  /// thousands separators.
  /// - Throws: ``CSVError``.
  /// - Complexity: O(bytes).
  public init(
    _ file: CSVFile, key: Int, conditions: [Condition], columns: [(name: String, index: Int)],
    areas: AreaSet, level wanted: AreaLevel? = nil
  ) throws(CSVError) {
    var figures: [AreaLevel: [String: [Figure]]] = [:]
    for layer in areas.layers {
      let empty = [Figure](repeating: .missing(.noData), count: layer.areas.count)
      for column in columns { figures[layer.level, default: [:]][column.name] = empty }
    }
    let own = areas.layers.filter { $0.level.isOwn && (wanted == nil || wanted == $0.level) }
    let gemeenten = Set(areas.gemeenten.map { String($0.code.dropFirst(2)) })
    var matched: Set<String> = []
    var unknown: Set<String> = []
    var repeated: Set<String> = []
    var other = 0
    var totals = 0
    var unreadable = 0
    var cells = [[Cell]](repeating: [], count: columns.count)
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        func cell(_ index: Int) -> String {
          index < records.fieldCount(record) ? records.text(record, index).trimmed : ""
        }
        guard conditions.allSatisfy({ cell($0.column) == $0.value }) else { continue }
        let text = cell(key)
        let code: String
        let level: AreaLevel
        let ordinal: Int
        if let own = own.lazy.compactMap({ layer in
          layer.ordinal(of: text).map { (layer.level, $0) }
        }).first {
          (code, level, ordinal) = (text, own.0, own.1)
        } else {
          if wanted?.isOwn ?? false {
            if text.isEmpty { totals += 1 } else { other += 1 }
            continue
          }
          guard let known = Self.code(text), let ofCode = AreaCode.level(of: known) else {
            totals += 1
            continue
          }
          guard gemeenten.contains(String(known.dropFirst(2).prefix(4))),
            wanted == nil || wanted == ofCode
          else {
            other += 1
            continue
          }
          guard let layer = areas[ofCode], let place = layer.ordinal(of: known) else {
            if areas[ofCode] == nil { other += 1 } else { unknown.insert(known) }
            continue
          }
          (code, level, ordinal) = (known, ofCode, place)
        }
        guard matched.insert("\(level.rawValue) \(code)").inserted else {
          repeated.insert(code)
          continue
        }
        for place in columns.indices {
          cells[place].append(
            Cell(level: level, ordinal: ordinal, text: cell(columns[place].index)))
        }
      }
    }
    for (column, cells) in zip(columns, cells) {
      let isDutch = cells.contains { $0.hasDecimalComma }
      for cell in cells {
        if let figure = Figure.cbs(isDutch ? cell.withoutThousands : cell.text) {
          figures[cell.level]?[column.name]?[cell.ordinal] = figure
        } else {
          unreadable += 1
        }
      }
    }
    self.figures = figures
    matchedRows = matched.count
    unknownCodes = unknown.sorted()
    otherRows = other
    totalRows = totals
    repeatedCodes = repeated.sorted()
    unreadableCells = unreadable
  }

  /// A cell that waits until the whole column is known.
  private struct Cell {
    let level: AreaLevel
    let ordinal: Int
    let text: String

    /// Whether the number is written as in Dutch: `12,5` or `1.234,5`.
    var hasDecimalComma: Bool { text.wholeMatch(of: /-?[0-9.]*[0-9],[0-9]+/) != nil }

    /// The text without points between thousands: in a column with decimal commas `1.234` is a
    /// thousand and more.
    var withoutThousands: String {
      text.wholeMatch(of: /-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?/) == nil
        ? text : text.replacing(".", with: "")
    }
  }

  /// The code that a cell writes, with prefix; 8, 6 or 4 characters after it tell the level.
  private static func code(_ cell: String) -> String? {
    if let code = AreaCode.normalised(cell) { return code }
    return AreaLevel.cbs.first { $0.codeLength - 2 == cell.utf8.count }
      .flatMap { AreaCode.normalised(cell, level: $0) }
  }
}
