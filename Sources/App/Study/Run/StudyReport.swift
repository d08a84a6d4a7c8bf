public import Areas
public import Composites
internal import Exports
public import Geocoding
public import Indicators
internal import Tabulation

/// What a run of a study came upon: for the screen and for provenance. Holds no value of a record.
public struct StudyReport: Sendable {
  /// One file of records.
  public struct Records: Sendable {
    /// Its id in the study.
    public let id: String
    /// How many were placed, and why others were not.
    public let counts: PlacementCounts
    /// Cells that could not be read, by column.
    public let unreadable: [(column: String, count: Int)]
    /// How the columns with places were found.
    public let placement: String
    /// The column that says whose a record is; nil without one.
    public internal(set) var contributor: String?
    /// How well they were placed.
    public let quality: PlacingReport
    /// Whether the number of placed records is not published, because it would tell another.
    public let hidesPlaced: Bool
    /// Whether any count of these records is hidden, so that nothing is told from which the number of placed
    /// records follows more closely than it is told itself.
    public let hidesCounts: Bool
  }

  /// The ledger of earlier publications, and what became of what they said.
  public struct Ledger: Hashable, Sendable {
    /// The name of the file.
    public let name: String
    /// How many publications were minded.
    public internal(set) var entries = 0
    /// Of which other years there are publications of areas. They are minded where a code stands for nearly the
    /// same ground.
    public internal(set) var otherEditions: [Int] = []
    /// Those of them of which the areas are given, so that what was said stands on these.
    public internal(set) var givenEditions: [Int] = []
    /// Records that cannot be placed in these areas, since they say an address or the code of an area.
    public internal(set) var withoutPlaces: [String] = []
    /// How many counts they said that hold for these records too: all that is said with them is safe.
    public internal(set) var held = 0
    /// How many counts they said that do not hold for these records, which were others then.
    public internal(set) var lapsed = 0
    /// How many delivered counts they said that do not hold for those of now, which are others.
    public internal(set) var lapsedDeliveries = 0
    /// How many delivered counts they said that are of other years than those of now.
    public internal(set) var otherPeriods = 0
    /// How many counts they said of areas that are not in this study.
    public internal(set) var elsewhere = 0
    /// How many counts they said of areas of other years of which the code stands for another ground now.
    public internal(set) var otherGround = 0
    /// Earlier sources under other names that are known by another key than that of the study: whether they
    /// are files of this study is not known.
    public internal(set) var ofOtherKey: [String] = []
    /// Whether these results are added.
    public internal(set) var isAdded = false
  }

  /// One file of figures.
  public struct Figures: Sendable {
    /// Its id in the study.
    public let id: String
    /// Rows that gave figures.
    public let matched: Int
    /// The areas with a row, per level.
    public let matchedAreas: [(level: AreaLevel, count: Int)]
    /// Codes that the edition does not know.
    public let unknownCodes: [String]
    /// Rows of other areas, totals, and cells that could not be read.
    public let otherRows: Int
    /// Rows that are totals.
    public let totalRows: Int
    /// Rows with something in the place of a code that is none.
    public let unreadableRows: Int
    /// The numbers of the first of them.
    let firstUnreadableRows: [Int]
    /// Codes that occur more than once.
    public let repeatedCodes: [String]
    /// Cells that could not be read.
    public let unreadableCells: Int
    /// How many cells of each column were read, and could not be.
    let readings: [FigureFile.Reading]
    /// Areas without a row that count as zero.
    public let zeroAreas: Int
    /// What the figures are.
    public let kind: FigureKind
    /// Of which year or years counts are, as the study says; nil when it does not.
    public let period: String?
    /// What became of them on their way to other areas; nil when they were not converted.
    public let conversion: Conversion?

    init(
      _ specification: FigureSpecification, _ content: FigureFile, conversion: Conversion?
    ) {
      id = specification.id
      kind = specification.kind
      period = specification.period?.text
      matched = content.matchedRows
      matchedAreas = content.matched
      unknownCodes = content.unknownCodes
      otherRows = content.otherRows
      totalRows = content.totalRows
      unreadableRows = content.unreadableRows
      firstUnreadableRows = content.firstUnreadableRows
      repeatedCodes = content.repeatedCodes
      unreadableCells = content.unreadableCells
      readings = content.readings
      zeroAreas = content.zeroAreas
      self.conversion = conversion
    }
  }

