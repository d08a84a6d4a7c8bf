internal import GeoJSON
public import Provenance

extension BiasReport {
  private typealias Fact = ProvenanceRecord.Fact
  private typealias Facts = [(name: String, fact: ProvenanceRecord.Fact)]

  /// What provenance keeps.
  public var fact: ProvenanceRecord.Fact {
    let measure =
      "Spearman's rank correlation, of patterns and types the rank-biserial correlation, and means over people"
    let tested = rows.filter { $0.without == nil && $0.correlation != nil }
    let year: Fact = source.year.map { .scalar(.integer(Int64($0))) } ?? .scalar(.null)
    let covered: [Fact] = tested.filter { $0.gemeentecode == nil }.map(Self.coverage)
    let above: [Fact] = rows.filter(isAbove).map(Self.finding)
    let facts: Facts = [
      ("measure", Self.text(measure)),
      ("threshold", .scalar(.number(limits.threshold))),
      ("threshold_of_rules", .scalar(.number(limits.highest))),
      ("coverage_of_rules", .scalar(.number(limits.coverage))),
      ("source", Self.text(source.words)),
      ("year", year),
      ("tested", .scalar(.integer(Int64(tested.count)))),
      ("areas", .list(covered)),
      ("above", .list(above)),
      ("not_tested", .list(untested.map(Self.silence))),
      ("not_testable", .list(untestable.map(Self.silence))),
      ("not_audited", .list(beside.map { Self.text($0.id) })),
      ("justification", justification.map(Self.account) ?? .scalar(.null)),
      ("police_generated", feedback.fact),
    ]
    return .facts(facts)
  }

  private static func text(_ text: String?) -> Fact {
    text.map { .scalar(.text($0)) } ?? .scalar(.null)
  }

  /// Over how many of the areas with a value a result was tested.
  private static func coverage(_ row: Row) -> Fact {
    let subject: Facts = [("layer", text(row.layer)), ("column", text(row.column))]
    return .facts(subject + counts(row.areas, of: row.valued))
  }

  private static func finding(_ row: Row) -> Fact {
    let rounded = ((row.correlation ?? 0) * 1e6).rounded() / 1e6
    let subject: Facts = [
      ("layer", text(row.layer)), ("soort", text(row.kind.rawValue)), ("column", text(row.column)),
      ("gemeentecode", text(row.gemeentecode)), ("rank_correlation", .scalar(.number(rounded))),
    ]
    return .facts(subject + counts(row.areas, of: row.valued))
  }

  private static func silence(_ result: Untested) -> Fact {
    var facts: Facts = [
      ("result", text(result.result)), ("soort", text(result.kind.rawValue)),
      ("column", text(result.column)),
    ]
    if let code = result.gemeentecode {
      facts.append(("gemeentecode", text(code)))
      facts += counts(result.areas, of: result.valued)
    }
    return .facts(facts)
  }

  private static func account(_ justification: Justification) -> Fact {
    let reasons: [Fact] = justification.reasons.map { one in
      .facts([
        ("layer", text(one.result)), ("column", text(one.column)),
        ("gemeentecode", text(one.gemeentecode)), ("reason", text(one.reason)),
      ])
    }
    let silent: [Fact] = justification.notTested.map { one in
      .facts([
        ("result", text(one.result)), ("column", text(one.column)),
        ("gemeentecode", text(one.gemeentecode)), ("reason", text(one.reason)),
      ])
    }
    let notTested: Fact = justification.noneTested.map { text($0) } ?? .list(silent)
    return .facts([
      ("name", text(justification.name)), ("role", text(justification.role)),
      ("date", text(justification.date)), ("reasons", .list(reasons)), ("not_tested", notTested),
    ])
  }

  /// How many areas have a share, of how many with a value.
  private static func counts(_ areas: Int, of valued: Int) -> Facts {
    [
      ("areas", .scalar(.integer(Int64(areas)))),
      ("areas_with_value", .scalar(.integer(Int64(valued)))),
    ]
  }
}
