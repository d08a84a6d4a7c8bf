public import Areas
public import Quality
internal import Tables

/// The bias audit of a study: `vertekening.csv`, and a part of provenance.
public struct BiasReport: Sendable {
  /// What a result is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case index
    case indicator
    /// A group of economic sectors.
    case sector
    /// Areas that a question about patterns found.
    case pattern = "patroon"
    /// Areas of a type.
    case type
  }

  /// One result against one protected share.
  public struct Row: Hashable, Sendable {
    /// The result, at the level that it is of.
    public let layer: String
    /// The result at whatever level; that of ``layer`` when it is of its own level.
    public let result: String
    /// What it is.
    public let kind: Kind
    /// The protected column.
    public let column: String
    /// The gemeente; nil for all areas together.
    public let gemeentecode: String?
    /// The member that an index is computed without; nil for the result itself.
    public let without: String?
    /// The level of its areas.
    public let level: AreaLevel
    /// How many areas have both.
    public let areas: Int
    /// How many areas have a value; without a member, both values.
    public let valued: Int
    /// Spearman's rank correlation, of a pattern or type the rank-biserial one; nil when there are too few
    /// areas, or all are alike.
    public let correlation: Double?
    /// Without a member: that of the index itself over the same areas.
    public let ofIndex: Double?
    /// Whether the result by itself can be held against shares: whether enough areas have a value, and
    /// not all are alike.
    public let isTestable: Bool
    /// What the group and all others meet on average; nil when that is not known.
    public let means: GroupMeans?

    /// Notes a result.
    public init(
      layer: String, result: String, kind: Kind, column: String, gemeentecode: String?,
      without: String?, level: AreaLevel, areas: Int, valued: Int, correlation: Double?,
      ofIndex: Double? = nil, isTestable: Bool, means: GroupMeans?
    ) {
      self.layer = layer
      self.result = result
      self.kind = kind
      self.column = column
      self.gemeentecode = gemeentecode
      self.without = without
      self.level = level
      self.areas = areas
      self.valued = valued
      self.correlation = correlation
      self.ofIndex = ofIndex
      self.isTestable = isTestable
      self.means = means
    }
  }

  /// Why results beyond the threshold are published.
  public struct Justification: Sendable {
    let name: String
    let role: String
    let date: String
    let reasons: [(result: String, column: String, gemeentecode: String?, reason: String)]
    let notTested: [(result: String, column: String, gemeentecode: String?, reason: String)]
    let noneTested: String?

    /// Names who says so, when, and why of each result.
    /// - Parameters:
    ///   - notTested: why results are published that were held against nothing of a column.
    ///   - noneTested: why results are published of which none could be tested.
    public init(
      name: String, role: String, date: String,
      reasons: [(result: String, column: String, gemeentecode: String?, reason: String)],
      notTested: [(result: String, column: String, gemeentecode: String?, reason: String)],
      noneTested: String?
    ) {
      self.name = name
      self.role = role
      self.date = date
      self.reasons = reasons
      self.notTested = notTested
      self.noneTested = noneTested
    }

    /// The reason for a result that was not tested; nil without one.
    func reason(for result: Untested) -> String? {
      notTested.first {
        $0.result == result.result && $0.column == result.column
          && $0.gemeentecode == result.gemeentecode
      }?.reason
    }

    /// The reason for a row; nil without one.
    func reason(for row: Row) -> String? {
      reasons.first {
        $0.result == row.layer && $0.column == row.column && $0.gemeentecode == row.gemeentecode
      }?.reason
    }
  }

  /// From where on somebody has to answer for a result.
  public struct Limits: Hashable, Sendable {
    let threshold: Double
    let highest: Double
    let coverage: Double

    /// - Parameters:
    ///   - threshold: the rank correlation from which on, up or down.
    ///   - highest: the highest threshold that the rules allow.
    ///   - coverage: which part of the areas with a value must have a share, in each gemeente, 0 to 1.
    public init(threshold: Double, highest: Double, coverage: Double) {
      self.threshold = threshold
      self.highest = highest
      self.coverage = coverage
    }
  }

  /// Where the shares come from.
  public struct Source: Hashable, Sendable {
    let words: String?
    let year: Int?

    /// - Parameters:
    ///   - words: who made the shares; nil when nobody says so.
    ///   - year: of which year they are.
    public init(words: String?, year: Int?) {
      self.words = words
      self.year = year
    }
  }

  /// The name of the file.
  public static let name = "vertekening.csv"

  let rows: [Row]
  let limits: Limits
  let source: Source
  let justification: Justification?
  let feedback: PoliceFeedback
  let beside: [NamedResult]
  let names: BiasNames
  let document: MapDocument
  let untested: [Untested]
  let untestable: [Untested]

  /// Gathers what was found.
  /// - Parameters:
  ///   - feedback: the results that rest on what police record.
  ///   - beside: results that have no figure by area to hold against a share: heatmaps and tables.
  ///   - names: what results and columns are called in texts.
  public init(
    rows: [Row], limits: Limits, source: Source, justification: Justification?,
    feedback: PoliceFeedback, beside: [NamedResult], names: BiasNames, document: MapDocument
  ) {
    self.rows = rows
    self.limits = limits
    self.source = source
    self.justification = justification
    self.feedback = feedback
    self.beside = beside
    self.names = names
    self.document = document
    untested = Self.untested(among: rows, coverage: limits.coverage)
    untestable = Self.untestable(among: rows)
  }

  /// Whether a row is at the threshold or beyond.
  func isAbove(_ row: Row) -> Bool {
    row.without == nil && abs(row.correlation ?? 0) >= limits.threshold
  }

  /// Whether a row tells that a result is below the threshold: it has a correlation, over enough of its areas.
  func isBelow(_ row: Row) -> Bool {
    row.without == nil && row.correlation != nil && !isAbove(row) && row.isCovered(limits.coverage)
  }

  /// Whether a result is at the threshold or beyond, or was not tested.
  public var isBeyond: Bool {
    rows.contains(where: isAbove) || !untested.isEmpty || !rows.contains { $0.correlation != nil }
  }
}