  /// Delivered counts of which one may be a part of another, by their numbers, and the study does not say so.
  public struct UndeclaredPart: Hashable, Sendable {
    /// The name of the smaller.
    public let part: String
    /// The name of the larger.
    public let whole: String
  }

  /// Figures that were brought from other areas to those of the study.
  public struct Conversion: Sendable {
    /// The areas they were of, such as `buurt 2015`.
    public let origin: String
    /// How many areas of the study have each grade.
    public let grades: [(word: String, count: Int)]
    /// Codes that both editions have for different areas, among those of the study.
    public let reusedCodes: [String]
    /// Per count its total before, and that in the areas of the study.
    public let totals: [(name: String, before: Double, after: Double)]
  }

  /// Words of an indicator that no record has.
  public struct AbsentWords: Hashable, Sendable {
    /// The records.
    public let records: String
    /// The column, as the indicator names it.
    public let column: String
    /// The words that the indicator asks for.
    public let words: [String]
  }

  /// Records whose code of the economic activity is none.
  public struct ForeignCodes: Hashable, Sendable {
    /// The records.
    public let records: String
    /// How many have something that is no code.
    public let count: Int
    /// How many have none.
    public let empty: Int
    /// The name of the classification.
    public let classification: String
  }

  /// Gemeenten of which a file of records tells nothing.
  public struct NotCovered: Hashable, Sendable {
    /// The records.
    public let records: String
    /// How many months up to the peildatum were looked at; nil for all time.
    public let months: Int?
    /// The names of the gemeenten.
    public let gemeenten: [String]
  }

