public import Areas
public import CSV
public import Tables

/// Figures per area from a file, with the code or the name of the area in a column.
///
/// Rows of all levels may stand in one file. A wide file has a column per figure. A long file has
/// several rows per area: conditions leave one of them, or a column of categories says which figure a
/// row holds.
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

  /// A name that is not that of one area.
  public struct DoubtfulName: Hashable, Sendable {
    /// The name, as the file writes it.
    public let name: String
    /// The name that is nearest to it, when one is near.
    public let nearest: String?
    /// The codes of the areas that have the name, when several do.
    public let codes: [String]
  }

  /// The figures by level and name, one per area of the level.
  public let figures: [AreaLevel: [String: [Figure]]]
  /// The rows that gave figures; in a file with categories, the areas.
  public var matchedRows: Int { matched.reduce(0) { $0 + $1.count } }
  /// The areas that have a row, per level of which there are any, from the lowest.
  public let matched: [(level: AreaLevel, count: Int)]
  /// Codes of gemeenten of the areas that the edition does not know, sorted.
  public let unknownCodes: [String]
  /// Names that are not those of one area, sorted.
  public let doubtfulNames: [DoubtfulName]
  /// Rows of areas in other gemeenten.
  public let otherRows: Int
  /// Rows that are a total over areas: the country or another large part of it, or no code at all.
  public let totalRows: Int
  /// Rows with something in the place of a code that is none.
  public let unreadableRows: Int
  /// The numbers of the first ``namedRows`` of them, the header being row 1. What stands there is not kept.
  public let firstUnreadableRows: [Int]
  /// Codes with more than one row that meets the conditions, sorted. Where one row has a figure and
  /// another none, the figure counts; where two have different ones, the first.
  public let repeatedCodes: [String]
  /// Codes with rows of which the figures contradict each other, sorted.
  public let contradictedCodes: [String]
  /// Cells that are neither number, range nor a sign for missing.
  public var unreadableCells: Int { readings.reduce(0) { $0 + $1.all.unreadable } }
  /// How many cells of each column were read, in the order of the layout.
  public let readings: [Reading]
  /// Categories that are asked for and that no row has, sorted.
  public let absentCategories: [String]
  /// All categories of the file, sorted; empty without a column of categories.
  public let categories: [String]
  /// How many areas have no row and count as zero, by figure the most.
  public let zeroAreas: Int

  /// How many rows are named.
  public static let namedRows = 10

  /// How many cells of a column were read, of areas that are known.
  public struct Reading: Hashable, Sendable {
    /// Cells, and those among them that are neither number, range nor a sign for missing.
    public struct Cells: Hashable, Sendable {
      /// All.
      public fileprivate(set) var count = 0
      /// Those that could not be read.
      public fileprivate(set) var unreadable = 0

      fileprivate mutating func add(isReadable: Bool) {
        count += 1
        if !isReadable { unreadable += 1 }
      }
    }

    /// The name of the column.
    public let column: String
    /// All of its cells.
    public fileprivate(set) var all = Cells()
    /// Those of each gemeente, by its code.
    public fileprivate(set) var gemeenten: [String: Cells] = [:]
    /// The codes of the areas with a cell that could not be read, sorted.
    public fileprivate(set) var unreadableCodes: [String] = []
  }

  /// Reads a wide file, or a long one by conditions, keyed by codes.
  ///
  /// The parameters are those of ``FigureLayout`` and ``init(_:layout:areas:level:)``.
  public init(
    _ file: CSVFile, key: Int, conditions: [Condition], columns: [(name: String, index: Int)],
    areas: AreaSet, level wanted: AreaLevel? = nil
  ) throws(CSVError) {
    try self.init(
      file,
      layout: FigureLayout(
        key: .code(key), conditions: conditions,
        columns: columns.map { FigureLayout.Column(name: $0.name, index: $0.index) }),
      areas: areas, level: wanted)
  }

  /// Reads a file.
  /// - Parameters:
  ///   - layout: where in the file the figures stand.
  ///   - areas: the areas that the figures are for.
  ///   - wanted: the level of the areas, when it is known; of levels of one's own codes do not tell
  ///     it, and those go first. Names are those of this level, or of the lowest.
  ///
  /// In a column in which any number has a decimal comma, points between groups of three digits are
  /// thousands separators; in one of counts points and commas between such groups always are.
  /// - Throws: ``CSVError``.
  /// - Complexity: O(bytes).
  public init(
    _ file: CSVFile, layout: FigureLayout, areas: AreaSet, level wanted: AreaLevel? = nil
  ) throws(CSVError) {
    let columns = layout.columns
    var rows = FigureRows(layout, areas: areas, level: wanted)
    var cells = [[FigureCell]](repeating: [], count: columns.count)
    var matched: [AreaLevel: Set<String>] = [:]
    // Where the cells of a row's area stand; all columns of a category have the same place.
    var seen: [String: Int] = [:]
    var repeated: Set<String> = []
    var contradicted: Set<String> = []
    var categories: Set<String> = []
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        rows.next()
        func cell(_ index: Int) -> String {
          index < records.fieldCount(record) ? records.text(record, index).trimmed : ""
        }
        guard layout.conditions.allSatisfy({ cell($0.column) == $0.value }) else { continue }
        let category = layout.category.map(cell)
        if let category { categories.insert(category) }
        let held = columns.indices.filter { columns[$0].category == category }
        guard !held.isEmpty, let area = rows.area(cell) else { continue }
        let id = "\(area.level.rawValue) \(area.code) \(category ?? "")"
        if let first = seen[id] {
          repeated.insert(area.code)
          for place in held {
            let isKept = cells[place][first].join(cell(columns[place].index))
            if !isKept { contradicted.insert(area.code) }
          }
          continue
        }
        seen[id] = cells[held[0]].count
        matched[area.level, default: []].insert(area.code)
        for place in held {
          cells[place].append(
            FigureCell(
              level: area.level, ordinal: area.ordinal, text: cell(columns[place].index)))
        }
      }
    }
    var figures: [AreaLevel: [String: [Figure]]] = [:]
    var readings: [Reading] = []
    var zeros = 0
    for (column, cells) in zip(columns, cells) {
      var filled: [AreaLevel: [Bool]] = [:]
      for layer in areas.layers {
        figures[layer.level, default: [:]][column.name] = Array(
          repeating: .missing(.noData), count: layer.areas.count)
        filled[layer.level] = Array(repeating: false, count: layer.areas.count)
      }
      let isDutch = cells.contains { $0.hasDecimalComma }
      var reading = Reading(column: column.name)
      for cell in cells {
        filled[cell.level]?[cell.ordinal] = true
        let text =
          layout.areCounts
          ? cell.wholeNumber : isDutch ? cell.withoutThousands : cell.text
        var figure = Figure.cbs(text) ?? .missing(.unreadable)
        if layout.areCounts, case .value(let count) = figure, count < 0 {
          figure = .missing(.unreadable)
        }
        figures[cell.level]?[column.name]?[cell.ordinal] = figure
        let isReadable = figure.reason != .unreadable
        reading.all.add(isReadable: isReadable)
        if let area = areas[cell.level]?.areas[cell.ordinal] {
          reading.gemeenten[area.gemeentecode, default: Reading.Cells()].add(
            isReadable: isReadable)
          if !isReadable { reading.unreadableCodes.append(area.code) }
        }
      }
      reading.unreadableCodes.sort()
      readings.append(reading)
      guard layout.absentIsZero else { continue }
      for layer in areas.layers {
        let present = rows.gemeenten(of: layer)
        let empty = layer.areas.indices.filter { place in
          !(filled[layer.level]?[place] ?? true)
            && present.contains(layer.areas[place].gemeentecode)
        }
        for place in empty { figures[layer.level]?[column.name]?[place] = .value(0) }
        zeros = max(zeros, empty.count)
      }
    }
    self.figures = figures
    self.matched = areas.layers.compactMap { layer in
      matched[layer.level].map { (layer.level, $0.count) }
    }
    unknownCodes = rows.unknownCodes.sorted()
    doubtfulNames = rows.doubtfulNames.values.sorted { $0.name < $1.name }
    otherRows = rows.otherRows
    totalRows = rows.totalRows
    unreadableRows = rows.unreadableRows
    firstUnreadableRows = rows.firstUnreadableRows
    repeatedCodes = repeated.sorted()
    contradictedCodes = contradicted.sorted()
    self.readings = readings
    absentCategories = Set(columns.compactMap(\.category)).subtracting(categories).sorted()
    self.categories = categories.sorted()
    zeroAreas = zeros
  }
}

