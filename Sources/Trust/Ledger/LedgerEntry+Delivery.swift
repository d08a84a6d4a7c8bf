public import Disclosure

extension LedgerEntry {
  /// What one publication said of the counts of one delivered file.
  public struct Delivery: Hashable, Sendable, Codable {
    /// Its name in the study.
    public let id: String
    /// What its file is known by.
    public let file: FileIdentity
    /// Of which year or years the counts are, as `2024` or `2023-2024`; nil when the study did not say so.
    public let period: String?
    /// The codes of the areas, by level, in the order of what is said of them.
    public let areas: [String: [String]]
    /// What stands for the ground of each of them, by level. Nil where it was not kept.
    public let grounds: [String: [String]]?
    /// What was said.
    public let counts: [DeliveredCount]

    /// Brings together what was said of a file.
    public init(
      id: String, file: FileIdentity, period: String? = nil, areas: [String: [String]],
      grounds: [String: [String]]? = nil, counts: [DeliveredCount]
    ) {
      self.id = id
      self.file = file
      self.period = period
      self.areas = areas
      self.grounds = grounds
      self.counts = counts
    }

    /// The same without plain hashes of its file.
    public var withoutHash: Delivery {
      Delivery(
        id: id, file: file.withoutHash, period: period, areas: areas, grounds: grounds,
        counts: counts)
    }

    /// Whether every count is of areas that are named.
    public var isWhole: Bool { counts.allSatisfy { $0.said.count == areas[$0.level]?.count } }
  }

  /// A delivered count per area.
  public struct DeliveredCount: Hashable, Sendable, Codable {
    /// Which numbers of a file are the count.
    public struct Place: Hashable, Sendable, Codable {
      /// The column with the numbers; in a long file that with what is counted.
      public let column: String
      /// In a long file the word for what is counted.
      public let word: String?
      /// In a long file the column with the numbers; nil in entries of before it was kept.
      public let value: String?
      /// The values that rows must have, by column; nil when all rows do.
      public let `where`: [String: String]?

      /// Names numbers of a file.
      public init(column: String, word: String?, value: String? = nil, where: [String: String]) {
        self.column = column
        self.word = word
        self.value = value
        self.where = `where`.isEmpty ? nil : `where`
      }

      /// The column with the numbers; nil where that was not kept.
      public var numbers: String? { word == nil ? column : value }

      /// How two places in the same table go together.
      public enum Likeness: Hashable, Sendable {
        /// The same numbers.
        case same
        /// Perhaps the same rows, which are picked by other columns.
        case unknown
        /// Other numbers.
        case other
      }

      /// Whether both are the same numbers when the table is the same: `where: {soort: a}` picks the rows that
      /// the word `a` of the column `soort` does.
      public func likeness(to other: Place) -> Likeness {
        if let own = numbers, let theirs = other.numbers, own != theirs { return .other }
        let (own, theirs) = (rows, other.rows)
        if own == theirs { return .same }
        // One row has one word in a column.
        return own.contains { column, word in theirs[column].map { $0 != word } ?? false }
          ? .other : .unknown
      }

      /// The values that rows have, by column.
      private var rows: [String: String] {
        (`where` ?? [:]).merging(word.map { [column: $0] } ?? [:]) { $1 }
      }
    }

    /// Its name in the study.
    public let name: String
    /// Which numbers of the file it is.
    public let place: Place
    /// The name of the whole that it is a part of; nil for none.
    public let whole: String?
    /// The level of the areas.
    public let level: String
    /// Whether it was brought from other areas, and so is an estimate; nil when it was not.
    public let converted: Bool?
    /// What was said of each area.
    public let said: [SaidCount]

    /// Whether it was brought from other areas, and so is an estimate.
    public var isConverted: Bool { converted ?? false }

    /// Makes a statement.
    public init(
      name: String, place: Place, whole: String?, level: String, isConverted: Bool,
      said: [SaidCount]
    ) {
      self.name = name
      self.place = place
      self.whole = whole
      self.level = level
      converted = isConverted ? true : nil
      self.said = said
    }
  }
}
