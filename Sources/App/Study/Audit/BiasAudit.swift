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
  /// Nor of a pattern or type with fewer areas in it, or outside of it.
  static let fewestInside = 5

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

  /// Why nothing was written, with what to fill in.
  static func refusal(_ rows: [Row], threshold: Double) -> String {
    let shown = rows.prefix(20).map(\.template)
    let more = rows.count > shown.count ? "\n  and \(rows.count - shown.count) more" : ""
    return """
      bias audit: results go together with protected shares; the rank correlation is \
      \(Language.en.number(threshold, decimals: 2)) or more, up or down. Leave these results out, or let \
      somebody who did not make the study write in a file why each is published all the same, and name \
      it with --justification:
      justification:
        name: …
        role: …
        date: …
        findings:
      \(shown.joined(separator: "\n"))\(more)
      With --audience intern results can be looked at first. Nothing was written.
      """
  }
}
