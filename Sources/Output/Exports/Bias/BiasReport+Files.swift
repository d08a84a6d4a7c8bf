internal import GeoJSON
public import Provenance
internal import Quality

extension BiasReport {
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
        MarkedTable.words(reason(for: row) ?? ""),
      ])
    }
    return table.bytes
  }

  /// Why what a row tells is published; nil where nobody has to say so.
  private func reason(for row: Row) -> String? {
    if isAbove(row) { return justification?.reason(for: row) }
    let result = Untested(result: row.result, kind: row.kind, column: row.column)
    guard row.without == nil, row.gemeentecode == nil, untested.contains(result) else { return nil }
    return justification?.reason(for: result)
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
          (
            "not_tested",
            $0.noneTested.map(text)
              ?? .list(
                $0.notTested.map { one in
                  .facts([
                    ("result", text(one.result)), ("column", text(one.column)),
                    ("reason", text(one.reason)),
                  ])
                })
          ),
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
      ("not_tested", .list(untested.map(Self.fact))),
      ("not_testable", .list(untestable.map(Self.fact))),
      ("justification", reason),
      ("police_generated", .list(feedback.map(text))),
    ])
  }

  private static func fact(_ result: Untested) -> ProvenanceRecord.Fact {
    .facts([
      ("result", .scalar(.text(result.result))), ("soort", .scalar(.text(result.kind.rawValue))),
      ("column", .scalar(.text(result.column))),
    ])
  }
}
