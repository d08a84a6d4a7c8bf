internal import Areas
internal import Cartography
internal import Exports
internal import Quality

/// Whether the results of a study go together with protected shares: by rank correlation, over all areas
/// and within each gemeente.
public struct BiasAudit: Sendable {
  /// One result against one protected share.
  public struct Row: Hashable, Sendable {
    /// The result, such as `index_weerbaarheid` or `patroon_drugs`.
    public let layer: String
    /// The protected column.
    public let column: String
    /// The gemeente; nil for all areas together.
    public let gemeentecode: String?
    /// The rank correlation; nil when there are too few areas, or all are alike.
    public let correlation: Double?
  }

  /// With fewer areas nothing is said.
  static let fewest = 20

  let report: BiasReport
  let threshold: Double

  /// What to tell on the screen.
  var summary: [String] { report.sentences(.en) }

  /// The rows that are at the threshold or beyond, up or down.
  static func above(_ threshold: Double, among rows: [BiasReport.Row]) -> [Row] {
    rows.filter { $0.without == nil && abs($0.correlation ?? 0) >= threshold }.map {
      Row(
        layer: $0.layer, column: $0.column, gemeentecode: $0.gemeentecode,
        correlation: $0.correlation)
    }
  }

  /// Why nothing was written.
  static func refusal(_ rows: [Row], threshold: Double) -> String {
    func number(_ number: Double) -> String { Language.en.number(number, decimals: 2) }
    let shown = rows.prefix(10).map { row in
      "  \(row.layer) with \(row.column)" + (row.gemeentecode.map { " in \($0)" } ?? "")
        + ": \(number(row.correlation ?? 0))"
    }
    let more = rows.count > shown.count ? "\n  and \(rows.count - shown.count) more" : ""
    return """
      bias audit: results go together with protected shares; the rank correlation is \
      \(number(threshold)) or more, up or down:
      \(shown.joined(separator: "\n"))\(more)
      Leave these results out, or say under 'audit' why they are published all the same: \
      justification: {name: …, date: …, reason: …}. With --audience intern they can be looked at. Nothing \
      was written.
      """
  }
}
