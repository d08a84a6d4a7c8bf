public import Cartography
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
    /// How many areas have both.
    public let areas: Int
    /// Spearman's rank correlation, of a pattern or type the rank-biserial one; nil when there are too few
    /// areas, or all are alike.
    public let correlation: Double?
    /// Whether the result by itself can be held against shares: whether enough areas have a value, and
    /// not all are alike.
    public let isTestable: Bool
    /// What the group and all others meet on average; nil when that is not known.
    public let means: GroupMeans?

    /// Notes a result.
    public init(
      layer: String, result: String, kind: Kind, column: String, gemeentecode: String?,
      without: String?, areas: Int, correlation: Double?, isTestable: Bool, means: GroupMeans?
    ) {
      self.layer = layer
      self.result = result
      self.kind = kind
      self.column = column
      self.gemeentecode = gemeentecode
      self.without = without
      self.areas = areas
      self.correlation = correlation
      self.isTestable = isTestable
      self.means = means
    }
  }

  /// A result that was held against none of a protected column.
  public struct Untested: Hashable, Sendable {
    /// The result.
    public let result: String
    /// What it is.
    public let kind: Kind
    /// The protected column.
    public let column: String
  }

  /// Why results beyond the threshold are published.
  public struct Justification: Sendable {
    let name: String
    let role: String
    let date: String
    let reasons: [(result: String, column: String, gemeentecode: String?, reason: String)]
    let notTested: [(result: String, column: String, reason: String)]
    let noneTested: String?

    /// Names who says so, when, and why of each result.
    /// - Parameters:
    ///   - notTested: why results are published that were held against nothing of a column.
    ///   - noneTested: why results are published of which none could be tested.
    public init(
      name: String, role: String, date: String,
      reasons: [(result: String, column: String, gemeentecode: String?, reason: String)],
      notTested: [(result: String, column: String, reason: String)], noneTested: String?
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
      notTested.first { $0.result == result.result && $0.column == result.column }?.reason
    }

    /// The reason for a row; nil without one.
    func reason(for row: Row) -> String? {
      reasons.first {
        $0.result == row.layer && $0.column == row.column && $0.gemeentecode == row.gemeentecode
      }?.reason
    }
  }

  /// The name of the file.
  public static let name = "vertekening.csv"

  let rows: [Row]
  let threshold: Double
  let highest: Double
  let justification: Justification?
  let feedback: [String]
  let document: MapDocument
  let untested: [Untested]
  let untestable: [Untested]

  /// Gathers what was found.
  /// - Parameters:
  ///   - threshold: the rank correlation from which, up or down, somebody has to answer for a result.
  ///   - highest: the highest threshold that the rules allow.
  ///   - feedback: the indicators that rest on what police record.
  public init(
    rows: [Row], threshold: Double, highest: Double, justification: Justification?,
    feedback: [String],
    document: MapDocument
  ) {
    self.rows = rows
    self.threshold = threshold
    self.highest = highest
    self.justification = justification
    self.feedback = feedback
    self.document = document
    untested = Self.untested(among: rows)
    untestable = Self.withoutCorrelation(among: rows).filter { !$0.isTestable }.map(\.result)
  }

  /// The results that could have been held against a column and were not, at no level and in no gemeente:
  /// its shares are of another level, of too few areas, or all alike. In the order of the rows.
  public static func untested(among rows: [Row]) -> [Untested] {
    withoutCorrelation(among: rows).filter(\.isTestable).map(\.result)
  }

  /// The results without any correlation, and whether shares could have given them one.
  private static func withoutCorrelation(
    among rows: [Row]
  ) -> [(result: Untested, isTestable: Bool)] {
    var order: [Untested] = []
    var found: [Untested: (isTested: Bool, isTestable: Bool)] = [:]
    for row in rows where row.without == nil {
      let result = Untested(result: row.result, kind: row.kind, column: row.column)
      if found[result] == nil { order.append(result) }
      let known = found[result] ?? (false, false)
      found[result] = (
        known.isTested || row.correlation != nil, known.isTestable || row.isTestable
      )
    }
    return order.compactMap { result in
      found[result].flatMap { $0.isTested ? nil : (result, $0.isTestable) }
    }
  }

  /// Whether a row is at the threshold or beyond.
  func isAbove(_ row: Row) -> Bool {
    row.without == nil && abs(row.correlation ?? 0) >= threshold
  }

  /// Whether a result is at the threshold or beyond, or was not tested.
  public var isBeyond: Bool {
    rows.contains(where: isAbove) || !untested.isEmpty || !rows.contains { $0.correlation != nil }
  }

  /// What was found, a sentence each.
  public func sentences(_ language: Language) -> [String] {
    let above = rows.filter(isAbove)
    let tested = rows.filter { $0.without == nil && $0.correlation != nil }
    let isDutch = language == .nl
    func number(_ number: Double) -> String { language.number(number, decimals: 2) }
    var lines = [
      isDutch
        ? "\(counted(tested.count, "rangcorrelatie", "rangcorrelaties")) van uitkomsten met beschermde aandelen, \(above.count) op "
          + "\(number(threshold)) of verder (volgens de regels hoogstens \(number(highest)))"
        : "\(counted(tested.count, "rank correlation")) of results with protected shares, \(above.count) at "
          + "\(number(threshold)) or beyond (\(number(highest)) at most by the rules)"
    ]
    lines += above.map { row in
      "\(row.layer) \(isDutch ? "met" : "with") \(row.column)"
        + (row.gemeentecode.map { " in \($0)" } ?? "") + ": \(number(row.correlation ?? 0))"
    }
    lines += Self.byColumn(untested).map { column, results in
      isDutch
        ? "niet getoetst aan \(column), dat daarvoor van te weinig gebieden bekend is of overal gelijk: "
          + results
        : "not held against \(column), which is known of too few areas for that or is the same in all: "
          + results
    }
    lines += Self.byColumn(untestable).map { column, results in
      isDutch
        ? "niet te toetsen aan \(column), door te weinig gebieden of verschil: \(results)"
        : "cannot be held against \(column), for too few areas or differences: \(results)"
    }
    if !feedback.isEmpty {
      let names = feedback.joined(separator: ", ")
      lines.append(
        isDutch
          ? "terugkoppeling: \(names) \(feedback.count == 1 ? "berust" : "berusten") op wat de politie "
            + "vastlegt. Wie zoekt waar deze kaarten hoog zijn, legt daar meer vast."
          : "feedback: \(names) \(feedback.count == 1 ? "rests" : "rest") on what police record. Who "
            + "looks where these maps are high will record more there.")
    }
    if let justification,
      !above.isEmpty || !untested.isEmpty || justification.noneTested != nil
    {
      lines.append(
        (isDutch ? "toch gepubliceerd: " : "published all the same: ")
          + "\(justification.name), \(justification.role), \(justification.date)")
      lines += above.compactMap { row in
        justification.reason(for: row).map { "\(row.layer): \($0)" }
      }
      lines += untested.compactMap { result in
        justification.reason(for: result).map { "\(result.result): \($0)" }
      }
      if let reason = justification.noneTested { lines.append(reason) }
    }
    return lines
  }

  /// The results of each column, as words.
  private static func byColumn(_ found: [Untested]) -> [(column: String, results: String)] {
    var columns: [String] = []
    for result in found where !columns.contains(result.column) { columns.append(result.column) }
    return columns.map { column in
      (
        column,
        found.filter { $0.column == column }.map(\.result).joined(separator: ", ")
      )
    }
  }
}
