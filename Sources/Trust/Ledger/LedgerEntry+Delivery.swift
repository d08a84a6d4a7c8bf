public import Disclosure

extension LedgerEntry {
  /// What one publication said of the counts of one delivered file.
  public struct Delivery: Hashable, Sendable, Codable {
    /// Its name in the study.
    public let id: String
    /// What its file is known by.
    public let file: FileIdentity
    /// The codes of the areas, by level, in the order of what is said of them.
    public let areas: [String: [String]]
    /// What stands for the ground of each of them, by level: of the study's own levels. Nil when there are none.
    public let grounds: [String: [String]]?
    /// What was said.
    public let counts: [DeliveredCount]

    /// Brings together what was said of a file.
    public init(
      id: String, file: FileIdentity, areas: [String: [String]], grounds: [String: [String]]? = nil,
      counts: [DeliveredCount]
    ) {
      self.id = id
      self.file = file
      self.areas = areas
      self.grounds = grounds
      self.counts = counts
    }

    /// The same without plain hashes of its file.
    public var withoutHash: Delivery {
      Delivery(
        id: id, file: file.withoutHash, areas: areas, grounds: grounds, counts: counts)
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
      /// The values that rows must have, by column; nil when all rows do.
      public let `where`: [String: String]?

      /// Names numbers of a file.
      public init(column: String, word: String?, where: [String: String]) {
        self.column = column
        self.word = word
        self.where = `where`.isEmpty ? nil : `where`
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