  /// One map.
  public struct Map: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// Its level.
    public let level: AreaLevel
    /// How many areas have each status, over all gemeenten.
    public let statuses: [IndicatorValue.Status: Int]
    /// The value that all areas with one have; nil when they differ, and when fewer than two have one.
    public let constant: Double?
    /// How many of those with too few data are scores that are too unsure for a class.
    public let unsureCount: Int
    /// The gemeenten in which no area has a value.
    public let gemeentenWithoutValue: [String]
    /// How many areas of each gemeente are hidden, of how many; gemeenten of which none is are left out.
    public let hidden: [Hidden]
    /// Areas that have nothing to be compared with; nil when there are none.
    public let uncompared: Uncompared?
  }

  /// What is hidden in one gemeente.
  public struct Hidden: Hashable, Sendable {
    /// Its name.
    public let gemeente: String
    /// How many are hidden.
    public let hidden: Int
    /// Of how many.
    public let all: Int
  }

  /// Areas without a value for want of a figure of their gemeente.
  public struct Uncompared: Hashable, Sendable {
    /// How many they are.
    public let areas: Int
    /// Their gemeenten.
    public let gemeenten: [String]
    /// The figures that are not known of each of these; empty where it is another indicator that lacks them.
    public let figures: [String]

    /// The figures, or a word for them.
    public func named(_ word: String) -> String {
      figures.isEmpty ? word : figures.joined(separator: ", ")
    }
  }

  /// One composite index.
  public struct Index: Sendable {
    /// Its id.
    public let id: String
    /// Its level.
    public let level: AreaLevel
    /// How many areas have a score.
    public let scoredCount: Int
    /// How many areas have each grade; empty when that was not found out.
    public let grades: [(letter: String, count: Int)]
    /// How many areas have a score and no class, since they do not keep it.
    public let unsureCount: Int
    /// How far its scores hold for the areas of wider levels.
    public let agreements: [(level: AreaLevel, agreement: LevelAgreement)]
    /// Members that take no part, and why; `frame` is the gemeente when areas are compared within theirs.
    public let leftOut: [(frame: String, indicator: String, reason: String)]
  }

  /// Opportunity against resilience.
  public struct Quadrants: Sendable {
    /// The level of the areas.
    public let level: AreaLevel
    /// How many areas lie in each quadrant.
    public let counts: [(word: String, count: Int)]
    /// How many have both scores and no quadrant, since they are not stable.
    public let unsureCount: Int
  }

  /// One question about a pattern, and what came of it.
  public struct Pattern: Sendable {
    /// Its id in the study.
    public let id: String
    /// The level of the areas.
    public let level: AreaLevel
    /// What was found, a sentence for each comparison, in English.
    public let sentences: [String]
  }

  /// One heatmap.
  public struct Heatmap: Sendable {
    /// Its id in the study.
    public let id: String
    /// What came of it; nil when there are too few records to show any cell.
    public let made: HeatmapReport?
  }

  /// Layers over the maps of the atlas.
  public internal(set) var context: [Context] = []
  /// Opportunity against resilience; nil when the study has not both, or it was not found out how sure
  /// they are.
  public internal(set) var quadrants: Quadrants?
  /// What is allowed and seldom meant, a sentence each.
  public internal(set) var remarks: [String] = []
  /// The areas, by level.
  public internal(set) var areaCounts: [(level: AreaLevel, count: Int)] = []
  /// The edition.
  public internal(set) var edition = Edition(year: 0)
  /// Fewer records than this are not told; nil when all counts are.
  public internal(set) var minimumCount: Int?
  /// Rows of areas that were left out as water or Belgian.
  public internal(set) var leftOutAreas = 0
  /// What the check of boundaries found.
  public internal(set) var boundaries: AreaCheck?
  /// The files of records.
  public internal(set) var records: [Records] = []
  /// Words that no record has; the indicators that ask for them have no data.
  public internal(set) var absentWords: [AbsentWords] = []
  /// Records whose code of the economic activity is none; they are in no sector.
  public private(set) var foreignCodes: [ForeignCodes] = []
  /// Gemeenten without records; indicators that count them have no data there.
  public private(set) var notCovered: [NotCovered] = []
  /// What is hidden of the counts of records and deliveries that have tables, or of which some are hidden.
  public internal(set) var losses: [Loss] = []
  /// Who counts as a contributor to sums.
  public internal(set) var sums: [Sums] = []
  /// What would hide less of counts of which most are hidden for others.
  public internal(set) var costly: [Costly] = []
  /// The files of figures.
  public internal(set) var figures: [Figures] = []
  /// Delivered counts of which one may be a part of another.
  public internal(set) var undeclaredParts: [UndeclaredPart] = []
  /// The maps.
  public internal(set) var maps: [Map] = []
  /// The composite indices.
  public internal(set) var indices: [Index] = []
  /// The patterns.
  public internal(set) var patterns: [Pattern] = []
  /// The heatmaps.
  public internal(set) var heatmaps: [Heatmap] = []
  /// The ledger of earlier publications; nil without one.
  public internal(set) var ledger: Ledger?
  /// What the bias audit found, a sentence each; nil when the study asks for none.
  public internal(set) var bias: [String]?

  /// What the organisation has to fill in for catalogues: keys of `metadata` in a study.
  public internal(set) var openMetadata: [String] = []

  /// Adds records with codes that are none, when there are any.
  mutating func add(_ found: ForeignCodes?) {
    if let found { foreignCodes.append(found) }
  }

  /// Adds gemeenten that are not covered, once.
  mutating func add(_ found: NotCovered) {
    if !found.gemeenten.isEmpty, !notCovered.contains(found) { notCovered.append(found) }
  }
}

extension StudyReport.Index {
  init?(_ index: MappedIndex) {
    guard let fitted = index.fitted else { return nil }
    let values = index.map.layer.values
    let letters = values.compactMap { $0.certainty?.grade }
    id = fitted.definition.id
    level = index.level
    scoredCount = values.count { $0.value != nil }
    grades =
      letters.isEmpty
      ? [] : ["A", "B", "C", "D", "E"].map { letter in (letter, letters.count { $0 == letter }) }
    unsureCount = values.count(where: \.isTooUnsure)
    agreements = index.agreements
    leftOut = fitted.parts.flatMap { part in
      part.leftOut.map {
        (part.frame, fitted.definition.members[$0.member].indicator.id, $0.reason.rawValue)
      }
    }
  }
}
