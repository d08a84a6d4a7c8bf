public import Disclosure

/// What one publication said of records and of delivered counts: of counts, sums, and numbers of different things; and
/// of which records it has heatmaps.
///
/// Holds what the publication itself shows, and nothing else: no count that was hidden, none before it was
/// rounded, and not why a count was hidden.
public struct LedgerEntry: Hashable, Sendable, Codable {
  /// The place of the entry in its ledger, from 1.
  public let entry: Int
  /// The hash of the entry before it.
  public let previous: String
  /// The study.
  public let study: String
  /// The day to which the publication refers.
  public let peildatum: String
  /// For whom it is.
  public let audience: String
  /// The year of the areas.
  public let edition: Int
  /// What was released: the hash that stands in the release.
  public let outputs: String
  /// What was said, by source of records; none of a linkage.
  public let records: [Source]
  /// What a linkage said; nil of a study.
  public internal(set) var linkage: Linkage?
  /// What was said of delivered counts, by file. Nil when there were none, and in entries of before they were kept.
  public let deliveries: [Delivery]?
  /// The heatmaps of records that are protected. Nil when there were none, and in entries of before they were kept.
  public let heatmaps: [Heatmap]?

  /// What was said of one source of records.
  public struct Source: Hashable, Sendable, Codable {
    /// Its name in the study.
    public let id: String
    /// What its file is known by.
    public let file: FileIdentity
    /// The codes of the areas, by level, in the order of what is said of them.
    public let areas: [String: [String]]
    /// What stands for the ground of each of them, by level: a code can have another ground in another year, and
    /// in a study's own levels. Nil where it was not kept.
    public let grounds: [String: [String]]?
    /// What was said.
    public let statements: [Statement]

    private enum CodingKeys: String, CodingKey {
      case id, areas, grounds, statements
    }

    /// Brings together what was said of a source.
    public init(
      id: String, file: FileIdentity, areas: [String: [String]],
      grounds: [String: [String]]? = nil, statements: [Statement]
    ) {
      self.id = id
      self.file = file
      self.areas = areas
      self.grounds = grounds
      self.statements = statements
    }

    /// Reads it.
    public init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      id = try fields.decode(String.self, forKey: .id)
      file = try FileIdentity(from: decoder)
      areas = try fields.decode([String: [String]].self, forKey: .areas)
      grounds = try fields.decodeIfPresent([String: [String]].self, forKey: .grounds)
      statements = try fields.decode([Statement].self, forKey: .statements)
    }

    /// Writes it, with what its file is known by beside the rest.
    public func encode(to encoder: any Encoder) throws {
      try file.encode(to: encoder)
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(id, forKey: .id)
      try fields.encode(areas, forKey: .areas)
      try fields.encodeIfPresent(grounds, forKey: .grounds)
      try fields.encode(statements, forKey: .statements)
    }

    /// The same without plain hashes of its file.
    public var withoutHash: Source {
      Source(
        id: id, file: file.withoutHash, areas: areas, grounds: grounds, statements: statements)
    }

    /// Whether every statement is of areas that are named.
    public var isWhole: Bool {
      statements.allSatisfy { $0.said.count == areas[$0.level]?.count }
    }
  }

  /// A count per area.
  public struct Statement: Hashable, Sendable, Codable {
    /// What is counted.
    public enum What: String, Hashable, Sendable, Codable {
      /// All records with an area or a gemeente; its only area is all of those gemeenten.
      case placed
      /// All records with an area of the smallest level.
      case placing
      /// Those that meet conditions, of one category and period when these are named.
      case records
      /// The sum of a column over these, in thousandths.
      case sum
      /// How many different words these have in a column.
      case distinct
    }

    /// A word of a column.
    public struct Category: Hashable, Sendable, Codable {
      /// The column, as the file names it.
      public let column: String
      /// The word.
      public let word: String

      /// Pairs a column with a word.
      public init(column: String, word: String) {
        self.column = column
        self.word = word
      }
    }

    /// A period.
    public struct Period: Hashable, Sendable, Codable {
      /// The column with dates, as the file names it.
      public let column: String
      /// How dates were cut.
      public let cut: String
      /// Which period.
      public let label: String

      /// Names a period.
      public init(column: String, cut: String, label: String) {
        self.column = column
        self.cut = cut
        self.label = label
      }
    }

    /// What is counted.
    public let what: What
    /// The level of the areas; `gemeenten` of what has one area.
    public let level: String
    /// The column that is added up, or of which words are counted, as the file names it; nil for counts.
    public let column: String?
    /// The conditions.
    public let conditions: [SavedCondition]
    /// The category.
    public let category: Category?
    /// The period.
    public let period: Period?
    /// What was said of each area.
    public let said: [SaidCount]

    /// Makes a statement.
    public init(
      _ what: What, level: String, column: String? = nil, conditions: [SavedCondition] = [],
      category: Category? = nil, period: Period? = nil, said: [SaidCount]
    ) {
      self.what = what
      self.level = level
      self.column = column
      self.conditions = conditions
      self.category = category
      self.period = period
      self.said = said
    }
  }
}
