public import Cartography
internal import GeoJSON
public import Provenance
public import Quality

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
    /// The result.
    public let layer: String
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
    /// What the group and all others meet on average; nil when that is not known.
    public let means: GroupMeans?

    /// Notes a result.
    public init(
      layer: String, kind: Kind, column: String, gemeentecode: String?, without: String?,
      areas: Int, correlation: Double?, means: GroupMeans?
    ) {
      self.layer = layer
      self.kind = kind
      self.column = column
      self.gemeentecode = gemeentecode
      self.without = without
      self.areas = areas
      self.correlation = correlation
      self.means = means
    }
  }

  /// Why results beyond the threshold are published.
  public struct Justification: Sendable {
    let name: String
    let role: String
    let date: String
    let reasons: [(result: String, column: String, gemeentecode: String?, reason: String)]
    let notTested: String?

    /// Names who says so, when, and why of each result.
    public init(
      name: String, role: String, date: String,
      reasons: [(result: String, column: String, gemeentecode: String?, reason: String)],
      notTested: String?
    ) {
      self.name = name
      self.role = role
      self.date = date
      self.reasons = reasons
      self.notTested = notTested
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

  private let rows: [Row]
  private let threshold: Double
  private let highest: Double
  private let justification: Justification?
  private let feedback: [String]
  private let document: MapDocument

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
  }

  private func isAbove(_ row: Row) -> Bool {
    row.without == nil && abs(row.correlation ?? 0) >= threshold
  }

  /// Whether a result is at the threshold or beyond, or none could be tested.
  public var isBeyond: Bool {
    rows.contains(where: isAbove) || !rows.contains { $0.correlation != nil }
  }

  /// What was found, a sentence each.
  public func sentences(_ language: Language) -> [String] {
    let above = rows.filter(isAbove)
    let tested = rows.filter { $0.without == nil && $0.correlation != nil }
    let isDutch = language == .nl
    func number(_ number: Double) -> String { language.number(number, decimals: 2) }
    var lines = [
      isDutch
        ? "\(tested.count) rangcorrelaties van uitkomsten met beschermde aandelen, \(above.count) op "
          + "\(number(threshold)) of verder (volgens de regels hoogstens \(number(highest)))"
        : "\(tested.count) rank correlations of results with protected shares, \(above.count) at "
          + "\(number(threshold)) or beyond (\(number(highest)) at most by the rules)"
    ]
    lines += above.map { row in
      "\(row.layer) \(isDutch ? "met" : "with") \(row.column)"
        + (row.gemeentecode.map { " in \($0)" } ?? "") + ": \(number(row.correlation ?? 0))"
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
    if let justification, !above.isEmpty || justification.notTested != nil {
      lines.append(
        (isDutch ? "toch gepubliceerd: " : "published all the same: ")
          + "\(justification.name), \(justification.role), \(justification.date)")
      lines += above.compactMap { row in
        justification.reason(for: row).map { "\(row.layer): \($0)" }
      }
      if let reason = justification.notTested { lines.append(reason) }
    }
    return lines
  }

  /// The file.
  public var csv: [UInt8] {
    var table = MarkedTable(document, isSynthetic: document.isSynthetic)
    table.header([
      "laag", "soort", "kolom", "gemeentecode", "zonder", "gebieden", "rangcorrelatie",
      "gemiddelde_groep", "gemiddelde_anderen", "boven_drempel", "verantwoording",
    ])
    for row in rows {
      table.row([
        row.layer, row.kind.rawValue, row.column, row.gemeentecode ?? "", row.without ?? "",
        "\(row.areas)", row.correlation.map { table.number($0) } ?? "",
        row.means.map { table.number($0.group) } ?? "",
        row.means.map { table.number($0.others) } ?? "",
        // What was not tested is not known to be below.
        row.correlation == nil || row.without != nil ? "" : isAbove(row) ? "true" : "false",
        isAbove(row) ? MarkedTable.words(justification?.reason(for: row) ?? "") : "",
      ])
    }
    return table.bytes
  }

  /// What provenance keeps.
  public var fact: ProvenanceRecord.Fact {
    func text(_ text: String) -> ProvenanceRecord.Fact { .scalar(.text(text)) }
    let reason: ProvenanceRecord.Fact =
      justification.map {
        .facts([
          ("name", text($0.name)), ("role", text($0.role)), ("date", text($0.date)),
          (
            "reasons",
            .list(
              $0.reasons.map { one in
                .facts([
                  ("layer", text(one.result)), ("column", text(one.column)),
                  ("gemeentecode", one.gemeentecode.map(text) ?? .scalar(.null)),
                  ("reason", text(one.reason)),
                ])
              })
          ),
          ("not_tested", $0.notTested.map(text) ?? .scalar(.null)),
        ])
      } ?? .scalar(.null)
    return .facts([
      (
        "measure",
        text(
          "Spearman's rank correlation, of patterns and types the rank-biserial correlation, and means over "
            + "people")
      ),
      ("threshold", .scalar(.number(threshold))),
      ("threshold_of_rules", .scalar(.number(highest))),
      (
        "tested",
        .scalar(.integer(Int64(rows.count { $0.without == nil && $0.correlation != nil })))
      ),
      (
        "above",
        .list(
          rows.filter(isAbove).map { row in
            .facts([
              ("layer", text(row.layer)), ("soort", text(row.kind.rawValue)),
              ("column", text(row.column)),
              ("gemeentecode", row.gemeentecode.map(text) ?? .scalar(.null)),
              (
                "rank_correlation",
                .scalar(.number(((row.correlation ?? 0) * 1e6).rounded() / 1e6))
              ),
            ])
          })
      ),
      ("justification", reason),
      ("police_generated", .list(feedback.map(text))),
    ])
  }
}
