public import Areas

/// Records of a file with the areas they belong to, column by column, in memory only.
///
/// Holds the columns that a study names and nothing else: no names, no addresses, no coordinates but
/// those of points that ``quality`` counts.
public struct LocatedRecords: Sendable {
  /// The level of the areas in which the records were placed.
  public let level: AreaLevel
  /// The number of areas.
  public let areaCount: Int
  /// For each record the ordinal of its area, or -1.
  public let ordinals: [Int32]
  /// The columns by name, each with one cell per record.
  public let columns: [String: RecordColumn]
  /// How many records were placed, and why others were not.
  public let counts: PlacementCounts
  /// What is to be reported of placing them.
  public let quality: PlacementQuality
  /// Records that have a gemeente and no smaller area, with the code of it; in the order of records.
  let municipalityOnly: [(record: Int32, gemeentecode: String)]

  /// The number of records, placed or not.
  public var count: Int { ordinals.count }

  init(
    level: AreaLevel, areaCount: Int, ordinals: [Int32], columns: [String: RecordColumn],
    counts: PlacementCounts, quality: PlacementQuality = PlacementQuality(),
    municipalityOnly: [(record: Int32, gemeentecode: String)] = []
  ) {
    self.level = level
    self.areaCount = areaCount
    self.ordinals = ordinals
    self.columns = columns
    self.counts = counts
    self.quality = quality
    self.municipalityOnly = municipalityOnly
  }
}

/// The cells of one column of records.
public struct RecordColumn: Sendable {
  /// What the cells are read as.
  public enum Kind: Hashable, Sendable {
    /// Words, compared letter by letter after removing blanks around them.
    case category
    /// Days, see ``RecordDate``.
    case date
    /// Numbers with decimal point or comma, up to ``RecordColumn/largestNumber``.
    case number
    /// An address, of which nothing is kept but which records share it.
    case address
  }

  /// The cells.
  public enum Cells: Sendable {
    /// For each record the place of its word in `words`; an empty cell is the empty word.
    case category(codes: [UInt32], words: [String])
    /// For each record a day since 1970, ``RecordColumn/noDay`` or
    /// ``RecordColumn/unreadableDay``.
    case date([Int32])
    /// For each record a number, or NaN when the cell is empty, no number or too large.
    case number([Double])
    /// For each record a number that those at the same address share, or -1 when it has none.
    case address([Int32])
  }

  /// Whether a cell, without the blanks around it, holds nothing: no text, or one of the signs `-` and `.` that
  /// tables have where nothing is, as in figures.
  public static func isEmpty(_ text: some StringProtocol) -> Bool {
    text.isEmpty || text == "-" || text == "."
  }

  /// The largest number, above or below zero, that is read: a larger one is a mistake or a code, and would drown all
  /// others of a sum.
  public static let largestNumber = 1e12
  /// The day of a record with an empty cell.
  public static let noDay = Int32.min
  /// The day of a record with a cell that is no date; such a record meets no condition on it.
  public static let unreadableDay = Int32.min + 1
  /// The cells, one per record.
  public let cells: Cells
  /// The cells that are filled but could not be read as date or number, or hold a number that is too large.
  public let unreadable: Int

  init(cells: Cells, unreadable: Int) {
    self.cells = cells
    self.unreadable = unreadable
  }
}
