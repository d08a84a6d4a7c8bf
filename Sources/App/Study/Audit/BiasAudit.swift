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

  /// A result that could have been held against a protected column and was not.
  public struct Untested: Hashable, Sendable {
    /// The result.
    public let result: String
    /// The protected column.
    public let column: String
    /// The gemeente in which it was not tested; nil when it was nowhere.
    public let gemeentecode: String?
    /// How many areas there have a share, of how many with a value; nil when it was tested nowhere.
    public let areas: Areas?

    /// How many areas have a share, and how many a value.
    public struct Areas: Hashable, Sendable {
      let tested: Int
      let valued: Int
    }
  }

  /// Why results may not be published.
  public struct Stop: Hashable, Sendable {
    let rows: [Row]
    let untested: [Untested]
    let threshold: Double
    let coverage: Double
    let names: BiasNames
  }

  /// With fewer areas nothing is said.
  static let fewest = 20
  /// Nor of a pattern or type with fewer areas in it, or outside of it.
  static let fewestInside = 5

  /// Whether values of a result differ enough to go together with anything; of a pattern or type, whether
  /// enough areas are in it and outside.
  static func differ(_ values: [Double], of kind: BiasReport.Kind) -> Bool {
    guard kind.isMembership else { return values.contains { $0 != values.first } }
    let members = values.count { $0 > 0 }
    return min(members, values.count - members) >= fewestInside
  }

  let report: BiasReport
  /// What is allowed and seldom meant of the shares, a sentence each.
  let remarks: [String]

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

  /// What could have been tested and was not.
  static func untested(among rows: [BiasReport.Row], coverage: Double) -> [Untested] {
    BiasReport.untested(among: rows, coverage: coverage).map { one in
      Untested(
        result: one.result, column: one.column, gemeentecode: one.gemeentecode,
        areas: one.gemeentecode.map { _ in .init(tested: one.areas, valued: one.valued) })
    }
  }
}

extension BiasAudit.Stop {
  /// Why nothing was written, with what to fill in.
  var sentence: String {
    func entries(_ key: String, _ templates: [String]) -> [String] {
      guard !templates.isEmpty else { return [] }
      let more = templates.count - 20
      return ["  \(key):"] + templates.prefix(20) + (more > 0 ? ["  and \(more) more"] : [])
    }
    var found: [String] = []
    if !rows.isEmpty {
      found.append(
        "results go together with protected shares; the rank correlation is "
          + "\(Language.en.number(threshold, decimals: 2)) or more, up or down.")
    }
    if untested.contains(where: { $0.areas == nil }) {
      found.append(
        "results were held against nothing, for the shares are of another level, of fewer than "
          + "\(BiasAudit.fewest) of their areas, or all alike. Give shares for their level.")
    }
    let partly = untested.compactMap { one in one.areas.map { (one.gemeentecode ?? "", $0) } }
    if !partly.isEmpty {
      var seen: Set<String> = []
      let places = partly.map { code, areas in
        "\(names.gemeente(code)) \(areas.tested) of \(areas.valued)"
      }.filter { seen.insert($0).inserted }
      found.append(
        "shares are known of too few of the areas with a value (\(places.prefix(10).joined(separator: ", "))): in "
          + "each gemeente it must be \(Int((coverage * 100).rounded())) % of them. Give the shares of all areas."
      )
    }
    return """
      bias audit: \(found.joined(separator: " And ")) Leave these results out, or let \
      somebody who did not make the study write in a file why each is published all the same, and name \
      it with --justification:
      justification:
        name: …
        role: …
        date: …
      \((entries("findings", rows.map(\.template))
        + entries("not_tested", untested.map(\.template))).joined(separator: "\n"))
      With --audience intern results can be looked at first. Nothing was written.
      """
  }
}

extension BiasReport.Kind {
  /// Whether a result says which areas are in or out of something.
  var isMembership: Bool { self == .pattern || self == .type }
}