/// A cell that waits until the whole column is known.
private struct FigureCell {
  let level: AreaLevel
  let ordinal: Int
  private(set) var text: String

  /// Takes another row's text for the same area when this one says nothing; false when the two
  /// contradict each other.
  mutating func join(_ other: String) -> Bool {
    guard other != text, let new = Figure.cbs(other) else { return true }
    guard let old = Figure.cbs(text) else {
      text = other
      return true
    }
    if case .missing = new { return true }
    if case .missing = old {
      text = other
      return true
    }
    return new == old
  }

  /// Whether the number is written as in Dutch: `12,5` or `1.234,5`.
  var hasDecimalComma: Bool {
    has(",") && text.wholeMatch(of: /-?[0-9.]*[0-9],[0-9]+/) != nil
  }

  /// Most cells hold neither sign, which is seen sooner than that a pattern does not fit.
  private func has(_ sign: Unicode.Scalar) -> Bool { text.utf8.contains(UInt8(ascii: sign)) }

  /// The text without points between thousands: in a column with decimal commas `1.234` is a
  /// thousand and more.
  var withoutThousands: String {
    !has(".") || text.wholeMatch(of: /-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?/) == nil
      ? text : text.replacing(".", with: "")
  }

  /// The text of a count without separators of thousands.
  var wholeNumber: String {
    has(".") && text.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{3})+/) != nil
      || has(",") && text.wholeMatch(of: /[0-9]{1,3}(,[0-9]{3})+/) != nil
      ? text.filter(\.isNumber) : text
  }
}
